//! Last stage: what in the text speaks against itself, and what is missing. Facts are not changed
//! here, only how sure the reader is of them; both readings are named.

mod empty;
mod hours;

pub(crate) use empty::empty_fields;

use std::collections::HashSet;

use crate::blocks::Role;
use crate::event::{Deadline, Page, Reading};
use crate::model::{
    Clock, Confidence, Day, Event, Extraction, Found, ItemKind, Reading as Said, Says, Warning,
    WarningKind,
};
use crate::when::weekday_of;

pub(crate) const MOST: usize = 200;

pub(crate) fn of_event(page: &Page<'_>, reading: &Reading) -> Vec<Warning> {
    let event = &reading.event;
    let mut found = Vec::new();
    deadlines(event, &reading.deadlines, &mut found);
    hours(event, &mut found);
    outside(event, &mut found);
    hours::times(page, event, &reading.taken, &mut found);
    if event.days.first().is_some_and(|d| d.date.value.year.is_none()) {
        let line = event.days[0].date.line;
        found.push(Warning {
            kind: WarningKind::YearMissing,
            detail: format!("no year is stated for {}", event.days[0].date.value),
            lines: vec![line],
            readings: vec![day_said(&event.days[0].date)],
        });
    }
    found
}

pub(crate) fn day_said(found: &Found<Day>) -> Said {
    Said { says: Says::Day(found.value), line: found.line }
}

pub(crate) fn clock_said(found: &Found<Clock>) -> Said {
    Said { says: Says::Clock(found.value), line: found.line }
}

/// What the text says in two ways is not certain, however it is said: lowers the confidence of
/// every value that a warning names.
pub(crate) fn doubt(draft: &mut Extraction) {
    let disputed: HashSet<Said> = draft
        .warnings
        .iter()
        .filter(|w| w.kind != WarningKind::YearMissing)
        .flat_map(|w| w.readings.iter().copied())
        .collect();
    if disputed.is_empty() {
        return;
    }
    let day = |found: &mut Found<Day>| {
        if disputed.contains(&day_said(found)) {
            found.confidence = Confidence::Doubtful;
        }
    };
    let clock = |found: &mut Option<Found<Clock>>| {
        if let Some(found) = found.as_mut().filter(|f| disputed.contains(&clock_said(f))) {
            found.confidence = Confidence::Doubtful;
        }
    };
    for event in &mut draft.events {
        for entry in &mut event.days {
            day(&mut entry.date);
            clock(&mut entry.start);
            clock(&mut entry.end);
        }
        let registration = &mut event.registration;
        registration.deadline.iter_mut().chain(registration.opens.iter_mut()).for_each(day);
        for item in &mut event.programme {
            item.date.iter_mut().for_each(day);
            clock(&mut item.start);
            clock(&mut item.end);
        }
    }
    let Some(letter) = &mut draft.newsletter else { return };
    if let Some(issue) = &mut letter.issue
        && disputed.contains(&Said { says: Says::Issue(issue.value), line: issue.line })
    {
        issue.confidence = Confidence::Doubtful;
    }
    for thing in letter.sections.iter_mut().flat_map(|s| &mut s.refs) {
        day(&mut thing.date);
        thing.end_date.iter_mut().for_each(day);
        clock(&mut thing.start);
        clock(&mut thing.end);
    }
}

/// Weekdays that do not fit their dates, one warning for each date.
pub(crate) fn weekdays(page: &Page<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for (i, line) in page.lines.iter().enumerate() {
        if page.blocks[i].role == Role::Noise {
            continue;
        }
        for date in &line.dates {
            let mut check = |day: Day, weekday: Option<u8>| {
                let (Some(year), Some(number), Some(weekday)) = (day.year, day.day, weekday) else {
                    return;
                };
                let real = weekday_of(year, day.month, number);
                if real != weekday && seen.insert((day, weekday)) && found.len() < MOST {
                    const NAMES: [&str; 7] = [
                        "Monday",
                        "Tuesday",
                        "Wednesday",
                        "Thursday",
                        "Friday",
                        "Saturday",
                        "Sunday",
                    ];
                    found.push(Warning {
                        kind: WarningKind::WeekdayMismatch,
                        detail: format!(
                            "{day} is a {}, the text says {}",
                            NAMES[usize::from(real)],
                            NAMES[usize::from(weekday)]
                        ),
                        lines: vec![line.number],
                        readings: vec![
                            Said { says: Says::Day(day), line: line.number },
                            Said { says: Says::Weekday(weekday), line: line.number },
                        ],
                    });
                }
            };
            check(page.years.day(date), date.weekday);
            if let Some(until) = date.until {
                let year = until
                    .year
                    .or_else(|| page.years.of(until.month, Some(until.day), until.weekday));
                check(Day { year, month: until.month, day: Some(until.day) }, until.weekday);
            }
        }
    }
    found
}

fn deadlines(event: &Event, deadlines: &[Deadline], found: &mut Vec<Warning>) {
    let Some(first) = deadlines.first() else { return };
    if let Some(other) =
        deadlines.iter().find(|d| d.day != first.day && !(d.partial || first.partial))
    {
        found.push(Warning {
            kind: WarningKind::DeadlineConflict,
            detail: format!("{} and {}", first.day, other.day),
            lines: vec![first.line, other.line],
            readings: vec![
                Said { says: Says::Day(first.day), line: first.line },
                Said { says: Says::Day(other.day), line: other.line },
            ],
        });
    }
    let last = event.days.iter().max_by_key(|d| d.date.value.ordinal());
    if let Some(last) = last
        && first.day.year.is_some() == last.date.value.year.is_some()
        && first.day.ordinal() > last.date.value.ordinal()
    {
        found.push(Warning {
            kind: WarningKind::DeadlineAfterEvent,
            detail: format!("deadline {}, event {}", first.day, last.date.value),
            lines: vec![first.line, last.date.line],
            readings: vec![
                Said { says: Says::Day(first.day), line: first.line },
                day_said(&last.date),
            ],
        });
    }
}

/// Past midnight is no contradiction.
pub(crate) fn backwards(start: Clock, end: Clock) -> bool {
    end < start && !(end.hour <= 5 && start.hour >= 16)
}

fn hours(event: &Event, found: &mut Vec<Warning>) {
    for day in &event.days {
        if let (Some(start), Some(end)) = (&day.start, &day.end)
            && day.stated
            && backwards(start.value, end.value)
        {
            found.push(Warning {
                kind: WarningKind::EndBeforeStart,
                detail: format!("{} to {}", start.value, end.value),
                lines: vec![start.line, end.line],
                readings: vec![clock_said(start), clock_said(end)],
            });
        }
    }
    for item in event.programme.iter().take(3_000) {
        if let (Some(start), Some(end)) = (&item.start, &item.end)
            && backwards(start.value, end.value)
            && found.len() < MOST
        {
            found.push(Warning {
                kind: WarningKind::EndBeforeStart,
                detail: format!("{} to {}", start.value, end.value),
                lines: vec![start.line],
                readings: vec![clock_said(start), clock_said(end)],
            });
        }
    }
}

/// Items outside the day's stated hours; one warning for the document.
fn outside(event: &Event, found: &mut Vec<Warning>) {
    for item in event.programme.iter().take(3_000) {
        let (Some(start), Some(date)) = (&item.start, &item.date) else { continue };
        // "Före mötet, kl. 16, berättar …" is told in a sentence and says itself that it is outside.
        if matches!(item.kind.value, ItemKind::Arrival | ItemKind::Break | ItemKind::Meal)
            || start.confidence != Confidence::Certain
        {
            continue;
        }
        let Some(day) = event.days.iter().find(|d| d.date.value == date.value && d.stated) else {
            continue;
        };
        let (opens, closes) =
            (day.start.as_ref().map(|f| f.value), day.end.as_ref().map(|f| f.value));
        if let (Some(a), Some(b)) = (opens, closes)
            && b < a
        {
            continue;
        }
        let before = opens.is_some_and(|a| start.value < a);
        let after = closes.is_some_and(|b| {
            start.value > b
                || item.end.as_ref().is_some_and(|e| e.value > b && e.value > start.value)
        });
        if before || after {
            let hours = format!(
                "{}–{}",
                opens.map_or(String::new(), |c| c.to_string()),
                closes.map_or(String::new(), |c| c.to_string())
            );
            found.push(Warning {
                kind: WarningKind::ItemOutsideHours,
                detail: format!("{} is outside {hours}", start.value),
                lines: vec![start.line, day.date.line],
                readings: std::iter::once(start)
                    .chain(item.end.as_ref().filter(|_| !before))
                    .chain(if before { &day.start } else { &day.end })
                    .map(clock_said)
                    .collect(),
            });
            return;
        }
    }
}
