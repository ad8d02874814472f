//! How accessible the site is, said from what we know, with a form to tell us what we do not.

use crate::site::commands;
use crate::site::pages::paths;
use crate::site::rules::{self, CompleteStatement};
use crate::site::types::{
    CaseNumber, Compliance, Defect, LeaveMessage, MessageId, Reason, Refusal, StatementDraft,
};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::{Date, date};
use platform::database::DatabaseError;
use platform::failure::Failure;
use platform::secrets;
use shared::addresses;
use web::forms::{ErrorSummary, Maybe, Problems, TextArea, TextField};
use web::shell::{Head, Layout, page, see_other};
use web::site::Settings;
use web::{Asked, Fault, Fields, Site, Words};

/// Where one complains of a site that is not mended.
const COMPLAINT: &str = "https://www.digg.se/tdosanmalan";
/// When the pages were last assessed as the statement says. Whoever assesses them anew moves it.
const ASSESSED_ON: Date = date(2026, 11, 25);
/// When the statement was last changed.
const UPDATED_ON: Date = date(2026, 11, 25);

/// What we know just now.
pub fn draft(words: &Words, settings: &Settings) -> StatementDraft {
    let url = settings.public_url.as_str();
    let host = url.split_once("://").map_or(url, |(_, host)| host);
    let actor = settings.operator.clone().unwrap_or_else(|| {
        // Nobody has said what it is called.
        words.text_with("site-statement-actor", [("host", host.into())])
    });
    let defect = |what, alternative| Defect { what, reason: Reason::NotMended, alternative };
    StatementDraft {
        actor,
        service: words.text("web-site-name"),
        compliance: Some(Compliance::Partly),
        defects: vec![
            defect(words.text("site-defect-texts"), words.text("site-defect-texts-alternative")),
            defect(
                words.text("site-defect-languages"),
                words.text("site-defect-languages-alternative"),
            ),
        ],
        assessed_on: Some(ASSESSED_ON),
        updated_on: Some(UPDATED_ON),
        method: words.text("site-statement-method"),
        message_action: paths::message(words.language),
        complaint_href: COMPLAINT.to_owned(),
        exemptions: words.text("site-statement-exemptions"),
        outside: words.text("site-statement-outside"),
    }
}

pub struct DefectShown {
    pub what: String,
    pub reason: String,
    pub alternative: String,
}

#[derive(Template)]
#[template(path = "site/pages/accessibility.html")]
pub struct AccessibilityPage {
    pub summary: Maybe<ErrorSummary>,
    pub heading: String,
    pub lead: String,
    pub status_heading: String,
    pub status: String,
    pub defects_heading: String,
    pub defects: Vec<DefectShown>,
    pub message_heading: String,
    pub message_lead: String,
    pub action: String,
    pub text: TextArea,
    pub email: TextField,
    pub why: String,
    pub send: String,
    pub complaint_heading: String,
    pub complaint: String,
    pub complaint_href: String,
    pub complaint_link: String,
    pub exemptions_heading: String,
    pub exemptions: String,
    pub outside_heading: String,
    pub outside: String,
    pub method_heading: String,
    pub method: String,
    pub assessed: String,
    pub updated: String,
}

impl AccessibilityPage {
    /// Only of a statement that lacks nothing.
    pub fn new(
        words: &Words,
        statement: &CompleteStatement,
        typed: &Fields,
        problems: &Problems,
    ) -> Self {
        let told = statement.text();
        let on = |day| locale::day(words.language, day);
        let service = || told.service.clone();
        Self {
            summary: Maybe(ErrorSummary::new(words, problems)),
            heading: words.text_with("site-statement", [("service", service().into())]),
            lead: words.text_with("site-statement-lead", [("actor", told.actor.clone().into())]),
            status_heading: words.text("site-statement-status"),
            status: match statement.compliance() {
                Compliance::Fully => {
                    words.text_with("site-statement-fully", [("service", service().into())])
                }
                Compliance::Partly => {
                    words.text_with("site-statement-partly", [("service", service().into())])
                }
                Compliance::Not => {
                    words.text_with("site-statement-not", [("service", service().into())])
                }
            },
            defects_heading: words.text("site-statement-defects"),
            defects: told.defects.iter().map(|it| shown(words, it)).collect(),
            message_heading: words.text("site-message"),
            message_lead: words.text("site-message-lead"),
            action: told.message_action.clone(),
            text: TextArea::new("text", words.text("site-message-text"), typed.raw("text"), 6)
                .hint(words.text("site-message-text-hint"))
                .problem(problems),
            email: TextField::new("email", words.text("site-message-email"), typed.raw("email"))
                .kind("email")
                .autocomplete("email")
                .hint(words.text("site-message-email-hint"))
                .optional(words)
                .problem(problems),
            why: words.text("site-message-why"),
            send: words.text("site-message-send"),
            complaint_heading: words.text("site-complaint"),
            complaint: words.text("site-complaint-text"),
            complaint_href: told.complaint_href.clone(),
            complaint_link: words.text("site-complaint-link"),
            exemptions_heading: words.text("site-statement-exemptions-heading"),
            exemptions: told.exemptions.clone(),
            outside_heading: words.text("site-statement-outside-heading"),
            outside: told.outside.clone(),
            method_heading: words.text("site-statement-method-heading"),
            method: told.method.clone(),
            assessed: words.text_with(
                "site-statement-assessed",
                [("day", on(statement.assessed_on()).into())],
            ),
            updated: words
                .text_with("site-statement-updated", [("day", on(statement.updated_on()).into())]),
        }
    }

    /// With a message that was refused.
    pub fn sample(words: &Words) -> Self {
        let settings = Settings {
            public_url: "https://samverk.example.org".to_owned(),
            ..Settings::default()
        };
        let statement =
            rules::complete(draft(words, &settings)).expect("our own statement lacks nothing");
        let typed =
            [("text", "  "), ("email", "eva & bo")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let problems = worded(words, &[Refusal::TextMissing, Refusal::EmailImplausible]);
        Self::new(words, &statement, &Fields::from_pairs(typed), &problems)
    }
}

fn shown(words: &Words, defect: &Defect) -> DefectShown {
    DefectShown {
        what: defect.what.clone(),
        reason: match defect.reason {
            Reason::NotMended => words.text("site-reason-not-mended"),
            Reason::Disproportionate => words.text("site-reason-disproportionate"),
        },
        alternative: defect.alternative.clone(),
    }
}

pub fn worded(words: &Words, refusals: &[Refusal]) -> Problems {
    let mut problems = Problems::default();
    for refusal in refusals {
        match refusal {
            Refusal::TextMissing => {
                problems.add("text", words.text("site-message-text-missing"));
            }
            Refusal::TextTooLong(max) => {
                let max = i64::try_from(*max).unwrap_or(i64::MAX);
                let text = words.text_with("site-message-text-too-long", [("max", max.into())]);
                problems.add("text", text);
            }
            Refusal::EmailImplausible => {
                problems.add("email", words.text("site-message-email-implausible"));
            }
            Refusal::Full => problems.add("text", words.text("site-message-full")),
        }
    }
    problems
}

pub async fn show(State(site): State<Site>, asked: Asked) -> Result<Response, Fault> {
    answer(&site, &asked, &Fields::default(), &Problems::default())
}

/// `POST …/meddelande`
pub async fn leave_message(
    State(site): State<Site>,
    asked: Asked,
    fields: Fields,
) -> Result<Response, Fault> {
    let request = LeaveMessage {
        id: MessageId::new(),
        case_number: CaseNumber::from_bytes(secrets::random()),
        text: fields.text("text"),
        email: fields.line("email"),
        language: asked.language,
    };
    match commands::leave_message(&site.database, asked.now, request).await {
        Ok(case_number) => Ok(see_other(&paths::receipt(asked.language, &case_number))),
        Err(Failure::Refused(refusals)) => {
            let problems = worded(site.words(asked.language), &refusals);
            answer(&site, &asked, &fields, &problems)
        }
        Err(Failure::NotFound) => Err(Fault::NotFound),
        Err(Failure::Broken(error)) => Err(Fault::Broken(error)),
    }
}

fn answer(
    site: &Site,
    asked: &Asked,
    typed: &Fields,
    problems: &Problems,
) -> Result<Response, Fault> {
    let words = site.words(asked.language);
    let statement = rules::complete(draft(words, &site.settings)).map_err(|lacks| {
        Fault::Broken(DatabaseError::Unreadable(format!(
            "the accessibility statement lacks {lacks:?}"
        )))
    })?;
    let body = AccessibilityPage::new(words, &statement, typed, problems);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(addresses::accessibility(asked.language.other()).to_owned()),
        canonical: Some(site.url(addresses::accessibility(asked.language))),
        description: Some(body.lead.clone()),
        layout: Layout::Narrow,
        has_problems: !problems.is_empty(),
        ..Head::default()
    };
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(site, asked, status, &head, &body))
}
