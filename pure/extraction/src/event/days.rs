//! Which days the event is on, and its own hours.

use std::collections::HashSet;

use crate::blocks::Role;
use crate::model::{Clock, Day, EventDay, Found};
use crate::purpose::Purpose;
use crate::when::{DateMention, TimeMention, weekday_of};
use crate::words::{LabelKind, has_any};

use super::Page;
use super::programme::{DayNote, Programme};

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
        let many = dates.len() > 1;
        for (n, date) in dates.iter().enumerate() {
            if days.len() >= MOST {
                break;
            }
            if !seen.insert(*date) {
                // Said twice: the hours may stand at either.
                if let Some(day) = days.iter_mut().find(|d| d.date.value == *date)
                    && day.start.is_none()
                {
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
    // The hours may stand with another mention of the same day.
    for day in days.iter_mut().filter(|d| d.start.is_none() && d.end.is_none()) {
        for candidate in
            candidates.iter().filter(|c| page.years.day(&c.date) == day.date.value).take(20)
        {
            let (start, end) = hours(page, candidate);
            if start.is_some() {
                (day.start, day.end, day.stated) = (start, end, true);
                break;
            }
        }
    }
    start_and_end_labels(page, &mut days, programme);
    // Days that only the programme's headings name.
    if best < Strength::Label {
        for day in from_headings(page, programme) {
            if seen.insert(day.date.value)
                && (days.len() == 1 || days.is_empty())
                && best <= Strength::Line
                && programme.headings.len() > 1
            {
                days.push(day);
            }
        }
    }
    days.sort_by_key(|d| d.date.value.ordinal());
    time_labels(page, programme, &mut days);
    weekly_hours(page, programme, &mut days);
    if let [day] = days.as_mut_slice() {
        loose_hours(page, programme, day);
        closing_time(page, day);
    }
    (days, lines)
}

fn candidates(page: &Page<'_>, programme: &Programme, title_at: Option<usize>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
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
                    if Some(i) == title_at {
                        Strength::Subject
                    } else if page.blocks[i].role == Role::Day
                        || (page.blocks[i].role == Role::Short && leads && !line.bulleted)
                        || (page.blocks[i].role == Role::Prose
                            && date.start <= 1
                            && line.words() <= 14
                            && !line.times.is_empty())
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
            found.push(Candidate { line: i, date: date.clone(), strength });
        }
    }
    // A page's own date says the year; a date alone in a heading may lack it.
    found
}

/// Does a range of days have one start and one end ("lunch till lunch"), not hours of each day?
fn candidate_spans(page: &Page<'_>, candidate: &Candidate) -> bool {
    let low = &page.lines[candidate.line].low;
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
        && matches!(between, "till" | "–" | "-" | "—" | "to" | "until" | "till och med")
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

/// Is the clock time one for coffee or doors, not for the event?
fn is_arrival(low: &str, time: &TimeMention) -> bool {
    let from = low[..time.start].rfind([',', '(', '.', ';']).map_or(0, |at| at + 1);
    let to = low[time.end..].find([',', '(', ')', '.', ';']).map_or(low.len(), |at| time.end + at);
    let clause = &low[from..to];
    let clause = match clause.find(" och ").or_else(|| clause.find(" and ")) {
        // "Frukosten dukas fram från 7.00 och vi slutar senast 9.00"
        Some(at) if from + at > time.end => &clause[..at],
        Some(at)
            if from + at + 4 <= time.start
                && has_any(
                    &clause[at..],
                    &["slutar", "börjar", "startar", "ends", "starts", "programmet"],
                ) =>
        {
            &clause[at..]
        }
        _ => clause,
    };
    has_any(
        clause,
        &[
            "kaffe",
            "fika",
            "insläpp",
            "dörr",
            "doors",
            "registrering",
            "drop-in",
            "samling",
            "serveras",
            "dukas",
            "registration",
            "coffee",
            "incheckning",
            "mingel",
            "står framme",
            "framduka",
            "står framduk",
            "smörgås",
            "lunch från",
            "middag",
            "check-in",
            "inloggning",
        ],
    ) && !has_any(clause, &["programmet börjar", "mötet börjar", "start kl", "börjar vi", "-", "–"])
        || has_any(
            clause,
            &[
                "insläpp",
                "dörrarna",
                "doors open",
                "kaffe från",
                "fika från",
                "drop-in från",
                "registrering från",
                "coffee from",
                "lunch serveras",
            ],
        )
}

/// The hours that belong to a date: in its line, or in the line after or before.
fn hours(page: &Page<'_>, candidate: &Candidate) -> (Option<Found<Clock>>, Option<Found<Clock>>) {
    let line = &page.lines[candidate.line];
    let next_date = line
        .dates
        .iter()
        .map(|d| d.start)
        .find(|&s| s > candidate.date.start)
        .unwrap_or(usize::MAX);
    let (_, sentence_end) = crate::purpose::sentence_at(line, candidate.date.start);
    let next_date = next_date.min(sentence_end.max(candidate.date.end + 1));
    let own: Vec<&TimeMention> = line
        .times
        .iter()
        .filter(|t| t.start >= candidate.date.end && t.start < next_date)
        .collect();
    let usable: Vec<&&TimeMention> = own.iter().filter(|t| !is_arrival(&line.low, t)).collect();
    if let Some(time) = usable.iter().find(|t| t.until.is_some()).or(usable.first()) {
        let ends = usable.iter().find(|t| {
            t.start > time.end
                && has_any(&line.low[time.end..t.start], &["slut", "ends", "avslutas", "till"])
        });
        // "… klockan 07.30. … och vi slutar senast 9.00."
        let closing = line.times.iter().find(|t| {
            let from =
                line.times.iter().map(|o| o.end).filter(|&e| e <= t.start).max().unwrap_or(0);
            t.start > time.end
                && t.until.is_none()
                && has_any(
                    &line.low[from..t.start],
                    &["slutar", "avslutas", "ends at", "håller på till"],
                )
        });
        let ends = ends.map(|t| **t).or(closing);
        let until = time.until.or(ends.map(|t| t.from));
        return (
            Some(Found::certain(time.from, line.number)),
            until.map(|u| Found::certain(u, line.number)),
        );
    }
    // "kl. 13.00-16.00, torsdag 5 februari"
    if line.dates.len() == 1
        && let Some(time) =
            line.times.iter().find(|t| t.end <= candidate.date.start && !is_arrival(&line.low, t))
    {
        return (
            Some(Found::certain(time.from, line.number)),
            time.until.map(|u| Found::certain(u, line.number)),
        );
    }
    // A weekday alone may stand between a calendar box and its hours.
    let beyond = page.lines.get(candidate.line + 1).is_some_and(|l| {
        crate::when::weekday_word(l.low.trim_matches(|c: char| !c.is_alphabetic())).is_some()
    });
    let after = candidate.line + 1 + usize::from(beyond);
    for k in [after, candidate.line.wrapping_sub(1)] {
        let Some(beside) = page.lines.get(k) else { continue };
        if page.hours_line(k) && beside.gap <= 1 {
            let time = &beside.times[0];
            return (
                Some(Found::certain(time.from, beside.number)),
                time.until.map(|u| Found::certain(u, beside.number)),
            );
        }
    }
    (None, None)
}

/// "Start: 2026-10-01 09:00", "Slut: 2026-10-01 16:00".
fn start_and_end_labels(page: &Page<'_>, days: &mut Vec<EventDay>, programme: &Programme) {
    for (i, line) in page.lines.iter().enumerate() {
        if programme.taken[i] {
            continue;
        }
        let Some(kind @ (LabelKind::Start | LabelKind::End)) = page.scope[i] else { continue };
        let Some(time) = line.times.first() else { continue };
        let day = line.dates.iter().find(|d| d.day.is_some()).map(|d| page.years.day(d));
        if let Some(day) = day
            && kind == LabelKind::End
            && !days.is_empty()
            && !days.iter().any(|d| d.date.value == day)
        {
            days.push(EventDay {
                date: Found::certain(day, line.number),
                start: None,
                end: None,
                stated: true,
            });
        }
        let at = match day {
            Some(day) => days.iter().position(|d| d.date.value == day),
            None if kind == LabelKind::Start => (!days.is_empty()).then_some(0),
            None => days.len().checked_sub(1),
        };
        let Some(entry) = at.and_then(|at| days.get_mut(at)) else { continue };
        let clock = Some(Found::certain(time.from, line.number));
        if kind == LabelKind::Start {
            entry.start = clock;
            if entry.end.is_none() {
                entry.end = time.until.map(|u| Found::certain(u, line.number));
            }
        } else {
            entry.end = clock;
        }
        entry.stated = true;
    }
}

/// "Tid: Onsdag kl. 12.00 – torsdag kl. 13.00", "Tid: 18.00–20.00".
fn time_labels(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.is_empty() || days.iter().all(|d| d.start.is_some() && d.end.is_some()) {
        return;
    }
    let several = days.len() > 1;
    if several && time_label_each(page, programme, days) {
        return;
    }
    for (i, line) in page.lines.iter().enumerate() {
        if programme.taken[i]
            || page.scope[i] != Some(LabelKind::Time)
            || line.times.is_empty()
            || line.dates.iter().any(|d| d.day.is_some())
        {
            continue;
        }
        let mut usable: Vec<&TimeMention> =
            line.times.iter().filter(|t| !is_arrival(&line.low, t)).collect();
        if usable.is_empty() {
            usable = line.times.iter().collect();
        }
        if several {
            let mut named = false;
            for (n, time) in usable.iter().enumerate() {
                let from = if n == 0 { 0 } else { usable[n - 1].end };
                let Some(weekday) = weekday_near(&line.low, from, time.start, time.end) else {
                    continue;
                };
                let Some(at) = days.iter().position(|d| weekday_matches(&d.date.value, weekday))
                else {
                    continue;
                };
                named = true;
                let last = at + 1 == days.len();
                let clock = Found::certain(time.from, line.number);
                if let Some(until) = time.until {
                    days[at].start.get_or_insert(clock);
                    days[at].end.get_or_insert(Found::certain(until, line.number));
                } else if last && n > 0 {
                    days[at].end.get_or_insert(clock);
                } else {
                    days[at].start.get_or_insert(clock);
                }
                days[at].stated = days[at].start.is_some();
            }
            if named {
                return;
            }
        }
        let Some(time) = usable.iter().find(|t| t.until.is_some()).or(usable.first()) else {
            continue;
        };
        let until = time.until.or_else(|| {
            usable
                .iter()
                .find(|t| {
                    t.start > time.end
                        && has_any(
                            &line.low[time.end..t.start],
                            &["slut", "ends", "avslut", "till"],
                        )
                })
                .map(|t| t.from)
        });
        for day in days.iter_mut() {
            if day.start.is_none() {
                day.start = Some(Found::certain(time.from, line.number));
                day.end = until.map(|u| Found::certain(u, line.number));
                day.stated = true;
            } else if day.end.is_none() && day.start.as_ref().is_some_and(|s| s.value == time.from)
            {
                day.end = until.map(|u| Found::certain(u, line.number));
            }
        }
        return;
    }
}

/// "Spring 2026, Thursdays 15:15-16:45", "torsdagar kl. 18–20": the hours of every day.
fn weekly_hours(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.len() < 2 || days.iter().any(|d| d.start.is_some()) {
        return;
    }
    const WEEKLY: [&str; 17] = [
        "måndagar",
        "tisdagar",
        "onsdagar",
        "torsdagar",
        "fredagar",
        "lördagar",
        "söndagar",
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "alla dagar",
        "varje gång",
        "båda dagarna",
        "samtliga",
    ];
    let found =
        page.lines.iter().enumerate().find(|&(i, line)| {
            !programme.taken[i] && !line.times.is_empty() && line.has_any(&WEEKLY)
        });
    let Some((_, line)) = found else { return };
    let time = &line.times[0];
    for day in days {
        day.start = Some(Found::likely(time.from, line.number));
        day.end = time.until.map(|u| Found::likely(u, line.number));
        day.stated = true;
    }
}

/// A time label under each date: every day takes the one after it.
fn time_label_each(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) -> bool {
    let labels: Vec<usize> = (0..page.lines.len())
        .filter(|&i| {
            !programme.taken[i]
                && page.scope[i] == Some(LabelKind::Time)
                && !page.lines[i].times.is_empty()
                && page.lines[i].dates.iter().all(|d| d.day.is_none())
        })
        .take(MOST)
        .collect();
    if labels.len() < 2 {
        return false;
    }
    for i in labels {
        let line = &page.lines[i];
        let Some(day) =
            days.iter_mut().filter(|d| d.date.line <= line.number).max_by_key(|d| d.date.line)
        else {
            continue;
        };
        if day.start.is_some() {
            continue;
        }
        let usable = line.times.iter().find(|t| !is_arrival(&line.low, t)).or(line.times.first());
        if let Some(time) = usable {
            day.start = Some(Found::certain(time.from, line.number));
            day.end = time.until.map(|u| Found::certain(u, line.number));
            day.stated = true;
        }
    }
    true
}

/// "– 9.30–15.30, kaffe från 9.00": hours on a line of their own, away from the only date.
fn loose_hours(page: &Page<'_>, programme: &Programme, day: &mut EventDay) {
    if day.start.is_some() || !programme.items.is_empty() {
        return;
    }
    let found = page.lines.iter().enumerate().find(|&(i, line)| {
        !programme.taken[i]
            && !matches!(page.blocks[i].role, Role::Noise | Role::Contact)
            && line.dates.is_empty()
            && line.words() <= 9
            && line.times.first().is_some_and(|t| t.start <= 3 && t.until.is_some())
    });
    if let Some((_, line)) = found {
        let time = &line.times[0];
        day.start = Some(Found::likely(time.from, line.number));
        day.end = time.until.map(|u| Found::likely(u, line.number));
        day.stated = true;
    }
}

/// "Vi slutar senast 20.30", "avslut senast 20:30", "We finish at 4 pm": when only the start is known.
fn closing_time(page: &Page<'_>, day: &mut EventDay) {
    let Some(start) = day.start.as_ref().filter(|_| day.end.is_none()) else { return };
    for (i, line) in page.lines.iter().enumerate() {
        if matches!(page.blocks[i].role, Role::Noise | Role::Contact) {
            continue;
        }
        for time in line.times.iter().filter(|t| t.until.is_none() && t.from > start.value) {
            let (from, _) = crate::purpose::sentence_at(line, time.start);
            if from >= time.start
                || line.dates.iter().any(|d| d.start >= from && d.end <= time.start)
            {
                continue;
            }
            let before = &line.low[from..time.start];
            let near = before.char_indices().rev().nth(26).map_or(before, |(at, _)| &before[at..]);
            if has_any(
                near,
                &[
                    "slutar",
                    "avslutas",
                    "avslut senast",
                    "avslutar",
                    "håller på till",
                    "pågår till",
                    "klara senast",
                    "är klara",
                    "är slut",
                    "ends at",
                    "finish at",
                    "finishes at",
                    "ends by",
                    "finish by",
                    "slut senast",
                    "until about",
                ],
            ) {
                day.end = Some(Found::likely(time.from, line.number));
                return;
            }
        }
    }
}

fn weekday_near(low: &str, from: usize, start: usize, end: usize) -> Option<u8> {
    let before = low[from..start]
        .split(|c: char| !c.is_alphabetic())
        .filter_map(|w| if w.len() >= 3 { crate::when::weekday_word(w) } else { None })
        .next_back();
    before.or_else(|| {
        // "kl. 11.30 på torsdag"
        let to = low[end..].find([',', '.', ';']).map_or(low.len(), |at| end + at);
        low[end..to]
            .split(|c: char| !c.is_alphabetic())
            .take(4)
            .find_map(|w| if w.len() >= 5 { crate::when::weekday_word(w) } else { None })
    })
}

pub(super) fn weekday_matches(day: &Day, weekday: u8) -> bool {
    match (day.year, day.day) {
        (Some(year), Some(d)) => weekday_of(year, day.month, d) == weekday,
        _ => false,
    }
}

/// Gives every item its date, and days without hours the hours of their programme.
pub(super) fn settle(page: &Page<'_>, programme: &mut Programme, days: &mut [EventDay]) {
    for draft in &mut programme.items {
        let date = match &draft.day {
            Some((DayNote::Date(date), line)) => {
                let day = page.years.day(date);
                // A heading without a year means the event's day of that name.
                let known = days
                    .iter()
                    .find(|d| d.date.value.month == day.month && d.date.value.day == day.day);
                Some(Found::certain(known.map_or(day, |d| d.date.value), *line))
            }
            Some((DayNote::Weekday(weekday), line)) => days
                .iter()
                .find(|d| weekday_matches(&d.date.value, *weekday))
                .map(|d| Found::likely(d.date.value, *line))
                .map(|f| Found {
                    line: days
                        .iter()
                        .find(|d| d.date.value == f.value)
                        .map_or(f.line, |d| d.date.line),
                    ..f
                }),
            Some((DayNote::Number(n), _)) => {
                days.get(n - 1).map(|d| Found::likely(d.date.value, d.date.line))
            }
            None => None,
        };
        draft.item.date =
            date.or_else(|| days.first().map(|d| Found::likely(d.date.value, d.date.line)));
    }
    for day in days.iter_mut() {
        if day.start.is_some() {
            continue;
        }
        let of_day = |d: &&super::programme::Draft| {
            d.item.date.as_ref().is_some_and(|f| f.value == day.date.value)
        };
        let first = programme.items.iter().filter(of_day).find_map(|d| d.item.start.clone());
        let last = programme.items.iter().filter(of_day).rfind(|d| d.item.start.is_some());
        if let Some(first) = first {
            let end = last.and_then(|d| {
                d.item.end.clone().or_else(|| {
                    // "16.00 Slut", "15.00 Tack för idag"
                    let low = d
                        .item
                        .title
                        .as_ref()
                        .map(|t| crate::lines::fold(&t.value))
                        .unwrap_or_default();
                    let over = matches!(
                        low.as_str(),
                        "slut"
                            | "end"
                            | "tack för idag"
                            | "tack för i dag"
                            | "hemfärd"
                            | "avslut"
                            | "mötet slutar"
                    );
                    if over { d.item.start.clone() } else { None }
                })
            });
            day.start = Some(Found::doubtful(first.value, first.line));
            if day.end.is_none() {
                day.end = end.map(|e| Found::doubtful(e.value, e.line));
            }
        }
    }
}
