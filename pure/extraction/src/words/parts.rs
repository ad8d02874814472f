//! What the parts of a course, a circle or a conference are called before their number.

/// A part that comes on a day of its own: "Kväll 2", "Träff 3".
pub(crate) fn is_day_part(low: &str) -> bool {
    DAYS.contains(&low)
}

/// A part that may also be one of several to choose from: "Pass 2", "Workshop 1".
pub(crate) fn is_part(low: &str) -> bool {
    PARTS.contains(&low)
}

const DAYS: &[&str] = &[
    "dag",
    "day",
    "kväll",
    "evening",
    "träff",
    "tillfälle",
    "gång",
    "kurskväll",
    "kursdag",
    "kurstillfälle",
    "temakväll",
    "cirkelträff",
    "studieträff",
    "nätverksträff",
    "utbildningsdag",
    "utbildningstillfälle",
    "möte",
    "meeting",
    "occasion",
    "gathering",
    "lektion",
    "lesson",
    "class",
    "week",
    "vecka",
];

const PARTS: &[&str] = &[
    "del",
    "part",
    "pass",
    "session",
    "modul",
    "module",
    "block",
    "steg",
    "step",
    "föreläsning",
    "lecture",
    "webbinarium",
    "webinar",
    "seminarium",
    "seminar",
    "workshop",
];
