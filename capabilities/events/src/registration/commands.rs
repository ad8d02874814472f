//! What can be done to a registration. Each verb reads, decides and writes, in one transaction.

mod intake;
mod told;

pub use intake::Intake;
pub use told::{announce_cancellation, announce_change, send_links, warn_of_missing_links};

use crate::event::{self, Event};
use crate::programme;
use crate::registration::rules;
use crate::registration::store;
use crate::registration::types::{
    Availability, By, Placed, PlacedChoice, Refusal, Register, Registered, Registrant,
    Registration, Wanted, WantedRefusal,
};
use platform::clock::Now;
use platform::database::{Database, DatabaseError, Tx};
use platform::failure::{Failure, Never};
use platform::outbox::{self, Letter};
use platform::secrets::Key;
use platform::{allowance, facts};
use shared::ids::{EventId, PlaceLimitId, RegistrationId};

const FULL: Refusal = Refusal::Unavailable(Availability::Full);

/// A letter about a registration, due at once.
pub(crate) fn letter(
    kind: &'static str,
    subject: RegistrationId,
    about: EventId,
    now: Now,
) -> Letter {
    Letter {
        kind,
        subject: subject.0,
        about: Some(about.0),
        detail: None,
        once_key: None,
        due_at: now.at,
    }
}

/// Registers somebody. The same form again, or another form with the same address, changes
/// nothing; who had registered before gets a letter with their link, as far as the allowance goes.
pub async fn register(
    database: &Database,
    key: &Key,
    now: Now,
    request: Register,
) -> Result<Registered, Failure<Refusal>> {
    let key = key.clone();
    let said = database
        .write(move |tx| {
            let (request, key) = (request.clone(), key.clone());
            Box::pin(async move {
                let event = event::find(tx, request.event).await?.ok_or(Failure::NotFound)?;
                register_in(tx, &key, now, &event, request, false).await
            })
        })
        .await?;
    said.map_err(Failure::Refused)
}

/// Registers somebody who is written to about nothing: invented people of a demonstration.
pub async fn register_silently(
    tx: &mut Tx,
    key: &Key,
    now: Now,
    request: Register,
) -> Result<Registered, Failure<Refusal>> {
    let event = event::find(tx, request.event).await?.ok_or(Failure::NotFound)?;
    register_in(tx, key, now, &event, request, true).await?.map_err(Failure::Refused)
}

/// What somebody is told once it is committed. A refusal in here has had a letter written, which a
/// failure would undo.
type Said = Result<Registered, Refusal>;

async fn register_in(
    tx: &mut Tx,
    key: &Key,
    now: Now,
    event: &Event,
    request: Register,
    silent: bool,
) -> Result<Said, Failure<Refusal>> {
    // Who wishes and chooses nothing is asked nothing of the programme.
    let programme = match request.wanted.is_nothing() {
        true => vec![],
        false => programme::list(tx, event.id).await?,
    };
    let (said, wanted) = write_down(tx, key, now, event, &programme, request, silent).await?;
    // Last, so that the row everyone is waiting for is locked for the shortest time.
    take_all(tx, wanted).await?;
    Ok(said)
}

/// A place that somebody takes: its counter, and the choice it is for; the event's own has none.
type WantedPlace = (PlaceLimitId, Option<PlacedChoice>);

/// Writes a registration with its letter, and says which places are still to be taken for it. A
/// failure has written nothing.
async fn write_down(
    tx: &mut Tx,
    key: &Key,
    now: Now,
    event: &Event,
    programme: &[programme::ProgrammeItem],
    request: Register,
    silent: bool,
) -> Result<(Said, Vec<WantedPlace>), Failure<Refusal>> {
    let id = request.id;
    let about = event.id;
    let email_key = request.registrant.email.key();
    let form_mark = request.form_mark.clone();
    let by = request.by;
    let accepted = match rules::accept(event, programme, now, request) {
        Ok(accepted) => accepted,
        // The same form again is told the same, also when nobody else would be taken.
        Err(refusal) => {
            return match store::find_by_email(tx, about, &email_key).await? {
                Some((id, mark)) if form_mark.is_some() && mark == form_mark => {
                    Ok((Ok(Registered::Repeated(id)), vec![]))
                }
                // "Full" says nothing of who has a place; their letter does, and has their link.
                Some((id, _)) if refusal == FULL && by == By::Themselves => {
                    known_before(tx, key, id, about, &email_key, now).await?;
                    Ok((Err(refusal), vec![]))
                }
                _ => Err(Failure::Refused(refusal)),
            };
        }
    };
    // Nobody asks first whether the address is known: most are not, and the row's key says so.
    if !store::insert(tx, &accepted, silent, now.at).await? {
        let (id, mark) =
            store::find_by_email(tx, about, &email_key).await?.ok_or(Failure::NotFound)?;
        if form_mark.is_some() && mark == form_mark {
            return Ok((Ok(Registered::Repeated(id)), vec![]));
        }
        let known = known_before(tx, key, id, about, &email_key, now).await?;
        return Ok((Ok(known), vec![]));
    }
    facts::record(tx, "registration.registered", id.0, now.at).await?;
    if !silent {
        outbox::enqueue(tx, letter("registration.confirmation", id, about, now), now.at).await?;
    }
    let choices = accepted.placed().choices.iter().map(|it| (it.limit, Some(*it)));
    let wanted = choices.chain([(event.limit.id, None)]).collect();
    Ok((Ok(Registered::Anew(id)), wanted))
}

async fn known_before(
    tx: &mut Tx,
    key: &Key,
    id: RegistrationId,
    about: EventId,
    email_key: &str,
    now: Now,
) -> Result<Registered, Failure<Refusal>> {
    if allowance::take(tx, key, email_key, now.at).await? {
        outbox::enqueue(tx, letter("registration.link", id, about, now), now.at).await?;
    }
    Ok(Registered::Before(id))
}

/// Takes one place of each, in the order of the counters' ids so that nobody waits in a circle;
/// all or nothing.
async fn take_all(tx: &mut Tx, mut wanted: Vec<WantedPlace>) -> Result<(), Failure<Refusal>> {
    wanted.sort_by_key(|(limit, _)| *limit);
    for (limit, choice) in wanted {
        if !store::take_places(tx, limit, 1).await? {
            return Err(Failure::Refused(match choice {
                None => FULL,
                Some(choice) => Refusal::Wanted(vec![WantedRefusal::ChoiceFull {
                    item: choice.nth,
                    title: shared::Text::default(),
                }]),
            }));
        }
    }
    Ok(())
}

/// What somebody changes in their registration.
#[derive(Debug, Clone)]
pub struct Change {
    pub id: RegistrationId,
    pub registrant: Registrant,
    pub wanted: Wanted,
    pub by: By,
}

/// Changes what somebody said of themselves and what they wish. Another address makes the links
/// that were sent to the old one void; the new one gets a letter with its own.
pub async fn change(database: &Database, now: Now, change: Change) -> Result<(), Failure<Refusal>> {
    database
        .write(move |tx| {
            let change = change.clone();
            Box::pin(async move { change_in(tx, now, change).await })
        })
        .await
}

async fn change_in(tx: &mut Tx, now: Now, change: Change) -> Result<(), Failure<Refusal>> {
    let registration = active(tx, change.id).await?;
    let about = registration.event;
    let event = event::find(tx, about).await?.ok_or(Failure::NotFound)?;
    match change.by {
        By::Themselves => rules::may_change(&event, now).map_err(Failure::Refused)?,
        By::Organiser => {}
    }
    let programme = programme::list(tx, about).await?;
    let held = held(&registration, &programme);
    let placed = rules::place(&programme, &change.wanted, &held).map_err(Failure::Refused)?;
    let moved = change.registrant.email.key() != registration.registrant.email.key();
    let link_version = registration.link_version + i64::from(moved);
    let written =
        store::update_registrant(tx, change.id, about, &change.registrant, link_version, now.at)
            .await?;
    if !written {
        return Err(Failure::Refused(Refusal::EmailTaken));
    }
    store::replace_placed(tx, change.id, &placed).await?;
    facts::record(tx, "registration.changed", change.id.0, now.at).await?;
    if moved {
        let letter = letter("registration.link", change.id, about, now);
        outbox::enqueue(tx, letter, now.at).await?;
    }
    let left: Vec<_> = held
        .choices
        .iter()
        .filter(|it| placed.choices.iter().all(|new| new.talk != it.talk))
        .collect();
    for choice in left {
        store::give_back_place(tx, choice.limit).await?;
    }
    let new = placed
        .choices
        .iter()
        .filter(|it| held.choices.iter().all(|old| old.talk != it.talk))
        .map(|it| (it.limit, Some(*it)))
        .collect();
    take_all(tx, new).await
}

/// What a registration holds, as the programme knows it.
fn held(registration: &Registration, programme: &[programme::ProgrammeItem]) -> Placed {
    let choices = registration
        .choices
        .iter()
        .filter_map(|(item, talk)| {
            let (nth, item) = (1..).zip(programme).find(|(_, it)| it.id == *item)?;
            let talk = item.talks.iter().find(|it| it.id == *talk)?;
            Some(PlacedChoice { item: item.id, nth, talk: talk.id, limit: talk.limit.id })
        })
        .collect();
    Placed { wishes: registration.wishes.clone(), choices }
}

async fn active<R>(tx: &mut Tx, id: RegistrationId) -> Result<Registration, Failure<R>> {
    let found = store::find(tx, id).await?;
    found.filter(|it| it.withdrawn_at.is_none()).ok_or(Failure::NotFound)
}

/// Notes that somebody is not coming and frees their places. Who has withdrawn already stays so.
pub async fn withdraw(
    database: &Database,
    now: Now,
    id: RegistrationId,
    by: By,
) -> Result<(), Failure<Refusal>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                let registration =
                    store::find(tx, id).await?.ok_or(Failure::<Refusal>::NotFound)?;
                let about = registration.event;
                let event = event::find(tx, about).await?.ok_or(Failure::NotFound)?;
                if by == By::Themselves && registration.withdrawn_at.is_none() {
                    rules::may_withdraw(&event, now).map_err(Failure::Refused)?;
                }
                if !store::withdraw(tx, id, now.at).await? {
                    return Ok(());
                }
                facts::record(tx, "registration.withdrawn", id.0, now.at).await?;
                let letter = letter("registration.withdrawal", id, about, now);
                outbox::enqueue(tx, letter, now.at).await?;
                free_places(tx, &registration, &event).await?;
                Ok(())
            })
        })
        .await
}

/// Gives back every place that a registration took, in the order in which they are taken.
async fn free_places(
    tx: &mut Tx,
    registration: &Registration,
    event: &Event,
) -> Result<(), DatabaseError> {
    let programme = programme::list(tx, event.id).await?;
    let mut limits: Vec<_> =
        held(registration, &programme).choices.iter().map(|it| it.limit).collect();
    limits.push(event.limit.id);
    limits.sort();
    for limit in limits {
        store::give_back_place(tx, limit).await?;
    }
    Ok(())
}

/// Erases what one person sent, and the letters to them; a place they held becomes free. Nobody is
/// written to: the address is gone. Whoever is erased already stays so.
pub async fn erase(
    database: &Database,
    now: Now,
    id: RegistrationId,
) -> Result<(), Failure<Never>> {
    database
        .write(move |tx| {
            Box::pin(async move {
                let Some(registration) = store::find(tx, id).await? else { return Ok(()) };
                let event = event::find(tx, registration.event).await?.ok_or(Failure::NotFound)?;
                store::erase(tx, id).await?;
                outbox::forget(tx, id.0).await?;
                facts::record(tx, "registration.erased", id.0, now.at).await?;
                if registration.withdrawn_at.is_none() {
                    free_places(tx, &registration, &event).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Sends somebody's link again, if the address is registered and the allowance reaches. The answer
/// is the same in every case.
pub async fn link_again(
    database: &Database,
    key: &Key,
    now: Now,
    event: EventId,
    email_key: String,
) -> Result<(), Failure<Never>> {
    let key = key.clone();
    database
        .write(move |tx| {
            let (key, email_key) = (key.clone(), email_key.clone());
            Box::pin(async move {
                if !allowance::take(tx, &key, &email_key, now.at).await? {
                    return Ok(());
                }
                if let Some((id, _)) = store::find_by_email(tx, event, &email_key).await? {
                    let letter = letter("registration.link", id, event, now);
                    outbox::enqueue(tx, letter, now.at).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Erases the registrations of every event whose day to do so has come, with the letters to them.
/// Counts stay: how many came is no personal data.
pub async fn erase_due(database: &Database, now: Now) -> Result<u32, DatabaseError> {
    let today = now.at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let mut due = vec![];
    {
        let mut session = database.read().await?;
        for event in event::list_to_erase(&mut session, today).await? {
            if store::has_any(&mut session, event).await? {
                due.push(event);
            }
        }
    }
    let mut erased = 0;
    for event in due {
        let done = database
            .write::<_, Never>(move |tx| {
                Box::pin(async move {
                    let ids = store::erase_all(tx, event).await?;
                    for id in &ids {
                        outbox::forget(tx, id.0).await?;
                    }
                    facts::record(tx, "registration.erased", event.0, now.at).await?;
                    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
                })
            })
            .await;
        match done {
            Ok(count) => {
                tracing::info!(event = %event, count, "registrations erased");
                erased += count;
            }
            Err(Failure::Broken(error)) => return Err(error),
            Err(_) => {}
        }
    }
    Ok(erased)
}
