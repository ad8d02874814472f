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
    let lot: Arc<[_]> = lot.into();
    if lot.len() > 1 {
        match register_together(database, key, slug.to_owned(), lot.clone()).await {
            Ok(answers) => return answers,
            // Nobody gets further alone.
            Err(Failure::Broken(DatabaseError::Busy)) => {
                let busy = || Err(Failure::Broken(DatabaseError::Busy));
                return lot.iter().map(|_| busy()).collect();
            }
            // What cannot be written is said by whoever sent it; nobody shall pay for another.
            Err(Failure::Broken(error)) => tracing::warn!(%error, "a lot of forms was undone"),
            Err(_) => tracing::debug!("not everyone of a lot fits"),
        }
    }
    let alone = |(now, form): &(Now, SentForm)| register_alone(database, key, *now, form.clone());
    join_all(lot.iter().map(alone)).await
}

async fn register_alone(database: &Database, key: &Key, now: Now, form: SentForm) -> Answer {
    let key = key.clone();
    let said = database
        .write(move |tx| {
            let (key, form) = (key.clone(), form.clone());
            Box::pin(async move {
                let event = event::find_by_slug(tx, &form.slug).await?;
                let (event, request) = requested(event.as_ref(), &form).ok_or(Failure::NotFound)?;
                let said = register_in(tx, &key, now, event, request, false).await?;
                Ok(said.map(|_| event.id))
            })
        })
        .await?;
    said.map_err(Failure::Refused)
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
                let mut answers: Vec<Answer> = lot.iter().map(|_| Err(Failure::NotFound)).collect();
                // Addresses and counters are each taken in an order that all lots share, so that
                // nobody waits in a circle.
                let mut order: Vec<usize> = (0..lot.len()).collect();
                order.sort_by_cached_key(|nth| lot[*nth].1.registrant.email.key());
                let mut taken: BTreeMap<PlaceLimitId, u32> = BTreeMap::new();
                for nth in order {
                    let (now, form) = &lot[nth];
                    let Some((event, request)) = requested(event.as_ref(), form) else { continue };
                    let done = write_down(tx, &key, *now, event, &programme, request, false).await;
                    answers[nth] = match done {
                        Ok((said, wanted)) => {
                            for (limit, _) in wanted {
                                *taken.entry(limit).or_default() += 1;
                            }
                            said.map(|_| event.id).map_err(Failure::Refused)
                        }
                        Err(Failure::Broken(error)) => return Err(Failure::Broken(error)),
                        Err(refusal) => Err(refusal),
                    };
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
