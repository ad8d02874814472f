//! Who works here: the list, and the form that adds somebody.

use crate::access::commands;
use crate::access::pages::{paths, wording};
use crate::access::rules;
use crate::access::store;
use crate::access::types::{AddPerson, Person, role_code, role_from_code};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use platform::failure::Failure;
use shared::ids::PersonId;
use shared::{Language, addresses};
use web::asked::Role;
use web::forms::{Choice, Choices, ErrorSummary, Maybe, Notice, Problems, TextField};
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Fields, Site, Words};

/// Somebody who has access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    pub href: String,
    pub name: String,
    /// "(you)" beside who is looking.
    pub you: Option<String>,
    pub email: String,
    pub role: String,
    pub role_tone: &'static str,
    pub signed_in: String,
}

/// Somebody whose access has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedRow {
    pub name: String,
    pub email: String,
    pub ended: String,
}

#[derive(Template)]
#[template(path = "access/pages/people.html")]
pub struct PeoplePage {
    pub summary: Maybe<ErrorSummary>,
    pub done: Maybe<Notice>,
    pub heading: String,
    pub lead: String,
    pub caption: String,
    pub name_column: String,
    pub email_column: String,
    pub role_column: String,
    pub signed_in_column: String,
    pub people: Vec<PersonRow>,
    pub add_heading: String,
    pub action: &'static str,
    pub name: TextField,
    pub email: TextField,
    pub role: Choices,
    pub language: Choices,
    pub send: String,
    pub send_note: String,
    pub ended_heading: String,
    pub ended_lead: String,
    pub ended_column: String,
    pub ended: Vec<EndedRow>,
}

/// What an administrator just did, told once on the page they come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    Added,
    Changed,
    RoleChanged,
    Ended,
}

impl Done {
    const ALL: [Self; 4] = [Self::Added, Self::Changed, Self::RoleChanged, Self::Ended];

    fn noun(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Added, Language::Swedish) => "tillagd",
            (Self::Added, Language::English) => "added",
            (Self::Changed, Language::Swedish) => "andrad",
            (Self::Changed, Language::English) => "changed",
            (Self::RoleChanged, Language::Swedish) => "roll",
            (Self::RoleChanged, Language::English) => "role",
            (Self::Ended, Language::Swedish) => "avslutad",
            (Self::Ended, Language::English) => "ended",
        }
    }

    fn parameter(language: Language) -> &'static str {
        match language {
            Language::Swedish => "gjort",
            Language::English => "done",
        }
    }

    /// Back to the list, which tells what was done.
    pub fn href(self, language: Language) -> String {
        let list = addresses::people(language);
        format!("{list}?{}={}", Self::parameter(language), self.noun(language))
    }

    fn read(language: Language, query: Option<&str>) -> Option<Self> {
        let said = paths::parameter(query?, Self::parameter(language))?;
        Self::ALL.into_iter().find(|it| it.noun(language) == said)
    }

    fn worded(self, words: &Words) -> String {
        match self {
            Self::Added => words.text("access-done-added"),
            Self::Changed => words.text("access-done-changed"),
            Self::RoleChanged => words.text("access-done-role"),
            Self::Ended => words.text("access-done-ended"),
        }
    }
}

impl PeoplePage {
    /// `typed`: what the form brought, if it came back with `problems`.
    pub fn new(
        words: &Words,
        people: &[Person],
        viewer: Option<PersonId>,
        done: Option<Done>,
        typed: &Fields,
        problems: &Problems,
    ) -> Self {
        let with_access: Vec<PersonRow> = people
            .iter()
            .filter(|it| it.has_access())
            .map(|it| PersonRow {
                href: paths::person(words.language, it.id),
                name: it.name.clone(),
                you: (viewer == Some(it.id)).then(|| words.text("access-people-you")),
                email: it.email.clone(),
                role: wording::role(words, it.role),
                role_tone: match it.role {
                    Role::Organiser => "lake",
                    Role::Administrator => "copper",
                },
                signed_in: match it.signed_in_at {
                    Some(at) => day(words, at),
                    None => words.text("access-people-never"),
                },
            })
            .collect();
        let ended = people
            .iter()
            .filter_map(|it| {
                let ended = day(words, it.ended_at?);
                Some(EndedRow { name: it.name.clone(), email: it.email.clone(), ended })
            })
            .collect();
        let count = i64::try_from(with_access.len()).unwrap_or(i64::MAX);
        let chosen = role_from_code(typed.raw("role")).unwrap_or(Role::Organiser);
        let language = Language::from_code(typed.raw("language")).unwrap_or_default();
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            done: Maybe(done.map(|it| Notice::new("success", it.worded(words)))),
            heading: words.text("access-people-heading"),
            lead: words.text("access-people-lead"),
            caption: words.text_with("access-people-caption", [("count", count.into())]),
            name_column: words.text("access-name"),
            email_column: words.text("access-email"),
            role_column: words.text("access-role"),
            signed_in_column: words.text("access-people-signed-in"),
            people: with_access,
            add_heading: words.text("access-people-add"),
            action: addresses::people(words.language),
            name: name_field(words, typed.raw("name"), problems),
            email: email_field(words, typed.raw("email"), problems),
            role: role_choices(words, chosen).problem(problems),
            language: language_choices(words, language),
            send: words.text("access-people-send"),
            send_note: words.text("access-people-send-note"),
            ended_heading: words.text("access-people-ended"),
            ended_lead: words.text("access-people-ended-lead"),
            ended_column: words.text("access-people-ended-on"),
            ended,
        }
    }

    /// The page as it comes back when somebody was added who is there already.
    pub fn sample(words: &Words) -> Self {
        let people = sample_people();
        let typed = Fields::from_pairs(
            [("name", "Tyra & Bo"), ("email", "tyra@example.org"), ("role", "administrator")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        let problems = wording::problems(words, &[crate::access::types::Refusal::EmailTaken]);
        Self::new(words, &people, Some(people[0].id), Some(Done::Added), &typed, &problems)
    }
}

/// Three people: an administrator, an organiser who never signed in, and one whose access ended.
pub fn sample_people() -> [Person; 3] {
    let at =
        |text: &str| text.parse::<Timestamp>().expect("the sample's instants are well written");
    let person = |number, name: &str, email: &str, role| Person {
        id: PersonId(platform::ids::Uuid::from_u128(number)),
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        language: Language::Swedish,
        created_at: at("2027-01-11T08:00:00Z"),
        signed_in_at: None,
        ended_at: None,
    };
    [
        Person {
            signed_in_at: Some(at("2027-05-18T06:14:00Z")),
            ..person(1, "Tyra Holmqvist & Bo", "tyra@example.org", Role::Administrator)
        },
        person(2, "Folke Sandgren", "folke@example.org", Role::Organiser),
        Person {
            ended_at: Some(at("2027-03-31T15:00:00Z")),
            ..person(3, "Ylva <Strand>", "ylva@example.org", Role::Organiser)
        },
    ]
}

pub(in crate::access::pages) fn day(words: &Words, at: Timestamp) -> String {
    locale::day(words.language, at.to_zoned_datetime(rules::zone()).date())
}

pub(in crate::access::pages) fn name_field(
    words: &Words,
    value: &str,
    problems: &Problems,
) -> TextField {
    TextField::new("name", words.text("access-name"), value).required().problem(problems)
}

pub(in crate::access::pages) fn email_field(
    words: &Words,
    value: &str,
    problems: &Problems,
) -> TextField {
    TextField::new("email", words.text("access-email"), value)
        .kind("email")
        .hint(words.text("access-email-hint"))
        .required()
        .problem(problems)
}

pub(in crate::access::pages) fn role_choices(words: &Words, chosen: Role) -> Choices {
    let choices = [Role::Organiser, Role::Administrator]
        .map(|it| {
            let note = match it {
                Role::Organiser => words.text("access-role-organiser-note"),
                Role::Administrator => words.text("access-role-administrator-note"),
            };
            Choice::new(role_code(it), wording::role(words, it), it == chosen).note(note)
        })
        .to_vec();
    Choices::one_of("role", words.text("access-role"), choices)
}

pub(in crate::access::pages) fn language_choices(words: &Words, chosen: Language) -> Choices {
    let choices = Language::ALL
        .map(|it| {
            let label = match it {
                Language::Swedish => words.text("access-language-sv"),
                Language::English => words.text("access-language-en"),
            };
            Choice::new(it.code(), label, it == chosen)
        })
        .to_vec();
    Choices::one_of("language", words.text("access-language"), choices).in_row()
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    RawQuery(query): RawQuery,
) -> Result<Response, Fault> {
    let done = Done::read(asked.language, query.as_deref());
    answer(&site, &asked, done, &Fields::default(), &Problems::default()).await
}

pub async fn add(
    State(site): State<Site>,
    asked: Asked,
    fields: Fields,
) -> Result<Response, Fault> {
    let inviter = PersonId(asked.person()?.person);
    let request = AddPerson {
        id: PersonId::new(),
        name: fields.line("name"),
        email: fields.line("email"),
        role: role_from_code(fields.raw("role")),
        language: Language::from_code(fields.raw("language")).unwrap_or_default(),
    };
    match commands::add_person(&site.database, asked.now, request, Some(inviter)).await {
        Ok(_) => Ok(see_other(&Done::Added.href(asked.language))),
        Err(Failure::Refused(refusals)) => {
            let problems = wording::problems(site.words(asked.language), &refusals);
            answer(&site, &asked, None, &fields, &problems).await
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

async fn answer(
    site: &Site,
    asked: &Asked,
    done: Option<Done>,
    typed: &Fields,
    problems: &Problems,
) -> Result<Response, Fault> {
    let people = store::people(&mut site.database.read().await?).await?;
    let words = site.words(asked.language);
    let viewer = PersonId(asked.person()?.person);
    let body = PeoplePage::new(words, &people, Some(viewer), done, typed, problems);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(addresses::people(asked.language.other()).to_owned()),
        private: true,
        section: Section::People,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
