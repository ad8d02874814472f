//! What a text comes to as drafts, and what follows when another one comes. Pure: no clock, no
//! database, no wording.

pub mod changes;
pub mod doubts;
pub mod event;
pub mod filling;
pub mod gathering;
pub mod items;
pub mod known;
pub mod letter;
pub mod likeness;
pub mod people;
pub mod remains;
pub mod years;

use crate::drafting::types::{Draft, Findings, Place, SourceLine, TextKind};
use documents::Document;
use extraction::{Extraction, Kind, Source};
use gathering::Gathering;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The longest text that is read here, in characters, and its most lines.
pub const TEXT_MAX: usize = 200_000;
pub const LINES_MAX: usize = 5_000;
/// How long a text waits for somebody to look at what was found, in days.
pub const KEPT_DAYS: i64 = 14;
/// No page here speaks of more events.
const EVENTS_MAX: usize = 100;

/// Where texts are read: their days are those of the calendar here.
pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").expect("every time zone database has Stockholm")
}

/// The first day on which a text that was read on `day` is no longer kept.
pub fn erased_on(day: Date) -> Date {
    day.saturating_add(KEPT_DAYS.days())
}

/// A text that was pasted, line by line.
pub fn of_text(text: &str) -> Vec<(SourceLine, extraction::Shape)> {
    let line = |text: &str| SourceLine { text: visible(text), place: None };
    text.lines().map(|it| (line(it), extraction::Shape::Unknown)).collect()
}

/// A file that was read, line by line.
pub fn of_document(document: &Document) -> Vec<(SourceLine, extraction::Shape)> {
    let line = |it: &documents::Line| {
        let place = it.place.map(|it| match it {
            documents::Place::Page(nth) => Place::Page(nth),
            documents::Place::Paragraph(nth) => Place::Paragraph(nth),
        });
        let shape = match it.shape {
            documents::Shape::Unknown => extraction::Shape::Unknown,
            documents::Shape::Heading(level) => extraction::Shape::Heading(level),
            documents::Shape::ListItem => extraction::Shape::ListItem,
        };
        (SourceLine { text: visible(&it.text), place }, shape)
    };
    document.lines.iter().map(line).collect()
}

/// Without what nobody sees and no database takes.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }).collect()
}

/// A file that was read, as the reader of texts takes it.
pub fn source_of(document: &Document) -> Source {
    source(&of_document(document))
}

fn source(lines: &[(SourceLine, extraction::Shape)]) -> Source {
    let line = |(line, shape): &(SourceLine, extraction::Shape)| extraction::SourceLine {
        text: line.text.clone(),
        mark: None,
        shape: *shape,
    };
    Source { lines: lines.iter().map(line).collect() }
}

/// Reads a text on a day. `name`: what its file is called, or nothing.
pub fn read(lines: Vec<(SourceLine, extraction::Shape)>, name: &str, read_on: Date) -> Findings {
    let extraction = extraction::read_source(&source(&lines));
    let lines: Vec<SourceLine> = lines.into_iter().map(|(line, _)| line).collect();
    let texts: Vec<&str> = lines.iter().map(|it| it.text.as_str()).collect();
    let (drafts, doubts) = match &extraction.newsletter {
        Some(letter) => letter::drafts(&extraction, letter, &texts, read_on),
        None => (of_page(&extraction, &texts, read_on), vec![]),
    };
    let called = extraction.newsletter.as_ref().and_then(|it| it.title.as_ref());
    let called = called.map(|it| gathering::one_line(&it.value));
    let titled = drafts.first().and_then(|it| filling::title(it)).map(str::to_owned);
    Findings {
        kind: match extraction.kind {
            Kind::Event => TextKind::Event,
            Kind::Newsletter => TextKind::Newsletter,
            Kind::Agenda => TextKind::Agenda,
        },
        name: called.or(titled).unwrap_or_else(|| name.to_owned()),
        lines,
        drafts,
        doubts,
        made: vec![],
    }
}

fn of_page(extraction: &Extraction, lines: &[&str], read_on: Date) -> Vec<Draft> {
    let english = extraction.language == extraction::Language::English;
    let alone = extraction.events.len() == 1;
    let mut drafts: Vec<Draft> = extraction
        .events
        .iter()
        .take(EVENTS_MAX)
        .map(|found| {
            let draft = Draft { english, ..Draft::default() };
            let mut to = Gathering { lines, read_on, first_on: None, draft };
            event::gather(&mut to, found);
            items::gather(&mut to, found);
            if alone {
                remains::gather(&mut to);
            }
            to.draft
        })
        .collect();
    if drafts.is_empty() {
        let draft = Draft { english, ..Draft::default() };
        let mut to = Gathering { lines, read_on, first_on: None, draft };
        event::gather(&mut to, &extraction::Event::default());
        drafts.push(to.draft);
    }
    // Of several occasions on one page a warning is about the one whose lines it names.
    for warning in &extraction.warnings {
        let at = drafts
            .iter()
            .position(|draft| {
                draft
                    .values
                    .iter()
                    .any(|it| it.lines.iter().any(|line| warning.lines.contains(line)))
            })
            .unwrap_or(0);
        if let Some(draft) = drafts.get_mut(at) {
            let first_on = filling::first_on(draft);
            let mut to = Gathering { lines, read_on, first_on, draft: std::mem::take(draft) };
            doubts::gather(&mut to, warning);
            *draft = to.draft;
        }
    }
    drafts
}
