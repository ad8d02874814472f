//! Conference schedules in JSON, as pretalx and frab export them: the conference, and its programme
//! by day and time. Abstracts and biographies are not read; they are no part of a programme's lines.

use crate::clock::{Tongue, days};
use crate::lines::Lines;
use crate::model::{Line, Shape, Unreadable};
use crate::text;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Most items of a programme.
const MOST_ITEMS: usize = 20_000;

#[derive(Deserialize)]
struct File {
    schedule: Schedule,
}

#[derive(Deserialize)]
struct Schedule {
    conference: Conference,
}

#[derive(Deserialize)]
struct Conference {
    title: Option<String>,
    start: Option<String>,
    end: Option<String>,
    #[serde(default)]
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Day {
    date: Option<String>,
    #[serde(default)]
    rooms: BTreeMap<String, Vec<Item>>,
}

#[derive(Deserialize)]
struct Item {
    title: Option<String>,
    subtitle: Option<String>,
    start: Option<String>,
    /// "HH:MM"
    duration: Option<String>,
    #[serde(default)]
    persons: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    #[serde(alias = "full_public_name")]
    public_name: Option<String>,
    name: Option<String>,
}

pub(crate) fn lines(bytes: &[u8]) -> Result<Vec<Line>, Unreadable> {
    let text = text::decode(bytes);
    // Nesting is bounded by the library.
    let file: File = serde_json::from_str(&text).map_err(|_| Unreadable::Damaged)?;
    let conference = file.schedule.conference;
    let tongue = Tongue::of(&text);
    let mut out = Lines::default();
    if let Some(title) = &conference.title {
        out.push(&one_line(title), Shape::Heading(1), None)?;
        out.gap();
    }
    if let Some(first) = conference.first_day() {
        let label = tongue.pick("Datum", "Date");
        let last = conference.last_day().unwrap_or(first);
        out.push(&format!("{label}: {}", days(first, last)), Shape::Unknown, None)?;
    }
    out.gap();
    out.push(tongue.pick("Program", "Programme"), Shape::Heading(2), None)?;
    out.gap();
    let several = conference.days.iter().filter(|day| !day.rooms.is_empty()).count() > 1;
    let mut count = 0;
    for day in &conference.days {
        if let Some(date) = day.date.as_deref().and_then(date)
            && several
        {
            out.gap();
            out.push(&date.to_string(), Shape::Heading(3), None)?;
            out.gap();
        }
        let rooms = day.rooms.values().filter(|items| !items.is_empty()).count();
        let mut items: Vec<(&str, &Item)> = day
            .rooms
            .iter()
            .flat_map(|(room, items)| items.iter().map(move |item| (room.as_str(), item)))
            .collect();
        items.sort_by_key(|(_, item)| item.start());
        for (room, item) in items {
            count += 1;
            if count > MOST_ITEMS {
                return Err(Unreadable::Tangled);
            }
            item.write((rooms > 1).then_some(room), tongue, &mut out)?;
        }
    }
    out.finish()
}

impl Conference {
    fn first_day(&self) -> Option<Date> {
        let days = self.days.iter().filter_map(|day| day.date.as_deref().and_then(date));
        self.start.as_deref().and_then(date).or_else(|| days.min())
    }

    fn last_day(&self) -> Option<Date> {
        let days = self.days.iter().filter_map(|day| day.date.as_deref().and_then(date));
        self.end.as_deref().and_then(date).or_else(|| days.max())
    }
}

impl Item {
    fn start(&self) -> Option<Time> {
        self.start.as_deref()?.parse().ok()
    }

    fn end(&self) -> Option<Time> {
        let (hours, minutes) = self.duration.as_deref()?.split_once(':')?;
        let hours: i64 = hours.parse().ok().filter(|it| (0..48).contains(it))?;
        let minutes: i64 = minutes.get(..2)?.parse().ok().filter(|it| (0..60).contains(it))?;
        self.start()?.checked_add(hours.hours().minutes(minutes)).ok()
    }

    /// "13.00–13.20 Title", the room in a column after it, and who speaks below.
    fn write(&self, room: Option<&str>, tongue: Tongue, out: &mut Lines) -> Result<(), Unreadable> {
        let Some(title) = self.title.as_deref().filter(|it| !it.trim().is_empty()) else {
            return Ok(());
        };
        let mut line = String::new();
        if let Some(start) = self.start() {
            line = format!("{} ", tongue.times(start, self.end()));
        }
        line.push_str(&one_line(title));
        if let Some(subtitle) = self.subtitle.as_deref().filter(|it| !it.trim().is_empty()) {
            line = format!("{line}: {}", one_line(subtitle));
        }
        if let Some(room) = room {
            line = format!("{line}\t{}", one_line(room));
        }
        out.push(&line, Shape::Unknown, None)?;
        for person in &self.persons {
            if let Some(name) = person.public_name.as_ref().or(person.name.as_ref()) {
                out.push(&one_line(name), Shape::Unknown, None)?;
            }
        }
        Ok(())
    }
}

/// The day of a date or of a moment.
fn date(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEDULE: &str = r#"{"$schema": "x", "schedule": {"version": "1", "conference": {
        "title": "Odlingsdagarna", "start": "2026-05-26", "end": "2026-05-27", "daysCount": 2,
        "rooms": [{"name": "Stora salen"}],
        "days": [
            {"index": 1, "date": "2026-05-26", "rooms": {
                "Stora salen": [
                    {"id": 2, "start": "13:20", "duration": "00:40", "title": "Jord under naglarna",
                     "subtitle": "", "persons": [{"public_name": "Disa Ågren"}, {"name": "Olle Hed"}]},
                    {"id": 1, "start": "13:00", "duration": "00:20", "title": "Välkommen",
                     "persons": [], "abstract": "Kort"}],
                "Verkstan": [{"id": 3, "start": "13:30", "duration": "01:00", "title": "Ympa träd",
                     "persons": []}]}},
            {"index": 2, "date": "2026-05-27", "rooms": {"Stora salen": [
                {"start": "23:30", "duration": "01:00", "title": "Nattvandring"}]}}]}}}"#;

    #[test]
    fn a_schedule_reads_like_a_programme() {
        let texts: Vec<_> =
            lines(SCHEDULE.as_bytes()).unwrap().into_iter().map(|line| line.text).collect();
        assert_eq!(
            texts,
            [
                "Odlingsdagarna",
                "",
                "Datum: 2026-05-26 – 2026-05-27",
                "",
                "Program",
                "",
                "2026-05-26",
                "",
                "13.00–13.20 Välkommen\tStora salen",
                "13.20–14.00 Jord under naglarna\tStora salen",
                "Disa Ågren",
                "Olle Hed",
                "13.30–14.30 Ympa träd\tVerkstan",
                "",
                "2026-05-27",
                "",
                "23.30 Nattvandring",
            ]
        );
    }

    #[test]
    fn a_schedule_that_was_cut_off_is_damaged() {
        assert_eq!(lines(&SCHEDULE.as_bytes()[..200]), Err(Unreadable::Damaged));
        let deep = format!("{{\"schedule\": {}", "[".repeat(100_000));
        assert_eq!(lines(deep.as_bytes()), Err(Unreadable::Damaged));
    }
}
