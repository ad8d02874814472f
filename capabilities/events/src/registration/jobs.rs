//! What registration does without being asked: letters, the link on its day, erasing.

mod letters;

pub use letters::render_letter;

use crate::registration::commands;
use platform::allowance;
use platform::clock::Clock;
use platform::database::Database;
use platform::failure::{Failure, Never};
use platform::jobs::Job;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Seconds between two looks at what is to be erased.
const ERASE_EVERY_SECONDS: i64 = 3600;

/// Links on their day, warnings the day before, erasing, forgetting old allowances.
pub fn jobs(database: &Database, clock: &Clock) -> Vec<Job> {
    let with = |database: &Database, clock: &Clock| (database.clone(), clock.clone());
    let (links, warnings, erasing) =
        (with(database, clock), with(database, clock), with(database, clock));
    let erased_at = Arc::new(AtomicI64::new(i64::MIN));
    vec![
        Job::new("registration.links", move || {
            let (database, clock) = links.clone();
            async move { commands::send_links(&database, clock.now()).await.map(drop) }
        }),
        Job::new("registration.warnings", move || {
            let (database, clock) = warnings.clone();
            async move { commands::warn_of_missing_links(&database, clock.now()).await }
        }),
        Job::new("registration.erasing", move || {
            let (database, clock) = erasing.clone();
            let erased_at = erased_at.clone();
            async move {
                let now = clock.now();
                let second = now.at.as_second();
                if second.saturating_sub(erased_at.load(Ordering::Relaxed)) < ERASE_EVERY_SECONDS {
                    return Ok(());
                }
                commands::erase_due(&database, now).await?;
                let done = database
                    .write::<_, Never>(move |tx| {
                        Box::pin(async move { Ok(allowance::purge(tx, now.at).await?) })
                    })
                    .await;
                if let Err(Failure::Broken(error)) = done {
                    return Err(error);
                }
                erased_at.store(second, Ordering::Relaxed);
                Ok(())
            }
        }),
    ]
}
