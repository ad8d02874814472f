//! What a time zone is called, and which instant a day and a clock time are in it. Not here: which
//! zone an event has, and iCalendar's description of a zone (`interchange`).

use crate::Language;
use jiff::ZonedDateTime;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use std::fmt;

/// What to call the zone in a sentence, at this moment: "svensk tid", "CEST". For online events,
/// whose readers may be elsewhere.
///
/// Neighbouring countries have a name of their own; the rest are given by their distance to UTC
/// ("UTC−4"), because short names far away mean different things to different people.
pub fn zone_name(language: Language, moment: &ZonedDateTime) -> String {
    let zone = moment.time_zone();
    let offset_seconds = moment.offset().seconds();
    match (language, zone.iana_name()) {
        (Language::Swedish, Some("Europe/Stockholm")) => "svensk tid".to_owned(),
        (Language::Swedish, Some("Europe/Copenhagen")) => "dansk tid".to_owned(),
        (Language::Swedish, Some("Europe/Oslo")) => "norsk tid".to_owned(),
        (Language::Swedish, Some("Europe/Helsinki" | "Europe/Mariehamn")) => "finsk tid".to_owned(),
        (Language::Swedish, Some("Europe/London")) => "brittisk tid".to_owned(),
        (Language::English, Some(name)) if name.starts_with("Europe/") => {
            let info = zone.to_offset_info(moment.timestamp());
            let abbreviation = info.abbreviation();
            // Where nobody has agreed on letters the time zone database has "+03".
            if abbreviation.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                abbreviation.to_owned()
            } else {
                distance_to_utc(language, offset_seconds)
            }
        }
        _ => distance_to_utc(language, offset_seconds),
    }
}

/// "UTC", "UTC+2", "UTC−3.30", "UTC+5:45".
fn distance_to_utc(language: Language, offset_seconds: i32) -> String {
    let minutes = offset_seconds.unsigned_abs() / 60;
    if minutes == 0 {
        return "UTC".to_owned();
    }
    let sign = if offset_seconds < 0 { '−' } else { '+' };
    let point = match language {
        Language::Swedish => '.',
        Language::English => ':',
    };
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}{point}{minutes:02}"),
    }
}

/// The zone's clocks never show this time on this day: they were set forward over it. (Or the day
/// is the very last or first that the calendar reaches, and the instant lies beyond.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SkippedTime {
    pub day: Date,
    pub time: Time,
}

impl fmt::Display for SkippedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has no {}: the clocks are set forward over it", self.day, self.time)
    }
}

impl std::error::Error for SkippedTime {}

/// The instant at which the zone's clocks show this time on this day. In the hour that comes twice
/// in autumn the first of the two is meant, while summer time still runs.
///
/// # Errors
/// [`SkippedTime`] in the hour that never comes in spring. A silent move to the next hour would
/// tell people a time the organiser never wrote.
pub fn zoned(day: Date, time: Time, zone: &TimeZone) -> Result<ZonedDateTime, SkippedTime> {
    let skipped = SkippedTime { day, time };
    let moment = zone.to_ambiguous_zoned_datetime(day.to_datetime(time));
    if matches!(moment.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(skipped);
    }
    moment.earlier().map_err(|_| skipped)
}
