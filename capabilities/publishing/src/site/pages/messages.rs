//! What people told us, for those who are to answer.

use crate::site::commands;
use crate::site::pages::paths;
use crate::site::store;
use crate::site::types::{CaseNumber, Message, MessageId};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::ids::Uuid;
use shared::Language;
use web::shell::{Head, Section, page, see_other};
use web::{Asked, Fault, Site, Words};

pub struct MessageShown {
    pub number: String,
    pub received: String,
    pub language: &'static str,
    pub lines: Vec<String>,
    pub email: Option<String>,
    pub answered: Option<String>,
    pub action: String,
}

#[derive(Template)]
#[template(path = "site/pages/messages.html")]
pub struct MessagesPage {
    pub heading: String,
    pub lead: String,
    pub empty: String,
    pub empty_text: String,
    pub anonymous: String,
    pub mark: String,
    pub messages: Vec<MessageShown>,
}

impl MessagesPage {
    pub fn new(words: &Words, messages: &[Message]) -> Self {
        Self {
            heading: words.text("site-messages"),
            lead: words.text("site-messages-lead"),
            empty: words.text("site-messages-empty"),
            empty_text: words.text("site-messages-empty-text"),
            anonymous: words.text("site-messages-anonymous"),
            mark: words.text("site-messages-mark"),
            messages: messages.iter().map(|it| shown(words, it)).collect(),
        }
    }

    pub fn sample(words: &Words) -> Self {
        Self::new(words, &sample_messages())
    }
}

/// One that waits and one that was answered; what it says holds an `&` on purpose.
pub fn sample_messages() -> Vec<Message> {
    let at: Timestamp = "2027-05-18T12:00:00Z".parse().expect("this text is an instant");
    let waiting = Message {
        id: MessageId(Uuid::from_u128(1)),
        case_number: CaseNumber::from_bytes([7, 1, 2, 3, 4]),
        text: "Knappen <Anmäl dig> & texten går ihop.\nDet var i mobilen.".to_owned(),
        email: Some("eva@example.org".to_owned()),
        language: Language::Swedish,
        received_at: at,
        answered_at: None,
    };
    let answered = Message {
        id: MessageId(Uuid::from_u128(2)),
        case_number: CaseNumber::from_bytes([9, 1, 2, 3, 4]),
        text: "The map has no words.".to_owned(),
        email: None,
        language: Language::English,
        answered_at: Some(at),
        ..waiting.clone()
    };
    vec![waiting, answered]
}

fn shown(words: &Words, message: &Message) -> MessageShown {
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let moment =
        |at: Timestamp| locale::moment(words.language, &at.to_zoned_datetime(zone.clone()));
    MessageShown {
        number: message.case_number.as_str().to_owned(),
        received: moment(message.received_at),
        language: message.language.code(),
        lines: message.text.lines().map(str::to_owned).collect(),
        email: message.email.clone(),
        answered: message
            .answered_at
            .map(|at| words.text_with("site-messages-answered", [("moment", moment(at).into())])),
        action: paths::answer(words.language, message.id),
    }
}

pub async fn show(State(site): State<Site>, asked: Asked) -> Result<Response, Fault> {
    asked.person()?;
    let messages = store::list(&mut site.database.read().await?).await?;
    let body = MessagesPage::new(site.words(asked.language), &messages);
    let head = Head {
        title: body.heading.clone(),
        other_language_href: Some(paths::messages(asked.language.other())),
        private: true,
        section: Section::Organise,
        ..Head::default()
    };
    Ok(page(&site, &asked, StatusCode::OK, &head, &body))
}

/// `POST …/{id}/svar`
pub async fn answer(
    State(site): State<Site>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    asked.person()?;
    let id: MessageId = id.parse().map_err(|()| Fault::NotFound)?;
    commands::mark_answered(&site.database, asked.now, id).await.map_err(Fault::from_failure)?;
    Ok(see_other(&paths::messages(asked.language)))
}
