//! What drafting does without being asked: it forgets texts whose time is over.

use crate::drafting::commands;
use jiff::tz::TimeZone;
use platform::clock::Clock;
use platform::database::Database;
use platform::jobs::Job;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Seconds between two looks at what is to be erased.
const ERASE_EVERY_SECONDS: i64 = 3600;

pub fn jobs(database: &Database, clock: &Clock) -> Vec<Job> {
    let (database, clock) = (database.clone(), clock.clone());
    let erased_at = Arc::new(AtomicI64::new(i64::MIN));
    vec![Job::new("drafting.erasing", move || {
        let (database, clock) = (database.clone(), clock.clone());
        let erased_at = erased_at.clone();
        async move {
            let now = clock.now();
            let second = now.at.as_second();
            if second.saturating_sub(erased_at.load(Ordering::Relaxed)) < ERASE_EVERY_SECONDS {
                return Ok(());
            }
            commands::forget_due(&database, now.today(&TimeZone::UTC)).await?;
            erased_at.store(second, Ordering::Relaxed);
            Ok(())
        }
    })]
}
