//! Nouns of registering. They hold; they do not decide.

use jiff::civil::Date;

/// Whether an event takes registrations just now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    Open,
    NotOpen {
        opens_on: Date,
    },
    /// All places are taken.
    Full,
    /// The last day to register has passed, or the event has ended.
    Closed {
        deadline_on: Date,
    },
    Cancelled,
}
