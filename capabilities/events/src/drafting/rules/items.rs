//! The programme as the reader found it, into the fields of its items' forms.

use crate::drafting::rules::gathering::{Gathering, one_line, sure};
use crate::drafting::rules::people;
use crate::drafting::types::Sure;
use crate::programme::{Choosing, ItemKind};
use extraction::{Choice, Event, Item};

/// No programme here has more items.
const ITEMS_MAX: usize = 100;

/// The name of a field of the Nth item, from 1.
pub fn field(item: usize, name: &str) -> String {
    format!("item_{item}_{name}")
}

pub fn gather(to: &mut Gathering<'_>, event: &Event) {
    let several = event.days.len() > 1;
    let mut wishes_taken = false;
    for (nth, item) in (1..).zip(event.programme.iter().take(ITEMS_MAX)) {
        let name = |it: &str| field(nth, it);
        to.put_clock(&name("starts"), &item.start);
        to.put_clock(&name("ends"), &item.end);
        if several {
            to.put_day(&name("day"), &item.date);
        }
        title(to, &name("title"), item);
        let kind = kind(item.kind.value);
        // A kind that is guessed does no harm: the title says what it is.
        let how_sure = sure(item.kind.confidence).max(Sure::Likely);
        to.put(name("kind"), kind.code(), &[item.kind.line], how_sure);
        let (text, lines, least) = people::lines(to.draft.english, &item.speakers);
        to.put(name("appearances"), text, &lines, least);
        let questions = to.in_language(&name("questions"));
        to.put_list(&questions, &item.questions);
        if item.choices.is_empty() {
            continue;
        }
        // How one chooses is not for the text to say; one item alone may ask for wishes.
        let choosing = if wishes_taken { Choosing::FirstCome } else { Choosing::RankedWishes };
        wishes_taken = true;
        let lines: Vec<u32> = item.choices.iter().map(|it| it.title.line).collect();
        to.put(name("choosing"), choosing.code(), &lines, Sure::Proposed);
        for (row, choice) in (1..).zip(&item.choices) {
            talk(to, nth, row, choice);
        }
    }
}

/// An item without a title of its own is called by the words of its line.
fn title(to: &mut Gathering<'_>, field: &str, item: &Item) {
    match &item.title {
        Some(found) => {
            to.put_text(field, one_line(&found.value), &[found.line], sure(found.confidence))
        }
        None => {
            let line = item.start.as_ref().map_or(item.kind.line, |it| it.line);
            let words = to.line(line).map(one_line).unwrap_or_default();
            to.put_text(field, words, &[line], Sure::Proposed);
        }
    }
}

fn talk(to: &mut Gathering<'_>, item: usize, row: usize, choice: &Choice) {
    let name = |it: &str| field(item, &format!("talk_{it}_{row}"));
    let name_in_language = |english: bool, it: &str| match english {
        true => field(item, &format!("talk_{it}_en_{row}")),
        false => name(it),
    };
    let number = choice.number.value.trim_end_matches(['.', ')']);
    let is_number = number.parse::<u32>().is_ok_and(|it| (1..1000).contains(&it));
    let title = one_line(&choice.title.value);
    // The form counts in figures; a letter goes with the title.
    let title = if is_number { title } else { format!("{number}. {title}") };
    let lines = [choice.title.line];
    let field = name_in_language(to.draft.english, "title");
    to.put(field, title, &lines, sure(choice.title.confidence));
    if is_number {
        to.put(name("number"), number, &[choice.number.line], sure(choice.number.confidence));
    }
    let (mut text, mut lines, mut least) = people::lines(to.draft.english, &choice.speakers);
    for facilitator in &choice.facilitators {
        let known = choice.speakers.iter().any(|it| it.name.value == facilitator.value);
        if !known {
            if !text.is_empty() {
                text.push('\n');
            }
            text += &one_line(&facilitator.value).replace(',', ";");
        }
        lines.push(facilitator.line);
        least = least.min(sure(facilitator.confidence));
    }
    to.put(name("facilitators"), text, &lines, least);
}

fn kind(kind: extraction::ItemKind) -> ItemKind {
    match kind {
        extraction::ItemKind::Talk => ItemKind::Talk,
        extraction::ItemKind::GroupTalks => ItemKind::GroupTalks,
        extraction::ItemKind::Break => ItemKind::Break,
        extraction::ItemKind::Meal => ItemKind::Meal,
        extraction::ItemKind::Arrival => ItemKind::Arrival,
        extraction::ItemKind::Welcome => ItemKind::Welcome,
        extraction::ItemKind::Summary => ItemKind::Summary,
        extraction::ItemKind::Other => ItemKind::Other,
    }
}
