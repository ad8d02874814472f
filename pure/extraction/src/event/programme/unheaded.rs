//! A list without a heading or a time that is plainly a programme.

use crate::blocks::{Block, Role};
use crate::event::programme::DayNote;
use crate::event::programme::Draft;
use crate::event::programme::Programme;
use crate::event::programme::persons::person;
use crate::event::programme::persons::person_line;
use crate::event::programme::titles::tidy_title;
use crate::event::programme::titles::title_and_people;
use crate::lines::Line;
use crate::model::Found;
use crate::model::Item;
use crate::model::ItemKind;
use crate::people;
use crate::words::kind_of_title;

/// A list without a heading or a time, where its entries are plainly items: people who speak,
/// conversations, a closing.
pub(crate) fn unheaded(lines: &[Line], blocks: &[Block], out: &mut Programme) {
    let mut i = 0;
    while i < lines.len() {
        let mut end = i;
        while end < lines.len()
            && lines[end].bulleted
            && (end == i || lines[end].gap == 0)
            && blocks[end].label.is_none()
        {
            end += 1;
        }
        let telling = (i..end)
            .filter(|&k| {
                kind_of_title(&lines[k].low).is_some()
                    || !people::anywhere(&lines[k].text).is_empty()
            })
            .count();
        if end - i >= 3 && end - i <= 30 && telling * 3 >= (end - i) * 2 {
            for (k, line) in lines.iter().enumerate().take(end).skip(i) {
                let (title, mut people) = title_and_people(&line.text);
                if people.is_empty() {
                    people = people::anywhere(&line.text);
                }
                let known = kind_of_title(&line.low);
                let kind = Found::likely(known.unwrap_or(ItemKind::Talk), line.number);
                let item = Item {
                    date: None,
                    start: None,
                    end: None,
                    title: title.map(|t| Found::likely(t, line.number)),
                    kind,
                    speakers: people.iter().map(|p| person(p, line.number)).collect(),
                    choices: Vec::new(),
                    questions: Vec::new(),
                };
                out.items.push(Draft { item, day: None });
                out.taken[k] = true;
            }
            // A list of nothing but people is one talk with them all.
            if out.items.len() > 1 && out.items.iter().all(|d| d.item.title.is_none()) {
                let rest = out.items.split_off(1);
                out.items[0].item.speakers.extend(rest.into_iter().flat_map(|d| d.item.speakers));
            }
            return;
        }
        i = end.max(i + 1);
    }
}

/// A series: a date, under it a title, under that who speaks, and so on. The dates stay the event's.
pub(crate) fn series(lines: &[Line], blocks: &[Block], out: &mut Programme) {
    let mut found: Vec<(usize, Draft)> = Vec::new();
    for i in 0..lines.len().saturating_sub(2) {
        let Some(date) = lines[i].dates.first().filter(|d| d.day.is_some() && d.start <= 2) else {
            continue;
        };
        let (title, who) = (&lines[i + 1], &lines[i + 2]);
        let short = blocks[i + 1].label.is_none()
            && title.dates.is_empty()
            && title.gap == 0
            && who.gap == 0
            && title.words() <= 16
            && lines[i].words() <= 8;
        let Some((people, _)) = person_line(&who.text).filter(|(people, whole)| {
            short && *whole && (people[0].sure || people[0].title.is_some())
        }) else {
            continue;
        };
        if found.len() > 60 || person_line(&title.text).is_some() {
            continue;
        }
        let line = title.number;
        let item = Item {
            date: None,
            start: None,
            end: None,
            title: Some(Found::likely(tidy_title(&title.text), line)),
            kind: Found::likely(kind_of_title(&title.low).unwrap_or(ItemKind::Talk), line),
            speakers: people.iter().map(|p| person(p, who.number)).collect(),
            choices: Vec::new(),
            questions: Vec::new(),
        };
        found.push((i, Draft { item, day: Some((DayNote::Date(date.clone()), lines[i].number)) }));
    }
    if found.len() >= 2 {
        for (i, draft) in found {
            out.items.push(draft);
            (out.taken[i + 1], out.taken[i + 2]) = (true, true);
        }
    }
}

/// "Onsdag 3 mars: Språket vi tror att vi förstår. Synnøve Haugland, språkforskare", "7/10 Läsa gammal
/// handstil": lines that begin with a date and tell of what happens and who speaks. They are the
/// event's days as well.
pub(crate) fn dated(lines: &[Line], blocks: &[Block], out: &mut Programme) {
    let mut found: Vec<(usize, Draft, bool)> = Vec::new();
    let (mut told, mut places) = (0, false);
    for (i, line) in lines.iter().enumerate() {
        if blocks[i].label.is_some() || matches!(blocks[i].role, Role::Noise | Role::Contact) {
            continue;
        }
        let Some(date) = line.dates.first().filter(|d| d.day.is_some() && d.start <= 1) else {
            continue;
        };
        let time = line.times.first().filter(|t| t.start >= date.end && t.start < date.end + 8);
        let end = time.map_or(date.end, |t| t.end);
        let rest = line.text[end..].trim_start_matches(' ');
        let sign = rest.strip_prefix([':', '–', '-', '|', '\t', ',']);
        let rest = sign.unwrap_or(rest).trim();
        let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '”' | '“' | '»');
        // "onsdag 7/10, onsdag 14/10" are the days and nothing more.
        let more = |d: &crate::when::DateMention| {
            d.start > date.start && d.start <= line.text.len() - rest.len() + 2
        };
        if line.dates.iter().any(more) {
            continue;
        }
        if sign.is_none() && !rest.starts_with(opens) || is_limit(&crate::lines::fold(rest)) {
            continue;
        }
        // "Besök på arkivet, kl 13.00–16.00, samåkning"
        let from = line.text.len() - rest.len();
        let later = line.times.iter().find(|t| t.start > from);
        let told_to = later.map_or(line.text.len(), |t| t.start);
        let rest = line.text.get(from..told_to).unwrap_or(rest);
        let rest = rest.trim_end_matches([' ', ',', '(', '–', '-']);
        let rest = rest.strip_suffix(" kl").unwrap_or(rest).trim_end_matches([' ', ',', '(']);
        let time = time.or(later);
        let (title, mut people) = title_and_people(rest);
        if title.as_ref().is_none_or(|t| t.split(' ').count() < 2) || found.len() > 60 {
            continue;
        }
        let next = lines.get(i + 1).filter(|n| n.gap == 0 && n.dates.is_empty());
        let below = next.filter(|_| people.is_empty()).and_then(|n| person_line(&n.text));
        let below = below.filter(|(who, whole)| *whole && who[0].sure).map(|(who, _)| who);
        let taken = below.is_some();
        let who_at = line.number + u32::from(taken);
        people = below.unwrap_or(people);
        let sure = people.first().is_some_and(|p| p.sure);
        told += usize::from(sure);
        places |= !sure && title.as_deref().is_some_and(is_place);
        let known = kind_of_title(&title.as_deref().map(crate::lines::fold).unwrap_or_default());
        let item = Item {
            date: None,
            start: time.map(|t| Found::certain(t.from, line.number)),
            end: time.and_then(|t| t.until).map(|u| Found::certain(u, line.number)),
            title: title.map(|t| Found::likely(t, line.number)),
            kind: Found::likely(known.unwrap_or(ItemKind::Talk), line.number),
            speakers: people.iter().map(|p| person(p, who_at)).collect(),
            choices: Vec::new(),
            questions: Vec::new(),
        };
        let day = Some((DayNote::Date(date.clone()), line.number));
        found.push((i, Draft { item, day }, taken));
    }
    let (Some(&(first, ..)), Some(&(last, ..))) = (found.first(), found.last()) else { return };
    // One list, in a text about a course: what its evenings are about, though nobody is named.
    let close = last - first < found.len() * 2;
    let course = || lines[..first].iter().rev().take(30).any(|l| l.has_any(COURSE));
    let listed = found.len() >= 3 && close && !places && course();
    if found.len() >= 2 && told * 2 >= found.len() || listed {
        for (i, draft, taken) in found {
            out.items.push(draft);
            if taken {
                out.taken[i + 1] = true;
            }
        }
    }
}

/// What a text about something in several parts calls it, and headings over the list of them.
const COURSE: &[&str] = &[
    "cirkel",
    "kurs",
    "utbildning",
    "serie",
    "träffar",
    "kvällar",
    "tillfällen",
    "i fem delar",
    "i fyra delar",
    "i tre delar",
    "kväll för kväll",
    "träff för träff",
    "gång för gång",
    "course",
    "evenings",
    "sessions",
    "parts",
    "lectures",
    "series",
    "circle",
    "week by week",
];

/// "Sista dag att anmäla sig": a day for something else.
fn is_limit(low: &str) -> bool {
    [
        "sista ",
        "anmäl",
        "senast",
        "deadline",
        "last day",
        "register",
        "registration",
        "avanmäl",
        "publicerad",
        "uppdaterad",
        "published",
        "updated",
    ]
    .iter()
    .any(|w| low.starts_with(w))
}

/// "Kulturhuset, Storgatan 2", "Sala bibliotek": a stop of a tour.
fn is_place(title: &str) -> bool {
    let first = title.split([',', ' ']).next().unwrap_or_default();
    crate::words::is_town(first)
        || crate::words::looks_like_org(title)
        || title.split(' ').any(|w| {
            let low = crate::lines::fold(w);
            [
                "gatan",
                "vägen",
                "torget",
                "biblioteket",
                "bibliotek",
                "bygdegård",
                "street",
                "library",
            ]
            .iter()
            .any(|end| low.trim_end_matches([',', '.']).ends_with(end))
        })
}
