//! Is a page a tour: a list of days, hours and places where somebody may be met?

use crate::blocks::Block;
use crate::blocks::Role;
use crate::kind::books;
use crate::lines::Line;
use crate::lines::fold;
use crate::newsletter::listing::is_kind;
use crate::newsletter::places::is_placed;
use crate::words::LabelKind;
use std::collections::HashSet;

/// A stop's day, and the words that say where.
struct Stop<'a> {
    day: (u8, u8),
    place: &'a str,
}

/// Stops on several days at several places, with nothing to register for.
pub(crate) fn is_tour(lines: &[Line], blocks: &[Block]) -> bool {
    let mut stops: Vec<Stop<'_>> = Vec::new();
    let mut head = None;
    // "Tillfällen", and under it the days of one course.
    let mut labelled = false;
    for (i, line) in lines.iter().enumerate() {
        labelled = match blocks[i].label {
            Some(label) => label.value >= line.text.len() && label.kind != LabelKind::Programme,
            None => labelled && line.gap == 0,
        };
        if labelled {
            continue;
        }
        // "Mån 19/10 är vi i Tranås vid biblioteket 10–13." is a stop told in a sentence.
        let told = line.text.ends_with(['.', '!']);
        if blocks[i].role == Role::Noise
            || line.words() > 14
            || told && !line.times.iter().any(|t| t.until.is_some())
        {
            continue;
        }
        let dates = || line.dates.iter().filter(|d| d.day.is_some());
        if blocks[i].label.is_some_and(|l| l.marked && l.kind != LabelKind::Programme)
            && let Some(date) = dates().next()
            && let Some(place) = over_labels(lines, blocks, i)
        {
            stops.push(Stop { day: (date.month, date.day.unwrap_or_default()), place });
            continue;
        }
        match (dates().next(), dates().count()) {
            (Some(date), 1) => {
                let day = (date.month, date.day.unwrap_or_default());
                let card = (1..=2)
                    .filter_map(|n| i.checked_sub(n))
                    .find(|&from| card(lines, from).is_some_and(|date| date == i));
                if let Some(from) = card {
                    stops.push(Stop { day, place: lines[from].text.as_str() });
                    continue;
                }
                let rest = without_mentions(line);
                head = Some(day);
                if let Some(place) = rest {
                    if line.times.iter().any(|t| t.until.is_some()) {
                        stops.push(Stop { day, place });
                    }
                } else if is_over_date(lines, blocks, i.saturating_sub(1)) && i > 0 {
                    stops.push(Stop { day, place: lines[i - 1].text.as_str() });
                } else if let Some(place) = below(lines, blocks, i) {
                    stops.push(Stop { day, place });
                }
            }
            // "Lima, skolan 10.00–11.30" under "Måndag 3 mars"
            (None, _) if line.times.len() == 1 && line.times[0].until.is_some() => {
                if let (Some(day), Some(place)) = (head, without_mentions(line)) {
                    stops.push(Stop { day, place });
                }
            }
            _ => {}
        }
        if stops.len() > 400 {
            break;
        }
    }
    if stops.len() < 3 {
        return false;
    }
    let days: HashSet<(u8, u8)> = stops.iter().map(|s| s.day).collect();
    let places: HashSet<&str> = stops.iter().map(|s| s.place).collect();
    let titled = stops.iter().filter(|s| is_kind(s.place)).count();
    let placed =
        stops.iter().filter(|s| is_placed(s.place) && s.place.split(' ').count() <= 8).count();
    if days.len() < 2 || places.len() < 3 || titled * 4 > stops.len() {
        return false;
    }
    let registers = lines.iter().any(books);
    let mut top = lines.iter().zip(blocks).filter(|(_, b)| b.role != Role::Noise).take(10);
    if top.any(|(line, _)| travels(line)) {
        // Small villages are in no list: short names are enough where somebody travels to them.
        let named = stops.iter().filter(|s| s.place.split(' ').count() <= 4).count();
        return !registers && placed.max(named) * 3 >= stops.len() * 2
            || stops.len() >= 4 && placed * 3 >= stops.len() * 2;
    }
    !registers && stops.len() >= 4 && placed * 3 >= stops.len() * 2
}

/// Does the page call itself a letter, and nobody in its head travels? What it lists are then news
/// with names, not stops.
pub(super) fn in_letter(lines: &[Line], blocks: &[Block], numbered: bool) -> bool {
    let top = || lines.iter().zip(blocks).filter(|(_, b)| b.role != Role::Noise).take(4);
    let letter = top().any(|(line, b)| {
        b.role != Role::Prose
            && line.words() <= 14
            && line
                .has_any(&["brev", "letter", "nytt nr", "nyheter", "bulletin", "bladet", "gazette"])
    });
    (letter || numbered) && !top().any(|(line, b)| b.role != Role::Prose && travels(line))
}

/// Does a line speak of somebody who is on the road: "Bokbussen", "på hjul",
/// "kommer till dig", "Help Van – stops this autumn"?
pub(super) fn travels(line: &Line) -> bool {
    line.has_any(&[
        "på hjul",
        "mobila vård",
        "mobil mottagning",
        "mobila mottagning",
        "mobile clinic",
        "mobile library",
        "mobile office",
        "på turné",
        "på tur ",
        "på väg ",
        "rullar",
        "här stannar",
        "här finns vi",
        "här träffar du oss",
        "här möter du oss",
        "här hittar du oss",
        "kommer till dig",
        "kommer till er",
        "kommer till din",
        "besöker din",
        "nära dig",
        "där du bor",
        "on wheels",
        "on the road",
        "on tour",
        "comes to you",
        "coming to you",
        "near you",
        "where to find us",
        "where to meet us",
    ]) || line.low.split(|c: char| !c.is_alphabetic()).any(names_traveller)
}

/// "bokbussen", "kommunbilen", "turné", "stopp", "van": a word (lower case) for what travels.
pub(super) fn names_traveller(word: &str) -> bool {
    matches!(
        word,
        "turen"
            | "turné"
            | "turnén"
            | "turnéplan"
            | "turlista"
            | "stopp"
            | "hållplatser"
            | "hållplats"
            | "ambulerande"
            | "husbil"
            | "husvagn"
            | "tour"
            | "tours"
            | "van"
            | "bus"
            | "truck"
            | "caravan"
            | "trailer"
            | "bookmobile"
            | "roadshow"
            | "stops"
    ) || word.chars().count() > 5
        && ["bussen", "bilen", "vagnen", "båten", "släpet", "turnén"]
            .iter()
            .any(|end| word.ends_with(end))
}

/// "Tillfälle 1", "Träff 2": one of the meetings of a course, no place.
fn is_counted(piece: &str) -> bool {
    let low = fold(piece);
    let Some((word, number)) = low.rsplit_once(' ') else { return false };
    number.bytes().all(|b| b.is_ascii_digit())
        && matches!(
            word,
            "tillfälle"
                | "träff"
                | "kväll"
                | "kurskväll"
                | "session"
                | "del"
                | "dag"
                | "pass"
                | "steg"
                | "modul"
                | "möte"
                | "föreläsning"
                | "lektion"
                | "part"
                | "day"
                | "evening"
                | "module"
        )
}

/// What a line says beside its dates and hours: the longest stretch with a capital in it.
fn without_mentions(line: &Line) -> Option<&str> {
    let mut spans: Vec<(usize, usize)> = line
        .dates
        .iter()
        .map(|d| (d.start, d.end))
        .chain(line.times.iter().map(|t| (t.start, t.end)))
        .collect();
    spans.sort_unstable();
    let mut from = 0;
    let mut best: Option<&str> = None;
    for (start, end) in spans.into_iter().chain([(line.text.len(), line.text.len())]) {
        let piece = line.text.get(from..start).unwrap_or_default();
        let piece = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != ')');
        let weekday = crate::when::weekday_word(&fold(piece)).is_some();
        if !weekday
            && !is_counted(piece)
            && (piece.starts_with(char::is_uppercase) || is_placed(piece))
            && piece.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && best.is_none_or(|b| !names_town(b) && (b.len() < piece.len() || names_town(piece)))
        {
            best = Some(piece);
        }
        from = end.max(from);
    }
    best
}

fn names_town(text: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(crate::words::is_town)
}

/// Is line `i` a place with its day and hours alone on the line under it?
///
/// "Backe, utanför Konsum" over "11/5 kl 10-12".
pub(super) fn is_over_date(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let (Some(line), Some(next)) = (lines.get(i), lines.get(i + 1)) else { return false };
    line.dates.is_empty()
        && line.times.is_empty()
        && line.reach.is_empty()
        && (1..=8).contains(&line.words())
        && (line.text.starts_with(char::is_uppercase) || is_placed(&line.text))
        && !line.text.ends_with(['.', ':', '!', '?'])
        && !matches!(blocks[i].role, Role::Noise | Role::Prose | Role::Contact)
        && blocks[i].label.is_none()
        && next.gap == 0
        && is_bare_stop(next)
}

/// "Backe", "utanför Konsum", "Måndag 11 maj", "kl 10–12", each on a line of its own from line `i` on:
/// the line of the day.
pub(super) fn card(lines: &[Line], i: usize) -> Option<usize> {
    let plain = |line: &Line| {
        line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty()
            && (1..=6).contains(&line.words())
            && !line.text.ends_with(['.', ':', '!', '?'])
    };
    let first = lines.get(i).filter(|line| plain(line) && (i == 0 || line.gap > 0))?;
    let mut day = i + 1;
    if lines.get(day).is_some_and(|line| line.gap == 0 && plain(line)) {
        day += 1;
    }
    let (date, time) = (lines.get(day)?, lines.get(day + 1)?);
    let alone = |line: &Line| line.gap == 0 && without_mentions(line).is_none();
    (first.text.starts_with(char::is_uppercase)
        && alone(date)
        && alone(time)
        && date.times.is_empty()
        && date.dates.iter().filter(|d| d.day.is_some()).count() == 1
        && time.dates.is_empty()
        && time.words() <= 3
        && time.times.iter().any(|t| t.until.is_some()))
    .then_some(day)
}

/// Does the page write most of its places over their days? One "Städdag" over "8/5 kl 10–12" is a
/// heading.
pub(super) fn writes_places_over(lines: &[Line], blocks: &[Block]) -> bool {
    let over: Vec<&str> = (0..lines.len())
        .filter(|&i| is_over_date(lines, blocks, i))
        .map(|i| lines[i].text.as_str())
        .take(200)
        .collect();
    let placed = over.iter().filter(|text| is_placed(text) && !is_kind(text)).count();
    over.len() >= 3 && placed * 3 >= over.len() * 2
}

/// "Kramfors" over "Datum: 3 mars", "Tid: 10–12", "Plats: torget": the name over lines with labels
/// that together tell of a day, of hours and where.
fn over_labels<'a>(lines: &'a [Line], blocks: &[Block], i: usize) -> Option<&'a str> {
    let of = |k: usize| blocks[k].label.filter(|l| l.marked).map(|l| l.kind);
    let from = (i.saturating_sub(3)..i).rev().find(|&k| of(k).is_none())?;
    let to = (i + 4).min(lines.len());
    let run = || (from + 1..to).take_while(|&k| lines[k].gap == 0 && of(k).is_some());
    let placed = run().any(|k| of(k) == Some(LabelKind::Place));
    let timed = run().any(|k| lines[k].times.iter().any(|t| t.until.is_some()));
    let name = &lines[from];
    (placed
        && timed
        && blocks[from].role == Role::Short
        && name.words() <= 4
        && name.dates.is_empty()
        && name.text.starts_with(char::is_uppercase))
    .then_some(name.text.as_str())
}

/// A day and hours, and nothing else.
pub(super) fn is_bare_stop(line: &Line) -> bool {
    line.dates.iter().filter(|d| d.day.is_some()).count() == 1
        && line.times.iter().any(|t| t.until.is_some())
        && line.words() <= 8
        && without_mentions(line).is_none()
        && !line.text.ends_with('.')
}

/// The place in the cells under a date: "Tis 3/3", "09.00–11.30", "Överkalix, Folkets hus".
fn below<'a>(lines: &'a [Line], blocks: &[Block], i: usize) -> Option<&'a str> {
    let mut timed = lines[i].times.iter().any(|t| t.until.is_some());
    let mut place = None;
    for k in i + 1..(i + 4).min(lines.len()) {
        let cell = &lines[k];
        if cell.gap > 0 || !cell.dates.is_empty() || blocks[k].role == Role::Prose {
            break;
        }
        match without_mentions(cell) {
            // A stop of its own under the day.
            Some(_) if !cell.times.is_empty() => return None,
            Some(text) => place = place.or(Some(text)),
            None => timed |= cell.times.iter().any(|t| t.until.is_some()),
        }
    }
    place.filter(|_| timed)
}
