//! Access: who may work here, and how they get in.
//!
//! Invariants:
//! - A one-time link opens at most one session, within half an hour, and only by a POST.
//! - No row, letter row or log holds a link or a session's secret: a link is a MAC made when it is
//!   told, of a secret only the fingerprint is kept.
//! - Whose access has ended, or whose role has changed, has no session from that moment on.
//! - There is always an administrator, once there has been one.
//! - Who asks for a link is told the same whether anybody here has that address or not.
//!
//! A session ends 30 days after its last use and 90 days after its first. Nothing here decides what
//! a role may do: that stands in the table of routes.

mod commands;
mod jobs;
pub mod mails;
pub mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use commands::{add_person, change_person, change_role, end_access, make_link, session_holder};
pub use jobs::{jobs, render_letter};
pub use pages::wording::refused;
pub use store::{people, person};
pub use types::{AddPerson, ChangePerson, Person, Refusal};
pub use web::asked::Role;
pub use web::letters::LetterContext;

use crate::access::pages::{
    ending, people as people_pages, person as person_pages, sign_in, sign_in_link, sign_out,
};
use platform::database::MigrationText;
use web::{Routes, Who, WordsText};

pub const MIGRATIONS: &[MigrationText] = &[MigrationText {
    version: 20_261_101_090_000,
    name: "access",
    sql: include_str!("migrations/20261101090000_access.sql"),
}];

pub const WORDS: WordsText = WordsText {
    slice: "access",
    sv: include_str!("words.sv.ftl"),
    en: include_str!("words.en.ftl"),
};

/// One noun, two languages, the same handlers.
pub fn routes() -> Routes {
    let asking = ["/sv/inloggning", "/en/sign-in"];
    let link = ["/sv/inloggning/{token}", "/en/sign-in/{token}"];
    let people = ["/sv/organisera/personer", "/en/organise/people"];
    let person = ["/sv/organisera/personer/{id}", "/en/organise/people/{id}"];
    let change = ["/sv/organisera/personer/{id}/andring", "/en/organise/people/{id}/change"];
    let role = ["/sv/organisera/personer/{id}/roll", "/en/organise/people/{id}/role"];
    let end = ["/sv/organisera/personer/{id}/avslut", "/en/organise/people/{id}/ending"];
    Routes::new()
        .get_both(asking, Who::Anyone, sign_in::show)
        .post_both(asking, Who::Anyone, sign_in::ask)
        .get_both(link, Who::LinkHolder, sign_in_link::show)
        .post_both(link, Who::LinkHolder, sign_in_link::confirm)
        .post_both(["/sv/utloggning", "/en/sign-out"], Who::Organiser, sign_out::leave)
        .get_both(people, Who::Administrator, people_pages::show)
        .post_both(people, Who::Administrator, people_pages::add)
        .get_both(person, Who::Administrator, person_pages::show)
        .post_both(change, Who::Administrator, person_pages::change)
        .post_both(role, Who::Administrator, person_pages::change_role)
        .get_both(end, Who::Administrator, ending::show)
        .post_both(end, Who::Administrator, ending::end)
}
