//! The hours of the event's own day, said in two ways.

use crate::blocks::Role;
use crate::contradictions::clock_said;
use crate::event::Page;
use crate::lines::Line;
use crate::model::{
    Clock, Event, EventDay, Found, ItemKind, Reading as Said, Says, Warning, WarningKind,
};
use crate::purpose::Purpose;
use crate::when::TimeMention;
use crate::words::{LabelKind, has_any};

/// The day's own hours and others that a line tells; its end is among them where that differs too.
fn other_hours(
    day: &EventDay,
    start: &Found<Clock>,
    time: &TimeMention,
    line: &Line,
    end_differs: bool,
) -> Warning {
    let own = [Some(start), day.end.as_ref().filter(|_| end_differs)];
    let told = [Some(time.from), time.until].into_iter().flatten();
    let told = told.map(|clock| Said { says: Says::Clock(clock), line: line.number });
    Warning {
        kind: WarningKind::TimeConflict,
        detail: format!("{} at {} and at {}", day.date.value, start.value, time.from),
        lines: vec![start.line, line.number],
        readings: own.into_iter().flatten().map(clock_said).chain(told).collect(),
    }
}

/// Words of what goes on before, between or after, and of one day among several.
const ASIDE: &[&str] = &[
    "kaffe",
    "fika",
    "insläpp",
    "samling",
    "registrering",
    "dörr",
    "lunch",
    "buss",
    "middag",
    "mingel",
    "frukost",
    "drop-in",
    "coffee",
    "doors",
    "registration",
    "dinner",
    "lokal",
    "dag ",
    "dagen",
    "day",
];

/// The event's own day said with another time.
pub(super) fn times(page: &Page<'_>, event: &Event, taken: &[bool], found: &mut Vec<Warning>) {
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i]
            || matches!(page.blocks[i].role, Role::Noise | Role::Contact)
            || matches!(page.scope[i], Some(LabelKind::Start | LabelKind::End))
        {
            continue;
        }
        for date in line.dates.iter().filter(|d| d.day.is_some() && d.until.is_none()) {
            if page.purposes(i, date) != Purpose::Open {
                continue;
            }
            let Some(day) = event.days.iter().find(|d| d.date.value == page.years.day(date)) else {
                continue;
            };
            let Some(start) = &day.start else { continue };
            if !day.stated || start.line == line.number {
                continue;
            }
            let Some(time) = line.times.iter().find(|t| {
                t.start >= date.end
                    && t.start - date.end < 30
                    && t.start < crate::purpose::sentence_at(line, date.start).1
            }) else {
                continue;
            };
            let between = &line.low[date.end..time.start];
            let (from, to) = crate::purpose::sentence_at(line, date.start);
            if has_any(between, &["senast", "från", "insläpp", "kaffe", "fika", "dörr"])
                || has_any(
                    &line.low[from..to],
                    &[
                        "kaffe",
                        "fika",
                        "insläpp",
                        "samling",
                        "registrering",
                        "dörrarna",
                        "lunch",
                        "buss",
                        "middag",
                        "mingel",
                        "frukost",
                    ],
                )
            {
                continue;
            }
            let end_differs = matches!((time.until, &day.end), (Some(a), Some(b)) if a != b.value);
            if time.from != start.value || end_differs {
                found.push(other_hours(day, start, time, line, end_differs));
                return;
            }
        }
    }
    if labelled(page, event, taken, found) {
        return;
    }
    told(page, event, taken, found);
}

/// "Middag" over "Plats: Torggatan 2" and "Tid: 19.00": the labels are of something else.
fn under_own_heading(page: &Page<'_>, i: usize) -> bool {
    let top = (i.saturating_sub(6)..=i).rev().find(|&k| page.lines[k].gap > 0).unwrap_or(0);
    let line = &page.lines[top];
    top > 0
        && top < i
        && page.blocks[top].role == Role::Short
        && page.blocks[top].label.is_none()
        && line.dates.is_empty()
        && line.times.is_empty()
}

/// "12 mars kl. 9–12" and, away from it, "Tid: 10–12": the label of the only day's hours says others.
fn labelled(page: &Page<'_>, event: &Event, taken: &[bool], found: &mut Vec<Warning>) -> bool {
    let [day] = event.days.as_slice() else { return false };
    let Some(start) = day.start.as_ref().filter(|_| day.stated) else { return false };
    let mut labels = page.lines.iter().enumerate().filter(|&(i, line)| {
        page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Time && l.marked)
            && !taken[i]
            && !line.times.is_empty()
            && line.number != start.line
            && !under_own_heading(page, i)
    });
    let Some((_, line)) = labels.next().filter(|_| labels.next().is_none()) else { return false };
    let time = &line.times[0];
    let ends = matches!((time.until, &day.end), (Some(a), Some(b)) if a != b.value);
    if line.times.len() > 1
        || !line.dates.is_empty()
        || line.has_any(ASIDE)
        || time.from == start.value && !ends
    {
        return false;
    }
    found.push(other_hours(day, start, time, line, ends));
    true
}

/// "Vi börjar kl. 10", "We start at 10", with nothing else between: not "Vi börjar med kaffe kl. 10".
fn we_begin(before: &str) -> bool {
    [
        "vi börjar",
        "vi startar",
        "vi drar igång",
        "vi kör igång",
        "we start",
        "we begin",
        "det börjar",
    ]
    .iter()
    .find_map(|w| before.strip_prefix(w))
    .is_some_and(|rest| {
        rest.split_whitespace().all(|w| {
            matches!(w, "kl" | "kl." | "klockan" | "redan" | "prick" | "at" | "punktligt" | "ca")
        })
    })
}

/// "Mötet pågår från 17.00 till 20.00": a sentence without a date, of the only day there is.
fn told(page: &Page<'_>, event: &Event, taken: &[bool], found: &mut Vec<Warning>) {
    const EVENT: &[&str] = &[
        "mötet",
        "samrådet",
        "stämman",
        "seminariet",
        "konferensen",
        "webbinariet",
        "webinariet",
        "träffen",
        "kursen",
        "workshopen",
        "evenemanget",
        "arrangemanget",
        "mässan",
        "sammanträdet",
        "öppet hus",
        "the meeting",
        "the seminar",
        "the conference",
        "the webinar",
        "the event",
        "the workshop",
        "the course",
        "the fair",
    ];
    const BEGINS: &[&str] =
        &["börjar", "startar", "inleds", "drar igång", "kör igång", "start", "begin"];
    const LASTS: &[&str] = &[
        "pågår",
        "håller på",
        "varar",
        "äger rum",
        "hålls",
        "är öppet",
        "runs",
        "lasts",
        "goes on",
        "is held",
        "takes place",
    ];
    let [day] = event.days.as_slice() else { return };
    let Some(start) = day.start.as_ref().filter(|_| day.stated) else { return };
    // Who comes for the coffee at the beginning comes before the meeting begins.
    let early = event.programme.iter().take(3).any(|item| {
        item.start.as_ref().is_some_and(|s| s.value == start.value)
            && matches!(item.kind.value, ItemKind::Arrival | ItemKind::Break | ItemKind::Meal)
    });
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i]
            || line.number == start.line
            || line.times.is_empty()
            || page.blocks[i].label.is_some()
            || matches!(page.blocks[i].role, Role::Noise | Role::Contact)
        {
            continue;
        }
        let time = &line.times[0];
        let (from, to) = crate::purpose::sentence_at(line, time.start);
        let sentence = &line.low[from..to];
        let Some(before) = line.low.get(from..time.start) else { continue };
        if has_any(sentence, ASIDE)
            || line.dates.iter().any(|d| d.start >= from && d.start < to)
            || !(EVENT.iter().any(|w| before.starts_with(w)) || we_begin(before))
        {
            continue;
        }
        let begins = has_any(before, BEGINS) && time.from != start.value && !early;
        let ends_otherwise = |until: Clock| day.end.as_ref().is_some_and(|e| e.value != until);
        let lasts = has_any(before, LASTS)
            && time.until.is_some_and(|u| time.from != start.value && !early || ends_otherwise(u));
        if begins || lasts {
            found.push(other_hours(day, start, time, line, lasts));
            return;
        }
    }
}
