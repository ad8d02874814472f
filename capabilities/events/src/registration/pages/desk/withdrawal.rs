//! An organiser withdraws somebody who phones: a page that asks, and a button that does.

use crate::event::{self, Event};
use crate::registration::commands;
use crate::registration::pages::desk::{list_href, of_event, person_href, withdrawal_href};
use crate::registration::types::{By, Registration};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/desk/withdrawal.html")]
pub struct DeskWithdrawalPage {
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub button: String,
    pub back_href: String,
    pub back: String,
}

impl DeskWithdrawalPage {
    fn new(words: &Words, event: &Event, registration: &Registration) -> Self {
        let language = words.language;
        let name = registration.registrant.name.as_str();
        Self {
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text_with("registration-desk-withdraw-heading", [("name", name.into())]),
            text: words.text("registration-desk-withdraw-text"),
            action: withdrawal_href(language, &event.slug, registration.id),
            button: words.text("registration-desk-withdraw"),
            back_href: person_href(language, &event.slug, registration.id),
            back: words.text("registration-desk-back"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let registration = crate::registration::samples::sample_registration();
        Self::new(words, &event::sample_event(), &registration)
    }
}

/// `GET …/anmalda/{id}/avanmalan`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (event, registration) = of_event(&mut site.database.read().await?, &slug, &id).await?;
    let page = DeskWithdrawalPage::new(site.words(asked.language), &event, &registration);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(withdrawal_href(asked.language.other(), &slug, registration.id)),
        section: Section::Organise,
        layout: Layout::Narrow,
        private: true,
        ..Head::default()
    };
    Ok(shell::page(&site, &asked, StatusCode::OK, &head, &page))
}

/// `POST …/anmalda/{id}/avanmalan`
pub async fn withdraw(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (_, registration) = of_event(&mut site.database.read().await?, &slug, &id).await?;
    commands::withdraw(&site.database, asked.now, registration.id, By::Organiser)
        .await
        .map_err(Fault::from_failure)?;
    Ok(shell::see_other(&list_href(asked.language, &slug)))
}
