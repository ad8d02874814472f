//! An event: what it is called, when and where it is, who invites, on which terms one may come.
//!
//! Invariants:
//! - A published event keeps its address for ever; cancelled, it stays and says so.
//! - The meeting link is nobody's but the registered's, and not theirs before the promised day.
//! - A day, time or place that changes after publication raises the event's sequence, so that
//!   calendars move the entry they have.

mod rules;
mod samples;
mod store;
mod types;

pub use rules::{
    calendar_entries, calendar_host, dispatch_day, ends_at, erased_on, morning, read_appearances,
    read_pairs, starts_at, when_in_words, where_in_words, write_appearances, write_pairs,
};
pub use samples::sample_event;
pub use store::{
    count_coming, count_past, delete_limit, delete_picture, find, find_by_slug, find_picture, hold,
    insert, insert_limit, insert_picture, list_all, list_beginning, list_coming, list_past,
    list_to_dispatch, list_to_erase, list_unfinished, pre_meetings, set_places, slug_is_taken,
    touch, update,
};
pub use types::{
    Admission, Appearance, AttendanceMode, Contact, Event, EventContent, EventDay, LinkDispatch,
    Picture, PlaceLimit, RelatedLink, State, Venue,
};

use platform::database::MigrationText;
use web::WordsText;

pub const MIGRATIONS: &[MigrationText] = &[
    MigrationText {
        version: 20_261_101_100_000,
        name: "event",
        sql: include_str!("migrations/20261101100000_event.sql"),
    },
    MigrationText {
        version: 20_261_125_100_000,
        name: "event_lists",
        sql: include_str!("migrations/20261125100000_event_lists.sql"),
    },
];

/// Where and how one meets, in the few words that pages, letters and calendars share.
pub const WORDS: WordsText = WordsText {
    slice: "event",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};
