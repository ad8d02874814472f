//! An organiser registers somebody who phones, or corrects what somebody said. The last day does
//! not bind a person who helps; the places do.

use crate::event::Event;
use crate::programme::{self, ProgrammeItem};
use crate::registration::commands::{self, Change};
use crate::registration::pages::desk::parting::Parting;
use crate::registration::pages::desk::{
    any_event, list_href, new_href, of_event, parting_href, person_href,
};
use crate::registration::pages::person::{self, PersonFields};
use crate::registration::pages::wording;
use crate::registration::rules;
use crate::registration::types::{By, Register, Registration};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use platform::secrets;
use shared::ids::RegistrationId;
use web::forms::{ErrorSummary, Maybe, Problems};
use web::shell::{self, Head, Layout, Section};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "registration/pages/desk/person.html")]
pub struct DeskPersonPage {
    pub errors: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub list_href: String,
    pub list: String,
    pub event_title: String,
    pub heading: String,
    pub text: String,
    pub action: String,
    /// A new form has a key, so that sending it twice registers once.
    pub form_key: Option<String>,
    pub person: Option<PersonFields>,
    pub button: String,
    /// Ways to end it: address and word.
    pub partings: Vec<(String, String)>,
}

impl DeskPersonPage {
    fn new(
        words: &Words,
        event: &Event,
        programme: &[ProgrammeItem],
        registration: Option<&Registration>,
        (fields, problems): (&Fields, &Problems),
    ) -> Self {
        let language = words.language;
        let withdrawn = registration.is_some_and(|it| it.withdrawn_at.is_some());
        let (heading, text, button) = match registration {
            None => (
                words.text("registration-desk-new-heading"),
                words.text("registration-desk-new-text"),
                words.text("registration-desk-register"),
            ),
            Some(_) if withdrawn => (
                words.text("registration-desk-person-heading"),
                words.text("registration-desk-withdrawn-text"),
                words.text("registration-save"),
            ),
            Some(_) => (
                words.text("registration-desk-person-heading"),
                words.text("registration-desk-person-text"),
                words.text("registration-save"),
            ),
        };
        let form_key = registration.is_none().then(|| match fields.line("form_key") {
            key if key.is_empty() => secrets::token(),
            key => key,
        });
        Self {
            errors: Maybe(ErrorSummary::new(words, problems)),
            breadcrumb_label: words.text("registration-you-are-here"),
            list_href: list_href(language, &event.slug),
            list: words.text("registration-desk-heading"),
            event_title: event.content.title.words(language).to_owned(),
            heading,
            text,
            action: registration.map_or_else(
                || new_href(language, &event.slug),
                |it| person_href(language, &event.slug, it.id),
            ),
            form_key,
            person: (!withdrawn).then(|| PersonFields::new(words, programme, fields, problems)),
            button,
            partings: registration.map_or_else(Vec::new, |it| {
                let href = |parting| parting_href(language, &event.slug, it.id, parting);
                let withdrawal = (!withdrawn)
                    .then(|| (href(Parting::Withdrawal), words.text("registration-desk-withdraw")));
                let erasure = (href(Parting::Erasure), words.text("registration-desk-erase"));
                withdrawal.into_iter().chain([erasure]).collect()
            }),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let programme = [programme::sample_item(programme::Choosing::RankedWishes, 4)];
        let registration = crate::registration::samples::sample_registration();
        let fields = person::typed(&registration, &programme);
        let event = crate::event::sample_event();
        let typed = (&fields, &Problems::default());
        Self::new(words, &event, &programme, Some(&registration), typed)
    }
}

fn answer(
    site: &Site,
    asked: &Asked,
    event: &Event,
    programme: &[ProgrammeItem],
    registration: Option<&Registration>,
    (fields, problems): (&Fields, &Problems),
) -> Response {
    let words = site.words(asked.language);
    let page = DeskPersonPage::new(words, event, programme, registration, (fields, problems));
    let other = asked.language.other();
    let head = Head {
        title: format!("{}: {}", page.heading, page.event_title),
        other_language_href: Some(registration.map_or_else(
            || new_href(other, &event.slug),
            |it| person_href(other, &event.slug, it.id),
        )),
        section: Section::Organise,
        layout: Layout::Narrow,
        has_problems: !problems.is_empty(),
        private: true,
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    shell::page(site, asked, status, &head, &page)
}

/// `GET …/anmalda/ny`
pub async fn show_new(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let event = any_event(&mut session, &slug).await?;
    let programme = programme::list(&mut session, event.id).await?;
    let typed = (&Fields::default(), &Problems::default());
    Ok(answer(&site, &asked, &event, &programme, None, typed))
}

/// `POST …/anmalda/ny`
pub async fn register(
    State(site): State<Site>,
    asked: Asked,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let event = any_event(&mut session, &slug).await?;
    let programme = programme::list(&mut session, event.id).await?;
    drop(session);
    let words = site.words(asked.language);
    let (registrant, wanted) = match person::read(words, &fields) {
        Ok(read) => read,
        Err(problems) => {
            return Ok(answer(&site, &asked, &event, &programme, None, (&fields, &problems)));
        }
    };
    let request = Register {
        id: RegistrationId::new(),
        event: event.id,
        form_mark: rules::form_mark(event.id, &fields.line("form_key"), &registrant.email.key()),
        registrant,
        wanted,
        by: By::Organiser,
    };
    match commands::register(&site.database, &site.key, asked.now, request).await {
        Ok(_) => Ok(shell::see_other(&list_href(asked.language, &slug))),
        Err(Failure::Refused(refusal)) => {
            let problems = wording::problems(words, &programme, &refusal);
            Ok(answer(&site, &asked, &event, &programme, None, (&fields, &problems)))
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

/// `GET …/anmalda/{id}`
pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let (event, registration) = of_event(&mut session, &slug, &id).await?;
    let programme = programme::list(&mut session, event.id).await?;
    let fields = person::typed(&registration, &programme);
    let typed = (&fields, &Problems::default());
    Ok(answer(&site, &asked, &event, &programme, Some(&registration), typed))
}

/// `POST …/anmalda/{id}`
pub async fn change(
    State(site): State<Site>,
    asked: Asked,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Fault> {
    let mut session = site.database.read().await?;
    let (event, registration) = of_event(&mut session, &slug, &id).await?;
    let programme = programme::list(&mut session, event.id).await?;
    drop(session);
    let words = site.words(asked.language);
    let again = |problems: &Problems| {
        answer(&site, &asked, &event, &programme, Some(&registration), (&fields, problems))
    };
    let (registrant, wanted) = match person::read(words, &fields) {
        Ok(read) => read,
        Err(problems) => return Ok(again(&problems)),
    };
    let change = Change { id: registration.id, registrant, wanted, by: By::Organiser };
    match commands::change(&site.database, asked.now, change).await {
        Ok(()) => Ok(shell::see_other(&list_href(asked.language, &slug))),
        Err(Failure::Refused(refusal)) => {
            Ok(again(&wording::problems(words, &programme, &refusal)))
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}
