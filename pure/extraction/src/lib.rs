//! The plain text of an event page, invitation or newsletter into a structured draft.
//!
//! A pipeline that one can read, each stage in a file of its own:
//!
//! 1. [`lines`]: the text in lines, the paper's damage mended
//! 2. [`when`], `reach`: dates, times, addresses and telephone numbers in a line
//! 3. `blocks`: the role of each line (furniture, label, heading, programme, contact, prose)
//! 4. `kind`, `context`, `purpose`: what kind of text it is, which year it means, what a date is for
//! 5. `event`, `newsletter`: the facts put together
//! 6. `contradictions`: what speaks against itself
//!
//! Rules and grammars for Swedish and English. No I/O, no clock, no model: the same text gives the
//! same draft, and nothing is said that is not in the text. Reading files (HTML, mail, PDF) is not
//! here; whoever does it hands over a [`Source`].

#![allow(
    clippy::nonminimal_bool,
    clippy::needless_range_loop,
    reason = "rules read best in the order they are thought, and lines are spoken of by number"
)]

mod blocks;
mod context;
mod contradictions;
mod event;
mod furniture;
mod header;
mod json;
mod kind;
mod language;
mod lines;
mod model;
mod newsletter;
mod people;
mod purpose;
mod reach;
mod sentences;
mod turned;
mod when;
mod words;

pub use json::Mark;
pub use lines::{Shape, Source, SourceLine};
pub use model::*;

/// The example of the README, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Reads a plain text. Lines are counted from 1, as they stand between line feeds.
///
/// Never fails: a text that says nothing gives an empty draft.
pub fn read(text: &str) -> Extraction {
    read_source(&Source::of_text(text))
}

/// Reads a text that a file gave, with what the file format knew about its lines.
pub fn read_source(source: &Source) -> Extraction {
    let mut lines = lines::prepare(source);
    turned::hours_first(&mut lines);
    let mut blocks = blocks::classify(&lines);
    furniture::crumbs(&mut lines, &blocks);
    header::strip(&lines, &mut blocks);
    furniture::without_noise(&mut lines, &mut blocks);
    let language = language::of(&lines, &blocks);
    let kind = kind::of(&lines, &blocks);
    if kind == Kind::Newsletter {
        furniture::without_asides(&lines, &mut blocks);
    }
    let scope = event::scopes(&lines, &blocks);
    let years = context::years(&lines, &blocks, &scope, kind);
    let page = event::Page::new(&lines, &blocks, years, kind == Kind::Agenda);
    let mut warnings = contradictions::weekdays(&page);
    if kind == Kind::Newsletter {
        let issues = context::issues(&lines, &blocks);
        let letter = newsletter::read(&page, &issues);
        warnings.extend(newsletter::of_letter(&letter, &issues));
        let mut draft =
            Extraction { kind, language, events: Vec::new(), newsletter: Some(letter), warnings };
        contradictions::doubt(&mut draft);
        return draft;
    }
    let (events, more) = event::read_all(&page);
    warnings.extend(more);
    let mut draft = Extraction { kind, language, events, newsletter: None, warnings };
    contradictions::doubt(&mut draft);
    draft
}
