//! "Send me my link again": the answer is the same whether the address is registered or not.

use crate::event;
use crate::registration::commands;
use crate::registration::pages::public_event;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use shared::{Email, EmailProblem, addresses};
use web::forms::{ErrorSummary, Maybe, Notice, Problems, TextField};
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/link_again.html")]
pub struct LinkAgainPage {
    pub errors: Maybe<ErrorSummary>,
    pub sent: Maybe<Notice>,
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub email: TextField,
    pub button: String,
    pub event_href: String,
    pub event: String,
}

impl LinkAgainPage {
    pub fn new(
        words: &Words,
        event: &event::Event,
        typed: &str,
        problems: &Problems,
        sent: bool,
    ) -> Self {
        let language = words.language;
        Self {
            errors: Maybe(ErrorSummary::new(words, problems)),
            sent: Maybe(
                sent.then(|| Notice::new("success", words.text("registration-again-sent"))),
            ),
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text("registration-again-heading"),
            text: words.text("registration-again-text"),
            action: addresses::link_again(language, &event.slug),
            email: TextField::new("email", words.text("registration-email"), typed)
                .kind("email")
                .autocomplete("email")
                .required()
                .problem(problems),
            button: words.text("registration-again-button"),
            event_href: addresses::event(language, &event.slug),
            event: words.text("registration-to-event"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &event::sample_event(), "a&b@example.org", &Problems::default(), true)
    }
}

/// `GET …/min-lank`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    answer(&site, &asked, &slug, "", &Problems::default(), false).await
}

/// `POST …/min-lank`
pub async fn send(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let words = site.words(asked.language);
    let typed = fields.raw("email");
    let mut problems = Problems::default();
    match Email::parse(typed) {
        Ok(email) => {
            let event = public_event(&mut site.database.read().await?, &slug).await?;
            commands::link_again(&site.database, &site.key, asked.now, event.id, email.key())
                .await
                .map_err(Fault::from_failure)?;
            return answer(&site, &asked, &slug, "", &problems, true).await;
        }
        Err(EmailProblem::Empty) => {
            problems.add("email", words.text("registration-email-missing"));
        }
        Err(EmailProblem::Implausible) => {
            problems.add("email", words.text("registration-email-implausible"));
        }
    }
    answer(&site, &asked, &slug, typed, &problems, false).await
}

async fn answer(
    site: &Site,
    asked: &Asked,
    slug: &str,
    typed: &str,
    problems: &Problems,
    sent: bool,
) -> Result<Response, Fault> {
    let event = public_event(&mut site.database.read().await?, slug).await?;
    let page = LinkAgainPage::new(site.words(asked.language), &event, typed, problems, sent);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(addresses::link_again(asked.language.other(), slug)),
        section: Section::Events,
        layout: Layout::Narrow,
        has_problems: !problems.is_empty(),
        private: true,
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(shell::page(site, asked, status, &head, &page))
}
