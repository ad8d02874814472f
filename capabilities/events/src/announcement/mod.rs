//! What an event shows to everybody: lists, event page, print view, calendar file, data for machines.

use web::{Routes, WordsText};

pub const WORDS: WordsText = WordsText {
    slice: "announcement",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

pub fn routes() -> Routes {
    Routes::new()
}
