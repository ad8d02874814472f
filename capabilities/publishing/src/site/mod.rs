//! The site itself: where one begins, what happens with one's data, how accessible it all is, and
//! a way to tell us what is not.
//!
//! Invariants:
//! - The accessibility statement is shown whole or not at all: each of its parts has content.
//! - A message needs no name, no account, no script and no e-mail address.
//! - Messages are few enough to be read: past a bound no more are taken. They are erased 90 days
//!   after they were answered, and at the latest after two years.
//! - The start page tells of people only in numbers.

mod commands;
mod jobs;
pub mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use jobs::jobs;

use crate::site::pages::{accessibility, machines, messages, privacy, receipt, start};
use platform::database::MigrationText;
use web::{Routes, Who, WordsText};

pub const MIGRATIONS: &[MigrationText] = &[MigrationText {
    version: 20_261_101_130_000,
    name: "site",
    sql: include_str!("migrations/20261101130000_site.sql"),
}];

pub const WORDS: WordsText =
    WordsText { slice: "site", sv: include_str!("words.sv.ftl"), en: include_str!("words.en.ftl") };

/// `/` itself is the binary's: it only chooses a language.
pub fn routes() -> Routes {
    let message = ["/sv/tillganglighet/meddelande", "/en/accessibility/message"];
    let receipt = ["/sv/tillganglighet/meddelande/{case}", "/en/accessibility/message/{case}"];
    let messages = ["/sv/organisera/meddelanden", "/en/organise/messages"];
    let answer = ["/sv/organisera/meddelanden/{id}/svar", "/en/organise/messages/{id}/answer"];
    Routes::new()
        .get_both(["/sv", "/en"], Who::Anyone, start::show)
        .get_both(["/sv/personuppgifter", "/en/privacy"], Who::Anyone, privacy::show)
        .get_both(["/sv/tillganglighet", "/en/accessibility"], Who::Anyone, accessibility::show)
        .post_both(message, Who::Anyone, accessibility::leave_message)
        .get_both(receipt, Who::LinkHolder, receipt::show)
        .get_both(messages, Who::Organiser, messages::show)
        .post_both(answer, Who::Organiser, messages::answer)
        .get("/robots.txt", Who::Anyone, machines::robots)
        .get("/.well-known/security.txt", Who::Anyone, machines::security)
}
