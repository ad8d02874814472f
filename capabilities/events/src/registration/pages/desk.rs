//! What an organiser does with registrations: looks at them, and helps somebody who phones.

pub mod list;
pub mod parting;
pub mod person;

use crate::event::{self, Event};
use crate::registration::pages::desk::parting::Parting;
use crate::registration::store;
use crate::registration::types::Registration;
use platform::database::Session;
use shared::ids::RegistrationId;
use shared::{Language, addresses};
use web::Fault;

/// Where an event's registrations are.
pub fn list_href(language: Language, slug: &str) -> String {
    addresses::organise_event_part(language, slug, "anmalda", "registrations")
}

fn new_href(language: Language, slug: &str) -> String {
    let list = list_href(language, slug);
    match language {
        Language::Swedish => format!("{list}/ny"),
        Language::English => format!("{list}/new"),
    }
}

fn person_href(language: Language, slug: &str, id: RegistrationId) -> String {
    format!("{}/{id}", list_href(language, slug))
}

fn parting_href(language: Language, slug: &str, id: RegistrationId, parting: Parting) -> String {
    let person = person_href(language, slug, id);
    match (parting, language) {
        (Parting::Withdrawal, Language::Swedish) => format!("{person}/avanmalan"),
        (Parting::Withdrawal, Language::English) => format!("{person}/withdrawal"),
        (Parting::Erasure, Language::Swedish) => format!("{person}/radering"),
        (Parting::Erasure, Language::English) => format!("{person}/erasure"),
    }
}

/// Any event, a draft too.
async fn any_event(session: &mut Session, slug: &str) -> Result<Event, Fault> {
    event::find_by_slug(session, slug).await?.ok_or(Fault::NotFound)
}

/// A registration to this event; one to another event is not found here.
async fn of_event(
    session: &mut Session,
    slug: &str,
    id: &str,
) -> Result<(Event, Registration), Fault> {
    let event = any_event(session, slug).await?;
    let id = id.parse().map_err(|()| Fault::NotFound)?;
    let registration = store::find(session, id).await?.ok_or(Fault::NotFound)?;
    if registration.event != event.id {
        return Err(Fault::NotFound);
    }
    Ok((event, registration))
}
