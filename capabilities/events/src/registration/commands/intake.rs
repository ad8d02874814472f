//! Where forms are handed in: those that come at the same moment share one transaction.
//!
//! Two hundred people register when the letter has gone out, and each of them waits for the same
//! counter. Together they read the event once, take their places in one statement and wait for the
//! disk once; that is most of what a registration costs.

use crate::event::{self, Event};
use crate::programme;
use crate::registration::commands::{register_in, write_down};
use crate::registration::rules;
use crate::registration::store;
use crate::registration::types::{By, Refusal, Register, SentForm};
use futures_util::future::join_all;
use platform::clock::Now;
use platform::database::{Database, DatabaseError};
use platform::failure::Failure;
use platform::gather::Gather;
use platform::secrets::Key;
use shared::ids::{EventId, PlaceLimitId, RegistrationId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One lot is written while another waits for the disk.
const LANES: usize = 2;
const LOT_MAX: usize = 32;

type Answer = Result<EventId, Failure<Refusal>>;

/// Takes the forms of all events. Cheap to clone.
#[derive(Clone)]
pub struct Intake(Gather<(Now, SentForm), Answer>);

/// Not everyone of a lot gets what they want, so that each must be asked alone.
struct NotAllFit;

impl Intake {
    pub fn new(database: Database, key: Key) -> Self {
        Self(Gather::new(LANES, LOT_MAX, move |slug: String, lot| {
            let (database, key) = (database.clone(), key.clone());
            async move { register_lot(&database, &key, &slug, lot).await }
        }))
    }

    /// Registers whoever sent the form that stands at an event's address, as
    /// [`register`](super::register) does.
    pub async fn hand_in(&self, now: Now, form: SentForm) -> Answer {
        let answer = self.0.ask(form.slug.clone(), (now, form)).await;
        let stopped = || DatabaseError::Unreadable("a lot of forms broke down; see the log".into());
        answer.unwrap_or_else(|| Err(Failure::Broken(stopped())))
    }
}

async fn register_lot(
    database: &Database,
    key: &Key,
    slug: &str,
    lot: Vec<(Now, SentForm)>,
) -> Vec<Answer> {
    if let [_, _, ..] = &lot[..] {
        let lot: Arc<[_]> = lot.clone().into();
        if let Ok(answers) = register_together(database, key, slug.to_owned(), lot).await {
            return answers;
        }
        // The last places, or something that cannot be written: nobody shall pay for another.
    }
    join_all(lot.into_iter().map(|(now, form)| register_alone(database, key, now, form))).await
}

async fn register_alone(database: &Database, key: &Key, now: Now, form: SentForm) -> Answer {
    let key = key.clone();
    database
        .write(move |tx| {
            let (key, form) = (key.clone(), form.clone());
            Box::pin(async move {
                let event = event::find_by_slug(tx, &form.slug).await?;
                let (event, request) = requested(event.as_ref(), &form).ok_or(Failure::NotFound)?;
                register_in(tx, &key, now, event, request, false).await?;
                Ok(event.id)
            })
        })
        .await
}

/// What a form asks for, of an event that its sender may know of.
fn requested<'e>(event: Option<&'e Event>, form: &SentForm) -> Option<(&'e Event, Register)> {
    let event = event.filter(|it| rules::is_admitted(it, form.code.as_deref()))?;
    let request = Register {
        id: RegistrationId::new(),
        event: event.id,
        form_mark: rules::form_mark(event.id, &form.form_key, &form.registrant.email.key()),
        registrant: form.registrant.clone(),
        wanted: form.wanted.clone(),
        by: By::Themselves,
    };
    Some((event, request))
}

/// All of them, or none.
async fn register_together(
    database: &Database,
    key: &Key,
    slug: String,
    lot: Arc<[(Now, SentForm)]>,
) -> Result<Vec<Answer>, Failure<NotAllFit>> {
    let key = key.clone();
    database
        .write(move |tx| {
            let (key, slug, lot) = (key.clone(), slug.clone(), lot.clone());
            Box::pin(async move {
                let event = event::find_by_slug(tx, &slug).await?;
                let programme = match &event {
                    Some(event) if lot.iter().any(|(_, form)| !form.wanted.is_nothing()) => {
                        programme::list(tx, event.id).await?
                    }
                    _ => vec![],
                };
                let mut answers = Vec::with_capacity(lot.len());
                // In the order of the counters' ids, so that nobody waits in a circle.
                let mut taken: BTreeMap<PlaceLimitId, u32> = BTreeMap::new();
                for (now, form) in &*lot {
                    let Some((event, request)) = requested(event.as_ref(), form) else {
                        answers.push(Err(Failure::NotFound));
                        continue;
                    };
                    let done = write_down(tx, &key, *now, event, &programme, request, false).await;
                    answers.push(match done {
                        Ok((_, wanted)) => {
                            for (limit, _) in wanted {
                                *taken.entry(limit).or_default() += 1;
                            }
                            Ok(event.id)
                        }
                        Err(Failure::Broken(error)) => return Err(Failure::Broken(error)),
                        Err(refusal) => Err(refusal),
                    });
                }
                for (limit, count) in taken {
                    if !store::take_places(tx, limit, count).await? {
                        return Err(Failure::Refused(NotAllFit));
                    }
                }
                Ok(answers)
            })
        })
        .await
}
