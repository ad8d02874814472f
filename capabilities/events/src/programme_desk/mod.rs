//! The organiser's way to edit a programme: items, their order, their talks.
//!
//! Invariants:
//! - Everything works by keyboard and without script: each step is a form of its own.
//! - What somebody wishes or chose does not disappear: such a talk, its item and its way to choose
//!   stay as they are.
//! - Items stand by day, and within a day as the organiser put them.
//!
//! Nothing here decides who may choose or who gets a place; that is `registration`.

mod commands;
pub mod pages;
mod rules;
#[cfg(test)]
mod tests;
mod types;

pub use commands::{add_item_in, change_item_in, remove_item_in};
pub use pages::form::{fields_of as fields_of_item, read as read_item};
pub use pages::wording::{
    choosing_choice, field as refused_field, field_label, kind as kind_words,
    refused as refused_words,
};
pub use types::{Direction, ItemAsked, ItemChosen, Outside, Refusal, TalkAsked};

use crate::programme_desk::pages::{item, programme, removal};
use web::{Routes, Who, WordsText};

pub const WORDS: WordsText = WordsText {
    slice: "programme_desk",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

/// One noun, two languages, the same handlers.
pub fn routes() -> Routes {
    let programme =
        ["/sv/organisera/evenemang/{slug}/program", "/en/organise/events/{slug}/programme"];
    let one = [
        "/sv/organisera/evenemang/{slug}/program/{item}",
        "/en/organise/events/{slug}/programme/{item}",
    ];
    let step = [
        "/sv/organisera/evenemang/{slug}/program/{item}/flytt",
        "/en/organise/events/{slug}/programme/{item}/move",
    ];
    let gone = [
        "/sv/organisera/evenemang/{slug}/program/{item}/borttagning",
        "/en/organise/events/{slug}/programme/{item}/removal",
    ];
    Routes::new()
        .get_both(programme, Who::Organiser, programme::show)
        .post_both(programme, Who::Organiser, programme::add)
        .get_both(one, Who::Organiser, item::show)
        .post_both(one, Who::Organiser, item::change)
        .post_both(step, Who::Organiser, programme::move_item)
        .get_both(gone, Who::Organiser, removal::show)
        .post_both(gone, Who::Organiser, removal::remove)
}
