//! Registration: who has said that they will come, and what they wish for.
//!
//! Invariants:
//! - A registration exists only if the rules accepted it ([`rules::accept`]).
//! - A limited event never has more registrations than places, whoever asks at the same moment.
//! - The last day counts whole; the day after does not.
//! - One address, one registration to an event at a time; the same form sent twice is one form.
//! - The personal link stands in no row and in no log: it is made from the key when a letter is.
//! - Nothing here decides who sits with whom. That is `division`, which reads this slice's facts
//!   and is never called by it.

mod commands;
mod rules;
mod store;
mod types;

pub use commands::{announce_cancellation, announce_change, register_silently};
pub use rules::availability;
pub use store::{
    count_active, count_by_day, forget_withdrawn_choices, sector_counts, sector_counts_of_all,
    talk_choosers,
};
pub use types::{Availability, By, Refusal, Register, Registered, Registrant, Wanted};

use platform::database::MigrationText;
use web::{Routes, WordsText};

pub const MIGRATIONS: &[MigrationText] = &[MigrationText {
    version: 20_261_101_120_000,
    name: "registration",
    sql: include_str!("migrations/20261101120000_registration.sql"),
}];

pub const WORDS: WordsText = WordsText {
    slice: "registration",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

pub fn routes() -> Routes {
    Routes::new()
}
