//! The organiser's desk: the week ahead, events as rows, an event's form, preview, publication and cancellation.

use web::{Routes, WordsText};

pub const WORDS: WordsText =
    WordsText { slice: "desk", sv: include_str!("words.sv.ftl"), en: include_str!("words.en.ftl") };

pub fn routes() -> Routes {
    Routes::new()
}
