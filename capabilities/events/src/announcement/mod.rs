//! What an event shows to everybody: lists, event page, print view, calendar file, data for machines.
//!
//! Invariants:
//! - A draft has no public address, and the meeting link stands on no page and in no file here.
//! - Of an event by invitation the page tells everything but where its form is.
//! - How many come from each sector is told only when it tells of nobody in particular.
//! - The same page is shown to everybody, so a finished one may be kept; a change is seen by the
//!   very next request.

pub mod pages;
mod reads;
mod rules;
#[cfg(test)]
mod tests;

pub use pages::card::EventCard;
pub use pages::event::render_preview;
pub use pages::kept::{HTML, kept};
pub use pages::list::today;
pub use pages::mix::MixBlock;

use crate::announcement::pages::{event, list, print};
use web::{Routes, Who, WordsText};

pub const WORDS: WordsText = WordsText {
    slice: "announcement",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

pub fn routes() -> Routes {
    Routes::new()
        .get_both(["/sv/evenemang", "/en/events"], Who::Anyone, list::show)
        .get_both(["/sv/evenemang/{slug}", "/en/events/{slug}"], Who::Anyone, event::show)
        .get_both(
            ["/sv/evenemang/{slug}/utskrift", "/en/events/{slug}/print"],
            Who::Anyone,
            print::show,
        )
}
