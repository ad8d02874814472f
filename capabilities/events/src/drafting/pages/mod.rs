//! The pages of this slice: a page is a struct of finished values with its template beside it.

pub mod fields;
pub mod list;
pub mod new;
pub mod paths;
pub mod removal;
pub mod review;
pub mod source;
pub mod update;
pub mod wording;

use crate::drafting::store;
use crate::drafting::types::{Draft, Findings, Reading, ReadingId, TextKind};
use shared::ids::PersonId;
use shared::{Language, addresses};
use web::asked::Role;
use web::{Asked, Fault, Site, Words};

/// The reading of an address, for whoever brought it and for administrators.
async fn reading_at(site: &Site, asked: &Asked, id: &str) -> Result<Reading, Fault> {
    let person = asked.person()?;
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    let found = store::find(&mut site.database.read().await?, id).await?;
    let may_see = |it: &Reading| {
        person.role == Role::Administrator || it.read_by == Some(PersonId(person.person))
    };
    found.filter(may_see).ok_or(Fault::NotFound)
}

/// One of its drafts, counted from 1 in the address and from 0 here.
fn draft_at(reading: &Reading, nth: &str) -> Result<usize, Fault> {
    let nth: usize = nth.parse().map_err(|_| Fault::NotFound)?;
    let at = nth.checked_sub(1).ok_or(Fault::NotFound)?;
    if at < reading.found.drafts.len() { Ok(at) } else { Err(Fault::NotFound) }
}

/// Where one is, above the heading.
fn breadcrumb(words: &Words) -> Vec<(String, String)> {
    let language = words.language;
    vec![
        (addresses::organise(language).to_owned(), words.text("drafting-organise")),
        (addresses::new_from_text(language).to_owned(), words.text("drafting-new")),
    ]
}

/// Where somebody looks who wants to see what a text gave: its only draft, or the list of them.
pub fn first_page(language: Language, reading: &Reading) -> String {
    review_path(language, reading.id, &reading.found)
}

/// The same, of what was found and the reading that keeps it.
pub fn review_path(language: Language, id: ReadingId, found: &Findings) -> String {
    match found.drafts.len() {
        1 if found.kind != TextKind::Newsletter => paths::review(language, id, 0),
        _ => paths::reading(language, id),
    }
}

/// What a draft is called, where it has no title too.
fn called(words: &Words, draft: &Draft) -> String {
    let title = crate::drafting::rules::filling::title(draft);
    title.map_or_else(|| words.text("drafting-untitled"), str::to_owned)
}
