//! The programme: timed lines, tables one cell a line, untimed talks under a timed heading, group
//! talks with their choices and questions.
//!
//! Reads the lines in order and keeps one open item. Days are only noted as written here; which
//! date they mean is settled in [`super::days`], when the event's own days are known.

mod apart;
mod choices;
mod leading;
mod line;
mod listed;
mod persons;
mod push;
mod questions;
mod sessions;
mod titles;
mod told;
mod unheaded;
mod within;

pub(crate) use choices::choice_marker;
pub(crate) use persons::{introduces, person, person_line};
pub(crate) use titles::title_and_people;
pub(crate) use told::told;
pub(crate) use unheaded::{dated, series, unheaded};

use crate::blocks::Block;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Found;
use crate::model::Item;
use crate::model::ItemKind;
use crate::when::DateMention;
use crate::when::TimeMention;
use crate::words::find;
use crate::words::has_any;
use crate::words::kind_of_title;
use std::collections::HashSet;

/// What a text's programme lines say.
#[derive(Debug, Default)]
pub(crate) struct Programme {
    pub items: Vec<Draft>,
    /// Lines that belong to it, so that nothing else is read from them.
    pub taken: Vec<bool>,
    pub moderators: Vec<Found<String>>,
    /// Dates that head its days.
    pub headings: Vec<(DayNote, u32)>,
}

/// An item with the day as it was written above it.
#[derive(Debug)]
pub(crate) struct Draft {
    pub item: Item,
    pub day: Option<(DayNote, u32)>,
}

/// The day that a heading names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DayNote {
    Date(DateMention),
    Weekday(u8),
    /// "Dag 2".
    Number(usize),
}

/// More items than this are not a programme.
const MOST: usize = 3_000;

pub(crate) fn read(lines: &[Line], blocks: &[Block]) -> Programme {
    let mut reader = Reader {
        lines,
        blocks,
        out: Programme { taken: vec![false; lines.len()], ..Programme::default() },
        inside: false,
        headed: false,
        day: None,
        pending: None,
        last_item_line: None,
        described: false,
        free_bullets: false,
        timed: false,
        sessions: Vec::new(),
        part: None,
    };
    let timed = (0..lines.len()).filter(|&i| reader.is_item(i)).count();
    reader.sessions = sessions::headings(lines, blocks, timed);
    let mut i = 0;
    while i < lines.len() {
        i = reader.line(i, timed).max(i + 1);
        if reader.out.items.len() > MOST {
            break;
        }
    }
    for draft in &mut reader.out.items {
        numbered_questions(&mut draft.item, lines);
    }
    choices_told_later(&mut reader.out.items);
    known_speakers(&mut reader.out.items);
    reader.out
}

/// "Closing words, Annike Solheim": a name after a title, of one who speaks in another item.
fn known_speakers(items: &mut [Draft]) {
    let known: HashSet<String> = items
        .iter()
        .flat_map(|d| d.item.speakers.iter().chain(d.item.choices.iter().flat_map(|c| &c.speakers)))
        .filter(|p| p.name.value.contains(' '))
        .map(|p| p.name.value.clone())
        .collect();
    if known.is_empty() {
        return;
    }
    for draft in items.iter_mut().filter(|d| d.item.speakers.is_empty()) {
        let Some(title) = &draft.item.title else { continue };
        let cut = [", ", ": ", ". ", " – ", " - ", "? ", " med ", " av ", " with ", " by "]
            .iter()
            .filter_map(|sign| find(&title.value, sign).map(|at| (at, at + sign.len())))
            .filter(|&(at, _)| at > 0)
            .find_map(|(at, from)| {
                let (people, end) = crate::people::list(&title.value[from..], false)?;
                let whole = from + end >= title.value.trim_end_matches('.').len();
                (whole && people.iter().all(|p| known.contains(&p.name))).then_some((at, people))
            });
        if let Some((at, people)) = cut {
            let line = title.line;
            let asked = title.value[at..].starts_with('?');
            let short = titles::tidy_title(&title.value[..at + usize::from(asked)]);
            draft.item.speakers = people.iter().map(|p| person(p, line)).collect();
            draft.item.title = Some(Found::certain(short, line));
        }
    }
}

/// "10.15 Grupparbeten (se nedan)", and the groups after the day's end: they are that item's.
fn choices_told_later(items: &mut Vec<Draft>) {
    let told =
        |draft: &Draft| draft.item.title.as_ref().and_then(|t| kind_of_title(&fold(&t.value)));
    let Some(at) = items.iter().position(|d| {
        !d.item.choices.is_empty()
            && matches!(
                told(d),
                Some(ItemKind::Summary | ItemKind::Meal | ItemKind::Break | ItemKind::Other)
            )
            // "Grupparbeten" again, as a heading of its own.
            || d.item.start.is_none()
                && !d.item.choices.is_empty()
                && told(d) == Some(ItemKind::GroupTalks)
    }) else {
        return;
    };
    // Told before the programme, they are an item's that comes after.
    let (before, after) = (0..at, at + 1..items.len());
    let Some(group) = before.chain(after).find(|&k| {
        let d = &items[k];
        told(d) == Some(ItemKind::GroupTalks)
            && d.item.start.is_some()
            && d.item.choices.is_empty()
            && d.item.questions.is_empty()
    }) else {
        return;
    };
    let kind = told(&items[at]);
    items[group].item.choices = std::mem::take(&mut items[at].item.choices);
    if kind == Some(ItemKind::GroupTalks) {
        items.remove(at);
    } else if let Some(kind) = kind {
        items[at].item.kind = Found::certain(kind, items[at].item.kind.line);
    }
}

/// What is said of every group alike.
const TO_ALL: &[&str] = &[
    "each table",
    "every table",
    "each group",
    "every group",
    "all tables",
    "all groups",
    "varje bord",
    "varje grupp",
    "alla bord",
    "alla grupper",
];

/// "Samtal om tre frågor: 1. … ? 2. … ?" are questions, not talks to choose from.
fn numbered_questions(item: &mut Item, lines: &[Line]) {
    let Some(first) = item.choices.first().map(|c| c.number.line) else { return };
    let title = item.title.as_ref();
    // "Grupperna får tre frågor:" between the two says it as well.
    let between = title.map_or(first, |t| t.line + 1)..first;
    let at = lines.partition_point(|l| l.number < between.start);
    let between = || lines[at..].iter().take_while(|l| between.contains(&l.number)).take(6);
    let titled = |words: &[&str]| title.is_some_and(|t| has_any(&fold(&t.value), words));
    // "Each table gets three cards:" is told of all of them; letters part them into groups.
    let counted = item.choices.iter().all(|c| c.number.value.bytes().all(|b| b.is_ascii_digit()));
    let asked = titled(&["fråg", "question"])
        || between().any(|l| l.has_any(&["frågor", "questions"]))
        || counted
            && (titled(&["discussion", "diskussion"]) || between().any(|l| l.has_any(TO_ALL)));
    let bare = item.choices.iter().all(|c| {
        c.title.value.ends_with('?') && c.facilitators.is_empty() && c.speakers.is_empty()
    });
    if asked && bare && !item.choices.is_empty() {
        item.questions.extend(item.choices.drain(..).map(|c| c.title));
    }
}

struct Reader<'a> {
    lines: &'a [Line],
    blocks: &'a [Block],
    out: Programme,
    /// Within a programme.
    inside: bool,
    /// A heading said that this is the programme.
    headed: bool,
    day: Option<(DayNote, u32)>,
    /// A time on a line of its own waits for its title.
    pending: Option<(TimeMention, usize)>,
    last_item_line: Option<usize>,
    /// The open item has had a description or people.
    described: bool,
    /// Bullets in this programme are items of their own.
    free_bullets: bool,
    /// An item of this programme has had a time.
    timed: bool,
    /// The headings of counted parts.
    sessions: Vec<Option<sessions::Session>>,
    /// The line that heads the counted part that is open.
    part: Option<usize>,
}

/// Verbs of one who speaks.
pub(crate) const TELLING: &[&str] = &[
    "berättar",
    "talar",
    "pratar",
    "presenterar",
    "inleder",
    "introducerar",
    "föreläser",
    "modererar",
    "medverkar",
    "delar med sig",
    "samtalar",
    "visar",
    "hälsar",
    "spaning av",
    "leds av",
    "ger en",
    "tells",
    "talk about",
    "speak about",
    "tell us",
    "will talk",
    "will speak",
    "in conversation",
    "i samtal med",
    " discuss ",
    " share ",
    "talks",
    "presents",
    "shares",
    "opens",
    "explains",
    "introduces",
    "speaks",
    "reflekterar",
    "möt ",
    "berätta om",
    "svarar på",
    "reder ut",
    "går igenom",
    "går vi igenom",
    "demonstrerar",
    "undervisar",
    "walks us through",
    "explores",
    "guidar",
    "läser ur",
    "läser högt",
    "tipsar",
    "lär dig",
    "ger sin syn",
    "ger sina",
    "answers",
    "will answer",
    "looks at",
    "reads from",
    "gästas av",
    "gäst är ",
    "intervjuas",
    "gäster",
    "guests are",
    "speakers are",
    "joined by",
    "diskuterar",
    "beskriver",
    "redogör",
    "håller i",
    "hear from",
    "får höra",
    "vi hör ",
    "lyssna till",
    "lyssna på",
    "ett föredrag av",
    "föreläsning av",
    "föreläsning med",
    "föredrag av",
    "föredrag med",
    "rundvandring med",
    "vandring med",
    "visning med",
    "guidad tur med",
    "guided tour with",
    "tour with",
];
