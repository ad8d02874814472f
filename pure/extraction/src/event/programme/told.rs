//! Hours told of outside the programme: "kaffe från 9.30", "Kl. 17 blir det soppa", "Efter mötet,
//! cirka kl 18, berättar Anna Ek, arkivarie, om bomärken".

use crate::blocks::Role;
use crate::event::Page;
use crate::event::programme::persons::person;
use crate::event::programme::{Draft, Programme};
use crate::lines::fold;
use crate::model::{EventDay, Found, Item, ItemKind};
use crate::people::{self, Named};
use crate::sentences;
use crate::when::TimeMention;
use crate::words::{LabelKind, has_any, kind_of_title};

/// More of them, and it is no single event's page.
const MOST: usize = 8;
/// A longer line is no sentence or two of a letter.
const LONGEST: usize = 1_500;

/// Adds them to the programme of an event of one day, in the order of the clock.
pub(crate) fn told(page: &Page<'_>, out: &mut Programme, days: &[EventDay]) {
    let [day] = days else { return };
    let mut found: Vec<Draft> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        if out.taken[i]
            || line.times.is_empty()
            || line.times.len() > 6
            || line.text.len() > LONGEST
            || matches!(page.blocks[i].role, Role::Noise | Role::Contact | Role::Column)
            || page.mail_header(i)
            || (i.saturating_sub(3)..i)
                .any(|k| page.lines[k].words() <= 8 && page.lines[k].has_any(OPEN))
            || matches!(
                page.scope[i],
                Some(LabelKind::Deadline | LabelKind::Contact | LabelKind::Opens | LabelKind::Cost)
            )
        {
            continue;
        }
        for (from, to) in sentences::split(&line.text).into_iter().take(12) {
            // What another day or another hour is for.
            if line
                .dates
                .iter()
                .any(|d| d.start >= from && d.start < to && page.years.day(d) != day.date.value)
                || has_any(&line.low[from..to], NOT_THEN)
            {
                continue;
            }
            // "Därefter berättar Anna Ek om husets historia.", after an hour told of.
            if let Some(then) = told_then(&line.low[from..to])
                && found.last().is_some_and(|d| d.item.kind.line == line.number)
                && found.len() < MOST
                && !line.times.iter().any(|t| t.start >= from && t.end <= to)
                && let Some(item) = spoken("", &line.text[from + then..to], line.number)
            {
                found.push(Draft { item, day: None });
                continue;
            }
            for time in line.times.iter().filter(|t| t.start >= from && t.end <= to) {
                let own = day.start.as_ref().is_some_and(|s| s.value == time.from)
                    || day.end.as_ref().is_some_and(|e| e.value == time.from);
                let known = |d: &Draft| d.item.start.as_ref().is_some_and(|s| s.value == time.from);
                let (before, after) = (&line.text[from..time.start], &line.text[time.end..to]);
                let begun = begun(before, after, line.number)
                    .filter(|item| !own || !item.speakers.is_empty());
                if own && begun.is_none()
                    || found.len() >= MOST
                    || out.items.iter().any(known)
                    || found.iter().any(known)
                {
                    continue;
                }
                let item = begun
                    .or_else(|| spoken(before, after, line.number))
                    .or_else(|| served(before, line.number))
                    .or_else(|| serving(before, after, line.number));
                if let Some(item) = item {
                    found.push(timed(item, time, line.number));
                }
            }
        }
    }
    let hours = out.items.iter().any(|d| d.item.start.is_some());
    let mut last = None;
    for draft in found {
        if let (None, Some(before)) = (&draft.item.start, last) {
            out.items.insert(before + 1, draft);
            last = Some(before + 1);
            continue;
        }
        let start = draft.item.start.as_ref().map(|s| s.value);
        let early = |d: &Draft| d.item.start.as_ref().map(|s| s.value) <= start;
        let begins = day.start.as_ref().map(|s| s.value);
        let at = if hours {
            out.items.iter().rposition(|d| d.item.start.is_some() && early(d)).map_or(0, |n| n + 1)
        } else if begins.is_some() && start < begins {
            0
        } else {
            out.items.len()
        };
        out.items.insert(at, draft);
        last = Some(at);
    }
}

/// Where the sentence goes on after "Därefter".
fn told_then(low: &str) -> Option<usize> {
    ["därefter ", "sedan ", "sen ", "efter det ", "efteråt ", "then "]
        .iter()
        .find_map(|w| low.starts_with(w).then_some(w.len()))
}

/// Over hours when a place is open.
const OPEN: &[&str] =
    &["öppet:", "öppettider", "har öppet", "håller öppet", "opening hours", "open:"];

/// Not at this event, or not what happens there.
const NOT_THEN: &[&str] = &[
    "senast",
    "anmäl",
    "varje",
    "telefontid",
    "öppettid",
    "öppet ",
    "avgår",
    "tåget",
    "bussen",
    "parkering",
    "ställs in",
    "inställ",
    "nästa möte",
    "no later",
    "deadline",
    "every ",
    "register by",
    "office hours",
    "leaves at",
    "ring ",
    "call ",
];

fn timed(mut item: Item, time: &TimeMention, line: u32) -> Draft {
    item.start = Some(Found::likely(time.from, line));
    item.end = time.until.map(|until| Found::likely(until, line));
    Draft { item, day: None }
}

fn item(title: Option<&str>, kind: ItemKind, people: &[Named], line: u32) -> Item {
    Item {
        date: None,
        start: None,
        end: None,
        title: title.map(|t| Found::likely(t.to_owned(), line)),
        kind: Found::likely(kind, line),
        speakers: people.iter().map(|p| person(p, line)).collect(),
        choices: Vec::new(),
        questions: Vec::new(),
    }
}

/// The text without what may stand between a word and its hour.
fn without_joint(text: &str) -> &str {
    let mut text = text.trim_end();
    loop {
        let low = fold(text);
        let joint = [
            " kl.",
            " kl",
            " klockan",
            " ca",
            " ca.",
            " cirka",
            " runt",
            " omkring",
            " från",
            " fr.o.m.",
            " redan",
            " vid",
            " mellan",
            " from",
            " at",
            " around",
            " serveras",
            " serverar vi",
            " is served",
            " will be served",
            " dukas fram",
            " står framdukad",
            " står framdukat",
            " står framme",
            " är framdukad",
            " finns",
            " bjuds",
            " är det",
            " blir det",
            " intas",
            " och den",
            " och det",
        ]
        .iter()
        .find(|j| low.ends_with(**j));
        match joint {
            Some(joint) if low.len() == text.len() => {
                text = text[..text.len() - joint.len()].trim_end_matches([' ', ',', '(', '–', '-'])
            }
            _ => return text,
        }
    }
}

/// "kaffe från 9.30", "Insläpp och avprickning från 18.15", "Doors open at 6": what one comes to.
fn served(before: &str, line: u32) -> Option<Item> {
    let clause = without_joint(before);
    let clause = clause
        .rfind([',', '(', ';', ':', '–'])
        .map_or(clause, |at| clause[at..].trim_start_matches(|c: char| !c.is_alphanumeric()));
    let low = fold(clause);
    let host = [
        "startar med ",
        "börjar med ",
        "inleder med ",
        "starts with ",
        "bjuder på ",
        "bjuds på ",
        "bjuder vi på ",
        "serverar vi ",
        "we serve ",
        "there is ",
        "serveras ",
        "there will be ",
        "och sedan ",
        "sedan ",
        "därefter ",
        "och ",
        "med ",
        "with ",
    ];
    let from = host
        .iter()
        .filter_map(|h| {
            low.find(h)
                .filter(|&at| !h.starts_with("och") && h.len() > 5 || at == 0)
                .map(|at| at + h.len())
        })
        .max();
    let title = match from {
        Some(from) if low.len() == clause.len() => clause[from..].trim(),
        _ => clause.trim(),
    };
    named(title, line)
}

/// "Kl. 17 blir det ärtsoppa", "Kl. 12.00 Gemensam lunch": what is served after the hour.
fn serving(before: &str, after: &str, line: u32) -> Option<Item> {
    if !opens(before) {
        return None;
    }
    let rest =
        after.trim_start_matches([' ', ':', '–', '-', ',']).trim_end_matches(['.', '!', ' ']);
    let low = fold(rest);
    let verb = [
        "blir det ",
        "är det ",
        "serveras det ",
        "serveras ",
        "serverar vi ",
        "bjuder vi på ",
        "bjuds det på ",
        "bjuds på ",
        "äter vi ",
        "dricker vi ",
        "dukar vi fram ",
        "there will be ",
        "there is ",
        "we serve ",
        "we have ",
    ]
    .iter()
    .find(|v| low.starts_with(**v));
    let rest = verb.map_or(rest, |v| &rest[v.len()..]);
    let low = fold(rest);
    let cut = [" i ", " på ", " innan ", " before ", " in the ", ", ", " och därefter", " som "]
        .iter()
        .filter_map(|w| low.find(w))
        .min()
        .filter(|_| low.len() == rest.len());
    named(rest[..cut.unwrap_or(rest.len())].trim(), line)
}

/// "Invigning kl 11 av kommunalrådet Anna Ek", "Avslutning kl 14.30 med allsång": a sentence that begins
/// with what it is, its hour right after.
fn begun(before: &str, after: &str, line: u32) -> Option<Item> {
    let title = without_joint(before).trim();
    let kind = kind_of_title(&fold(title))?;
    let good = title.starts_with(char::is_uppercase)
        && title.split(' ').count() <= 3
        && !title.contains(|c: char| !c.is_alphanumeric() && !matches!(c, ' ' | '-'))
        && matches!(kind, ItemKind::Welcome | ItemKind::Summary);
    let rest = after.trim_start();
    let people = [" av ", " med ", " by ", " with "]
        .iter()
        .find_map(|w| rest.strip_prefix(w.trim_start()))
        .and_then(|names| people::list(names, false))
        .map(|(people, _)| people)
        .filter(|people| people[0].sure || people[0].title.is_some() || people[0].lead.is_some());
    good.then(|| item(Some(title), kind, &people.unwrap_or_default(), line))
}

/// A meal, a pause or an arrival in a few words.
fn named(title: &str, line: u32) -> Option<Item> {
    let kind = kind_of_title(&fold(title))?;
    let good = matches!(kind, ItemKind::Arrival | ItemKind::Break | ItemKind::Meal)
        && title.split(' ').count() <= 6
        && !title.contains(|c: char| c.is_ascii_digit() || matches!(c, '?' | '.' | '"' | '”'));
    good.then(|| item(Some(title), kind, &[], line))
}

/// Does the sentence, or what is left of it after "Efter mötet," and "cirka kl", begin here?
fn opens(before: &str) -> bool {
    let left = fold(before);
    let left = left.trim_matches(|c: char| !c.is_alphanumeric());
    let left = ["klockan", "kl", "cirka", "ca", "omkring", "vid", "från", "at", "around", "about"]
        .iter()
        .fold(left, |left, word| {
            let cut = left.strip_suffix(word).filter(|l| l.is_empty() || l.ends_with([' ', ',']));
            cut.unwrap_or(left).trim_end_matches([' ', ',', '.'])
        });
    left.is_empty()
        || left.split(' ').count() <= 4
            && [
                "efter ",
                "därefter",
                "sedan",
                "before ",
                "after ",
                "före ",
                "innan ",
                "then",
                "and at",
            ]
            .iter()
            .any(|w| left.starts_with(w))
}

/// "Kl 17.15 ger Isak Ni, planerare, en kort genomgång": who speaks then, and of what.
fn spoken(before: &str, after: &str, line: u32) -> Option<Item> {
    const VERBS: &[&str] = &[
        "berättar ",
        "talar ",
        "pratar ",
        "föreläser ",
        "ger ",
        "håller ",
        "inleder ",
        "presenterar ",
        "informerar ",
        "kåserar ",
        "visar ",
        "läser ",
        "spelar ",
        "sjunger ",
        "underhåller ",
        "kommer ",
        "medverkar ",
        "gästas vi av ",
        "får vi besök av ",
        "möter vi ",
        "hör vi ",
        "lyssnar vi till ",
        "lyssnar vi på ",
        "samtalar ",
        "möts ",
        "diskuterar ",
        "debatterar ",
        "intervjuas ",
        "svarar ",
        "we hear ",
        "we meet ",
    ];
    if !opens(before) {
        return None;
    }
    let rest = after.trim_start_matches([' ', ':', '–', '-', ',']);
    let low = fold(rest);
    let verb = VERBS.iter().find(|v| low.starts_with(**v));
    let english = || {
        let (people, end) = people::list(rest, false)?;
        let tail = rest[end.min(rest.len())..].trim_start_matches([' ', ',']);
        let low = fold(tail);
        let verb = [
            "tells us ",
            "talks ",
            "will talk ",
            "speaks ",
            "gives ",
            "presents ",
            "shows ",
            "will tell us ",
            "explains ",
        ]
        .iter()
        .find(|v| low.starts_with(**v))?;
        Some((people, &tail[verb.len()..]))
    };
    let (people, tail) = match verb {
        Some(verb) => {
            let rest = &rest[verb.len()..];
            let (people, end) = people::list(rest, false)?;
            (people, &rest[end.min(rest.len())..])
        }
        None => english()?,
    };
    if !people[0].sure && people[0].title.is_none() {
        return None;
    }
    let tail = tail.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!'));
    let low = fold(tail);
    let topic = ["om ", "about ", "on ", "och berättar om ", "och pratar om ", "och talar om "]
        .iter()
        .find(|w| low.starts_with(**w))
        .map_or(tail, |w| &tail[w.len()..]);
    let title =
        (topic.split(' ').count() <= 14 && topic.chars().any(char::is_alphabetic)).then_some(topic);
    let kind = title.and_then(|t| kind_of_title(&fold(t))).unwrap_or(ItemKind::Talk);
    Some(item(title, kind, &people, line))
}
