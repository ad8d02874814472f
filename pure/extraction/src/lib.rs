//! The plain text of an event page, invitation or newsletter into a structured draft
