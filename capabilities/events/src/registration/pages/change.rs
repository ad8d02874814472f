//! The form in which somebody changes what they said.

use crate::event::Event;
use crate::programme::{self, ProgrammeItem};
use crate::registration::commands::{self, Change};
use crate::registration::pages::person::{self, PersonFields};
use crate::registration::pages::{opened, wording};
use crate::registration::rules;
use crate::registration::types::{By, Refusal};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::addresses;
use web::forms::{ErrorSummary, Maybe, Problems};
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/change.html")]
pub struct ChangePage {
    pub errors: Maybe<ErrorSummary>,
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub person: Option<PersonFields>,
    pub button: String,
    pub back_href: String,
    pub back: String,
}

impl ChangePage {
    /// `why_not`: somebody comes too late to change.
    pub fn new(
        words: &Words,
        event: &Event,
        programme: &[ProgrammeItem],
        (fields, problems): (&Fields, &Problems),
        token: &str,
        why_not: Option<&Refusal>,
    ) -> Self {
        let language = words.language;
        let deadline = locale::day(language, rules::change_deadline(event));
        let text = match why_not {
            None => words.text_with("registration-letter-change-until", [("day", deadline.into())]),
            Some(refusal) => wording::problems(words, programme, refusal)
                .0
                .first()
                .map(|it| it.text.clone())
                .unwrap_or_default(),
        };
        Self {
            errors: Maybe(ErrorSummary::new(words, problems)),
            event_title: event.content.title.words(language).to_owned(),
            heading: words.text("registration-change-heading"),
            text,
            action: addresses::personal_change(language, token),
            person: why_not
                .is_none()
                .then(|| PersonFields::new(words, programme, fields, problems)),
            button: words.text("registration-save"),
            back_href: addresses::personal_page(language, token),
            back: words.text("registration-back-to-personal"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let programme = [programme::sample_item(programme::Choosing::RankedWishes, 4)];
        let registration = crate::registration::samples::sample_registration();
        let fields = person::typed(&registration, &programme);
        let event = crate::event::sample_event();
        Self::new(words, &event, &programme, (&fields, &Problems::default()), "k7f2", None)
    }
}

/// `GET …/andring`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let (registration, event) = opened(&site, &mut session, &token).await?;
    if registration.withdrawn_at.is_some() {
        return Ok(shell::see_other(&addresses::personal_page(asked.language, &token)));
    }
    let programme = programme::list(&mut session, event.id).await?;
    let fields = person::typed(&registration, &programme);
    let problems = Problems::default();
    Ok(answer(&site, &asked, &event, &programme, (&fields, &problems), &token))
}

fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    programme: &[ProgrammeItem],
    (fields, problems): (&Fields, &Problems),
    token: &str,
) -> Response {
    let why_not = rules::may_change(event, asked.now).err();
    let words = site.words(asked.language);
    let page =
        ChangePage::new(words, event, programme, (fields, problems), token, why_not.as_ref());
    let status = match (&why_not, problems.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, true) => StatusCode::OK,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(addresses::personal_change(asked.language.other(), token)),
        layout: Layout::Narrow,
        section: Section::Events,
        has_problems: !problems.is_empty(),
        private: true,
        ..Head::default()
    };
    shell::page(site, asked, status, &head, &page)
}

/// `POST …/andring`
pub async fn change(
    State(site): State<Site>,
    asked: Asked,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let (registration, event) = opened(&site, &mut session, &token).await?;
    let programme = programme::list(&mut session, event.id).await?;
    drop(session);
    let words = site.words(asked.language);
    let (registrant, wanted) = match person::read(words, &fields) {
        Ok(read) => read,
        Err(problems) => {
            return Ok(answer(&site, &asked, &event, &programme, (&fields, &problems), &token));
        }
    };
    let change = Change { id: registration.id, registrant, wanted, by: By::Themselves };
    let moved = change.registrant.email.key() != registration.registrant.email.key();
    match commands::change(&site.database, asked.now, change).await {
        Ok(()) => {
            // Another address makes this link void; the page goes on under the new one.
            let version = registration.link_version + i64::from(moved);
            let token = rules::personal_token(&site.key, registration.id, version);
            let page = addresses::personal_page(asked.language, &token);
            let query = match asked.language {
                shared::Language::Swedish => "?andrad=1",
                shared::Language::English => "?changed=1",
            };
            Ok(shell::see_other(&format!("{page}{query}")))
        }
        Err(Failure::Refused(refusal)) => {
            let problems = wording::problems(words, &programme, &refusal);
            Ok(answer(&site, &asked, &event, &programme, (&fields, &problems), &token))
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}
