//! Where the pages of this slice are.

use crate::drafting::types::ReadingId;
use shared::Language::{self, English, Swedish};

/// What a text gave.
pub fn reading(language: Language, id: ReadingId) -> String {
    match language {
        Swedish => format!("/sv/organisera/texter/{id}"),
        English => format!("/en/organise/texts/{id}"),
    }
}

/// The look through one of its drafts, counted from 0; the address counts from 1.
pub fn review(language: Language, id: ReadingId, draft: usize) -> String {
    format!("{}/{}", reading(language, id), draft + 1)
}

/// The same against an event that is here already.
pub fn update(language: Language, id: ReadingId, draft: usize, slug: &str) -> String {
    let noun = match language {
        Swedish => "uppdatering",
        English => "update",
    };
    format!("{}/{noun}/{slug}", review(language, id, draft))
}

/// Where a text is erased before its day.
pub fn removal(language: Language, id: ReadingId) -> String {
    let noun = match language {
        Swedish => "borttagning",
        English => "removal",
    };
    format!("{}/{noun}", reading(language, id))
}

/// What a line of the source is called in its page.
pub fn line(number: u32) -> String {
    format!("rad-{number}")
}
