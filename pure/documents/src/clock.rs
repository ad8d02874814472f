//! Days and times as they are written into lines, and the words that label them: Swedish where the
//! file has Swedish letters, else English.

use jiff::civil::{Date, Time};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    Swedish,
    English,
}

impl Tongue {
    /// The tongue of a text.
    pub fn of(text: &str) -> Self {
        if text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) {
            Self::Swedish
        } else {
            Self::English
        }
    }

    pub fn pick(self, swedish: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Swedish => swedish,
            Self::English => english,
        }
    }

    /// "13.00" as one writes in Swedish, "13:00" in English.
    pub fn time(self, time: Time) -> String {
        let point = self.pick(".", ":");
        format!("{:02}{point}{:02}", time.hour(), time.minute())
    }

    /// "13.00–15.30".
    pub fn times(self, start: Time, end: Option<Time>) -> String {
        match end.filter(|end| *end != start) {
            Some(end) => format!("{}–{}", self.time(start), self.time(end)),
            None => self.time(start),
        }
    }
}

/// "2026-05-26", or "2026-05-26 – 2026-05-27".
pub(crate) fn days(first: Date, last: Date) -> String {
    if last > first { format!("{first} – {last}") } else { first.to_string() }
}
