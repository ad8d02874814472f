//! A newsletter or a tour schedule: each dated thing as the beginning of an event.

use crate::drafting::rules::doubts;
use crate::drafting::rules::gathering::{Gathering, clock, one_line, sure};
use crate::drafting::types::{Alternative, Doubt, DoubtKind, Draft, Sure};
use extraction::{DatedThing, Extraction, Newsletter, Says, Warning, WarningKind};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// No letter here gives more.
const DRAFTS_MAX: usize = 200;
/// A thing that goes on for longer is told by its first and last day.
const DAYS_MAX: usize = 3;

/// One draft for each dated thing, in the order of the letter, and what speaks against itself.
pub fn drafts(
    extraction: &Extraction,
    letter: &Newsletter,
    lines: &[&str],
    read_on: Date,
) -> (Vec<Draft>, Vec<Doubt>) {
    let english = extraction.language == extraction::Language::English;
    let things = letter.sections.iter().flat_map(|section| {
        section.refs.iter().map(move |it| (section.heading.value.as_str(), it))
    });
    let things: Vec<(&str, &DatedThing)> = things.take(DRAFTS_MAX).collect();
    let mut drafts: Vec<Draft> = things
        .iter()
        .map(|(heading, thing)| {
            let draft = Draft { english, section: one_line(heading), ..Draft::default() };
            let mut to = Gathering { lines, read_on, first_on: None, draft };
            gather(&mut to, letter, heading, thing);
            to.draft
        })
        .collect();
    let mut doubts = vec![];
    for warning in &extraction.warnings {
        match warning.kind {
            WarningKind::TimeConflict => conflict(&mut drafts, &things, warning),
            _ => doubts.push(of_letter(warning)),
        }
    }
    (drafts, doubts)
}

fn of_letter(warning: &Warning) -> Doubt {
    Doubt {
        kind: doubts::kind(warning.kind),
        field: String::new(),
        lines: warning.lines.clone(),
        readings: doubts::issues(warning),
    }
}

fn gather(to: &mut Gathering<'_>, letter: &Newsletter, heading: &str, thing: &DatedThing) {
    let Some((first, sure_of_day)) = to.day(&thing.date) else { return };
    to.first_on = Some(first);
    let last = thing.end_date.as_ref().and_then(|it| to.day(it)).map(|(last, _)| last);
    let days = days(first, last.filter(|it| *it > first).unwrap_or(first));
    for (row, day) in (1..).zip(&days) {
        let line = match (&thing.end_date, row) {
            (Some(end), row) if row > 1 => end.line,
            _ => thing.date.line,
        };
        to.put(format!("day_{row}"), day.to_string(), &[line], sure_of_day);
        if let Some(start) = &thing.start {
            to.put(
                format!("from_{row}"),
                clock(start.value),
                &[start.line],
                sure(start.confidence),
            );
        }
        if let Some(end) = &thing.end {
            to.put(format!("to_{row}"), clock(end.value), &[end.line], sure(end.confidence));
        }
    }
    if thing.start.is_none() || thing.end.is_none() {
        let field = if thing.start.is_none() { "from_1" } else { "to_1" };
        let lines = vec![thing.date.line];
        let kind = DoubtKind::HoursMissing;
        to.draft.doubts.push(Doubt { kind, field: field.to_owned(), lines, readings: vec![] });
    }
    match &thing.title {
        Some(title) => {
            to.put_text("title", one_line(&title.value), &[title.line], sure(title.confidence));
        }
        // The section speaks of little else.
        None => to.put_text("title", one_line(heading), &[thing.date.line], Sure::Proposed),
    }
    if let Some(place) = &thing.place {
        to.put("venue", one_line(&place.value), &[place.line], sure(place.confidence));
    }
    let contacts = letter.contacts.iter().filter(|it| it.name.is_some());
    for (row, contact) in (1..).zip(contacts) {
        to.put_found(&format!("contact_name_{row}"), &contact.name);
        to.put_found(&format!("contact_role_{row}"), &contact.role);
        to.put_found(&format!("contact_phone_{row}"), &contact.phone);
        to.put_found(&format!("contact_email_{row}"), &contact.email);
    }
}

fn days(first: Date, last: Date) -> Vec<Date> {
    let all: Vec<Date> = first.series(1.day()).take_while(|it| *it <= last).collect();
    if all.len() > DAYS_MAX { vec![first, last] } else { all }
}

/// Both drafts that a contradiction is between get both readings.
fn conflict(drafts: &mut [Draft], things: &[(&str, &DatedThing)], warning: &Warning) {
    let said = |it: &extraction::Found<extraction::Clock>| {
        warning.readings.iter().any(|r| r.says == Says::Clock(it.value) && r.line == it.line)
    };
    let meant: Vec<usize> = things
        .iter()
        .enumerate()
        .filter(|(_, (_, it))| {
            it.start.as_ref().is_some_and(said) && it.end.as_ref().is_none_or(said)
        })
        .map(|(at, _)| at)
        .collect();
    let [a, b] = meant[..] else { return };
    let times = |of: fn(&DatedThing) -> Option<&extraction::Found<extraction::Clock>>| {
        let readings = [a, b].map(|at| of(things[at].1));
        let [Some(x), Some(y)] = readings else { return vec![] };
        if x.value == y.value {
            return vec![];
        }
        vec![
            Alternative { text: clock(x.value), line: x.line },
            Alternative { text: clock(y.value), line: y.line },
        ]
    };
    let starts = times(|it| it.start.as_ref());
    let ends = times(|it| it.end.as_ref());
    for (at, other) in [(a, b), (b, a)] {
        let lines = vec![things[at].1.date.line, things[other].1.date.line];
        for (field, readings) in [("from_1", &starts), ("to_1", &ends)] {
            if readings.is_empty() {
                continue;
            }
            drafts[at].doubts.push(Doubt {
                kind: DoubtKind::TimeConflict,
                field: field.to_owned(),
                lines: lines.clone(),
                readings: readings.clone(),
            });
        }
    }
}
