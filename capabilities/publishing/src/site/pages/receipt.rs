//! What whoever left a message gets to keep: its number. Never what it says.

use crate::site::pages::paths;
use crate::site::store;
use crate::site::types::{CaseNumber, Message};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::tz::TimeZone;
use shared::addresses;
use web::shell::{Head, Layout, page};
use web::{Asked, Fault, Site, Words};

#[derive(Template)]
#[template(path = "site/pages/receipt.html")]
pub struct ReceiptPage {
    pub heading: String,
    pub number: String,
    pub text: String,
    pub href: &'static str,
    pub onward: String,
}

impl ReceiptPage {
    pub fn new(words: &Words, message: &Message) -> Self {
        let number = message.case_number.as_str().to_owned();
        Self {
            heading: words.text("site-receipt"),
            number: words.text_with("site-receipt-number", [("number", number.into())]),
            text: match (message.answered_at, &message.email) {
                (Some(at), _) => {
                    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
                    let day = locale::day(words.language, at.to_zoned_datetime(zone).date());
                    words.text_with("site-receipt-answered", [("day", day.into())])
                }
                (None, Some(_)) => words.text("site-receipt-with-email"),
                (None, None) => words.text("site-receipt-without-email"),
            },
            href: addresses::start(words.language),
            onward: words.text("site-receipt-onward"),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &crate::site::pages::messages::sample_messages()[0])
    }
}

pub async fn show(
    State(site): State<Site>,
    asked: Asked,
    Path(case): Path<String>,
) -> Result<Response, Fault> {
    let case_number = CaseNumber::parse(&case).ok_or(Fault::NotFound)?;
    let mut session = site.database.read().await?;
    let message = store::find_by_case(&mut session, &case_number).await?.ok_or(Fault::NotFound)?;
    drop(session);
    let body = ReceiptPage::new(site.words(asked.language), &message);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::receipt(asked.language.other(), &case_number)),
        private: true,
        layout: Layout::Narrow,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}
