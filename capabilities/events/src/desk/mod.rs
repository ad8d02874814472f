//! The organiser's desk: the week ahead, events as rows, an event's form, preview, publication and
//! cancellation.
//!
//! Invariants:
//! - Whatever is wrong with a form is said at once, and everything typed is kept.
//! - Of two who change an event at the same time, the second is told and nothing is lost.
//! - A published event keeps its address; a day, time, place or title that changes raises its
//!   sequence, a meeting link that changes raises the link's version.
//! - A picture is never shown as it was uploaded: it is read with limits and written anew.
//!
//! Not here: the programme's editor (`programme_desk`), the table of registrations and every letter
//! to those who are registered (`registration`).

mod commands;
pub mod pages;
mod rules;
#[cfg(test)]
mod tests;
mod types;

pub use commands::{Edit, NewEvent, create_in, edit_in};
pub use pages::form::filled::{
    new_event as new_event_fields, of_event as fields_of_event, typed_day,
};
pub use pages::form::part::{Part, ReadFrom, RowOfParts};
pub use pages::form::sections::{
    Section as FormSection, Typed as FormTyped, sections as form_sections,
};
pub use pages::form::{conferences, seen as form_seen};
pub use pages::paths::Done;
pub use pages::wording::{field_label, problems as worded_problems};
pub use types::{PictureChange, Refusal, Save, Why};

use crate::desk::pages::{cancellation, desk, editing, event, picture, preview};
use web::{Routes, Who, WordsText};

pub const WORDS: WordsText =
    WordsText { slice: "desk", sv: include_str!("words.sv.ftl"), en: include_str!("words.en.ftl") };

/// One noun, two languages, the same handlers.
pub fn routes() -> Routes {
    let desk = ["/sv/organisera", "/en/organise"];
    let new = ["/sv/organisera/evenemang/nytt", "/en/organise/events/new"];
    let one = ["/sv/organisera/evenemang/{slug}", "/en/organise/events/{slug}"];
    let edit = ["/sv/organisera/evenemang/{slug}/andring", "/en/organise/events/{slug}/edit"];
    let preview =
        ["/sv/organisera/evenemang/{slug}/forhandsvisning", "/en/organise/events/{slug}/preview"];
    let publication =
        ["/sv/organisera/evenemang/{slug}/publicering", "/en/organise/events/{slug}/publication"];
    let cancellation =
        ["/sv/organisera/evenemang/{slug}/installning", "/en/organise/events/{slug}/cancellation"];
    let letters = ["/sv/organisera/evenemang/{slug}/brev", "/en/organise/events/{slug}/letters"];
    Routes::new()
        .get_both(desk, Who::Organiser, desk::show)
        .get_both(new, Who::Organiser, editing::show_new)
        .post_both(new, Who::Organiser, editing::create)
        .get_both(one, Who::Organiser, event::show)
        .get_both(edit, Who::Organiser, editing::show)
        .post_both(edit, Who::Organiser, editing::edit)
        .get_both(preview, Who::Organiser, preview::show)
        .post_both(publication, Who::Organiser, event::publish)
        .get_both(cancellation, Who::Organiser, cancellation::show)
        .post_both(cancellation, Who::Organiser, cancellation::cancel)
        .post_both(letters, Who::Organiser, event::send_again)
        .get("/bilder/{name}", Who::Anyone, picture::show)
}
