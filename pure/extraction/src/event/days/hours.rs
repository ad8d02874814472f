//! The hours of a day: beside its date, under a label, or in a sentence.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::days::Candidate;
use crate::event::days::MOST;
use crate::event::days::days_between;
use crate::event::days::weekdays::hour_before;
use crate::event::programme::Programme;
use crate::model::Clock;
use crate::model::Day;
use crate::model::EventDay;
use crate::model::Found;
use crate::when::TimeMention;
use crate::when::weekday_of;
use crate::words::LabelKind;
use crate::words::has_any;

/// Is the clock time one for coffee or doors, not for the event?
pub(super) fn is_arrival(low: &str, time: &TimeMention) -> bool {
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

/// Nothing but commas and "och" between two dates?
fn only_joins(between: &str) -> bool {
    !between.is_empty()
        && between
            .split(|c: char| !c.is_alphanumeric())
            .all(|w| matches!(w, "" | "och" | "and" | "samt" | "den"))
        && !between.contains(['.', '(', '–', '-', '\t', '|'])
}

/// "lördag kl. 10–17, söndag kl. 9–13" after the days: each day's own hours by its weekday.
pub(super) fn by_weekday(page: &Page<'_>, days: &mut [EventDay]) {
    if days.len() < 2 {
        return;
    }
    let numbers: Vec<u32> = days.iter().map(|d| d.date.line).collect();
    for line in page.lines.iter().filter(|l| l.times.len() >= 2 && numbers.contains(&l.number)) {
        let mut from = 0;
        for time in line.times.iter().take(MOST) {
            let before = line.low.get(from..time.start).unwrap_or_default();
            from = time.end;
            // "(lördag kl. 10–17, söndag kl. 9–13)"
            let word = before
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let Some(weekday) = crate::when::weekday_word(word) else { continue };
            if time.until.is_none() {
                continue;
            }
            if let Some(day) = days.iter_mut().find(|d| weekday_matches(&d.date.value, weekday)) {
                day.start = Some(Found::certain(time.from, line.number));
                day.end = time.until.map(|u| Found::certain(u, line.number));
                day.stated = true;
            }
        }
    }
}

/// The hours that belong to a date: in its line, or in the line after or before.
pub(super) fn hours(
    page: &Page<'_>,
    candidate: &Candidate,
) -> (Option<Found<Clock>>, Option<Found<Clock>>) {
    let line = &page.lines[candidate.line];
    if let Some(own) = hour_before(line, candidate) {
        return own;
    }
    // "5/2, 12/2 och 19/2, 15.00–16.30": the hours after the last of them are every one's.
    let mut end = candidate.date.end;
    let mut next_date = usize::MAX;
    let at = line.dates.partition_point(|d| d.start <= candidate.date.start);
    for date in line.dates[at..].iter().take(MOST) {
        if date.start < end {
            continue;
        }
        if !only_joins(&line.low[end..date.start]) {
            next_date = date.start;
            break;
        }
        end = date.end;
    }
    let (_, mut sentence_end) = crate::purpose::sentence_at(line, candidate.date.start);
    // "14 april 2026<tab>18.00–20.00", "Tisdag 14 april. Kl. 18.00": nothing else has been said.
    let rest = line.text.get(candidate.date.end..sentence_end).unwrap_or_default();
    if sentence_end < line.text.len() && !rest.contains(char::is_alphanumeric) {
        sentence_end = crate::purpose::sentence_at(line, sentence_end + 1).1;
    }
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

const TRAVEL: [&str; 9] =
    ["avresa", "avfärd", "avgång", "depart", "åter", "hemkomst", "hemresa", "return", "back"];

/// "Start: 2026-10-01 09:00", "Slut: 2026-10-01 16:00".
pub(super) fn start_and_end_labels(
    page: &Page<'_>,
    days: &mut Vec<EventDay>,
    programme: &Programme,
) {
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
            for date in days_between(days.last().map(|d| d.date.value), day) {
                days.push(EventDay {
                    date: Found::likely(date, line.number),
                    start: None,
                    end: None,
                    stated: true,
                });
            }
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
        // "Avresa: 7.30" says when a journey begins, but only how to get there where hours are told.
        let travel = TRAVEL.iter().any(|w| line.low.starts_with(w));
        if travel && (if kind == LabelKind::Start { &entry.start } else { &entry.end }).is_some() {
            continue;
        }
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
pub(super) fn time_labels(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.is_empty() || days.iter().all(|d| d.start.is_some() && d.end.is_some()) {
        return;
    }
    let several = days.len() > 1;
    // "Tid", and under it "Dag 1 kl. 10–17" and "Dag 2 kl. 8.30–12.30"
    numbered_hours(page, programme, days);
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
pub(super) fn weekly_hours(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.len() < 2 || days.iter().any(|d| d.start.is_some()) {
        return;
    }
    const WEEKLY: [&str; 26] = [
        "alla kvällar",
        "varje kväll",
        "samtliga kvällar",
        "alla träffar",
        "alla tillfällen",
        "varje träff",
        "every evening",
        "each evening",
        "all sessions",
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

/// "Dag 1: kl. 10–17", "Day 2: 9–15": hours of a day that is named by its number.
pub(super) fn numbered_hours(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.len() < 2 || days.iter().any(|d| d.start.is_some()) {
        return;
    }
    // "Tid: Dag 1 kl. 10–17, dag 2 och 3 kl. 8.30–12"
    for (i, line) in page.lines.iter().enumerate() {
        let opens = ["dag ", "day "].iter().any(|w| line.low.starts_with(w));
        if programme.taken[i]
            || !(opens
                || matches!(page.scope[i], Some(LabelKind::Time | LabelKind::Date))
                || line.has_any(&["dag 1", "dag ett", "day 1", "day one"]))
        {
            continue;
        }
        let (mut from, mut last): (usize, Option<usize>) = (0, None);
        for time in line.times.iter().take(MOST) {
            let before = line.low.get(from..time.start).unwrap_or_default();
            from = time.end;
            let numbers = day_numbers(before);
            // "Day one starts at 10:00 and ends at 17:00"
            if let (true, None, Some(at)) = (numbers.is_empty(), time.until, last)
                && has_any(before, &["ends", "slut", "till", "until", "finish"])
                && let Some(day) = days.get_mut(at)
            {
                day.end.get_or_insert(Found::certain(time.from, line.number));
                continue;
            }
            let begins = has_any(before, &["start", "börja", "begin", "kl", "från", "from"]);
            if time.until.is_none() && !(begins || page.scope[i] == Some(LabelKind::Time)) {
                continue;
            }
            for number in numbers {
                let Some(at) = number.checked_sub(1) else { continue };
                let Some(day) = days.get_mut(at) else { continue };
                last = Some(at);
                if day.start.is_none() {
                    day.start = Some(Found::certain(time.from, line.number));
                    day.end = time.until.map(|u| Found::certain(u, line.number));
                    day.stated = true;
                }
            }
        }
    }
}

/// "dag 1", "dag 2 och 3", "day 1–3": the numbers of the days.
fn day_numbers(before: &str) -> Vec<usize> {
    let Some(rest) = ["dag ", "day ", "days ", "dagarna "]
        .iter()
        .find_map(|w| before.rfind(w).map(|at| &before[at + w.len()..]))
    else {
        return Vec::new();
    };
    let mut numbers: Vec<usize> = Vec::new();
    let mut ranged = false;
    for word in rest.split_inclusive(|c: char| !c.is_alphanumeric()).take(8) {
        let (key, sign) = match word.char_indices().next_back() {
            Some((at, c)) if !c.is_alphanumeric() => (&word[..at], Some(c)),
            _ => (word, None),
        };
        let spelt = match key {
            "ett" | "one" => Some(1),
            "två" | "two" => Some(2),
            "tre" | "three" => Some(3),
            _ => key.parse().ok(),
        };
        if let Some(number) = spelt.filter(|n: &usize| (1..=12).contains(n)) {
            if ranged && let Some(&last) = numbers.last() {
                numbers.extend(last + 1..number);
            }
            numbers.push(number);
            ranged = false;
        } else if !matches!(key, "" | "och" | "and" | "samt" | "till" | "to") {
            break;
        }
        ranged |= matches!(sign, Some('-' | '–'));
    }
    numbers
}

/// "– 9.30–15.30, kaffe från 9.00": hours on a line of their own, away from the only date.
pub(super) fn loose_hours(page: &Page<'_>, programme: &Programme, day: &mut EventDay) {
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
        return;
    }
    // "Vi ses vid bygdegården kl 9."
    for (i, line) in page.lines.iter().enumerate() {
        if programme.taken[i] || matches!(page.blocks[i].role, Role::Noise | Role::Contact) {
            continue;
        }
        let Some(time) = line.times.first() else { continue };
        let (from, _) = crate::purpose::sentence_at(line, time.start);
        if from < time.start
            && line.dates.iter().all(|d| d.start < from || d.start > time.end)
            && has_any(
                &line.low[from..time.start],
                &[
                    "pågår",
                    "håller på",
                    "är öppet",
                    "runs from",
                    "vi ses",
                    "ses vi",
                    "samling",
                    "samlas",
                    "vi träffas",
                    "vi börjar",
                    "vi startar",
                    "meet at",
                    "we start",
                    "we meet",
                    "mötet börjar",
                    "mötet startar",
                    "kvällen börjar",
                    "kvällen startar",
                    "dagen börjar",
                    "dagen startar",
                    "träffen börjar",
                    "seminariet börjar",
                    "konferensen börjar",
                    "föreläsningen börjar",
                    "konserten börjar",
                    "programmet börjar",
                    "festen börjar",
                    "det börjar",
                    "evening starts",
                    "evening begins",
                    "day starts",
                    "day begins",
                    "meeting starts",
                    "meeting begins",
                    "event starts",
                    "event begins",
                    "seminar starts",
                    "talk starts",
                    "it starts",
                ],
            )
        {
            day.start = Some(Found::likely(time.from, line.number));
            day.end = time.until.map(|u| Found::likely(u, line.number));
            day.stated = true;
            return;
        }
    }
}

/// "Vi slutar senast 20.30", "avslut senast 20:30", "We finish at 4 pm": when only the start is known.
pub(super) fn closing_time(page: &Page<'_>, day: &mut EventDay) {
    let Some(start) = day.start.as_ref().filter(|_| day.end.is_none()) else { return };
    for (i, line) in page.lines.iter().enumerate() {
        if matches!(page.blocks[i].role, Role::Noise | Role::Contact) {
            continue;
        }
        for time in line.times.iter().filter(|t| t.until.is_none()) {
            // "Vi börjar klockan sex och håller på till halv nio": of the same half of the day.
            let spelt = line.text[time.start..time.end].chars().all(|c| !c.is_ascii_digit());
            let late = spelt && time.from <= start.value && time.from.hour < 12;
            let until = Clock { hour: time.from.hour + if late { 12 } else { 0 }, ..time.from };
            if until <= start.value {
                continue;
            }
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
                    "klart till",
                    "klara till",
                    "klart vid",
                    "klara vid",
                    "slut vid",
                    "färdiga till",
                    "färdiga vid",
                    "hemma igen",
                    "tillbaka vid",
                    "åter ca",
                    "åter kl",
                    "åter vid",
                    "tillbaka ca",
                    "tillbaka kl",
                    "back at",
                    "back by",
                    "done by",
                    "over by",
                ],
            ) {
                day.end = Some(Found::likely(until, line.number));
                return;
            }
        }
    }
}

pub(super) fn weekday_near(low: &str, from: usize, start: usize, end: usize) -> Option<u8> {
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

pub(in crate::event) fn weekday_matches(day: &Day, weekday: u8) -> bool {
    match (day.year, day.day) {
        (Some(year), Some(d)) => weekday_of(year, day.month, d) == weekday,
        _ => false,
    }
}
