//! Forgets links and sessions that let nobody in any more.

use crate::access::rules;
use crate::access::store;
use jiff::{SignedDuration, Timestamp};
use platform::clock::Clock;
use platform::database::{Database, DatabaseError};
use platform::failure::{Failure, Never};
use platform::jobs::Job;

/// A link is kept for a day after its time, so that who opens it late is told whether it was used.
const LINKS_KEPT: SignedDuration = SignedDuration::from_hours(24);

pub fn jobs(database: &Database, clock: &Clock) -> Vec<Job> {
    let (database, clock) = (database.clone(), clock.clone());
    vec![Job::new("access.purge", move || {
        let (database, clock) = (database.clone(), clock.clone());
        async move { purge(&database, clock.now().at).await }
    })]
}

async fn purge(database: &Database, now: Timestamp) -> Result<(), DatabaseError> {
    let outlived = store::Outlived {
        links_valid_until: now - LINKS_KEPT,
        sessions_created: now - rules::SESSION_WHOLE,
        sessions_used: now - rules::SESSION_IDLE,
    };
    if !store::find_outlived(&mut database.read().await?, outlived).await? {
        return Ok(());
    }
    let purged = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move { Ok(store::delete_outlived(tx, outlived).await?) })
        })
        .await;
    match purged {
        Ok(()) | Err(Failure::NotFound) => Ok(()),
        Err(Failure::Broken(error)) => Err(error),
        Err(Failure::Refused(never)) => match never {},
    }
}
