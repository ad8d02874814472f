//! Makes the text of a letter when it is sent, from what is true then. The personal link is made
//! here, from the key, and goes into the letter alone.

use crate::event::{self, Event};
use crate::programme::{self, ProgrammeItem};
use crate::registration::mails::{self, Told};
use crate::registration::rules;
use crate::registration::store;
use crate::registration::types::Registration;
use interchange::calendar::Calendar;
use partnership::access;
use platform::database::DatabaseError;
use platform::mail::{CalendarFile, Mailbox, Message};
use platform::outbox::Due;
use shared::ids::{EventId, RegistrationId};
use shared::{Language, addresses};
use web::Words;
use web::letters::{LetterContext, LetterText};

/// The letter that is due, or nothing: whoever it was to is erased, has withdrawn, or it is no
/// letter of this slice (whose kinds begin with "registration.").
pub async fn render_letter(
    context: &LetterContext,
    due: &Due,
) -> Result<Option<Message>, DatabaseError> {
    if !due.kind.starts_with("registration.") {
        return Ok(None);
    }
    let mut session = context.database.read().await?;
    if due.kind == "registration.link-missing" {
        let Some(event) = event::find(&mut session, EventId(due.subject)).await? else {
            return Ok(None);
        };
        // Entered in the meantime: nothing to warn of.
        if event.meeting_link.is_some() || !matches!(event.state, event::State::Published { .. }) {
            return Ok(None);
        }
        let person = match event.created_by {
            Some(id) => access::person(&mut session, id).await?.filter(|it| it.has_access()),
            None => None,
        };
        return Ok(link_missing(context, &event, person.as_ref()));
    }
    let id = RegistrationId(due.subject);
    let Some(registration) = store::find(&mut session, id).await? else { return Ok(None) };
    let Some(event) = event::find(&mut session, registration.event).await? else {
        return Ok(None);
    };
    if registration.withdrawn_at.is_some() && due.kind != "registration.withdrawal" {
        return Ok(None);
    }
    let programme = match registration.wishes.is_empty() && registration.choices.is_empty() {
        true => vec![],
        false => programme::list(&mut session, event.id).await?,
    };
    drop(session);
    let language = registration.registrant.language;
    let words = context.words.of(language);
    let told = told(context, words, &event, &programme, &registration);
    let with_link = due.kind == "registration.meeting-link";
    let link = event.meeting_link.as_deref().unwrap_or_default();
    let text = match due.kind.as_str() {
        "registration.confirmation" => mails::confirmation(&told),
        "registration.link" => mails::link(&told),
        "registration.meeting-link" if link.is_empty() => return Ok(None),
        "registration.meeting-link" => mails::meeting_link(&told, link, due.detail.is_some()),
        "registration.change" => {
            mails::change(&told, &was(due.detail.as_deref().unwrap_or_default(), language))
        }
        "registration.cancellation" => mails::cancellation(&told),
        "registration.withdrawal" => mails::withdrawal(&told),
        _ => return Ok(None),
    };
    let has_calendar = due.kind != "registration.withdrawal" && due.kind != "registration.link";
    let calendar =
        has_calendar.then(|| calendar(context, &event, language, with_link.then_some(link)));
    Ok(Some(message(&event, &registration, text, calendar, language)))
}

fn was(detail: &str, language: Language) -> String {
    let detail: serde_json::Value = serde_json::from_str(detail).unwrap_or_default();
    detail[language.code()].as_str().unwrap_or_default().to_owned()
}

fn told<'a>(
    context: &LetterContext,
    words: &'a Words,
    event: &'a Event,
    programme: &[ProgrammeItem],
    registration: &'a Registration,
) -> Told<'a> {
    let language = words.language;
    let token = rules::personal_token(&context.key, registration.id, registration.link_version);
    let whole = |path: String| format!("{}{path}", context.public_url);
    Told {
        words,
        event,
        name: &registration.registrant.name,
        own: mails::own(words, programme, registration),
        personal_href: whole(addresses::personal_page(language, &token)),
        event_href: whole(addresses::event(language, &event.slug)),
        may_change_until: Some(rules::change_deadline(event)),
    }
}

fn calendar(
    context: &LetterContext,
    event: &Event,
    language: Language,
    link: Option<&str>,
) -> CalendarFile {
    let url = format!("{}{}", context.public_url, addresses::event(language, &event.slug));
    let host = event::calendar_host(&context.public_url);
    let entries = event::calendar_entries(event, language, url, &host, link);
    CalendarFile { name: format!("{}.ics", event.slug), text: Calendar { entries }.to_text() }
}

fn reply_to(event: &Event) -> Option<Mailbox> {
    event.contact().map(|it| Mailbox { name: it.name.clone(), address: it.email.clone() })
}

fn message(
    event: &Event,
    registration: &Registration,
    text: LetterText,
    calendar: Option<CalendarFile>,
    language: Language,
) -> Message {
    Message {
        to: Mailbox {
            name: registration.registrant.name.clone(),
            address: registration.registrant.email.as_str().to_owned(),
        },
        reply_to: reply_to(event),
        text: text.plain(),
        html: text.html(),
        subject: text.subject,
        calendar,
        language: language.code(),
    }
}

/// To whoever made the event; where they have gone, to the event's contact.
fn link_missing(
    context: &LetterContext,
    event: &Event,
    person: Option<&access::Person>,
) -> Option<Message> {
    let (to, language) = match (person, event.contact()) {
        (Some(person), _) => {
            (Mailbox { name: person.name.clone(), address: person.email.clone() }, person.language)
        }
        (None, Some(contact)) => (
            Mailbox { name: contact.name.clone(), address: contact.email.clone() },
            Language::Swedish,
        ),
        (None, None) => return None,
    };
    let path = addresses::organise_event_part(language, &event.slug, "andring", "edit");
    let href = format!("{}{path}", context.public_url);
    let text = mails::link_missing(context.words.of(language), event, &to.name, href);
    Some(Message {
        to,
        reply_to: None,
        text: text.plain(),
        html: text.html(),
        subject: text.subject,
        calendar: None,
        language: language.code(),
    })
}
