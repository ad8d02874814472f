//! Asking for a one-time link. The answer is the same whether anybody here has the address.

use crate::access::commands;
use crate::access::pages::{paths, wording};
use crate::access::rules;
use crate::access::types::Onward;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use platform::allowance::LETTERS_MAX;
use shared::{Email, addresses};
use web::forms::{ErrorSummary, Maybe, Problems, TextField};
use web::shell::{Head, Layout, page};
use web::{Asked, Fault, Fields, Site, Words};

/// The form that asks for the address.
#[derive(Template)]
#[template(path = "access/pages/sign_in.html")]
pub struct SignInPage {
    pub summary: Maybe<ErrorSummary>,
    pub heading: String,
    pub lead: String,
    pub action: &'static str,
    pub email: TextField,
    pub next: Option<String>,
    pub send: String,
    pub for_whom: String,
}

impl SignInPage {
    pub fn new(words: &Words, typed: &str, onward: Option<&Onward>, problems: &Problems) -> Self {
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            heading: words.text("access-sign-in-heading"),
            lead: words.text("access-sign-in-lead"),
            action: addresses::sign_in(words.language),
            email: TextField::new("email", words.text("access-email"), typed)
                .kind("email")
                .autocomplete("email")
                .required()
                .problem(problems),
            next: onward.map(|it| it.as_str().to_owned()),
            send: words.text("access-sign-in-send"),
            for_whom: words.text("access-sign-in-for-whom"),
        }
    }

    /// The page as it comes back when the address cannot be one.
    pub fn sample(words: &Words) -> Self {
        let refusal = rules::email_refusal(shared::EmailProblem::Implausible);
        let problems = wording::problems(words, &[refusal]);
        let onward = Onward::parse("/sv/organisera/evenemang/byns-bord?visa=alla&sida=2");
        Self::new(words, "tyra & bo <example.org>", onward.as_ref(), &problems)
    }
}

/// What is said when the address was sent, whoever has it.
#[derive(Template)]
#[template(path = "access/pages/sent.html")]
pub struct SentPage {
    pub heading: String,
    pub lead: String,
    pub waiting: String,
    pub again: String,
    pub again_href: String,
}

impl SentPage {
    pub fn new(words: &Words, email: &Email, onward: Option<&Onward>) -> Self {
        Self {
            heading: words.text("access-sent-heading"),
            lead: words.text_with(
                "access-sent-lead",
                [("email", email.as_str().into()), ("minutes", rules::LINK_MINUTES.into())],
            ),
            waiting: words.text_with("access-sent-waiting", [("max", LETTERS_MAX.into())]),
            again: words.text("access-sent-again"),
            again_href: paths::with_next(addresses::sign_in(words.language), onward),
        }
    }

    pub fn sample(words: &Words) -> Self {
        let email = Email::parse("tyra&bo@example.org").expect("an & may stand in an address");
        Self::new(words, &email, None)
    }
}

pub async fn show(State(site): State<Site>, asked: Asked, RawQuery(query): RawQuery) -> Response {
    let onward = paths::next_of(query.as_deref());
    answer(&site, &asked, "", onward.as_ref(), &Problems::default())
}

pub async fn ask(
    State(site): State<Site>,
    asked: Asked,
    fields: Fields,
) -> Result<Response, Fault> {
    let onward = Onward::parse(fields.raw("next"));
    let words = site.words(asked.language);
    let typed = fields.line("email");
    let email = match Email::parse(&typed) {
        Ok(email) => email,
        Err(problem) => {
            let problems = wording::problems(words, &[rules::email_refusal(problem)]);
            return Ok(answer(&site, &asked, &typed, onward.as_ref(), &problems));
        }
    };
    commands::ask_for_link(
        &site.database,
        &site.key,
        asked.now,
        email.clone(),
        asked.language,
        onward.clone(),
    )
    .await?;
    let body = SentPage::new(words, &email, onward.as_ref());
    let head = head(words, &body.heading, onward.as_ref());
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}

fn answer(
    site: &Site,
    asked: &Asked,
    typed: &str,
    onward: Option<&Onward>,
    problems: &Problems,
) -> Response {
    let words = site.words(asked.language);
    let body = SignInPage::new(words, typed, onward, problems);
    let head = Head { has_problems: !problems.is_empty(), ..head(words, &body.heading, onward) };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, asked, status, &head, &body)
}

fn head(words: &Words, title: &str, onward: Option<&Onward>) -> Head {
    let other = addresses::sign_in(words.language.other());
    Head {
        title: title.to_owned(),
        other_language_href: Some(paths::with_next(other, onward)),
        private: true,
        layout: Layout::Narrow,
        ..Head::default()
    }
}
