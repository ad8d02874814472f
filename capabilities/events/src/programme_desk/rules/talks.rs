//! What the group talks of an item may and may not be.

use crate::event::{self, PlaceLimit};
use crate::programme::GroupTalk;
use crate::programme_desk::rules::{
    APPEARANCES_MAX, Choosers, TALKS_MAX, TEXT_CHARACTERS_MAX, TITLE_CHARACTERS_MAX, long_line,
    long_texts,
};
use crate::programme_desk::types::{Refusal, TalkAsked};
use std::collections::BTreeSet;

const NUMBER_MAX: u32 = 999;
const PLACES_MAX: u32 = 100_000;

/// The talks of an item as they will be, and what becomes of each.
pub(super) struct Talks {
    pub talks: Vec<GroupTalk>,
    pub added: Vec<GroupTalk>,
    pub kept: Vec<(u32, GroupTalk)>,
    pub removed: Vec<(u32, GroupTalk)>,
}

/// Judges the rows. An empty row says nothing; one that had a talk and was emptied removes it.
pub(super) fn accept(
    old: &[GroupTalk],
    rows: &[TalkAsked],
    choosers: &Choosers,
    refusals: &mut Vec<Refusal>,
) -> Talks {
    let mut talks = Talks { talks: vec![], added: vec![], kept: vec![], removed: vec![] };
    let mut written = vec![];
    for row in rows {
        let was = row.id.and_then(|id| old.iter().find(|it| it.id == id));
        match (row.removed || is_empty(row), was) {
            (true, Some(was)) => {
                let choosers = choosers.get(&was.id).copied().unwrap_or(0);
                if choosers > 0 {
                    refusals.push(Refusal::TalkChosen { row: row.row, choosers });
                }
                talks.removed.push((row.row, was.clone()));
            }
            (true, None) => {}
            (false, was) => written.push((row, was)),
        }
    }
    let untouched: Vec<&GroupTalk> =
        old.iter().filter(|talk| !rows.iter().any(|row| row.id == Some(talk.id))).collect();
    if written.len() + untouched.len() > TALKS_MAX {
        refusals.push(Refusal::TooManyTalks { max: TALKS_MAX });
    }
    let numbers = numbers(&written, &untouched, refusals);
    for ((row, was), number) in written.into_iter().zip(numbers) {
        let talk = judged(row, was, number, refusals);
        match was {
            Some(_) => talks.kept.push((row.row, talk.clone())),
            None => talks.added.push(talk.clone()),
        }
        talks.talks.push(talk);
    }
    talks.talks.extend(untouched.into_iter().cloned());
    talks.talks.sort_by_key(|it| it.number);
    talks
}

fn is_empty(row: &TalkAsked) -> bool {
    row.title.is_empty()
        && row.text.is_empty()
        && row.facilitators.is_empty()
        && row.places.is_empty()
}

/// The numbers of the rows: as typed, and after the highest of all where nothing was.
fn numbers(
    rows: &[(&TalkAsked, Option<&GroupTalk>)],
    untouched: &[&GroupTalk],
    refusals: &mut Vec<Refusal>,
) -> Vec<u32> {
    let mut taken: BTreeSet<u32> = untouched.iter().map(|it| it.number).collect();
    let typed: Vec<Option<u32>> = rows
        .iter()
        .map(|(row, _)| {
            if row.number.is_empty() {
                return None;
            }
            // "3." is how lists are numbered.
            let number = row.number.trim_end_matches('.').parse().ok();
            let number = number.filter(|it| (1..=NUMBER_MAX).contains(it));
            match number {
                None => refusals.push(Refusal::NumberUnreadable { row: row.row }),
                Some(number) if !taken.insert(number) => {
                    refusals.push(Refusal::NumberTwice { row: row.row, number });
                }
                Some(_) => {}
            }
            number
        })
        .collect();
    let mut highest = taken.last().copied().unwrap_or(0);
    let mut next = || {
        highest += 1;
        highest
    };
    typed.into_iter().map(|it| it.unwrap_or_else(&mut next)).collect()
}

fn judged(
    row: &TalkAsked,
    was: Option<&GroupTalk>,
    number: u32,
    refusals: &mut Vec<Refusal>,
) -> GroupTalk {
    let nth = row.row;
    if row.title.is_empty() {
        refusals.push(Refusal::TalkTitleMissing { row: nth });
    }
    refusals.extend(long_texts(nth, "title", &row.title, TITLE_CHARACTERS_MAX));
    refusals.extend(long_texts(nth, "text", &row.text, TEXT_CHARACTERS_MAX));
    let field = format!("talk_facilitators_{nth}");
    refusals.extend(long_line(&field, &row.facilitators));
    let mut facilitators = event::read_appearances(&row.facilitators);
    facilitators.truncate(APPEARANCES_MAX);
    let limit = was.map(|it| it.limit);
    let taken = limit.map_or(0, |it| it.taken);
    let places = places(row, refusals);
    if let Some(places) = places
        && places < taken
    {
        refusals.push(Refusal::PlacesTaken { row: nth, taken });
    }
    GroupTalk {
        id: was.map_or(row.new_id, |it| it.id),
        number,
        title: row.title.clone(),
        text: row.text.clone(),
        facilitators,
        limit: match limit {
            Some(limit) => PlaceLimit { places, ..limit },
            None => PlaceLimit { id: row.new_limit, places, taken: 0 },
        },
    }
}

fn places(row: &TalkAsked, refusals: &mut Vec<Refusal>) -> Option<u32> {
    let figures: String = row.places.chars().filter(|it| !it.is_whitespace()).collect();
    if figures.is_empty() {
        return None;
    }
    let places = figures.parse().ok().filter(|it| (1..=PLACES_MAX).contains(it));
    if places.is_none() {
        refusals.push(Refusal::PlacesUnreadable { row: row.row });
    }
    places
}
