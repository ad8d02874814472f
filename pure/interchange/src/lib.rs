//! Formats that others read: iCalendar, schema.org JSON-LD, CSV
