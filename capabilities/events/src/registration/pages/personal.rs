//! Somebody's own page: what they said, what they wished, and the ways to change it. Whoever holds
//! the link may see it; nobody else.

use crate::event::{self, Event, State as EventState};
use crate::programme::{self, ProgrammeItem};
use crate::registration::mails::{link_day, own};
use crate::registration::pages::{opened, wording};
use crate::registration::rules;
use crate::registration::types::Registration;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use partnership::directory;
use platform::clock::Now;
use shared::addresses;
use std::collections::HashMap;
use web::forms::{Maybe, Notice};
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/personal.html")]
pub struct PersonalPage {
    pub notice: Maybe<Notice>,
    pub event_title: String,
    pub heading: String,
    pub lead: String,
    pub about_heading: String,
    pub about: Vec<(String, String)>,
    pub own_heading: String,
    pub own: Vec<(String, String)>,
    pub no_own: String,
    pub meeting_link: Option<(String, String)>,
    pub link_note: Option<String>,
    pub change: Option<(String, String)>,
    pub change_note: String,
    pub withdraw: Option<(String, String)>,
    pub calendar_href: String,
    pub calendar: String,
    pub event_href: String,
    pub event: String,
    pub keep: String,
}

impl PersonalPage {
    pub fn new(
        words: &Words,
        event: &Event,
        programme: &[ProgrammeItem],
        registration: &Registration,
        token: &str,
        now: Now,
        changed: bool,
    ) -> Self {
        let language = words.language;
        let withdrawn = registration.withdrawn_at.is_some();
        let cancelled = matches!(event.state, EventState::Cancelled { .. });
        let notice = if cancelled {
            Some(Notice::new("danger", words.text("registration-cancelled-text")))
        } else if withdrawn {
            Some(Notice::new("info", words.text("registration-withdrawn-notice")))
        } else if changed {
            Some(Notice::new("success", words.text("registration-changed-notice")))
        } else {
            None
        };
        let may_change = !withdrawn && rules::may_change(event, now).is_ok();
        let may_withdraw = !withdrawn && !cancelled && rules::may_withdraw(event, now).is_ok();
        let deadline = locale::day(language, rules::change_deadline(event));
        let link = rules::link_for(event, now).filter(|_| !withdrawn);
        let link_note = match (&link, link_day(event)) {
            (None, Some(day)) if !withdrawn && !cancelled => Some(words.text_with(
                "registration-letter-link-comes",
                [("day", locale::day(language, day).into())],
            )),
            _ => None,
        };
        Self {
            notice: Maybe(notice),
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text("registration-personal-heading"),
            lead: format!(
                "{}. {}.",
                event::when_in_words(language, event),
                event::where_in_words(words, event)
            ),
            about_heading: words.text("registration-about-you"),
            about: about(words, registration),
            own_heading: words.text("registration-own"),
            own: own(words, programme, registration),
            no_own: words.text("registration-own-none"),
            meeting_link: link
                .map(|href| (href.to_owned(), words.text("registration-meeting-link-open"))),
            link_note,
            change: may_change.then(|| {
                (addresses::personal_change(language, token), words.text("registration-change"))
            }),
            change_note: if may_change {
                words.text_with("registration-letter-change-until", [("day", deadline.into())])
            } else {
                String::new()
            },
            withdraw: may_withdraw.then(|| {
                (addresses::withdrawal(language, token), words.text("registration-withdraw"))
            }),
            calendar_href: addresses::event_calendar(language, &event.slug),
            calendar: words.text("registration-add-to-calendar"),
            event_href: addresses::event(language, &event.slug),
            event: words.text("registration-to-event"),
            keep: words.text("registration-personal-keep"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let programme = [programme::sample_item(programme::Choosing::RankedWishes, 4)];
        let registration = crate::registration::samples::sample_registration();
        let now = Now { at: registration.registered_at };
        let event = event::sample_event();
        Self::new(words, &event, &programme, &registration, "k7f2", now, true)
    }
}

fn about(words: &Words, registration: &Registration) -> Vec<(String, String)> {
    let registrant = &registration.registrant;
    let mut about = vec![
        (words.text("registration-name"), registrant.name.clone()),
        (words.text("registration-email"), registrant.email.as_str().to_owned()),
    ];
    let mut add = |key: String, value: String| {
        if !value.is_empty() {
            about.push((key, value));
        }
    };
    add(words.text("registration-organisation"), registrant.organisation.clone());
    let sector = registrant.sector.map(|it| wording::sector(words, it)).unwrap_or_default();
    add(words.text("registration-sector"), sector);
    let municipality = directory::municipality(&registrant.municipality);
    add(
        words.text("registration-municipality"),
        municipality.map(|it| it.name.to_string()).unwrap_or_default(),
    );
    let role = registrant.role.map(|it| wording::role(words, it)).unwrap_or_default();
    add(words.text("registration-role"), role);
    about
}

/// `GET /sv/anmalan/{token}`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let (registration, event) = opened(&site, &mut session, &token).await?;
    let programme = programme::list(&mut session, event.id).await?;
    let changed = query.contains_key("andrad") || query.contains_key("changed");
    let words = site.words(asked.language);
    let page =
        PersonalPage::new(words, &event, &programme, &registration, &token, asked.now, changed);
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(addresses::personal_page(asked.language.other(), &token)),
        layout: Layout::Narrow,
        section: Section::Events,
        private: true,
        ..Head::default()
    };
    Ok(shell::page(&site, &asked, StatusCode::OK, &head, &page))
}
