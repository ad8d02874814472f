//! From a text that people have to a draft of an event: reading it, looking at what was found,
//! and taking what a later text changes.
//!
//! Invariants:
//! - Nothing that was read is published unseen: the most that a text becomes is a draft event.
//! - What the text does not say is marked as proposed, what it says in two ways is asked about.
//! - A text is kept for whoever brought it and for administrators, until its day; its file is not.
//! - Of a text that came before, only what differs is proposed; what people changed here stays.
//!
//! Not here: what a date or a name looks like in a text (`extraction`), what is in a file
//! (`documents`), and what an event may be, which `desk` and `programme_desk` decide.

mod commands;
mod jobs;
pub mod pages;
mod reads;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use commands::{Imported, import, keep_in, read_file, read_text};
pub use jobs::jobs;
pub use pages::paths::update as update_path;
pub use pages::review_path;
pub use rules::{source_of, zone};
pub use types::{Doubt, DoubtKind, Draft, Findings, ReadingId, TextRefusal};

use crate::drafting::pages::{list, new, removal, review, update};
use platform::database::MigrationText;
use web::{Routes, Who, WordsText};

pub const MIGRATIONS: &[MigrationText] = &[MigrationText {
    version: 20_261_125_090_000,
    name: "drafting",
    sql: include_str!("migrations/20261125090000_drafting.sql"),
}];

pub const WORDS: WordsText = WordsText {
    slice: "drafting",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

/// One noun, two languages, the same handlers.
pub fn routes() -> Routes {
    let new = ["/sv/organisera/evenemang/ny-fran-text", "/en/organise/events/new-from-text"];
    let reading = ["/sv/organisera/texter/{reading}", "/en/organise/texts/{reading}"];
    let gone =
        ["/sv/organisera/texter/{reading}/borttagning", "/en/organise/texts/{reading}/removal"];
    let review = ["/sv/organisera/texter/{reading}/{nth}", "/en/organise/texts/{reading}/{nth}"];
    let update = [
        "/sv/organisera/texter/{reading}/{nth}/uppdatering/{slug}",
        "/en/organise/texts/{reading}/{nth}/update/{slug}",
    ];
    Routes::new()
        .get_both(new, Who::Organiser, new::show)
        .post_both(new, Who::Organiser, new::read)
        .get_both(reading, Who::Organiser, list::show)
        .get_both(gone, Who::Organiser, removal::show)
        .post_both(gone, Who::Organiser, removal::remove)
        .get_both(review, Who::Organiser, review::show)
        .post_both(review, Who::Organiser, review::accept)
        .get_both(update, Who::Organiser, update::show)
        .post_both(update, Who::Organiser, update::update)
}
