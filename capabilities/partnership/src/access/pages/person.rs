//! One person: what is known of them, their role, and the way to end their access.

use crate::access::commands;
use crate::access::pages::people::{
    Done, email_field, language_choices, name_field, role_choices, sample_people,
};
use crate::access::pages::{paths, wording};
use crate::access::store;
use crate::access::types::{ChangePerson, Person, Refusal, role_from_code};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::failure::Failure;
use shared::ids::PersonId;
use shared::{Language, addresses};
use web::forms::{Choices, ErrorSummary, Maybe, Problems, TextField};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

#[derive(Template)]
#[template(path = "access/pages/person.html")]
pub struct PersonPage {
    pub summary: Maybe<ErrorSummary>,
    pub breadcrumb_label: String,
    pub list: String,
    pub list_href: &'static str,
    pub heading: String,
    pub change_heading: String,
    pub change_action: String,
    pub name: TextField,
    pub email: TextField,
    pub language: Choices,
    pub change: String,
    pub role_heading: String,
    pub role_action: String,
    pub role: Choices,
    pub role_note: String,
    pub change_role: String,
    pub end_heading: String,
    pub end_text: String,
    pub end: String,
    pub end_href: String,
}

impl PersonPage {
    /// `typed`: what a form on the page brought, if it came back with `problems`.
    pub fn new(words: &Words, person: &Person, typed: &Fields, problems: &Problems) -> Self {
        let was = |field: &'static str, known: &str| {
            let typed = if typed.has(field) { typed.raw(field) } else { known };
            typed.to_owned()
        };
        let role = role_from_code(typed.raw("role")).unwrap_or(person.role);
        let language = Language::from_code(typed.raw("language")).unwrap_or(person.language);
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            breadcrumb_label: words.text("access-you-are-here"),
            list: words.text("access-people-heading"),
            list_href: addresses::people(words.language),
            heading: person.name.clone(),
            change_heading: words.text("access-person-change-heading"),
            change_action: paths::person_change(words.language, person.id),
            name: name_field(words, &was("name", &person.name), problems),
            email: email_field(words, &was("email", &person.email), problems),
            language: language_choices(words, language),
            change: words.text("access-person-change"),
            role_heading: words.text("access-person-role-heading"),
            role_action: paths::person_role(words.language, person.id),
            role: role_choices(words, role).problem(problems),
            role_note: words.text("access-person-role-note"),
            change_role: words.text("access-person-role"),
            end_heading: words.text("access-person-end-heading"),
            end_text: words.text("access-person-end-text"),
            end: words.text("access-person-end"),
            end_href: paths::person_ending(words.language, person.id),
        }
    }

    /// The page as it comes back when the last administrator would have become an organiser.
    pub fn sample(words: &Words) -> Self {
        let problems = wording::problems(words, &[Refusal::LastAdministrator]);
        let typed = Fields::from_pairs([("role".to_owned(), "organiser".to_owned())]);
        Self::new(words, &sample_people()[0], &typed, &problems)
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    answer(&site, &asked, id, &Fields::default(), &[]).await
}

pub async fn change(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    let request = ChangePerson {
        id,
        name: fields.line("name"),
        email: fields.line("email"),
        language: Language::from_code(fields.raw("language")).unwrap_or_default(),
    };
    match commands::change_person(&site.database, asked.now, request).await {
        Ok(()) => Ok(see_other(&Done::Changed.href(asked.language))),
        Err(Failure::Refused(refusals)) => answer(&site, &asked, id, &fields, &refusals).await,
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

pub async fn change_role(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    let Some(role) = role_from_code(fields.raw("role")) else {
        return answer(&site, &asked, id, &fields, &[Refusal::RoleMissing]).await;
    };
    match commands::change_role(&site.database, asked.now, id, role).await {
        Ok(()) => Ok(see_other(&Done::RoleChanged.href(asked.language))),
        Err(Failure::Refused(refusal)) => answer(&site, &asked, id, &fields, &[refusal]).await,
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    id: PersonId,
    typed: &Fields,
    refusals: &[Refusal],
) -> Result<Response, Fault> {
    let person = store::person(&mut site.database.read().await?, id).await?;
    let person = person.filter(Person::has_access).ok_or(Fault::NotFound)?;
    let words = site.words(asked.language);
    let problems = wording::problems(words, refusals);
    let body = PersonPage::new(words, &person, typed, &problems);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::person(asked.language.other(), id)),
        private: true,
        section: Section::People,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
