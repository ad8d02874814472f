//! Calendar files (iCalendar, `.ics`): each entry as the lines a page about it would have. Only
//! entries are read, and of a series its first day.

use crate::clock::{Tongue, days};
use crate::lines::Lines;
use crate::model::{Line, Shape, Unreadable};
use crate::text;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// Most entries of a calendar.
const MOST_ENTRIES: usize = 5_000;

/// Where a time in UTC is meant to be, if the calendar does not say.
const USUAL_ZONE: &str = "Europe/Stockholm";

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let text = text::decode(bytes);
    let tongue = Tongue::of(&text);
    let calendar = Calendar::read(&text)?;
    let mut out = Lines::default();
    for entry in &calendar.entries {
        entry.write(&calendar.zone, tongue, &mut out)?;
        out.gap();
    }
    out.finish()
}

struct Calendar {
    entries: Vec<Entry>,
    zone: TimeZone,
}

#[derive(Default)]
struct Entry {
    fields: Vec<Field>,
}

struct Field {
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

/// A day, with a time if the entry is not for whole days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    Day(Date),
    Time(DateTime),
}

impl Moment {
    fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Time(time) => time.date(),
        }
    }
}

impl Calendar {
    fn read(text: &str) -> Result<Self, Unreadable> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut open: Option<Entry> = None;
        // Alarms within an entry have descriptions of their own.
        let mut within: Vec<String> = Vec::new();
        let mut zone = None;
        for line in unfolded(text) {
            let Some(field) = Field::read(&line) else { continue };
            match field.name.as_str() {
                "BEGIN" => {
                    let what = field.value.to_ascii_uppercase();
                    if what == "VEVENT" {
                        open = Some(Entry::default());
                    }
                    within.push(what);
                }
                "END" => {
                    within.pop();
                    if field.value.eq_ignore_ascii_case("VEVENT")
                        && let Some(entry) = open.take()
                    {
                        if entries.len() >= MOST_ENTRIES {
                            return Err(Unreadable::Tangled);
                        }
                        entries.push(entry);
                    }
                }
                "X-WR-TIMEZONE" => zone = zone_named(&field.value).or(zone),
                "TZID" if within.last().is_some_and(|it| it == "VTIMEZONE") => {
                    zone = zone.or_else(|| zone_named(&field.value));
                }
                _ => {
                    if let Some(entry) = &mut open
                        && within.last().is_some_and(|it| it == "VEVENT")
                    {
                        entry.fields.push(field);
                    }
                }
            }
        }
        if entries.is_empty() {
            // A calendar that ends within its first entry was cut off.
            return Err(if open.is_some() { Unreadable::Damaged } else { Unreadable::NoText });
        }
        let zone = zone.or_else(|| zone_named(USUAL_ZONE)).unwrap_or(TimeZone::UTC);
        let mut calendar = Self { entries, zone };
        let zone = calendar.zone.clone();
        calendar.entries.sort_by_key(|entry| entry.moment("DTSTART", &zone));
        Ok(calendar)
    }
}

fn zone_named(name: &str) -> Option<TimeZone> {
    jiff::tz::db().get(name.trim().trim_matches('"')).ok()
}

/// Lines are folded at 75 bytes; a line that begins with a space goes on.
fn unfolded(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.split('\n') {
        match (line.strip_prefix([' ', '\t']), out.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => out.push(line.to_owned()),
        }
    }
    out
}

impl Field {
    /// `NAME;PARAMETER=VALUE;…:VALUE`
    fn read(line: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        })?;
        let (head, value) = (&line[..colon], &line[colon + 1..]);
        let mut parts = head.split(';');
        let name = parts.next()?.trim().to_ascii_uppercase();
        let parameters = parts
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.to_ascii_uppercase(), value.trim_matches('"').to_owned()))
            .collect();
        Some(Self { name, parameters, value: value.trim().to_owned() })
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, its escapes undone.
    fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut signs = self.value.chars();
        while let Some(c) = signs.next() {
            match (c, if c == '\\' { signs.next() } else { None }) {
                ('\\', Some('n' | 'N')) => out.push('\n'),
                ('\\', Some(sign)) => out.push(sign),
                ('\\', None) => {}
                _ => out.push(c),
            }
        }
        out
    }
}

impl Entry {
    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.field(name).map(Field::text).filter(|it| !it.trim().is_empty())
    }

    fn moment(&self, name: &str, zone: &TimeZone) -> Option<Moment> {
        let field = self.field(name)?;
        let value = field.value.trim();
        if let Some(value) = value.strip_suffix('Z') {
            let utc = value.parse::<DateTime>().ok()?.to_zoned_datetime(TimeZone::UTC).ok()?;
            let zone = field.parameter("TZID").and_then(zone_named).unwrap_or(zone.clone());
            return Some(Moment::Time(utc.with_time_zone(zone).datetime()));
        }
        // A time in a named zone is what clocks there show, which is what a page would say.
        if value.len() > 8 {
            return value.parse().ok().map(Moment::Time);
        }
        value.parse().ok().map(Moment::Day)
    }

    /// First and last moment; of whole days the last is the last day itself.
    fn span(&self, zone: &TimeZone) -> Option<(Moment, Option<Moment>)> {
        let start = self.moment("DTSTART", zone)?;
        let duration = self.field("DURATION").and_then(|it| it.value.parse::<jiff::Span>().ok());
        let end = self.moment("DTEND", zone).or_else(|| match (start, duration?) {
            (Moment::Day(date), span) => date.checked_add(span).ok().map(Moment::Day),
            (Moment::Time(time), span) => time.checked_add(span).ok().map(Moment::Time),
        });
        let end = match end {
            // The day after the last is what the file says.
            Some(Moment::Day(date)) => date.checked_sub(1.day()).ok().map(Moment::Day),
            other => other,
        };
        Some((start, end.filter(|end| *end > start)))
    }

    fn write(&self, zone: &TimeZone, tongue: Tongue, out: &mut Lines) -> Result<(), Unreadable> {
        let title = self.text("SUMMARY").unwrap_or_default().replace('\n', " ");
        let cancelled =
            self.text("STATUS").is_some_and(|it| it.trim().eq_ignore_ascii_case("CANCELLED"));
        let mark = if cancelled { tongue.pick("INSTÄLLT: ", "CANCELLED: ") } else { "" };
        if !title.trim().is_empty() {
            out.push(&format!("{mark}{}", title.trim()), Shape::Heading(1), None)?;
            out.gap();
        }
        let mut label = |swedish, english, value: &str| {
            let value = value.replace('\n', ", ");
            out.push(&format!("{}: {value}", tongue.pick(swedish, english)), Shape::Unknown, None)
        };
        if let Some((start, end)) = self.span(zone) {
            let last = end.map_or(start.date(), Moment::date);
            label("Datum", "Date", &days(start.date(), last))?;
            match (start, end) {
                (Moment::Time(start), Some(Moment::Time(end))) if end.date() > start.date() => {
                    let at = tongue.pick(" kl. ", " at ");
                    let moment =
                        |it: DateTime| format!("{}{at}{}", it.date(), tongue.time(it.time()));
                    label("Tid", "Time", &format!("{} – {}", moment(start), moment(end)))?;
                }
                (Moment::Time(start), end) => {
                    let end = end.and_then(|end| match end {
                        Moment::Time(end) => Some(end.time()),
                        Moment::Day(_) => None,
                    });
                    label("Tid", "Time", &tongue.times(start.time(), end))?;
                }
                _ => {}
            }
        }
        if let Some(place) = self.text("LOCATION") {
            label("Plats", "Location", &place)?;
        }
        if let Some(organizer) = self.field("ORGANIZER") {
            if let Some(name) = organizer.parameter("CN").filter(|it| !it.contains('@')) {
                label("Arrangör", "Organiser", name)?;
            }
            let address = organizer.value.to_ascii_lowercase();
            if let Some(address) = address.strip_prefix("mailto:") {
                label("Kontakt", "Contact", address)?;
            }
        }
        if let Some(link) = self.text("URL") {
            label("Webb", "Web", &link)?;
        }
        if let Some(text) = self.text("DESCRIPTION") {
            out.gap();
            for line in text.split('\n') {
                if line.trim().is_empty() {
                    out.gap();
                } else {
                    out.push(line, Shape::Unknown, None)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(ics: &str) -> Vec<String> {
        lines(ics.as_bytes()).unwrap().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn an_entry_reads_like_a_page() {
        let ics = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Slåtterdag på\r\n  Hedgården\r\n\
            DTSTART:20260526T110000Z\r\nDTEND:20260526T133000Z\r\n\
            LOCATION:Hedgården\\, Byvägen 4\\nSundborn\r\n\
            ORGANIZER;CN=\"Byalaget: Sundborn\":mailto:Bya@sundborn.example\r\n\
            DESCRIPTION:Ta med lie.\\n\\nVi bjuder på kaffe\\; anmäl senast 20 maj.\r\n\
            BEGIN:VALARM\r\nDESCRIPTION:Larm\r\nEND:VALARM\r\n\
            END:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(
            texts(ics),
            [
                "Slåtterdag på Hedgården",
                "",
                "Datum: 2026-05-26",
                "Tid: 13.00–15.30",
                "Plats: Hedgården, Byvägen 4, Sundborn",
                "Arrangör: Byalaget: Sundborn",
                "Kontakt: bya@sundborn.example",
                "",
                "Ta med lie.",
                "",
                "Vi bjuder på kaffe; anmäl senast 20 maj.",
            ]
        );
    }

    #[test]
    fn whole_days_end_the_day_before_their_end() {
        let ics = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Camp\nDTSTART;VALUE=DATE:20260923\n\
            DTEND;VALUE=DATE:20260925\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR";
        assert_eq!(texts(ics), ["CANCELLED: Camp", "", "Date: 2026-09-23 – 2026-09-24"]);
        let ics = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Day\nDTSTART:20260923\nEND:VEVENT";
        assert_eq!(texts(ics), ["Day", "", "Date: 2026-09-23"]);
    }

    #[test]
    fn a_named_zone_and_a_length_are_taken_as_they_are() {
        let ics = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk\n\
            DTSTART;TZID=Europe/Helsinki:20260923T090000\nDURATION:PT1H30M\nEND:VEVENT";
        assert_eq!(texts(ics)[3], "Time: 09:00–10:30");
    }

    #[test]
    fn a_calendar_that_was_cut_off_is_damaged() {
        let cut = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk";
        assert_eq!(lines(cut.as_bytes()), Err(Unreadable::Damaged));
        assert_eq!(lines(b"BEGIN:VCALENDAR\nEND:VCALENDAR"), Err(Unreadable::NoText));
    }
}
