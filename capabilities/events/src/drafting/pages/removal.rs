//! Asking before a text is erased before its day.

use crate::drafting::commands;
use crate::drafting::pages::{self, paths};
use crate::drafting::types::Reading;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::shell::{Head, Layout, Section, page, see_other};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "drafting/pages/removal.html")]
pub struct RemovalPage {
    pub breadcrumb_label: String,
    pub breadcrumb: Vec<(String, String)>,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub send: String,
    pub leave: (String, String),
}

impl RemovalPage {
    pub fn new(words: &Words, reading: &Reading) -> Self {
        let name = match reading.found.name.as_str() {
            "" => words.text("drafting-untitled"),
            it => it.to_owned(),
        };
        let day = locale::day_without_year(words.language, reading.erase_on);
        Self {
            breadcrumb_label: words.text("drafting-you-are-here"),
            breadcrumb: pages::breadcrumb(words),
            heading: words.text_with("drafting-removal-heading", [("name", name.into())]),
            text: words.text_with("drafting-removal-text", [("day", day.into())]),
            action: paths::removal(words.language, reading.id),
            send: words.text("drafting-removal-send"),
            leave: (
                words.text("drafting-removal-leave"),
                pages::first_page(words.language, reading),
            ),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &pages::review::sample_reading())
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(reading): Path<String>,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    let body = RemovalPage::new(site.words(asked.language), &reading);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::removal(asked.language.other(), reading.id)),
        private: true,
        section: Section::Organise,
        layout: Layout::Narrow,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}

pub async fn remove(
    State(site): State<Site>,
    asked: Asked,
    Path(reading): Path<String>,
) -> Result<Response, Fault> {
    let reading = pages::reading_at(&site, &asked, &reading).await?;
    match commands::forget(&site.database, asked.now, reading.id).await {
        Ok(()) => Ok(see_other(addresses::new_from_text(asked.language))),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Refused(never)) => match never {},
    }
}
