//! The programme of an event: what happens when, who takes part, and what one may choose.
//!
//! Invariants:
//! - Items keep their order; the Nth item is the one that the form's `choice_N` speaks of.
//! - At most one item of an event asks for ranked wishes.
//! - Wishes take no place: a later division decides. Only first come, first served has a counter.

mod samples;
mod store;
mod types;

pub use samples::sample_item;
pub use store::{
    delete, delete_talk, insert, insert_talk, list, list_appearances, set_position, update,
    update_talk,
};
pub use types::{Choosing, GroupTalk, ItemKind, ProgrammeItem};

use platform::database::MigrationText;

pub const MIGRATIONS: &[MigrationText] = &[MigrationText {
    version: 20_261_101_110_000,
    name: "programme",
    sql: include_str!("migrations/20261101110000_programme.sql"),
}];
