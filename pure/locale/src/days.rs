//! Days in running text. Not here: hours (`times`), and reading what people type (`typed`).
//!
//! Swedish after Myndigheternas skrivregler: weekday and month in lower case, no comma, the year
//! always there unless the caller leaves it out on purpose. English in day-month-year order.

use crate::Language;
use jiff::civil::{Date, Weekday};

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_SV: [&str; 7] =
    ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// "onsdag 26 maj 2027", "Wednesday 26 May 2027".
pub fn day(language: Language, day: Date) -> String {
    format!("{} {}", day_without_year(language, day), day.year())
}

/// "ons 26 maj 2027", "Wed 26 May 2027": for tables and other narrow places. Only the weekday is
/// short; Swedish month names are short enough, and cut ones ("sept.") read badly.
pub fn short_day(language: Language, day: Date) -> String {
    let names = match language {
        Language::Swedish => ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
        Language::English => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    let weekday = names[at_weekday(day.weekday())];
    format!("{weekday} {} {} {}", day.day(), month_name(language, day), day.year())
}

/// "onsdag 26 maj", "Wednesday 26 May": where the year stands nearby.
pub fn day_without_year(language: Language, day: Date) -> String {
    format!("{} {} {}", weekday_name(language, day.weekday()), day.day(), month_name(language, day))
}

/// "maj 2027", "May 2027": a heading over that month's days.
pub fn month(language: Language, day: Date) -> String {
    format!("{} {}", month_name(language, day), day.year())
}

/// From the first day to the last, both counted: "onsdag 26–torsdag 27 maj 2027". What the two
/// share (month, year) is said once, at the end. One day alone is [`day`]; days given in the wrong
/// order are put in order.
pub fn days(language: Language, first: Date, last: Date) -> String {
    let (first, last) = (first.min(last), first.max(last));
    if first == last {
        return day(language, first);
    }
    let beginning = if first.year() != last.year() {
        day(language, first)
    } else if first.month() != last.month() {
        day_without_year(language, first)
    } else {
        format!("{} {}", weekday_name(language, first.weekday()), first.day())
    };
    let dash = match language {
        Language::Swedish => "–",
        // English sets the dash open where a part is more than one word.
        Language::English => " – ",
    };
    format!("{beginning}{dash}{}", day(language, last))
}

/// How far off a day is, seen from today: "i dag", "i morgon", "om 3 dagar", "för 3 dagar sedan".
/// Whole days only; whoever counts down hours does it elsewhere.
pub fn relative_days(language: Language, today: Date, day: Date) -> String {
    let ahead = day.duration_since(today).as_hours() / 24;
    match (language, ahead) {
        (Language::Swedish, 0) => "i dag".to_owned(),
        (Language::Swedish, 1) => "i morgon".to_owned(),
        (Language::Swedish, -1) => "i går".to_owned(),
        (Language::Swedish, 2..) => format!("om {} dagar", crate::number(language, ahead)),
        (Language::Swedish, _) => format!("för {} dagar sedan", crate::number(language, -ahead)),
        (Language::English, 0) => "today".to_owned(),
        (Language::English, 1) => "tomorrow".to_owned(),
        (Language::English, -1) => "yesterday".to_owned(),
        (Language::English, 2..) => format!("in {} days", crate::number(language, ahead)),
        (Language::English, _) => format!("{} days ago", crate::number(language, -ahead)),
    }
}

fn weekday_name(language: Language, weekday: Weekday) -> &'static str {
    let names = match language {
        Language::Swedish => WEEKDAYS_SV,
        Language::English => WEEKDAYS_EN,
    };
    names[at_weekday(weekday)]
}

/// 0 for Monday to 6 for Sunday.
fn at_weekday(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

/// Whether a word is a month's whole name in either language, in whatever case.
///
/// ```
/// assert!(locale::is_month("september") && locale::is_month("May") && !locale::is_month("sept"));
/// ```
pub fn is_month(word: &str) -> bool {
    MONTHS_SV.iter().chain(&MONTHS_EN).any(|name| name.eq_ignore_ascii_case(word))
}

fn month_name(language: Language, day: Date) -> &'static str {
    let names = match language {
        Language::Swedish => MONTHS_SV,
        Language::English => MONTHS_EN,
    };
    names[usize::from(day.month().unsigned_abs()) - 1]
}
