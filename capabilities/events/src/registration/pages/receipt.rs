//! The receipt: what happens now, on which days. It belongs to the form that was sent, not to a
//! person, so it can be read again without a cookie and says nobody's name.

use crate::event::{self, Event};
use crate::registration::mails::link_day;
use crate::registration::pages::public_event;
use crate::registration::rules;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use shared::addresses;
use web::shell::{self, Head, Layout, Section};
use web::weave::{self, Shape};
use web::{Asked, Fault, Site, Words};

/// A day, and what happens then.
pub struct Step {
    pub when: String,
    pub what: String,
    pub done: bool,
}

#[derive(Template)]
#[template(path = "registration/pages/receipt.html")]
pub struct ReceiptPage {
    pub cover: String,
    pub heading: String,
    pub event_title: String,
    pub lead: String,
    pub calendar_href: String,
    pub calendar: String,
    pub event_href: String,
    pub event: String,
    pub steps_heading: String,
    pub steps: Vec<Step>,
    pub lost_heading: String,
    pub lost: String,
    pub again_href: String,
    pub again: String,
}

impl ReceiptPage {
    pub fn new(words: &Words, event: &Event) -> Self {
        let language = words.language;
        Self {
            cover: weave::cover(&event.slug, [0; 5], Shape::Card),
            heading: words.text("registration-receipt-heading"),
            event_title: event.content.title.words(language).to_owned(),
            lead: format!(
                "{}. {}.",
                event::when_in_words(language, event),
                event::where_in_words(words, event)
            ),
            calendar_href: addresses::event_calendar(language, &event.slug),
            calendar: words.text("registration-add-to-calendar"),
            event_href: addresses::event(language, &event.slug),
            event: words.text("registration-to-event"),
            steps_heading: words.text("registration-receipt-now"),
            steps: steps(words, event),
            lost_heading: words.text("registration-receipt-own-page"),
            lost: words.text("registration-receipt-own-page-text"),
            again_href: addresses::link_again(language, &event.slug),
            again: words.text("registration-again"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &event::sample_event())
    }
}

fn steps(words: &Words, event: &Event) -> Vec<Step> {
    let language = words.language;
    let mut steps = vec![
        Step {
            when: words.text("registration-step-now"),
            what: words.text("registration-step-letter"),
            done: true,
        },
        Step {
            when: locale::day(language, rules::change_deadline(event)),
            what: words.text("registration-step-change"),
            done: false,
        },
    ];
    if let Some(day) = link_day(event) {
        steps.push(Step {
            when: locale::day(language, day),
            what: words.text("registration-step-link"),
            done: false,
        });
    }
    steps.push(Step {
        when: locale::moment(language, &event::starts_at(event)),
        what: words.text("registration-step-event"),
        done: false,
    });
    steps
}

/// `GET …/kvitto/{token}`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let event = public_event(&mut site.database.read().await?, &slug).await?;
    if !rules::is_receipt(&site.key, event.id, &token) {
        return Err(Fault::NotFound);
    }
    let page = ReceiptPage::new(site.words(asked.language), &event);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(addresses::receipt(asked.language.other(), &slug, &token)),
        outcome: Some("accepted"),
        section: Section::Events,
        layout: Layout::Narrow,
        private: true,
        ..Head::default()
    };
    Ok(shell::page(&site, &asked, StatusCode::OK, &head, &page))
}
