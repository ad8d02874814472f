//! The organiser's way to edit a programme: items, their order, their talks.

use web::{Routes, WordsText};

pub const WORDS: WordsText = WordsText {
    slice: "programme_desk",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

pub fn routes() -> Routes {
    Routes::new()
}
