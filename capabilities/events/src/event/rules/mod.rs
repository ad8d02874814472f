//! What follows from what an organiser decided. Pure: no clock, no database.

mod appearances;
mod calendar;
mod pairs;
mod wording;

pub use appearances::{read_appearances, write_appearances};
pub use calendar::{calendar_entries, calendar_host};
pub use pairs::{read_pairs, write_pairs};
pub use wording::{when_in_words, where_in_words};

use crate::event::types::{Event, EventDay, LinkDispatch};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, ZonedDateTime};

/// A time of a day where the event is.
pub(crate) fn moment(day: Date, time: jiff::civil::Time, zone: &TimeZone) -> ZonedDateTime {
    // Times that a summer-time night lacks are refused where they are typed; a zone whose rules
    // change later moves such a time on by the hour that is missing.
    zone.to_ambiguous_zoned_datetime(day.to_datetime(time))
        .compatible()
        .expect("every event is within the years that calendars have")
}

/// When the first day begins, in the event's zone.
pub fn starts_at(event: &Event) -> ZonedDateTime {
    let EventDay { day, starts, .. } = event.first_day();
    moment(day, starts, &event.zone)
}

/// When the last day ends, in the event's zone.
pub fn ends_at(event: &Event) -> ZonedDateTime {
    let EventDay { day, ends, .. } = event.last_day();
    moment(day, ends, &event.zone)
}

/// The day on which the meeting link is sent.
pub fn dispatch_day(dispatch: LinkDispatch, first_on: Date) -> Date {
    match dispatch {
        LinkDispatch::On(day) => day,
        LinkDispatch::DaysBefore(days) => {
            first_on.checked_sub(i64::from(days).days()).unwrap_or(first_on)
        }
    }
}

/// 08.00 on `day` where the event is: when people are told what was promised for that day.
pub fn morning(day: Date, zone: &TimeZone) -> Timestamp {
    moment(day, jiff::civil::Time::constant(8, 0, 0, 0), zone).timestamp()
}

/// The day on which registrations are erased.
pub fn erased_on(last_on: Date, retention_days: u32) -> Date {
    last_on.checked_add(i64::from(retention_days).days()).unwrap_or(Date::MAX)
}
