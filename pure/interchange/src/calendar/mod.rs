//! Calendar files: RFC 5545 (iCalendar), RFC 5546 (`METHOD:PUBLISH`: read me, do not answer me) and
//! RFC 7986 (`CONFERENCE`).
//!
//! Not here: reading calendars, recurring entries, whole-day entries, invitations that expect an
//! answer. An entry's owner keeps its `uid` for ever and raises `sequence`; this module only
//! writes what it is told.

mod lines;
mod zones;

use jiff::{Timestamp, ZonedDateTime};
use lines::Lines;
use locale::Language;
use zones::Zones;

/// What to serve and to attach a calendar file as.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

const PRODUCT: &str = "-//Samverk//interchange//EN";

/// One file. Readers want at least one entry in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    pub entries: Vec<Entry>,
}

/// One happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same for ever, and no other entry's anywhere: `ID@DOMAIN`. Calendars find by it what
    /// they already have.
    pub uid: String,
    /// Raised by one at each change of time, place or status. Calendars ignore what is older.
    pub sequence: u32,
    pub summary: String,
    /// Plain text; line breaks are kept.
    pub description: Option<String>,
    /// As a person would say it: "Stora salen, Storgatan 1, Östersund".
    pub location: Option<String>,
    /// The public page.
    pub url: Option<String>,
    /// The meeting link, in files for those who may have it. People share calendars: leave it out of
    /// every other file.
    pub conference: Option<String>,
    pub starts: ZonedDateTime,
    /// After `starts`. Where it is not, the file gives no end and readers show a moment.
    pub ends: ZonedDateTime,
    pub status: Status,
    /// When this version of the file was made.
    pub stamped_at: Timestamp,
    /// When the happening was last changed.
    pub modified_at: Timestamp,
    pub organiser: Option<Organiser>,
    /// What summary, description and location are written in.
    pub language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Confirmed,
    Tentative,
    /// Readers strike the entry out or remove it.
    Cancelled,
}

/// Whom to ask. RFC 5546 wants one in every published entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organiser {
    pub name: String,
    pub email: String,
}

impl Calendar {
    /// The file, with CRLF line ends and no line longer than 75 octets.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        lines.token("BEGIN", "VCALENDAR");
        lines.token("VERSION", "2.0");
        lines.token("PRODID", PRODUCT);
        lines.token("CALSCALE", "GREGORIAN");
        lines.token("METHOD", "PUBLISH");
        Zones::of(&self.entries).write(&mut lines);
        for entry in &self.entries {
            entry.write(&mut lines);
        }
        lines.token("END", "VCALENDAR");
        lines.into_text()
    }
}

impl Entry {
    fn write(&self, lines: &mut Lines) {
        let in_language = format!(";LANGUAGE={}", self.language.code());
        lines.token("BEGIN", "VEVENT");
        lines.text("UID", "", &self.uid);
        lines.token("DTSTAMP", &zones::in_utc(self.stamped_at));
        lines.token("LAST-MODIFIED", &zones::in_utc(self.modified_at));
        lines.token("SEQUENCE", &self.sequence.to_string());
        zones::write_moment(lines, "DTSTART", &self.starts);
        if self.ends > self.starts {
            zones::write_moment(lines, "DTEND", &self.ends);
        }
        lines.text("SUMMARY", &in_language, &self.summary);
        if let Some(description) = &self.description {
            lines.text("DESCRIPTION", &in_language, description);
        }
        if let Some(location) = &self.location {
            lines.text("LOCATION", &in_language, location);
        }
        if let Some(url) = &self.url {
            lines.address("URL", "", url);
        }
        if let Some(conference) = &self.conference {
            lines.address("CONFERENCE", ";VALUE=URI;FEATURE=AUDIO,VIDEO", conference);
        }
        lines.token("STATUS", self.status.word());
        if let Some(Organiser { name, email }) = &self.organiser {
            let named = format!(";CN={}", lines::quoted(name));
            lines.address("ORGANIZER", &named, &lines::mailto(email));
        }
        lines.token("END", "VEVENT");
    }
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}
