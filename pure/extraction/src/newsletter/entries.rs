//! Things of a letter over a few lines: a name with its day and then hours and place, or lines with
//! labels ("När:", "Plats:").

use crate::blocks::Role;
use crate::event::Page;
use crate::lines::fold;
use crate::model::{DatedThing, Found};
use crate::newsletter::calendar::Calendar;
use crate::newsletter::calendar::tense;
use crate::newsletter::listing::{is_kind, parts};
use crate::newsletter::places::is_placed;
use crate::newsletter::reading::{Reader, bare, end_date};
use crate::sentences;
use crate::when::{DateMention, TimeMention};
use crate::words::{LabelKind, is_town};

/// Lines with labels that belong to one thing.
const MOST: usize = 12;

/// Does line `i` begin with a label for when or where?
pub(super) fn is_labelled(page: &Page<'_>, i: usize) -> bool {
    page.blocks.get(i).is_some_and(|block| {
        block.role == Role::Label
            && page.lines[i].words() <= 18
            && block.label.is_some_and(|label| {
                label.marked
                    && (label.value <= 24 || label.value >= page.lines[i].text.len())
                    && matches!(
                        label.kind,
                        LabelKind::Date
                            | LabelKind::Time
                            | LabelKind::Start
                            | LabelKind::Place
                            | LabelKind::PlaceAndTime
                    )
            })
    })
}

/// "Höstmöte, lördag 3 oktober" over "Bygdegården, Orsa, kl 15–17", or over a sentence: where in
/// the line its day begins.
pub(super) fn dated_heading(page: &Page<'_>, i: usize) -> Option<usize> {
    let line = &page.lines[i];
    let mut dates = line.dates.iter().filter(|d| d.day.is_some());
    let (Some(date), None) = (dates.next(), dates.next()) else { return None };
    if !matches!(page.blocks[i].role, Role::Short | Role::Label)
        || page.blocks[i].label.is_some_and(|l| l.marked)
        || line.bulleted
        // A row of a list has the next row under it; a letter without blank lines has what was told.
        || i > 0
            && line.gap == 0
            && page.blocks[i - 1].role != Role::Prose
            && page.lines[i - 1].dates.is_empty()
            && page.lines[i - 1].times.is_empty()
            && page.blocks[i - 1].label.is_none()
        || !line.reach.is_empty()
        || line.text.ends_with(['.', ',', ';'])
        || line.words() > 16
    {
        return None;
    }
    let cut = line.times.first().map_or(date.start, |t| t.start.min(date.start));
    let name = name_before(&line.text[..cut]);
    let after = line.times.iter().map(|t| t.end).max().unwrap_or(0).max(date.end);
    let sure = is_kind(name);
    if name.chars().count() < 3
        || !name.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "”\"'".contains(c))
        || line.text[after..].chars().any(char::is_alphanumeric)
        || is_placed(name) && !sure
    {
        return None;
    }
    let next = page.lines.get(i + 1)?;
    let role = page.blocks[i + 1].role;
    if next.dates.iter().any(|d| d.day.is_some()) && !is_labelled(page, i + 1)
        || matches!(role, Role::Noise | Role::Contact)
    {
        return None;
    }
    (next.gap == 0 || next.gap == 1 && role == Role::Prose && line.times.is_empty())
        .then_some(date.start)
}

/// "Höstmöte, lördag " without the weekday and the signs before the day.
pub(super) fn name_before(text: &str) -> &str {
    let mut name = text.trim();
    loop {
        let bare = name.trim_end_matches([' ', ',', ':', '–', '-', '|', '(', '\t']);
        let last = bare.rsplit(' ').next().unwrap_or_default();
        let word = last.to_lowercase();
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        let linking = matches!(word, "den" | "kl" | "on" | "the" | "klockan");
        if bare.len() > last.len() && (linking || crate::when::weekday_word(word).is_some()) {
            name = &bare[..bare.len() - last.len()];
        } else if bare.len() == name.len() {
            return name;
        } else {
            name = bare;
        }
    }
}

/// "Digital hjälp. Ta med mobil och laddare." under "11 februari kl 10.30, Järpens bibliotek": what
/// is on, in the first words of the line under a day and a place.
pub(super) fn named_under(page: &Page<'_>, i: usize) -> Option<String> {
    let line = page.lines.get(i)?;
    if line.gap > 0
        || line.bulleted
        || !line.dates.is_empty()
        || !line.times.is_empty()
        || !line.reach.is_empty()
        || page.blocks[i].label.is_some()
        || matches!(page.blocks[i].role, Role::Noise | Role::Contact)
    {
        return None;
    }
    let &(from, to) = sentences::split(&line.text).first()?;
    let said = line.text[from..to].trim().trim_end_matches('.');
    // "Fallprevention med Siv-Britt Ek, sjukgymnast"
    let said = match said.split_once(" med ").or_else(|| said.split_once(" with ")) {
        Some((what, who)) if who.starts_with(char::is_uppercase) => what,
        _ => said,
    };
    let low = fold(said);
    let words = || low.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let asks = words().next().is_some_and(|word| {
        matches!(
            word,
            "vi" | "ta"
                | "kom"
                | "anmäl"
                | "ingen"
                | "inga"
                | "samma"
                | "max"
                | "fri"
                | "gratis"
                | "här"
                | "alla"
                | "det"
                | "den"
                | "vid"
                | "obs"
                | "läs"
                | "boka"
                | "ring"
                | "mejla"
                | "välkommen"
                | "we"
                | "bring"
                | "come"
                | "no"
                | "free"
                | "same"
                | "book"
                | "join"
                | "all"
                | "call"
                | "entré"
                | "samling"
                | "medtag"
                | "kaffe"
                | "fika"
                | "för"
                | "i"
                | "på"
                | "om"
        )
    });
    let tells = words()
        .any(|w| crate::people::is_telling(w) || matches!(w, "är" | "vi" | "is" | "we" | "ni"));
    (!asks
        && !tells
        && words().count() <= 7
        && said.starts_with(char::is_uppercase)
        && !is_placed(said))
    .then(|| said.to_owned())
}

impl Reader {
    /// The heading's own day, with the hours and the place in the line under it; the next line to
    /// read.
    pub(super) fn headed(&mut self, page: &Page<'_>, clock: &Calendar<'_>, i: usize) -> usize {
        let line = &page.lines[i];
        let Some(date) = line.dates.iter().find(|d| d.day.is_some()) else { return i + 1 };
        let cut = line.times.first().map_or(date.start, |t| t.start.min(date.start));
        let day = clock.day(date, tense(&line.low));
        let mut thing = bare(day, line.number);
        thing.end_date = end_date(date, day, line.number);
        thing.title = Some(Found::certain(name_before(&line.text[..cut]).to_owned(), line.number));
        set_time(&mut thing, line.times.first(), line.number);
        let mut next = i + 1;
        if let Some(under) = page.lines.get(next)
            && under.gap == 0
            && page.blocks[next].label.is_none()
            && !matches!(page.blocks[next].role, Role::Prose | Role::Noise | Role::Contact)
            && !under.bulleted
            && under.reach.is_empty()
            && under.words() <= 14
        {
            let mut text = String::new();
            let mut from = 0;
            for time in under.times.iter().take(4) {
                text.push_str(under.text.get(from..time.start).unwrap_or_default());
                text.push('\t');
                from = time.end.max(from);
            }
            text.push_str(under.text.get(from..).unwrap_or_default());
            let named = parts(&text);
            if named.iter().any(|p| is_placed(p)) || !under.times.is_empty() && named.len() <= 3 {
                if !named.is_empty() {
                    let place = named[..named.len().min(3)].join(", ");
                    thing.place = Some(Found::certain(place, under.number));
                }
                if thing.start.is_none() {
                    set_time(&mut thing, under.times.first(), under.number);
                }
                next += 1;
            }
        }
        self.add(thing);
        self.current = Some((day, line.number, 1));
        next
    }

    /// "Tid: 3 mars kl 18–20", "Plats: Folkets hus, Sala": the lines with labels from `i` on as one
    /// thing.
    pub(super) fn labelled(
        &mut self,
        page: &Page<'_>,
        clock: &Calendar<'_>,
        i: usize,
        heading: Option<&Found<String>>,
    ) -> Option<usize> {
        if !is_labelled(page, i) {
            return None;
        }
        let mut dates: Vec<(&DateMention, u32)> = Vec::new();
        let mut time: Option<(&TimeMention, u32)> = None;
        let mut place: Option<Found<String>> = None;
        let mut k = i;
        while k < page.lines.len() && k < i + MOST {
            let line = &page.lines[k];
            let Some(label) = page.blocks[k].label.filter(|l| l.marked) else {
                // The value of a label alone on the line before.
                let alone = k > i
                    && line.gap == 0
                    && page.blocks[k - 1]
                        .label
                        .is_some_and(|l| l.value >= page.lines[k - 1].text.len());
                if !alone {
                    break;
                }
                read_value(
                    page,
                    k,
                    0,
                    page.blocks[k - 1].label.map(|l| l.kind),
                    &mut dates,
                    &mut time,
                    &mut place,
                );
                k += 1;
                continue;
            };
            let second = label.kind == LabelKind::Date && !dates.is_empty();
            if k > i && (line.gap > 0 || second) {
                break;
            }
            match label.kind {
                LabelKind::Date
                | LabelKind::Time
                | LabelKind::Start
                | LabelKind::Place
                | LabelKind::PlaceAndTime => {
                    read_value(
                        page,
                        k,
                        label.value,
                        Some(label.kind),
                        &mut dates,
                        &mut time,
                        &mut place,
                    );
                }
                LabelKind::Contact | LabelKind::Subject | LabelKind::Programme => break,
                _ => {}
            }
            k += 1;
        }
        // "Kramfors" over "När: …" and "Var: torget"; "Moderator är Olle Ek." is no town.
        let town = heading.filter(|h| {
            self.tour && h.value.split(' ').count() <= 4 && !h.value.ends_with(['.', '!', '?'])
        });
        if let Some(town) = town {
            place = Some(match place {
                // Beside each other; a name that is a town's also over day, hours and place.
                Some(place)
                    if place.line <= town.line + 2
                        || place.line == town.line + 3 && is_town(&town.value) =>
                {
                    Found::certain(format!("{}, {}", town.value, place.value), place.line)
                }
                Some(place) => place,
                None => town.clone(),
            });
        }
        let fill = |thing: &mut DatedThing| {
            if thing.start.is_none()
                && let Some((time, number)) = time
            {
                set_time(thing, Some(time), number);
            }
            thing.place = thing.place.take().or_else(|| place.clone());
        };
        if dates.is_empty() {
            // The day stands in the heading or in the sentence before.
            self.current?;
            fill(self.refs.last_mut()?);
            return Some(k);
        }
        for (date, number) in dates {
            let day = clock.day(date, self.heading_tense);
            let mut thing = bare(day, number);
            thing.date = Found::certain(day, number);
            thing.end_date = end_date(date, day, number);
            thing.title =
                heading.filter(|_| !self.tour).map(|h| Found::likely(h.value.clone(), h.line));
            fill(&mut thing);
            self.add(thing);
            self.current = Some((day, number, 1));
        }
        Some(k)
    }
}

/// What a label's value on line `k`, from byte `from` on, says of when and where.
fn read_value<'a>(
    page: &Page<'a>,
    k: usize,
    from: usize,
    kind: Option<LabelKind>,
    dates: &mut Vec<(&'a DateMention, u32)>,
    time: &mut Option<(&'a TimeMention, u32)>,
    place: &mut Option<Found<String>>,
) {
    let line = &page.lines[k];
    // "Tid: 3 mars kl 18 | Plats: Folkets hus"
    let second = ["plats:", "var:", "lokal:", "place:", "where:", "venue:"]
        .iter()
        .find_map(|word| line.low[from..].find(word).map(|at| from + at + word.len()))
        .filter(|_| kind != Some(LabelKind::Place));
    if let Some(at) = second {
        let until = line.dates.iter().map(|d| d.start).find(|&d| d > at).unwrap_or(line.text.len());
        let named = parts(&line.text[at..until]);
        if !named.is_empty() {
            *place = Some(Found::certain(named[..named.len().min(3)].join(", "), line.number));
        }
    }
    if kind != Some(LabelKind::Place) {
        let own = line.dates.iter().filter(|d| d.day.is_some() && d.end > from);
        dates.extend(own.map(|d| (d, line.number)).take(MOST));
        *time = time.or_else(|| line.times.iter().find(|t| t.end > from).map(|t| (t, line.number)));
    }
    let end = line
        .dates
        .iter()
        .map(|d| d.end)
        .chain(line.times.iter().map(|t| t.end))
        .max()
        .filter(|_| kind != Some(LabelKind::Place))
        .unwrap_or(from)
        .max(from);
    if place.is_none() && matches!(kind, Some(LabelKind::Place | LabelKind::PlaceAndTime)) {
        let before = line.dates.first().map_or(line.text.len(), |d| d.start).max(from);
        let value = match kind {
            Some(LabelKind::PlaceAndTime) if parts(&line.text[end..]).is_empty() => {
                &line.text[from..before]
            }
            _ => &line.text[end..],
        };
        let named = parts(value);
        if !named.is_empty() {
            *place = Some(Found::certain(named[..named.len().min(3)].join(", "), line.number));
        }
    }
}

fn set_time(thing: &mut DatedThing, time: Option<&TimeMention>, number: u32) {
    if let Some(time) = time {
        thing.start = Some(Found::certain(time.from, number));
        thing.end = time.until.map(|u| Found::certain(u, number));
    }
}
