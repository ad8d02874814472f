//! Erases messages that have been kept long enough.

use crate::site::rules::{ANSWERED_KEPT, KEPT};
use crate::site::store;
use jiff::Timestamp;
use platform::clock::Clock;
use platform::database::{Database, DatabaseError};
use platform::failure::{Failure, Never};
use platform::jobs::Job;

pub fn jobs(database: &Database, clock: &Clock) -> Vec<Job> {
    let (database, clock) = (database.clone(), clock.clone());
    vec![Job::new("site.purge", move || {
        let (database, clock) = (database.clone(), clock.clone());
        async move { purge(&database, clock.now().at).await }
    })]
}

pub async fn purge(database: &Database, now: Timestamp) -> Result<(), DatabaseError> {
    let (answered_before, received_before) = (now - ANSWERED_KEPT, now - KEPT);
    let mut session = database.read().await?;
    // A write voids every kept page: none without need.
    if store::count_outlived(&mut session, answered_before, received_before).await? == 0 {
        return Ok(());
    }
    drop(session);
    let purged = database
        .write::<_, Never>(move |tx| {
            Box::pin(async move {
                Ok(store::delete_outlived(tx, answered_before, received_before).await?)
            })
        })
        .await;
    match purged {
        Ok(()) | Err(Failure::NotFound) => Ok(()),
        Err(Failure::Broken(error)) => Err(error),
        Err(Failure::Refused(never)) => match never {},
    }
}
