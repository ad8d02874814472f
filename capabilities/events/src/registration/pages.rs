//! What people who register meet: the form, the receipt, their own page, and the ways to change,
//! to withdraw and to get the link again.

pub mod change;
pub mod desk;
pub mod form;
pub mod link_again;
pub mod person;
pub mod personal;
pub mod receipt;
pub mod unavailable;
pub mod withdrawal;
mod wording;

use crate::event::{self, Event};
use platform::database::Session;
use shared::ids::RegistrationId;
use web::{Fault, Site};

use crate::registration::rules;
use crate::registration::store;
use crate::registration::types::Registration;

/// A public event by what stands in its address.
pub(crate) async fn public_event(session: &mut Session, slug: &str) -> Result<Event, Fault> {
    let event = event::find_by_slug(session, slug).await?;
    event.filter(|it| it.state.is_public()).ok_or(Fault::NotFound)
}

/// The registration that a personal link opens, and its event. A forged link, a void one and one
/// to somebody who is erased look the same.
pub(crate) async fn opened(
    site: &Site,
    session: &mut Session,
    token: &str,
) -> Result<(Registration, Event), Fault> {
    let id: RegistrationId = rules::registration_of(token).ok_or(Fault::NotFound)?;
    let registration = store::find(session, id).await?.ok_or(Fault::NotFound)?;
    if !rules::is_personal(&site.key, token, id, registration.link_version) {
        return Err(Fault::NotFound);
    }
    let event = event::find(session, registration.event).await?.ok_or(Fault::NotFound)?;
    Ok((registration, event))
}
