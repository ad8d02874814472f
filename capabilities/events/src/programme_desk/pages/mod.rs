//! The pages of editing a programme: a page is a struct of finished values with its template
//! beside it.

pub mod form;
pub mod item;
pub mod paths;
pub mod programme;
pub mod removal;
pub mod wording;

use crate::event::{self, Event};
use shared::Language;
use web::{Asked, Fault, Site};

/// A text that may be in another language than the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub language: Option<&'static str>,
}

impl Said {
    pub fn new(page: Language, text: &shared::Text) -> Self {
        let spoken = text.spoken(page);
        Self { text: spoken.text.to_owned(), language: spoken.foreign_to(page) }
    }
}

/// The event of an address.
async fn event_at(site: &Site, asked: &Asked, slug: &str) -> Result<Event, Fault> {
    asked.person()?;
    let found = event::find_by_slug(&mut site.database.read().await?, slug).await?;
    found.ok_or(Fault::NotFound)
}
