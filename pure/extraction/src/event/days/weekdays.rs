//! Hours of a day that is named by its weekday, away from its date, and hours that stand before it.

use crate::blocks::Role;
use crate::event::Page;
use crate::event::days::Candidate;
use crate::event::days::MOST;
use crate::event::days::hours::is_arrival;
use crate::event::days::hours::weekday_matches;
use crate::event::days::hours::weekday_near;
use crate::event::programme::Programme;
use crate::lines::Line;
use crate::model::Clock;
use crate::model::EventDay;
use crate::model::Found;
use crate::words::LabelKind;
use crate::words::has_any;

/// "Vi börjar tisdag kl. 10 och slutar onsdag kl. 15", and "Tisdag kl. 9–16" over "Onsdag kl. 9–12":
/// of days that have no hours beside their dates.
pub(super) fn weekday_hours(page: &Page<'_>, programme: &Programme, days: &mut [EventDay]) {
    if days.len() < 2 || days.iter().any(|d| d.start.is_some() || d.end.is_some()) {
        return;
    }
    for (i, line) in page.lines.iter().enumerate() {
        if programme.taken[i]
            || line.times.is_empty()
            || line.words() > 40
            || line.dates.iter().any(|d| d.day.is_some())
            || matches!(page.blocks[i].role, Role::Noise | Role::Contact)
            || !matches!(
                page.scope[i],
                None | Some(
                    LabelKind::Time
                        | LabelKind::Date
                        | LabelKind::PlaceAndTime
                        | LabelKind::Programme
                        | LabelKind::Other
                )
            )
        {
            continue;
        }
        // "Tid: onsdag kl. 12 – torsdag kl. 13" is read with its label.
        if page.scope[i] == Some(LabelKind::Time) && line.times.iter().any(|t| t.until.is_none()) {
            continue;
        }
        let leads = line
            .low
            .split(|c: char| !c.is_alphabetic())
            .find(|w| !w.is_empty())
            .is_some_and(|w| crate::when::weekday_word(w).is_some());
        let mut from = 0;
        for (n, time) in line.times.iter().take(MOST).enumerate() {
            let before = line.low.get(from..time.start).unwrap_or_default();
            let after = line.low.get(time.end..).unwrap_or_default();
            let ordinal = day_named(before).or_else(|| day_named(clause(after)));
            // "kl. 13 på onsdagen" rather than a weekday told before it.
            let weekday =
                said_after(after).or_else(|| weekday_near(&line.low, from, time.start, time.end));
            from = time.end;
            if ordinal.is_none() && weekday.is_none() {
                continue;
            }
            let ends = has_any(before, &["slut", "avrund", "end", "finish", "till ", "until"])
                || n > 0 && before.trim_start().starts_with(['–', '-']);
            let begins = has_any(before, &["börja", "start", "inled", "begin", "från ", "from "]);
            let whole = time.until.is_some() && (leads || begins || page.scope[i].is_some());
            if !(ends || begins || whole) || is_arrival(&line.low, time) {
                continue;
            }
            let at = match (ordinal, weekday) {
                (Some(0), _) => days.len().checked_sub(1),
                (Some(n), _) => Some(n - 1),
                (None, Some(of)) => days.iter().position(|d| weekday_matches(&d.date.value, of)),
                (None, None) => None,
            };
            let Some(day) = at.and_then(|at| days.get_mut(at)) else { continue };
            let clock = Found::likely(time.from, line.number);
            if ends && time.until.is_none() {
                day.end.get_or_insert(clock);
                continue;
            }
            if day.start.is_none() {
                day.start = Some(clock);
                day.end = time.until.map(|u| Found::likely(u, line.number));
                day.stated = true;
            }
        }
    }
}

/// The words up to the next comma or stop.
fn clause(text: &str) -> &str {
    text.split([',', '.', ';']).next().unwrap_or_default()
}

/// "första dagen", "the second day": which of the days, 0 for the last.
fn day_named(text: &str) -> Option<usize> {
    const NAMES: &[(&str, usize)] = &[
        ("första dagen", 1),
        ("dag ett", 1),
        ("first day", 1),
        ("andra dagen", 2),
        ("second day", 2),
        ("tredje dagen", 3),
        ("third day", 3),
        ("sista dagen", 0),
        ("last day", 0),
    ];
    // "sista dagen att anmäla sig" is none.
    if has_any(text, &["anmäl", "regist", "sista dagen för"]) {
        return None;
    }
    NAMES.iter().filter_map(|(name, n)| Some((text.rfind(name)?, *n))).max().map(|(_, n)| n)
}

/// "… på onsdagen", "… on Wednesday" right after an hour.
fn said_after(after: &str) -> Option<u8> {
    let rest = ["på ", "on ", "den "].iter().find_map(|w| after.trim_start().strip_prefix(w))?;
    crate::when::weekday_word(rest.split(|c: char| !c.is_alphabetic()).next()?)
}

/// When a day starts and ends, as far as it is said.
pub(super) type Hours = (Option<Found<Clock>>, Option<Found<Clock>>);

/// "Start kl. 10 den 4 maj, avslut kl. 15 den 5 maj", "12:00 tisdag 14 april – 13:00 onsdag 15
/// april": every hour stands before its day.
pub(super) fn hour_before(line: &Line, candidate: &Candidate) -> Option<Hours> {
    let at = line.dates.iter().position(|d| d.start == candidate.date.start)?;
    let several = line.dates.len() >= 2 && line.dates.len() <= 6;
    if !several || line.dates.len() != line.times.len() {
        return None;
    }
    let ordered = line.times.iter().zip(&line.dates).enumerate().all(|(n, (time, date))| {
        let near = line.low.get(time.end..date.start).is_some_and(|b| b.len() <= 8);
        time.end <= date.start && near && (n == 0 || line.dates[n - 1].end <= time.start)
    });
    if !ordered {
        return None;
    }
    let time = &line.times[at];
    let clock = Some(Found::certain(time.from, line.number));
    if let Some(until) = time.until {
        return Some((clock, Some(Found::certain(until, line.number))));
    }
    let ends = at > 0 && {
        let between = line.low.get(line.dates[at - 1].end..time.start).unwrap_or_default();
        has_any(between, &["slut", "till", "–", "-", "end", "until", "to "])
    };
    Some(if ends { (None, clock) } else { (clock, None) })
}
