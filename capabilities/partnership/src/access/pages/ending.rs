//! The question before somebody's access ends, and the answer.

use crate::access::commands;
use crate::access::pages::people::{Done, sample_people};
use crate::access::pages::{paths, wording};
use crate::access::store;
use crate::access::types::{Person, Refusal};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use shared::ids::PersonId;
use web::forms::{Maybe, Notice};
use web::shell::{Head, Layout, Section, page, see_other};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "access/pages/ending.html")]
pub struct EndingPage {
    pub refused: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub list: String,
    pub list_href: &'static str,
    pub name: String,
    pub person_href: String,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub confirm: String,
    pub keep: String,
}

impl EndingPage {
    pub fn new(words: &Words, person: &Person, refusal: Option<Refusal>) -> Self {
        let name = person.name.as_str();
        let refused = refusal.map(|it| Notice::new("danger", wording::refused(words, &it)));
        Self {
            refused: Maybe(refused),
            breadcrumb_label: words.text("access-you-are-here"),
            list: words.text("access-people-heading"),
            list_href: addresses::people(words.language),
            name: person.name.clone(),
            person_href: paths::person(words.language, person.id),
            heading: words.text_with("access-ending-heading", [("name", name.into())]),
            lead: words.text("access-ending-lead"),
            action: paths::person_ending(words.language, person.id),
            confirm: words.text("access-ending-confirm"),
            keep: words.text("access-ending-keep"),
        }
    }

    /// The page as it comes back for the last administrator.
    pub fn sample(words: &Words) -> Self {
        Self::new(words, &sample_people()[0], Some(Refusal::LastAdministrator))
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    answer(&site, &asked, id, None).await
}

pub async fn end(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    match commands::end_access(&site.database, asked.now, id).await {
        Ok(()) => Ok(see_other(&Done::Ended.href(asked.language))),
        Err(Failure::Refused(refusal)) => answer(&site, &asked, id, Some(refusal)).await,
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    id: PersonId,
    refusal: Option<Refusal>,
) -> Result<Response, Fault> {
    let person = store::person(&mut site.database.read().await?, id).await?;
    let person = person.filter(Person::has_access).ok_or(Fault::NotFound)?;
    let words = site.words(asked.language);
    let body = EndingPage::new(words, &person, refusal);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::person_ending(asked.language.other(), id)),
        private: true,
        section: Section::People,
        layout: Layout::Narrow,
        has_problems: refusal.is_some(),
        ..Head::default()
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page(site, asked, status, &head, &body))
}
