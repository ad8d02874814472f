//! Cancelling an event: the page asks, its button does.

use crate::desk::commands;
use crate::desk::pages::paths::{self, Done};
use crate::desk::pages::wording;
use crate::desk::types::StateRefusal;
use crate::event::{self, Event};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::forms::{Maybe, Notice};
use web::shell::{Head, Layout, Section, page, see_other};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "desk/pages/cancellation.html")]
pub struct CancellationPage {
    pub refused: Maybe<Notice>,
    pub breadcrumb_label: String,
    pub desk: String,
    pub desk_href: &'static str,
    pub title: String,
    pub event_href: String,
    pub heading: String,
    pub lead: String,
    pub action: String,
    pub confirm: String,
    pub keep: String,
}

impl CancellationPage {
    pub fn new(words: &Words, event: &Event, refusal: Option<StateRefusal>) -> Self {
        let language = words.language;
        let title = event.content.title.words(language).to_owned();
        let refused = refusal.map(|it| Notice::new("warning", wording::state_refusal(words, it)));
        Self {
            refused: Maybe(refused),
            breadcrumb_label: words.text("desk-you-are-here"),
            desk: words.text("desk-heading"),
            desk_href: addresses::organise(language),
            event_href: addresses::organise_event(language, &event.slug),
            heading: words.text_with("desk-cancel-heading", [("title", title.clone().into())]),
            lead: words.text_with("desk-cancel-lead", [("count", event.limit.taken.into())]),
            action: paths::cancellation(language, &event.slug),
            confirm: words.text("desk-cancel-confirm"),
            keep: words.text("desk-cancel-keep"),
            title,
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &event::sample_event(), Some(StateRefusal::NotPublished))
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    answer(&site, &asked, &slug, None).await
}

pub async fn cancel(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, &slug).await?;
    let event = event.ok_or(Fault::NotFound)?;
    match commands::cancel(&site.database, asked.now, event.id).await {
        Ok(()) => Ok(see_other(&Done::Cancelled.href(asked.language, &slug))),
        Err(Failure::Refused(refusal)) => answer(&site, &asked, &slug, Some(refusal)).await,
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    slug: &str,
    refusal: Option<StateRefusal>,
) -> Result<Response, Fault> {
    let event = event::find_by_slug(&mut site.database.read().await?, slug).await?;
    let event = event.ok_or(Fault::NotFound)?;
    let body = CancellationPage::new(site.words(asked.language), &event, refusal);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::cancellation(asked.language.other(), slug)),
        private: true,
        section: Section::Organise,
        layout: Layout::Narrow,
        ..Head::default()
    };
    let status = if refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok(page(site, asked, status, &head, &body))
}
