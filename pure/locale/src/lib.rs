//! Swedish and English dates, times, plurals and sort keys
