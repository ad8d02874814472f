//! The page in place of the form, where nobody can register just now.

use crate::event::{self, Event};
use crate::registration::pages::wording;
use crate::registration::types::Availability;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use shared::addresses;
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/unavailable.html")]
pub struct UnavailablePage {
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub contact: Option<String>,
    pub event_href: String,
    pub event: String,
    pub events_href: &'static str,
    pub events: String,
    pub again_href: String,
    pub again: String,
}

impl UnavailablePage {
    pub fn new(words: &Words, event: &Event, availability: Availability) -> Self {
        let language = words.language;
        let (heading, text) = wording::unavailable(words, availability);
        let contact = event.contact().map(|it| {
            words.text_with(
                "registration-letter-contact",
                [("name", it.name.as_str().into()), ("email", it.email.as_str().into())],
            )
        });
        Self {
            event_title: event.content.title.words(language).to_owned(),
            heading,
            text,
            contact,
            event_href: addresses::event(language, &event.slug),
            event: words.text("registration-to-event"),
            events_href: addresses::events(language),
            events: words.text("registration-other-events"),
            again_href: addresses::link_again(language, &event.slug),
            again: words.text("registration-again"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &event::sample_event(), Availability::Full)
    }
}

fn outcome(availability: Availability) -> &'static str {
    match availability {
        Availability::Full => "full",
        Availability::NotOpen { .. } => "not-open",
        Availability::Closed { .. } | Availability::Cancelled | Availability::Open => "closed",
    }
}

pub fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    availability: Availability,
    status: StatusCode,
) -> Response {
    let page = UnavailablePage::new(site.words(asked.language), event, availability);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        outcome: Some(outcome(availability)),
        section: Section::Events,
        layout: Layout::Narrow,
        private: true,
        ..Head::default()
    };
    shell::page(site, asked, status, &head, &page)
}
