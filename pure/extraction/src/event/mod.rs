//! Assembly: the facts of one event from the lines of its page.
//!
//! The programme is read first and takes its lines; everything else is read from what is left.

pub(crate) mod agenda;
mod before;
mod days;
mod facts;
mod kicker;
mod layout;
mod lead;
mod notices;
mod occasions;
pub(crate) mod parties;
pub(crate) mod programme;
mod sender;
mod series;
mod starts;
mod title;
pub(crate) mod venue;

pub(crate) use facts::Deadline;
pub(crate) use kicker::says_only_its_kind;
pub(crate) use layout::{heading_over, in_menu, names_sender};
pub(crate) use notices::{is_message, is_noted, tells as tells_of_state};
pub(crate) use occasions::read_all;
pub(crate) use sender::{is_founded, is_organisation, names_organisation};
pub(crate) use starts::unnumbered;
pub(crate) use title::clean as clean_title;

use crate::blocks::{self, Block, Role, value_lines};
use crate::lines::{Line, fold};
use crate::model::{Event, Found, Item, ItemKind};
use crate::purpose::{self, Purpose};
use crate::reach::ReachKind;
use crate::when::DateMention;
use crate::when::years::YearContext;
use crate::words::LabelKind;

/// A text with what the earlier stages found out about its lines.
pub(crate) struct Page<'a> {
    pub lines: &'a [Line],
    pub blocks: &'a [Block],
    /// The label that each line stands under (its own, or the one over it).
    pub scope: Vec<Option<LabelKind>>,
    pub years: YearContext,
    pub agenda: bool,
    /// Does the line tell of a meeting before the event?
    before: Vec<bool>,
    /// What each line's dates are for.
    purposes: Vec<Vec<Purpose>>,
}

impl<'a> Page<'a> {
    pub fn new(lines: &'a [Line], blocks: &'a [Block], years: YearContext, agenda: bool) -> Self {
        let scope = scopes(lines, blocks);
        let mut purposes: Vec<Vec<Purpose>> = lines
            .iter()
            .zip(&scope)
            .map(|(line, scope)| {
                line.dates.iter().map(|d| purpose::of(line, d, *scope, agenda)).collect()
            })
            .collect();
        // "Deadlines", and under it "Registration on site: 19 March".
        let heads = |line: &Line| {
            line.words() <= 3
                && line.dates.is_empty()
                && ["deadlines", "sista dagar", "important dates", "key dates", "viktiga datum"]
                    .iter()
                    .any(|w| line.low.trim_end_matches(':') == *w)
        };
        let mut under = 0;
        for i in 0..lines.len() {
            if heads(&lines[i]) {
                under = 12;
                continue;
            }
            under = if lines[i].gap > 0 { 0 } else { under.min(12usize).saturating_sub(1) };
            let registers =
                ["registration", "anmälan", "register", "sign-up", "booking", "bokning"]
                    .iter()
                    .any(|w| lines[i].low.starts_with(w));
            if under > 0
                && registers
                && let [only @ Purpose::Open] = &mut purposes[i][..]
            {
                *only = if lines[i].has_any(&["open", "öppn"]) {
                    Purpose::Opens
                } else {
                    Purpose::Deadline
                };
            }
        }
        // "Datum | Tid | Sista anmälan", and a row under it with two dates.
        for i in 1..lines.len() {
            let head = &lines[i - 1].low;
            if blocks[i - 1].role == Role::Column
                && let (Some(day), Some(limit)) = (
                    head.find("dat"),
                    ["sista anmäl", "anmäl dig senast", "register by", "deadline"]
                        .iter()
                        .find_map(|w| head.find(w)),
                )
                && day < limit
                && let [Purpose::Open, last] = &mut purposes[i][..]
            {
                *last = Purpose::Deadline;
            }
        }
        let before = before::lines_of(lines, blocks);
        for (purposes, _) in purposes.iter_mut().zip(&before).filter(|(_, before)| **before) {
            for purpose in purposes.iter_mut().filter(|p| **p == Purpose::Open) {
                *purpose = Purpose::Linked;
            }
        }
        Self { scope, lines, blocks, years, agenda, before, purposes }
    }

    pub fn mail_header(&self, i: usize) -> bool {
        i < 40
            && self.blocks[i].label.is_some_and(|l| {
                matches!(
                    l.kind,
                    LabelKind::From | LabelKind::Sent | LabelKind::To | LabelKind::Subject
                ) && l.marked
            })
    }

    pub fn purposes(&self, i: usize, date: &DateMention) -> Purpose {
        // Dates of one list ("8, 15 och 22 september") begin at one place and have one purpose.
        let at = self.lines[i].dates.partition_point(|d| d.start < date.start);
        self.purposes[i].get(at).copied().unwrap_or(Purpose::Open)
    }

    /// A line that says when and perhaps where, and no item's title.
    fn hours_line(&self, i: usize) -> bool {
        self.blocks[i].role == Role::Hours
            || self.blocks[i].role == Role::Timed && blocks::item_text(&self.lines[i]).is_none()
    }
}

/// The label over each line, as far as its value goes.
pub(crate) fn scopes(lines: &[Line], blocks: &[Block]) -> Vec<Option<LabelKind>> {
    let mut scope = vec![None; lines.len()];
    for i in 0..lines.len() {
        let Some(label) = blocks[i].label else { continue };
        if blocks[i].role == Role::Column {
            continue;
        }
        scope[i] = Some(label.kind);
        let inline = label.value < lines[i].text.len();
        if inline && !matches!(label.kind, LabelKind::PlaceAndTime)
            || label.kind == LabelKind::Programme
        {
            continue;
        }
        let mut range = value_lines(lines, blocks, i, false);
        // A date after a deadline's label is one line; what comes after is something else.
        if matches!(
            label.kind,
            LabelKind::Deadline | LabelKind::Opens | LabelKind::Updated | LabelKind::Published
        ) {
            range.end = range.end.min(i + 2);
        }
        // "Tid och plats: 8 april kl. 10–14, Folkets hus", and then sentences about other things.
        if inline {
            range.end = (range.start..range.end)
                .find(|&k| {
                    let line = &lines[k];
                    let leads = line.dates.first().is_some_and(|d| d.start <= 4);
                    !leads
                        && (line.gap > 0
                            || line.words() >= 4 && line.text.ends_with(['.', '!', '?']))
                })
                .unwrap_or(range.end);
        }
        let end = range.end;
        for k in range.take(60) {
            scope[k].get_or_insert(label.kind);
        }
        // "Tillfällen", and under it one date a paragraph.
        if label.kind == LabelKind::Date && !inline {
            for k in end..(end + 30).min(lines.len()) {
                let line = &lines[k];
                if matches!(blocks[k].role, Role::Label | Role::Column | Role::Timed)
                    || line.words() > 14
                {
                    break;
                }
                if line.dates.first().is_some_and(|d| d.day.is_some() && d.start <= 2) {
                    scope[k].get_or_insert(label.kind);
                }
            }
        }
    }
    scope
}

/// What the checks need to know besides the event itself.
pub(crate) struct Reading {
    pub event: Event,
    pub deadlines: Vec<Deadline>,
    pub taken: Vec<bool>,
}

pub(crate) fn read(page: &Page<'_>) -> Reading {
    let mut programme = if page.agenda {
        let mut matters = agenda::read(page.lines, page.blocks);
        agenda::with_hours(page.lines, page.blocks, &mut matters);
        matters
    } else {
        programme::read(page.lines, page.blocks)
    };
    if !page.agenda && programme.items.is_empty() {
        programme::dated(page.lines, page.blocks, &mut programme);
    }
    if !page.agenda && programme.items.is_empty() {
        programme::series(page.lines, page.blocks, &mut programme);
    }
    if !page.agenda && programme.items.is_empty() {
        programme::unheaded(page.lines, page.blocks, &mut programme);
    }
    let found_title = title::title(page, &programme.taken);
    let title_at = found_title.as_ref().map(|(_, at)| *at);
    let (mut days, dated) = days::read(page, &programme, title_at);
    programme::told(page, &mut programme, &days);
    days::settle(page, &mut programme, &mut days);
    let mut event = Event { title: found_title.map(|(title, _)| title), ..Event::default() };
    // A summons says whom it calls, and then the matters.
    if let Some(at) = title_at.filter(|_| !page.agenda) {
        // A title out of a sentence ("Vi bjuder in till …") leaves the sentence to be the lead.
        let long =
            event.title.as_ref().is_some_and(|t| t.value.len() + 20 < page.lines[at].text.len());
        let within = long && page.blocks[at].role == Role::Prose && at > 0;
        event.lead = lead::lead(page, at - usize::from(within), &programme.taken);
    }
    event.status = notices::status(page, title_at, &programme.taken);
    event.series = series::of(page, event.title.as_ref());
    (event.venue, event.mode, event.platform) =
        venue::read(page, &programme.taken, title_at, &dated);
    let deadlines = facts::deadlines(page, &programme.taken);
    event.registration = facts::registration(page, &programme.taken, &deadlines);
    event.cost = facts::cost(page, &programme.taken);
    facts::audience(page, &programme.taken, page.agenda, &mut event);
    event.link_dispatch = facts::link(page, &programme.taken);
    event.time_zone = facts::time_zone(page, &programme.taken);
    event.updated_on = facts::updated(page);
    event.themes = facts::themes(page, &programme.taken);
    let dates: Vec<_> = days.iter().map(|d| d.date.value).collect();
    let title = event.title.as_ref().map(|t| t.value.clone()).unwrap_or_default();
    event.linked = facts::linked(page, &programme.taken, &dates, &title);
    event.roles = parties::read(page, &programme);
    let listed = programme.items.iter().any(|d| !d.item.speakers.is_empty());
    let untimed = programme.items.iter().all(|d| d.item.start.is_none())
        && page.blocks.iter().any(|b| b.label.is_some_and(|l| l.kind == LabelKind::Speakers));
    if !page.agenda && (!listed && (untimed || programme.items.len() < 3)) {
        let speakers = parties::speakers(page, &programme, title_at);
        let speakers: Vec<_> = speakers
            .into_iter()
            .filter(|p| !event.roles.moderators.iter().any(|m| m.value == p.name.value))
            .collect();
        if let Some(first) = speakers.first() {
            let line = first.name.line;
            let date = days.first().map(|d| Found::likely(d.date.value, d.date.line));
            let item = Item {
                date,
                start: None,
                end: None,
                title: None,
                kind: Found::likely(ItemKind::Talk, line),
                speakers,
                choices: Vec::new(),
                questions: Vec::new(),
            };
            programme.items.push(programme::Draft { item, day: None });
        }
    }
    own_address(page, &mut event);
    event.programme = programme.items.into_iter().map(|d| d.item).collect();
    event.days = days;
    Reading { event, deadlines, taken: programme.taken }
}

/// "Anmäl dig till annika.lovdahl@…" is Annika Lövdahl's address too.
fn own_address(page: &Page<'_>, event: &mut Event) {
    let Some(email) = &event.registration.email else { return };
    for contact in event.roles.contacts.iter_mut().filter(|c| c.email.is_none()) {
        let Some(name) = &contact.name else { continue };
        if is_address_of(&email.value, &name.value) {
            contact.email = Some(email.clone());
            // The telephone beside the address is the same person's.
            let beside =
                page.lines.iter().find(|line| line.number == email.line).and_then(|line| {
                    let mut phones = line.reach.iter().filter(|r| r.kind == ReachKind::Phone);
                    let (Some(phone), None) = (phones.next(), phones.next()) else { return None };
                    Some(Found::likely(line.text[phone.start..phone.end].to_owned(), line.number))
                });
            contact.phone = contact.phone.take().or(beside);
        }
    }
}

/// Is "annika.lovdahl@…" the address of Annika Lövdahl?
pub(crate) fn is_address_of(email: &str, name: &str) -> bool {
    let user = email.split('@').next().unwrap_or_default();
    let plain: String = fold(name)
        .chars()
        .map(|c| match c {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            other => other,
        })
        .collect();
    let mut parts = plain.split_whitespace();
    let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else { return false };
    user.starts_with(first) && user.ends_with(last)
}
