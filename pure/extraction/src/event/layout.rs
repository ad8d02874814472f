//! What a line's place on the page says against its being the title.

use crate::blocks::{Block, Role};
use crate::lines::{Line, Shape, fold};
use crate::people;
use crate::words::{find, is_org_word, looks_like_org};

use super::{is_founded, is_organisation, kicker, notices};

/// How much speaks against line `i` as the title: it is one of a menu's, the sender's name above the
/// heading, or the running head of a document whose own heading follows.
pub(super) fn not_the_title(lines: &[Line], blocks: &[Block], i: usize) -> i32 {
    let line = &lines[i];
    let mut against = 0;
    if names_sender(&line.text) {
        against += 8;
    }
    if in_menu(lines, blocks, i) {
        against += 6;
    }
    let mut later = (i + 1..lines.len().min(i + 8)).filter(|&k| stands_alone(lines, blocks, k));
    let names = |k: usize| is_proper_name(&lines[k].text);
    if i < 8 && names(i) && later.any(|k| !names(k)) {
        against += 5;
    }
    // "Skogsbygdsforum 2026 – program", and then "SKOGSBYGDSFORUM 2026".
    let head = [" – program", " - program", " – programme", " - programme", " – inbjudan"]
        .iter()
        .find_map(|w| line.low.strip_suffix(w));
    if let Some(head) = head
        && lines[i + 1..].iter().take(8).any(|l| *l.low == *head)
    {
        against += 6;
    }
    // "NNCR 2026, Visby": a short name with its year and town, over the heading.
    if let Some((head, town)) = line.text.split_once(", ")
        && line.words() <= 4
        && crate::words::is_town(town.trim())
        && head.bytes().any(|b| b.is_ascii_digit())
    {
        against += 4;
    }
    against
}

/// Fields that authorities are divided into.
const FIELDS: [&str; 26] = [
    "regional utveckling",
    "folkhälsa",
    "landsbygd",
    "landsbygdsutveckling",
    "näringsliv",
    "samhällsbyggnad",
    "social hållbarhet",
    "kultur",
    "kultur och fritid",
    "kultur & fritid",
    "kultur och bildning",
    "vård och omsorg",
    "omsorg och stöd",
    "utbildning och arbete",
    "barn och utbildning",
    "miljö och klimat",
    "hållbar utveckling",
    "kommunal utveckling",
    "public health",
    "regional development",
    "rural development",
    "culture and leisure",
    "culture",
    "sustainability",
    "environment",
    "social affairs",
];

/// "Regional utveckling", "Institutionen för hälsa", "Department of History": a part of who sends it.
fn names_unit(text: &str) -> bool {
    let low = fold(text);
    FIELDS.contains(&low.as_str())
        || [
            "institutionen för ",
            "avdelningen för ",
            "enheten för ",
            "department of ",
            "school of ",
        ]
        .iter()
        .any(|w| low.starts_with(w))
        || ["förvaltningen", "enheten", "avdelningen", "kansliet", "kontoret"]
            .iter()
            .any(|end| low.ends_with(end))
            && text.split(' ').count() <= 4
}

/// "Region Västerdal – Regional utveckling", "Kultur och fritid | Sala kommun": who sends it, with the
/// part of it that does.
pub(crate) fn names_sender(text: &str) -> bool {
    if text.len() > 90 || text.contains(['?', '!', ':', '"', '”']) {
        return false;
    }
    let body = |part: &str| {
        let words = || part.split(' ');
        let low = fold(part);
        is_organisation(part, &low)
            || (1..=4).contains(&words().count())
                && looks_like_org(part)
                && words().all(|w| w.starts_with(char::is_uppercase) || is_org_word(w))
            || words().next().is_some_and(|w| {
                is_founded(&fold(w)) || matches!(fold(w).as_str(), "region" | "centre")
            }) && words().count() <= 4
    };
    let mut parts = 1;
    let mut rest = text;
    let mut units = 0;
    loop {
        let cut = [" – ", " - ", " | ", " / ", ", ", "\t"]
            .iter()
            .filter_map(|sign| find(rest, sign).map(|at| (at, sign.len())))
            .min();
        let part = rest[..cut.map_or(rest.len(), |(at, _)| at)].trim();
        let unit = names_unit(part);
        units += usize::from(unit);
        if !unit && !body(part) {
            return false;
        }
        let Some((at, width)) = cut.filter(|_| parts < 4) else { break };
        rest = &rest[at + width..];
        parts += 1;
    }
    units > 0
}

/// "Vad gör vi när skolan är slut?", "En halvdag om barns fritid" and, where no site's name can stand
/// over it any more, "Konferens för kommuner": may go on a heading over it.
fn may_go_on(line: &Line, stripped: bool) -> bool {
    line.text.ends_with('?')
        || ["en ", "ett ", "två ", "tre ", "a ", "an ", "two ", "three "]
            .iter()
            .any(|w| line.low.starts_with(w))
            && line.words() >= 3
        || stripped
            && [" för ", " for "].iter().any(|w| {
                line.low.find(w).is_some_and(|at| kicker::says_only_its_kind(&line.low[..at]))
            })
}

/// The heading over a line that only goes on it: "Kultur för äldre" over "Vem bestämmer, och hur?".
///
/// `stripped` when the site's own lines have been taken away, so that the first may be a heading.
pub(crate) fn heading_over(
    lines: &[Line],
    blocks: &[Block],
    at: usize,
    stripped: bool,
) -> Option<usize> {
    if !may_go_on(&lines[at], stripped) || lines[at].shape == Shape::Heading(1) {
        return None;
    }
    let over = (at.saturating_sub(4)..at)
        .rev()
        .find(|&i| blocks[i].role != Role::Noise && !notices::is_message(&lines[i]))?;
    let line = &lines[over];
    let asks = line.text.ends_with(['?', '!']);
    let fits = (blocks[over].role == Role::Short || blocks[over].role == Role::Prose && asks)
        && blocks[over].label.is_none()
        && !line.bulleted
        && line.words() <= 12
        && line.text.len() >= 4
        && line.dates.iter().all(|d| d.day.is_none())
        && line.times.is_empty()
        && line.reach.is_empty()
        && !line.text.ends_with([':', ',', '.', ';'])
        && (!line.text.contains(['\t', '|', '/', '»', '>', '(', '[']))
        && !line.has_any(&["bjuder in", "inbjud", "kallar till", "presenter", "invit", "proudly"])
        && !people::is_somebody(line);
    let site = names_sender(&line.text)
        || is_organisation(&line.text, &line.low)
        || line.words() <= 4
            && looks_like_org(&line.text)
            && line.text.split(' ').all(|w| w.starts_with(char::is_uppercase) || is_org_word(w))
            && !line.text.contains(['?', '!', ':', '–'])
        || line.text.split(' ').next().is_some_and(|w| is_founded(&fold(w)))
        || kicker::says_only_its_kind(&line.low)
        || kicker::says_only_its_kind(line.low.trim_end_matches(['!', '.']))
        || in_menu(lines, blocks, over)
        // "Månadens tips", "Veckans samtal"
        || line.words() == 2
            && ["månadens", "veckans", "dagens", "årets"].iter().any(|w| line.low.starts_with(w))
        || line.low.starts_with("välkom")
        || line.low.starts_with("welcome");
    // What stands first on the page may be its site's name, unless nothing else has it for its own.
    let first = (0..over).all(|i| blocks[i].role == Role::Noise || notices::is_message(&lines[i]));
    let near = lines[over + 1..=at].iter().all(|l| l.gap <= 1);
    let close = lines[at].gap == 0 && over + 1 == at;
    // The last entry of a menu stands right over the page's heading too.
    let listed = !stripped
        && line.gap == 0
        && over > 0
        && !names_sender(&lines[over - 1].text)
        && !is_organisation(&lines[over - 1].text, &lines[over - 1].low);
    let site = site || listed || line.has_any(&["webbplats", "hemsida", "website"]);
    let named = stripped || !first || close && over == 0 || line.words() >= 4 || asks;
    (fits && !site && near && named).then_some(over)
}

/// Three short lines or more under each other, with no sign and no figure: a menu.
pub(crate) fn in_menu(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let entry = |k: usize| {
        let line = &lines[k];
        matches!(blocks[k].role, Role::Short | Role::Noise)
            && !line.bulleted
            && line.words() <= 5
            && line.dates.is_empty()
            && line.times.is_empty()
            && line.reach.is_empty()
            && !line.low.bytes().any(|b| b.is_ascii_digit())
            && !line.text.contains(['.', '!', '?', ':', '–', '"'])
    };
    if i > 30 || !entry(i) {
        return false;
    }
    let near = |a: usize, b: usize| lines[b].number == lines[a].number + 1;
    let mut from = i;
    while from > 0 && i - from < 6 && near(from - 1, from) && entry(from - 1) {
        from -= 1;
    }
    let mut to = i;
    while to + 1 < lines.len() && to - i < 6 && near(to, to + 1) && entry(to + 1) {
        to += 1;
    }
    // The last of them may be a heading right over its text.
    to - from >= 3 && (to > i || lines.get(i + 1).is_none_or(|next| next.gap > 0))
}

/// A short line of its own paragraph that may be a heading.
fn stands_alone(lines: &[Line], blocks: &[Block], i: usize) -> bool {
    let line = &lines[i];
    blocks[i].role == Role::Short
        && !line.bulleted
        && line.gap > 0
        && line.words() >= 2
        && line.dates.first().is_none_or(|d| d.start > 6)
        && line.times.is_empty()
        && line.reach.is_empty()
        && !line.text.ends_with(['.', ':', ','])
}

/// "Sörmlands Hembygdsring": two to four words, each with its capital, and no sign.
fn is_proper_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=4).contains(&words)
        && text.split_whitespace().all(|w| {
            w.starts_with(char::is_uppercase)
                && w.chars().any(char::is_lowercase)
                && w.chars().all(|c| c.is_alphabetic() || c == '-')
        })
}
