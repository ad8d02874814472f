//! What those who are registered are told without asking: the meeting link on its day, and that
//! something changed or is cancelled.

use crate::event::{self, Event};
use crate::registration::commands::letter;
use crate::registration::rules;
use crate::registration::store;
use jiff::ToSpan;
use platform::clock::Now;
use platform::database::{Database, DatabaseError, Tx};
use platform::failure::{Failure, Never};
use platform::outbox::{self, Letter};
use shared::ids::EventId;

/// Tells everybody that the event is cancelled. For whoever cancels it, in the same transaction.
pub async fn announce_cancellation(
    tx: &mut Tx,
    event: EventId,
    now: jiff::Timestamp,
) -> Result<(), DatabaseError> {
    let now = Now { at: now };
    for id in store::list_to_tell(tx, event).await? {
        let told = Letter {
            once_key: Some(format!("cancellation:{id}")),
            ..letter("registration.cancellation", id, event, now)
        };
        outbox::enqueue(tx, told, now.at).await?;
    }
    Ok(())
}

/// Tells everybody that day, time or place changed. `was`: a JSON object with what it was before,
/// in words, under "sv" and "en".
pub async fn announce_change(
    tx: &mut Tx,
    event: EventId,
    was: &str,
    now: jiff::Timestamp,
) -> Result<(), DatabaseError> {
    let now = Now { at: now };
    for id in store::list_to_tell(tx, event).await? {
        let told = Letter {
            detail: Some(was.to_owned()),
            ..letter("registration.change", id, event, now)
        };
        outbox::enqueue(tx, told, now.at).await?;
    }
    Ok(())
}

fn unfailing<T>(done: Result<T, Failure<Never>>) -> Result<Option<T>, DatabaseError> {
    match done {
        Ok(it) => Ok(Some(it)),
        Err(Failure::Broken(error)) => Err(error),
        Err(Failure::NotFound) => Ok(None),
        Err(Failure::Refused(never)) => match never {},
    }
}

/// Events whose link may be due about now, wherever on earth they are.
async fn about_due(
    database: &Database,
    now: Now,
    days_ahead: i64,
) -> Result<Vec<Event>, DatabaseError> {
    let today = now.at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let until = today.checked_add(days_ahead.days()).unwrap_or(today);
    event::list_to_dispatch(&mut database.read().await?, until, now.at).await
}

/// From 08.00 on the promised day, sends the meeting link to everybody who lacks it: to all of
/// them, to who registers later, and again when it changed.
pub async fn send_links(database: &Database, now: Now) -> Result<u32, DatabaseError> {
    let mut sent = 0;
    for event in about_due(database, now, 1).await? {
        if event.meeting_link.is_none() || !rules::link_is_due(&event, now) {
            continue;
        }
        let (id, version) = (event.id, event.link_version);
        if !store::lacks_link(&mut database.read().await?, id, version).await? {
            continue;
        }
        let done = database
            .write::<_, Never>(move |tx| {
                Box::pin(async move {
                    // Read again: the link may have changed, or gone, since the question.
                    let event = event::find(tx, id).await?.ok_or(Failure::NotFound)?;
                    if event.meeting_link.is_none() || event.link_version != version {
                        return Ok(0);
                    }
                    let people = store::take_link(tx, id, version).await?;
                    for (person, had_another) in &people {
                        let told = Letter {
                            detail: had_another.then(|| "changed".to_owned()),
                            once_key: Some(format!("meeting-link:{person}:{version}")),
                            ..letter("registration.meeting-link", *person, id, now)
                        };
                        outbox::enqueue(tx, told, now.at).await?;
                    }
                    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
                })
            })
            .await;
        sent += unfailing(done)?.unwrap_or(0);
    }
    Ok(sent)
}

/// From 08.00 on the day before the promised one, warns the organiser once that there is no link.
pub async fn warn_of_missing_links(database: &Database, now: Now) -> Result<(), DatabaseError> {
    for event in about_due(database, now, 2).await? {
        let Some(dispatch) = event.dispatch.filter(|_| event.meeting_link.is_none()) else {
            continue;
        };
        let day = event::dispatch_day(dispatch, event.first_day().day);
        let warn_on = day.checked_sub(1.days()).unwrap_or(day);
        if now.at < event::morning(warn_on, &event.zone) {
            continue;
        }
        let once_key = format!("link-missing:{}:{day}", event.id);
        if outbox::was_enqueued(&mut database.read().await?, &once_key).await? {
            continue;
        }
        let id = event.id;
        let done = database
            .write::<_, Never>(move |tx| {
                let once_key = once_key.clone();
                Box::pin(async move {
                    let warning = Letter {
                        kind: "registration.link-missing",
                        subject: id.0,
                        about: Some(id.0),
                        detail: None,
                        once_key: Some(once_key),
                        due_at: now.at,
                    };
                    outbox::enqueue(tx, warning, now.at).await?;
                    Ok(())
                })
            })
            .await;
        unfailing(done)?;
    }
    Ok(())
}
