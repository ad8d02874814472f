//! What a programme may and may not be. Pure: no clock, no database, no wording.

mod order;
mod talks;
#[cfg(test)]
mod tests;

pub use order::{day_order, moved};

use crate::event::{self, Event, EventDay};
use crate::programme::{Choosing, ItemKind, ProgrammeItem};
use crate::programme_desk::types::{AcceptedItem, ItemAsked, Outside, Refusal};
use jiff::civil::{Date, Time};
use shared::Text;
use shared::ids::{GroupTalkId, ProgrammeItemId};
use std::collections::BTreeMap;

pub const ITEMS_MAX: usize = 100;
pub const TALKS_MAX: usize = 40;
const TITLE_CHARACTERS_MAX: usize = 200;
const TEXT_CHARACTERS_MAX: usize = 10_000;
const LINE_CHARACTERS_MAX: usize = 300;
const APPEARANCES_MAX: usize = 40;
const QUESTIONS_MAX: usize = 30;

/// How often each talk is wished or chosen.
pub type Choosers = BTreeMap<GroupTalkId, i64>;

/// Whether an item may become what was typed. `programme`: all items of the event; the one with
/// `id` is changed, and without such a one a new item is made.
pub fn accept(
    event: &Event,
    programme: &[ProgrammeItem],
    id: ProgrammeItemId,
    asked: &ItemAsked,
    choosers: &Choosers,
) -> Result<AcceptedItem, Vec<Refusal>> {
    let was = programme.iter().find(|it| it.id == id);
    let mut refusals = vec![];
    if was.is_none() && programme.len() >= ITEMS_MAX {
        refusals.push(Refusal::TooManyItems { max: ITEMS_MAX });
    }
    if asked.title.is_empty() {
        refusals.push(Refusal::TitleMissing);
    }
    for (field, text, max) in [
        ("title", &asked.title.sv, TITLE_CHARACTERS_MAX),
        ("title_en", &asked.title.en, TITLE_CHARACTERS_MAX),
        ("text", &asked.text.sv, TEXT_CHARACTERS_MAX),
        ("text_en", &asked.text.en, TEXT_CHARACTERS_MAX),
    ] {
        refusals.extend(too_long(field, text, max));
    }
    let day = accept_day(event, &asked.day).unwrap_or_else(|refusal| {
        refusals.push(refusal);
        None
    });
    let on = hours_on(event, day).map_or_else(|| event.first_day().day, |it| it.day);
    let (starts, ends) = accept_times(event, asked, on, &mut refusals);
    let appearances = event::read_appearances(&asked.appearances);
    if appearances.len() > APPEARANCES_MAX {
        refusals.push(Refusal::TooManyLines { field: "appearances", max: APPEARANCES_MAX });
    }
    refusals.extend(long_line("appearances", &asked.appearances));
    let questions = event::read_pairs(&asked.questions);
    if questions.len() > QUESTIONS_MAX {
        refusals.push(Refusal::TooManyLines { field: "questions", max: QUESTIONS_MAX });
    }
    refusals.extend(long_line("questions", &asked.questions.sv));
    refusals.extend(long_line("questions_en", &asked.questions.en));

    let choosing = asked.choosing.unwrap_or(Choosing::None);
    let was_choosing = was.map_or(Choosing::None, |it| it.choosing);
    let old_talks = was.map_or(&[][..], |it| &it.talks);
    let accepted = talks::accept(old_talks, &asked.talks, choosers, &mut refusals);
    if choosing != Choosing::None && accepted.talks.is_empty() {
        refusals.push(Refusal::TalksNeeded);
    }
    if choosing == Choosing::RankedWishes
        && let Some(other) =
            programme.iter().find(|it| it.id != id && it.choosing == Choosing::RankedWishes)
    {
        refusals.push(Refusal::WishesElsewhere { title: other.title.clone() });
    }
    let chooses_anew = choosing != was_choosing;
    if chooses_anew && old_talks.iter().any(|it| choosers.get(&it.id).is_some_and(|n| *n > 0)) {
        refusals.push(Refusal::ChosenAlready);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let kind = asked.kind.unwrap_or(match accepted.talks.is_empty() {
        true => ItemKind::Talk,
        false => ItemKind::GroupTalks,
    });
    Ok(AcceptedItem {
        item: ProgrammeItem {
            id,
            day,
            starts,
            ends,
            kind,
            title: asked.title.clone(),
            text: asked.text.clone(),
            appearances,
            questions,
            choosing,
            talks: accepted.talks,
        },
        added: accepted.added,
        kept: accepted.kept,
        removed: accepted.removed,
        chooses_anew,
    })
}

/// Whether more than a line of the programme goes with the item: then one is asked first.
pub fn loses_something(item: &ProgrammeItem) -> bool {
    !(item.text.is_empty()
        && item.appearances.is_empty()
        && item.questions.is_empty()
        && item.talks.is_empty())
}

/// What is strange about an item's time, if something is.
pub fn outside(event: &Event, item: &ProgrammeItem) -> Option<Outside> {
    let Some(hours) = hours_on(event, item.day) else {
        return item.day.map(Outside::Day);
    };
    let begins_outside = item.starts.is_some_and(|it| it < hours.starts || it > hours.ends);
    let ends_outside = item.ends.is_some_and(|it| it > hours.ends);
    (begins_outside || ends_outside).then_some(Outside::Hours(hours))
}

/// The event's hours on a day of its own; `None` as a day is the first.
pub fn hours_on(event: &Event, day: Option<Date>) -> Option<EventDay> {
    match day {
        None => Some(event.first_day()),
        Some(day) => event.days.iter().copied().find(|it| it.day == day),
    }
}

fn accept_day(event: &Event, typed: &str) -> Result<Option<Date>, Refusal> {
    if typed.is_empty() || event.days.len() == 1 {
        return Ok(None);
    }
    let day: Date = typed.parse().map_err(|_| Refusal::DayOutside)?;
    let known = event.days.iter().any(|it| it.day == day);
    if known { Ok(Some(day)) } else { Err(Refusal::DayOutside) }
}

fn accept_times(
    event: &Event,
    asked: &ItemAsked,
    on: Date,
    refusals: &mut Vec<Refusal>,
) -> (Option<Time>, Option<Time>) {
    let (from, to) = span(&asked.starts, &asked.ends);
    let mut read = |field, typed: &str| {
        if typed.is_empty() {
            return None;
        }
        let Ok(time) = locale::parse_time(typed) else {
            refusals.push(Refusal::TimeUnreadable { field });
            return None;
        };
        if locale::zoned(on, time, &event.zone).is_err() {
            refusals.push(Refusal::TimeSkipped { field });
        }
        Some(time)
    };
    let (starts, ends) = (read("starts", from), read("ends", to));
    match (starts, ends) {
        (Some(starts), Some(ends)) if ends <= starts => refusals.push(Refusal::EndsBeforeStart),
        (None, Some(_)) if from.is_empty() => refusals.push(Refusal::StartMissing),
        _ => {}
    }
    (starts, ends)
}

/// A whole span that was typed where one time is asked for.
fn span<'a>(starts: &'a str, ends: &'a str) -> (&'a str, &'a str) {
    let parts = starts.split_once(['–', '—', '-']);
    match parts {
        Some((from, to)) if ends.is_empty() && !from.trim().is_empty() => (from.trim(), to.trim()),
        _ => (starts, ends),
    }
}

fn too_long(field: &str, text: &str, max: usize) -> Option<Refusal> {
    let long = text.chars().nth(max).is_some();
    long.then(|| Refusal::TooLong { field: field.to_owned(), max })
}

fn long_line(field: &str, text: &str) -> Option<Refusal> {
    text.lines().find_map(|it| too_long(field, it, LINE_CHARACTERS_MAX))
}

/// Both languages of a talk's text, for its row.
fn long_texts(row: u32, name: &str, text: &Text, max: usize) -> impl Iterator<Item = Refusal> {
    let sv = too_long(&format!("talk_{name}_{row}"), &text.sv, max);
    let en = too_long(&format!("talk_{name}_en_{row}"), &text.en, max);
    sv.into_iter().chain(en)
}
