//! Which days the event is on, and its own hours.

mod elsewhere;
mod hours;
mod settle;
mod weekdays;

pub(super) use settle::settle;

use crate::blocks::Role;
use crate::event::Page;
use crate::event::days::hours::by_weekday;
use crate::event::days::hours::closing_time;
use crate::event::days::hours::hours;
use crate::event::days::hours::is_arrival;
use crate::event::days::hours::loose_hours;
use crate::event::days::hours::numbered_hours;
use crate::event::days::hours::start_and_end_labels;
use crate::event::days::hours::time_labels;
use crate::event::days::hours::weekly_hours;
use crate::event::days::weekdays::weekday_hours;
use crate::event::programme::DayNote;
use crate::event::programme::Programme;
use crate::lines::Line;
use crate::model::Day;
use crate::model::EventDay;
use crate::model::Found;
use crate::purpose::Purpose;
use crate::when::DateMention;
use crate::words::LabelKind;
use crate::words::has_any;
use std::collections::HashSet;

/// How surely a date is the event's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Prose,
    Welcome,
    Subject,
    /// A line that is a date and little more.
    Line,
    Label,
}

#[derive(Debug)]
struct Candidate {
    line: usize,
    date: DateMention,
    strength: Strength,
}

/// A day range longer than this is a period: only its ends are days.
const LONGEST_RANGE: usize = 12;

const MOST: usize = 60;

/// The event's days in order, and the lines (indexes) they were read from.
pub(super) fn read(
    page: &Page<'_>,
    programme: &Programme,
    title_at: Option<usize>,
) -> (Vec<EventDay>, Vec<usize>) {
    let candidates = candidates(page, programme, title_at);
    let Some(best) = candidates.iter().map(|c| c.strength).max() else {
        let mut days = from_headings(page, programme);
        weekly_hours(page, programme, &mut days);
        return (days, Vec::new());
    };
    let mut chosen: Vec<&Candidate> = candidates.iter().filter(|c| c.strength == best).collect();
    if best <= Strength::Subject {
        let first = chosen[0].line;
        chosen.retain(|c| c.line == first);
        if best < Strength::Subject {
            let (from, to) = crate::purpose::sentence_at(&page.lines[first], chosen[0].date.start);
            chosen.retain(|c| c.date.start >= from && c.date.start < to);
        }
    }
    // "Konferensen hålls 27–28 juni.", and later "Välkommen lördag 27 juni!": the first of two days.
    if best < Strength::Label
        && let [only] = chosen[..]
        && only.date.until.is_none()
        && let Some(span) = candidates.iter().find(|c| {
            (c.strength >= Strength::Welcome
                || page.lines[c.line].has_any(&[
                    "hålls",
                    "äger rum",
                    "arrangeras",
                    "genomförs",
                    "be held",
                    "is held",
                    "takes place",
                ]))
                && c.date.until.is_some()
                && c.date.month == only.date.month
                && c.date.day == only.date.day
        })
    {
        chosen = vec![span];
    }
    let mut days: Vec<EventDay> = Vec::new();
    let mut lines: Vec<usize> = Vec::new();
    let mut seen: HashSet<Day> = HashSet::new();
    for candidate in &chosen {
        lines.push(candidate.line);
        let number = page.lines[candidate.line].number;
        let (mut start, mut end) = hours(page, candidate);
        if end.is_none() && ends_a_span(page, candidate) {
            (start, end) = (None, start);
        }
        let dates = expand(page, &candidate.date);
        if start.is_none() && end.is_some() && dates.len() == 1 {
            let between: Vec<Day> = days_between(days.last().map(|d| d.date.value), dates[0]);
            for date in between {
                if days.len() < MOST && seen.insert(date) {
                    days.push(EventDay {
                        date: Found::likely(date, number),
                        start: None,
                        end: None,
                        stated: true,
                    });
                }
            }
        }
        let many = dates.len() > 1;
        for (n, date) in dates.iter().enumerate() {
            if days.len() >= MOST {
                break;
            }
            if !seen.insert(*date) {
                // Said twice: the hours may stand at either.
                let Some(day) = days.iter_mut().find(|d| d.date.value == *date) else { continue };
                if start.is_none() && day.start.is_some() {
                    // "14 april 18.00 – 14 april 20.00"
                    day.end = day.end.take().or(end.clone());
                } else if day.start.is_none() {
                    (day.start, day.end) = (start.clone(), end.clone());
                    day.stated = day.start.is_some();
                }
                continue;
            }
            let first = n == 0;
            let last = n + 1 == dates.len();
            let (s, e) = if many && candidate_spans(page, candidate) {
                (start.clone().filter(|_| first), end.clone().filter(|_| last))
            } else {
                (start.clone(), end.clone())
            };
            let stated = s.is_some();
            let found = if candidate.strength >= Strength::Line {
                Found::certain(*date, number)
            } else {
                Found::likely(*date, number)
            };
            days.push(EventDay { date: found, start: s, end: e, stated });
        }
    }
    // The hours may stand with another mention of the same day, unless a label tells them.
    let labelled = days.len() == 1
        && page.lines.iter().enumerate().any(|(i, line)| {
            page.scope[i] == Some(LabelKind::Time)
                && !programme.taken[i]
                && line.dates.is_empty()
                && line.times.iter().any(|t| !is_arrival(&line.low, t))
        });
    for day in days.iter_mut().filter(|d| !labelled && d.start.is_none() && d.end.is_none()) {
        for candidate in
            candidates.iter().filter(|c| page.years.day(&c.date) == day.date.value).take(20)
        {
            let (start, end) = hours(page, candidate);
            if start.is_some() || end.is_some() {
                (day.start, day.end, day.stated) = (start, end, true);
                break;
            }
        }
    }
    by_weekday(page, &mut days);
    start_and_end_labels(page, &mut days, programme);
    // Days that only the programme's headings name.
    let few = days.len() <= 1;
    if best < Strength::Label {
        for day in from_headings(page, programme) {
            if seen.insert(day.date.value)
                && few
                && best <= Strength::Line
                && programme.headings.len() > 1
            {
                days.push(day);
            }
        }
    }
    days.sort_by_key(|d| d.date.value.ordinal());
    weekday_hours(page, programme, &mut days);
    time_labels(page, programme, &mut days);
    weekly_hours(page, programme, &mut days);
    numbered_hours(page, programme, &mut days);
    only_hour(page, &candidates, &mut days);
    if let [day] = days.as_mut_slice() {
        loose_hours(page, programme, day);
        closing_time(page, day);
    }
    (days, lines)
}

/// "Lördag 17 oktober kl. 11 öppnar vi dörrarna": what reads as an arrival is the start, where the
/// page names no other hour.
fn only_hour(page: &Page<'_>, candidates: &[Candidate], days: &mut [EventDay]) {
    let [day] = days else { return };
    if day.start.is_some() || page.lines.iter().map(|l| l.times.len()).sum::<usize>() != 1 {
        return;
    }
    let line = candidates
        .iter()
        .filter(|c| page.years.day(&c.date) == day.date.value)
        .take(20)
        .map(|c| &page.lines[c.line])
        .find(|l| !l.times.is_empty());
    if let Some(line) = line {
        day.start = Some(Found::likely(line.times[0].from, line.number));
        day.end = line.times[0].until.map(|u| Found::likely(u, line.number));
        day.stated = true;
    }
}

fn candidates(page: &Page<'_>, programme: &Programme, title_at: Option<usize>) -> Vec<Candidate> {
    let mut found = Vec::new();
    // A date alone under who signs is when the letter was written.
    let signed = (page.lines.len() / 2..page.lines.len())
        .find(|&i| crate::event::parties::is_greeting(&page.lines[i]))
        .unwrap_or(usize::MAX);
    // So is one that is the last line of all, where another day is spoken of.
    let told = page.lines.iter().flat_map(|l| &l.dates).filter(|d| d.day.is_some()).count();
    let last = page.lines.len().saturating_sub(1).max(4);
    for (i, line) in page.lines.iter().enumerate() {
        if i == last
            && told > 1
            && line.words() <= 3
            && line.times.is_empty()
            && line
                .dates
                .first()
                .is_some_and(|d| d.start == 0 && d.year.is_some() && d.weekday.is_none())
        {
            continue;
        }
        if told > 1 && elsewhere::is_written(page.lines, i) {
            continue;
        }
        if i > signed && line.words() <= 3 && line.times.is_empty() && page.scope[i].is_none() {
            continue;
        }
        if programme.taken[i] || matches!(page.blocks[i].role, Role::Contact | Role::Column) {
            continue;
        }
        for date in &line.dates {
            if date.day.is_none() || page.purposes(i, date) != Purpose::Open {
                continue;
            }
            let strength = match page.scope[i] {
                Some(LabelKind::Date | LabelKind::PlaceAndTime) => Strength::Label,
                // The parts of a course may stand by themselves between its start and its end.
                Some(LabelKind::Start) => Strength::Line,
                Some(LabelKind::Time) => Strength::Label,
                Some(LabelKind::End) => continue,
                Some(LabelKind::Subject) => Strength::Subject,
                Some(LabelKind::Sent | LabelKind::From | LabelKind::To) => continue,
                Some(LabelKind::Programme) => Strength::Line,
                Some(
                    LabelKind::Registration
                    | LabelKind::Cost
                    | LabelKind::Contact
                    | LabelKind::Deadline
                    | LabelKind::Link,
                ) => Strength::Prose,
                _ => {
                    let leads = date.start <= 4
                        || line.low[..date.start].trim_end().ends_with("kl")
                        || page.blocks[i].role == Role::Day
                        || line.low[..date.start].split_whitespace().count() <= 2
                            && line.words() <= 12
                        || line.words() <= 12
                            && line.times.iter().any(|t| {
                                t.start >= date.end && t.start < date.end + 12 && t.until.is_some()
                            });
                    // "Kväll 1, tisdag 9 mars kl. 18" as the first of several is no mere title.
                    let first_of_row = date.weekday.is_some()
                        && line.times.iter().any(|t| t.start >= date.end)
                        && line.low[..date.start].contains(|c: char| c.is_ascii_digit());
                    if Some(i) == title_at && !first_of_row {
                        Strength::Subject
                    } else if page.blocks[i].role == Role::Day
                        || (page.blocks[i].role == Role::Short && leads && !line.bulleted)
                        || (page.blocks[i].role == Role::Prose
                            && date.start <= 1
                            && (line.words() <= 14 && !line.times.is_empty()
                                || opens_with_hours(line, date)))
                    {
                        Strength::Line
                    } else if page.blocks[i].role == Role::Noise {
                        continue;
                    } else if line.has_any(&[
                        "välkom",
                        " ses ",
                        "äger rum",
                        "hålls",
                        "träff",
                        "bjuder",
                        "welcome",
                        "takes place",
                        "join us",
                        "arrangera",
                        "ordnar",
                        "kallas",
                        "genomför",
                        "är det dags",
                        "samlas",
                    ]) && !line.times.is_empty()
                        || line.low.contains("välkom")
                    {
                        Strength::Welcome
                    } else {
                        Strength::Prose
                    }
                }
            };
            let mut candidate = Candidate { line: i, date: date.clone(), strength };
            // "14 april, kl. 10.00 – torsdag 15 april, kl. 15.00": one is as sure as the other.
            if let Some(first) = found.last().filter(|c: &&Candidate| c.line == i)
                && ends_a_span(page, &candidate)
            {
                candidate.strength = candidate.strength.max(first.strength);
            }
            found.push(candidate);
        }
    }
    if let Some(list) = other_events(page)
        && found.iter().any(|c| c.line < list.start && c.strength >= Strength::Line)
    {
        found.retain(|c| !list.contains(&c.line));
    }
    elsewhere::without(page, &mut found);
    found
}

/// "Onsdag 3 december 2025, klockan 13.00–15.30, Stadshuset, …": however much comes after.
fn opens_with_hours(line: &Line, date: &DateMention) -> bool {
    date.weekday.is_some()
        && line.times.iter().any(|t| t.start >= date.end && t.start <= date.end + 12)
}

/// "Kalendarium", "Fler utbildningar" in the later half of the page, and under it lines with dates:
/// what else is on.
fn other_events(page: &Page<'_>) -> Option<std::ops::Range<usize>> {
    let lines = page.lines;
    let dated = |k: usize| {
        lines.get(k).is_some_and(|l| l.words() <= 14 && l.dates.iter().any(|d| d.day.is_some()))
    };
    let at = (lines.len() / 2..lines.len()).find(|&i| {
        let low = lines[i].low.trim_matches(|c: char| !c.is_alphabetic());
        lines[i].words() <= 4
            && dated(i + 1)
            && (matches!(low, "kalendarium" | "kalender" | "calendar" | "på gång" | "aktuellt")
                || [
                    "fler ",
                    "andra ",
                    "liknande ",
                    "kommande ",
                    "more ",
                    "other ",
                    "upcoming ",
                    "se även",
                    "see also",
                ]
                .iter()
                .any(|w| low.starts_with(w)))
    })?;
    let end = (at + 1..lines.len())
        .find(|&k| k > at + 1 && lines[k].gap > 0 || !dated(k))
        .unwrap_or(lines.len());
    Some(at + 1..end)
}

/// Does a range of days have one start and one end ("lunch till lunch"), not hours of each day?
fn candidate_spans(page: &Page<'_>, candidate: &Candidate) -> bool {
    let low = &page.lines[candidate.line].low;
    // "Måndag–torsdag 12–15 oktober kl. 10–18": hours as long as a day's are every day's.
    let daily = page.lines[candidate.line]
        .times
        .iter()
        .find(|t| t.start >= candidate.date.end)
        .is_some_and(|t| {
            t.until.is_some_and(|u| (3..=11).contains(&(u.hour.saturating_sub(t.from.hour))))
        });
    if daily && !has_any(low, &["lunch"]) {
        return false;
    }
    !has_any(
        low,
        &[
            "båda dagarna",
            "varje dag",
            "alla dagar",
            "both days",
            "each day",
            "every day",
            "dagligen",
        ],
    )
}

/// "7 oktober kl. 12.00 till torsdag 8 oktober kl. 13.00": the second hour is the end.
fn ends_a_span(page: &Page<'_>, candidate: &Candidate) -> bool {
    let line = &page.lines[candidate.line];
    let Some(before) = line.dates.iter().rfind(|d| d.end <= candidate.date.start) else {
        return false;
    };
    let Some(time) =
        line.times.iter().find(|t| t.start >= before.end && t.end <= candidate.date.start)
    else {
        return false;
    };
    let between = line.low[time.end..candidate.date.start].trim_matches([' ', ',', '.']);
    time.until.is_none()
        && (matches!(
            between,
            "till" | "till den" | "to the" | "–" | "-" | "—" | "to" | "until" | "till och med"
        )
            // "Vi ses lördag kl. 12 och skiljs åt söndag kl. 13"
            || between.len() < 40
                && has_any(between, &["skiljs", "slutar", "avslutar", "åker hem", "end on", "leave on"]))
}

/// "måndag 27 juli kl. 11 till onsdag 29 juli kl. 14": the Tuesday is a day of it too.
fn days_between(first: Option<Day>, last: Day) -> Vec<Day> {
    let Some(first) = first else { return Vec::new() };
    let apart = last.ordinal() - first.ordinal();
    if !(2..=4).contains(&apart) {
        return Vec::new();
    }
    std::iter::successors(Some(first.next()), |day| Some(day.next()))
        .take_while(|day| *day != last)
        .take(4)
        .collect()
}

fn expand(page: &Page<'_>, date: &DateMention) -> Vec<Day> {
    let first = page.years.day(date);
    let Some(until) = date.until else { return vec![first] };
    let end_year = until
        .year
        .or(first.year)
        .map(|y| if until.month < first.month && until.year.is_none() { y + 1 } else { y });
    let last = Day { year: end_year, month: until.month, day: Some(until.day) };
    let span = last.ordinal() - first.ordinal();
    if span <= 0 {
        return vec![first];
    }
    if usize::try_from(span).unwrap_or(usize::MAX) >= LONGEST_RANGE {
        return vec![first, last];
    }
    let mut days = vec![first];
    let mut day = first;
    while day != last && days.len() <= LONGEST_RANGE {
        day = day.next();
        days.push(day);
    }
    days
}

fn from_headings(page: &Page<'_>, programme: &Programme) -> Vec<EventDay> {
    let mut days: Vec<EventDay> = Vec::new();
    for (note, line) in &programme.headings {
        let DayNote::Date(date) = note else { continue };
        let day = page.years.day(date);
        if days.len() < MOST && !days.iter().any(|d| d.date.value == day) {
            days.push(EventDay {
                date: Found::certain(day, *line),
                start: None,
                end: None,
                stated: false,
            });
        }
    }
    days
}
