//! An organiser withdraws somebody who phones, or erases what somebody sent: a page that asks, and
//! a button that does.

use crate::event::{self, Event};
use crate::registration::commands;
use crate::registration::pages::desk::{list_href, of_event, parting_href, person_href};
use crate::registration::types::{By, Registration};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Site, Words};

/// How somebody's registration ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// They are not coming; what they sent is kept until its day.
    Withdrawal,
    /// Nothing of what they sent is kept.
    Erasure,
}

#[derive(Template)]
#[template(path = "registration/pages/desk/parting.html")]
pub struct DeskPartingPage {
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub button: String,
    pub back_href: String,
    pub back: String,
}

impl DeskPartingPage {
    fn new(words: &Words, event: &Event, registration: &Registration, parting: Parting) -> Self {
        let language = words.language;
        let name = [("name", registration.registrant.name.as_str().into())];
        let (heading, text, button) = match parting {
            Parting::Withdrawal => (
                words.text_with("registration-desk-withdraw-heading", name),
                words.text("registration-desk-withdraw-text"),
                words.text("registration-desk-withdraw"),
            ),
            Parting::Erasure => (
                words.text_with("registration-desk-erase-heading", name),
                words.text("registration-desk-erase-text"),
                words.text("registration-desk-erase"),
            ),
        };
        Self {
            event_title: event.content.title.words(language).to_owned(),
            heading,
            text,
            action: parting_href(language, &event.slug, registration.id, parting),
            button,
            back_href: person_href(language, &event.slug, registration.id),
            back: words.text("registration-desk-back"),
        }
    }

    pub fn sample(words: &Words, parting: Parting) -> Self {
        let registration = crate::registration::samples::sample_registration();
        Self::new(words, &event::sample_event(), &registration, parting)
    }
}

async fn shown(
    site: &Site,
    asked: &Asked,
    (slug, id): (String, String),
    parting: Parting,
) -> Result<Response, Fault> {
    let (event, registration) = of_event(&mut site.database.read().await?, &slug, &id).await?;
    let page = DeskPartingPage::new(site.words(asked.language), &event, &registration, parting);
    let other = parting_href(asked.language.other(), &slug, registration.id, parting);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(other),
        section: Section::Organise,
        layout: Layout::Narrow,
        private: true,
        ..Head::default()
    };
    Ok(shell::page(site, asked, StatusCode::OK, &head, &page))
}

/// `GET …/anmalda/{id}/avanmalan`
pub async fn show_withdrawal(
    State(site): State<Site>,
    asked: Asked,
    Path(about): Path<(String, String)>,
) -> Result<Response, Fault> {
    shown(&site, &asked, about, Parting::Withdrawal).await
}

/// `GET …/anmalda/{id}/radering`
pub async fn show_erasure(
    State(site): State<Site>,
    asked: Asked,
    Path(about): Path<(String, String)>,
) -> Result<Response, Fault> {
    shown(&site, &asked, about, Parting::Erasure).await
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

/// `POST …/anmalda/{id}/radering`
pub async fn erase(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (_, registration) = of_event(&mut site.database.read().await?, &slug, &id).await?;
    commands::erase(&site.database, asked.now, registration.id)
        .await
        .map_err(Fault::from_failure)?;
    Ok(shell::see_other(&list_href(asked.language, &slug)))
}
