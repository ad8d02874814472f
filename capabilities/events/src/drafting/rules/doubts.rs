//! Where the text speaks against itself: each contradiction at the field that it is about, with
//! what the text says in each way.

use crate::drafting::rules::event::read_day;
use crate::drafting::rules::gathering::{Gathering, clock};
use crate::drafting::rules::years;
use crate::drafting::types::{Alternative, Doubt, DoubtKind, Value};
use extraction::{Says, Warning, WarningKind};
use jiff::civil::Weekday;

pub fn kind(kind: WarningKind) -> DoubtKind {
    match kind {
        WarningKind::WeekdayMismatch => DoubtKind::WeekdayMismatch,
        WarningKind::IssueMismatch => DoubtKind::IssueMismatch,
        WarningKind::TimeConflict => DoubtKind::TimeConflict,
        WarningKind::DeadlineConflict => DoubtKind::DeadlineConflict,
        WarningKind::DeadlineAfterEvent => DoubtKind::DeadlineAfterEvent,
        WarningKind::EndBeforeStart => DoubtKind::EndBeforeStart,
        WarningKind::ItemOutsideHours => DoubtKind::ItemOutsideHours,
        WarningKind::YearMissing => DoubtKind::YearMissing,
        WarningKind::EmptyField => DoubtKind::EmptyField,
    }
}

/// Adds what a warning says to a draft whose values are gathered already.
pub fn gather(to: &mut Gathering<'_>, warning: &Warning) {
    let kind = kind(warning.kind);
    let lines = warning.lines.clone();
    let conflict = match warning.kind {
        WarningKind::DeadlineConflict => days(to, warning),
        _ => vec![],
    };
    let mut add = |field: String, readings: Vec<Alternative>| {
        to.draft.doubts.push(Doubt { kind, field, lines: lines.clone(), readings });
    };
    match warning.kind {
        WarningKind::WeekdayMismatch => {
            let readings = weekday_readings(warning);
            let field = readings.first().and_then(|it| day_field(&to.draft.values, it));
            add(field.unwrap_or_default(), readings);
        }
        WarningKind::DeadlineConflict => add("deadline".to_owned(), conflict),
        WarningKind::DeadlineAfterEvent => add("deadline".to_owned(), vec![]),
        WarningKind::EndBeforeStart => {
            let end = clocks(warning).into_iter().nth(1);
            let field = end.and_then(|it| time_field(&to.draft.values, &it, &["to_", "_ends"]));
            add(field.unwrap_or_default(), vec![]);
        }
        WarningKind::ItemOutsideHours => {
            let start = clocks(warning).into_iter().next();
            let field = start.and_then(|it| time_field(&to.draft.values, &it, &["_starts"]));
            add(field.unwrap_or_default(), vec![]);
        }
        WarningKind::TimeConflict => {
            let (first, second): (Vec<_>, Vec<_>) =
                clocks(warning).into_iter().partition(|it| warning.lines.get(1) != Some(&it.line));
            let (mut first, mut second) = (first.into_iter(), second.into_iter());
            for prefix in ["from_", "to_"] {
                if let (Some(a), Some(b)) = (first.next(), second.next())
                    && a.text != b.text
                {
                    let field = time_field(&to.draft.values, &a, &[prefix]).unwrap_or_default();
                    add(field, vec![a, b]);
                }
            }
        }
        WarningKind::YearMissing => add(String::new(), vec![]),
        WarningKind::EmptyField => add(String::new(), vec![]),
        WarningKind::IssueMismatch => add(String::new(), issues(warning)),
    }
}

/// "2017:3", each with its line.
pub fn issues(warning: &Warning) -> Vec<Alternative> {
    let said = |it: &extraction::Reading| match it.says {
        Says::Issue(issue) => {
            Some(Alternative { text: format!("{}:{}", issue.year, issue.number), line: it.line })
        }
        _ => None,
    };
    warning.readings.iter().filter_map(said).collect()
}

fn clocks(warning: &Warning) -> Vec<Alternative> {
    let said = |it: &extraction::Reading| match it.says {
        Says::Clock(it_says) => Some(Alternative { text: clock(it_says), line: it.line }),
        _ => None,
    };
    warning.readings.iter().filter_map(said).collect()
}

fn days(to: &Gathering<'_>, warning: &Warning) -> Vec<Alternative> {
    let said = |it: &extraction::Reading| match it.says {
        Says::Day(value) => {
            let confidence = extraction::Confidence::Doubtful;
            let found = extraction::Found { value, line: it.line, confidence };
            let (day, _) = to.day(&found)?;
            Some(Alternative { text: day.to_string(), line: it.line })
        }
        _ => None,
    };
    warning.readings.iter().filter_map(said).collect()
}

/// The day as it is written, and the nearest one on the weekday that is written beside it.
fn weekday_readings(warning: &Warning) -> Vec<Alternative> {
    let mut day = None;
    let mut weekday = None;
    for it in &warning.readings {
        match it.says {
            Says::Day(said) => day = read_day(&said.to_string()).map(|day| (day, it.line)),
            Says::Weekday(said) => weekday = i8::try_from(said).ok(),
            Says::Clock(_) | Says::Issue(_) => {}
        }
    }
    let Some((day, line)) = day else { return vec![] };
    let other = weekday
        .and_then(|it| Weekday::from_monday_zero_offset(it).ok())
        .and_then(|it| years::same_week(day, it));
    let written = Alternative { text: day.to_string(), line };
    let other = other.map(|it| Alternative { text: it.to_string(), line });
    std::iter::once(written).chain(other).collect()
}

/// The field that holds a day, if one does; days of items are chosen from those of the event.
fn day_field(values: &[Value], said: &Alternative) -> Option<String> {
    let holds = |it: &&Value| {
        it.text == said.text && it.lines.contains(&said.line) && !it.field.starts_with("item_")
    };
    values.iter().find(holds).map(|it| it.field.clone())
}

fn time_field(values: &[Value], said: &Alternative, parts: &[&str]) -> Option<String> {
    let holds = |it: &&Value| {
        it.text == said.text
            && it.lines.contains(&said.line)
            && parts.iter().any(|part| it.field.starts_with(part) || it.field.ends_with(part))
    };
    values.iter().find(holds).map(|it| it.field.clone())
}
