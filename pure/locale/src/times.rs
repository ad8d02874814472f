//! Times of day in running text. Not here: time zones (`zones`), reading typed times (`typed`).

use crate::Language;
use jiff::ZonedDateTime;
use jiff::civil::Time;

/// "16.00", "16:00". Whole minutes, two digits each, 24 hours; seconds are left out.
pub fn time(language: Language, time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match language {
        Language::Swedish => format!("{hour:02}.{minute:02}"),
        Language::English => format!("{hour:02}:{minute:02}"),
    }
}

/// "kl. 16.00–18.00", "16:00–18:00"; without an end "kl. 16.00", "16:00".
pub fn hours(language: Language, start: Time, end: Option<Time>) -> String {
    let span = match end {
        Some(end) => format!("{}–{}", time(language, start), time(language, end)),
        None => time(language, start),
    };
    match language {
        Language::Swedish => format!("kl. {span}"),
        Language::English => span,
    }
}

/// "onsdag 26 maj 2027 kl. 16.00", "Wednesday 26 May 2027, 16:00", as the clocks of the moment's
/// own zone show it. The zone is not named: add [`crate::zone_name`] where readers may be elsewhere.
pub fn moment(language: Language, moment: &ZonedDateTime) -> String {
    let day = crate::day(language, moment.date());
    let hours = hours(language, moment.time(), None);
    match language {
        Language::Swedish => format!("{day} {hours}"),
        Language::English => format!("{day}, {hours}"),
    }
}
