//! Withdrawing: a page that asks, and a button that does. A link in a letter alone never withdraws
//! anybody, since scanners open links before people do.

use crate::event::{self, Event};
use crate::registration::commands;
use crate::registration::pages::opened;
use crate::registration::rules;
use crate::registration::types::By;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/withdrawal.html")]
pub struct WithdrawalPage {
    pub event_title: String,
    pub heading: String,
    pub text: String,
    /// Where the button posts; nothing when it is too late.
    pub action: Option<String>,
    pub button: String,
    pub back_href: String,
    pub back: String,
}

impl WithdrawalPage {
    pub fn new(words: &Words, event: &Event, token: &str, may: bool) -> Self {
        let language = words.language;
        Self {
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text("registration-withdraw-heading"),
            text: if may {
                words.text("registration-withdraw-text")
            } else {
                words.text("registration-begun")
            },
            action: may.then(|| addresses::withdrawal(language, token)),
            button: words.text("registration-withdraw"),
            back_href: addresses::personal_page(language, token),
            back: words.text("registration-back-to-personal"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &event::sample_event(), "k7f2", true)
    }
}

/// `GET …/avanmalan`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
) -> Result<Response, Fault> {
    let (registration, event) = opened(&site, &mut site.database.read().await?, &token).await?;
    if registration.withdrawn_at.is_some() {
        return Ok(shell::see_other(&addresses::personal_page(asked.language, &token)));
    }
    Ok(answer(&site, &asked, &event, &token))
}

fn answer(site: &Site, asked: &Asked, event: &Event, token: &str) -> Response {
    let may = rules::may_withdraw(event, asked.now).is_ok();
    let page = WithdrawalPage::new(site.words(asked.language), event, token, may);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(addresses::withdrawal(asked.language.other(), token)),
        layout: Layout::Narrow,
        section: Section::Events,
        private: true,
        ..Head::default()
    };
    let status = if may { StatusCode::OK } else { StatusCode::CONFLICT };
    shell::page(site, asked, status, &head, &page)
}

/// `POST …/avanmalan`
pub async fn withdraw(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
) -> Result<Response, Fault> {
    let (registration, event) = opened(&site, &mut site.database.read().await?, &token).await?;
    match commands::withdraw(&site.database, asked.now, registration.id, By::Themselves).await {
        Ok(()) => Ok(shell::see_other(&addresses::personal_page(asked.language, &token))),
        Err(Failure::Refused(_)) => Ok(answer(&site, &asked, &event, &token)),
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}
