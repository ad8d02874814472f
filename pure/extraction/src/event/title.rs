//! Title, lead, status and series: what the page is about, from where it stands on the page.

use crate::blocks::{Block, Role};
use crate::lines::{Line, Shape, fold};
use crate::model::{Found, Status};
use crate::people;
use crate::sentences;
use crate::words::{LabelKind, has_any, has_word, is_org_word};

use super::Page;

/// The title and the line (index) it stands on.
pub(super) fn title(page: &Page<'_>, taken: &[bool]) -> Option<(Found<String>, usize)> {
    let (lines, blocks) = (page.lines, page.blocks);
    let last = taken.iter().position(|&t| t).unwrap_or(lines.len()).clamp(3, 45).min(lines.len());
    let mut best: Option<(i32, usize)> = None;
    let mut seen = 0;
    for i in 0..last {
        if page.mail_header(i) || taken[i] {
            continue;
        }
        let Some(score) = score(lines, blocks, i) else { continue };
        let score = score - seen;
        seen += 2;
        if best.is_none_or(|(b, _)| score > b) {
            best = Some((score, i));
        }
    }
    if let Some((subject, at)) = subject(page) {
        // A mail's subject, unless the body says it better.
        let tokens = words_of(&subject.value);
        if let Some((_, i)) = best
            && lines[i].number > subject.line
            && blocks[i].role == Role::Short
        {
            let body = words_of(&lines[i].text);
            let shared = body.iter().filter(|w| tokens.contains(w)).count();
            if shared * 2 >= body.len().max(1) && body.len() >= 2 {
                return Some((Found::likely(clean(&lines[i].text), lines[i].number), i));
            }
        }
        return Some((subject, at));
    }
    let (score, i) = best?;
    let text = clean(&lines[i].text);
    let found = if score >= 4 {
        Found::certain(text, lines[i].number)
    } else {
        Found::likely(text, lines[i].number)
    };
    Some((found, i))
}

fn words_of(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 2)
        .map(str::to_owned)
        .collect()
}

/// A mail's subject without its reply marks.
pub(super) fn subject(page: &Page<'_>) -> Option<(Found<String>, usize)> {
    let i = (0..page.lines.len().min(25))
        .find(|&i| page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::Subject))?;
    let label = page.blocks[i].label?;
    let line = &page.lines[i];
    let mut text = line.text.get(label.value..)?.trim();
    let number = line.number;
    if text.is_empty() {
        return None;
    }
    loop {
        let low = fold(text);
        let Some(prefix) =
            ["vb:", "sv:", "re:", "fwd:", "fw:", "vs:", "ang:", "ang.", "svar:", "aw:"]
                .iter()
                .find(|p| low.starts_with(**p))
        else {
            break;
        };
        text = text[prefix.len()..].trim();
    }
    let text = clean(text);
    (!text.is_empty()).then(|| (Found::likely(text, number), i))
}

/// How much line `i` looks like the title. `None` when it cannot be.
fn score(lines: &[Line], blocks: &[Block], i: usize) -> Option<i32> {
    let line = &lines[i];
    let role = blocks[i].role;
    let invitation = blocks[i].label.is_some_and(|l| {
        matches!(l.kind, LabelKind::Other | LabelKind::Organiser) && l.value >= line.text.len()
    });
    if !(matches!(role, Role::Short)
        || role == Role::Prose
            && line.words() <= 20
            && !line.text.ends_with('.')
            && !line.text.ends_with(':'))
        || invitation
    {
        // A heading that ends in a full stop is rare, one that asks or calls is not.
        return None;
    }
    let words = line.words();
    if words > 26 || line.bulleted || line.text.len() < 4 || line.text.ends_with([',', ';']) {
        return None;
    }
    if line.dates.first().is_some_and(|d| d.start < 6 && d.day.is_some())
        || line.reach.iter().any(|r| r.start == 0)
        || line.times.first().is_some_and(|t| t.start == 0)
    {
        return None;
    }
    let low = &line.low;
    if [
        "hej",
        "kära",
        "bästa",
        "dear ",
        "hello",
        "till ",
        "logotyp",
        "begins forwarded",
        "-----",
        "vidarebefordrat",
        "obs!",
        "obs:",
        "sida ",
        "page ",
        "med vänlig",
        "läs mer",
        "read more",
    ]
    .iter()
    .any(|w| low.starts_with(w))
    {
        return None;
    }
    if [
        "kallar till",
        "bjuder in till",
        "inbjuder till",
        "kallas till",
        "välkomnar till",
        "inbjudan till",
        "välkommen till",
        "invites you to",
        "invitation to",
        "presenterar",
    ]
    .iter()
    .any(|w| low.ends_with(w))
    {
        return None;
    }
    if has_any(
        low,
        &[
            "ursprungligt meddelande",
            "original message",
            "vidarebefordrat meddelande",
            "forwarded message",
        ],
    ) {
        return None;
    }
    if line.text.ends_with(':') || sentences::split(&line.text).len() > 1 && (i > 0 || words > 14) {
        return None;
    }
    let mut score = 0;
    match line.shape {
        Shape::Heading(1) => score += 8,
        Shape::Heading(_) => score += 3,
        _ => {}
    }
    let mut next = i + 1;
    while next < lines.len() && blocks[next].role == Role::Noise {
        next += 1;
    }
    if let Some(after) = lines.get(next) {
        match blocks[next].role {
            Role::Prose if after.text.len() > 40 => score += 3,
            Role::Day | Role::Hours | Role::Label => score += 2,
            Role::Short if after.dates.iter().any(|d| d.day.is_some()) => score += 2,
            Role::Short => {
                // A line between the title and its prose.
                let beyond = next + 1;
                if lines.get(beyond).is_some()
                    && matches!(blocks[beyond].role, Role::Prose | Role::Day | Role::Label)
                {
                    score += 1;
                }
            }
            _ => {}
        }
        if after.gap > 0 {
            score += 1;
        }
    }
    if line.gap > 0 || i == 0 {
        score += 1;
    }
    score += match words {
        0 | 1 => -2,
        2 => 1,
        _ => 2,
    };
    if words == 1 && line.text.chars().count() >= 12 {
        score += 2;
    }
    let org_last = line.text.split_whitespace().last().is_some_and(is_org_word);
    let org_first = line.text.split_whitespace().next().is_some_and(|w| {
        matches!(
            fold(w).as_str(),
            "region" | "länsstyrelsen" | "city" | "university" | "municipality"
        )
    });
    let body = line.text.split_whitespace().next().is_some_and(|w| {
        let low = fold(w);
        ["föreningen", "förbundet", "nätverket", "stiftelsen", "samfundet", "sällskapet", "nämnden"]
            .iter()
            .any(|e| low.ends_with(e))
    }) || has_any(
        low,
        &[" centre for ", " institute of ", " institute for ", " department of ", " network for "],
    );
    if body && words <= 8 && !line.text.contains(['?', '!', ':', '–']) {
        score -= 6;
    } else if words <= 4 && (org_last || org_first) && !line.text.contains(['?', '!', ':']) {
        score -= 4;
    }
    if low.starts_with("city of ") || low.contains(" department") && words <= 7 {
        score -= 4;
    }
    if people::is_sure_name(&line.text) {
        score -= 4;
    }
    let kind_word = low.trim_matches(|c: char| !c.is_alphanumeric());
    if matches!(
        kind_word,
        "kallelse"
            | "inbjudan"
            | "program"
            | "agenda"
            | "invitation"
            | "notice"
            | "välkommen"
            | "välkomna"
            | "welcome"
            | "välkommen till"
            | "nyhet"
            | "event"
            | "evenemang"
            | "kalenderhändelse"
            | "kurs"
            | "konferens"
            | "seminarium"
            | "webbinarium"
            | "digital event series"
    ) || kind_word.ends_with(" series")
    {
        score -= 6;
    }
    if has_any(
        low,
        &[
            "konferens",
            "seminari",
            "webbinari",
            "webinar",
            "dialog",
            "möte",
            "workshop",
            "kurs",
            "träff",
            "forum",
            "frukost",
            "dagarna",
            "dagen ",
            "kväll",
            "conference",
            "meeting",
            "seminar",
            "day",
            "dag ",
            "samtal",
        ],
    ) {
        score += 1;
    }
    if line.dates.iter().any(|d| d.day.is_some()) || !line.times.is_empty() {
        score -= 1;
    }
    if super::venue::has_street(&line.text) {
        score -= 4;
    }
    Some(score)
}

/// Without "INSTÄLLT:" and the like, and without the closing sign of an exclamation that is no
/// part of a name.
pub(crate) fn clean(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let low = fold(text);
        let stripped = MARKS.iter().find_map(|mark| {
            let rest = low.strip_prefix(mark)?;
            let rest_at = text.len() - rest.len();
            let sign = rest.trim_start();
            (sign.starts_with([':', '!', '-', '–', '.', ',', '|', '*'])
                || text[..rest_at].chars().all(|c| !c.is_lowercase()))
            .then_some(rest_at)
        });
        let Some(at) = stripped else { break };
        let rest = text[at..].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '!' | '-' | '–' | '.' | ',' | '|' | '*')
        });
        if rest.is_empty() {
            break;
        }
        text = rest;
    }
    let low = fold(text);
    if low.starts_with("ny tid")
        || low.starts_with("nytt datum")
        || low.starts_with("ny lokal")
        || low.starts_with("new date")
        || low.starts_with("new time")
        || low.starts_with("ny dag")
        || low.starts_with("nytt ") && low.contains("datum för")
    {
        for marker in [" för ", " for "] {
            if let Some(at) = low.find(marker) {
                text = &text[at + marker.len()..];
                break;
            }
        }
    }
    let low = fold(text);
    for prefix in [
        "välkommen till ",
        "välkomna till ",
        "varmt välkomna till ",
        "varmt välkommen till ",
        "welcome to ",
    ] {
        if low.starts_with(prefix)
            && text.len() > prefix.len() + 4
            && text[prefix.len()..].starts_with(char::is_uppercase)
        {
            text = text[prefix.len()..].trim_end_matches('!');
        }
    }
    let low = fold(text);
    for suffix in [
        " (inställt)",
        " – inställt",
        " - inställt",
        " (cancelled)",
        " – cancelled",
        " - cancelled",
        " – inställd",
        " (inställd)",
        " – flyttat",
        " (flyttat)",
        " (utskrift)",
        " inställt",
        " - fullbokat",
        " (fullbokat)",
        " – fullbokat",
    ] {
        if low.ends_with(suffix) {
            text = text[..text.len() - suffix.len()].trim();
        }
    }
    text.trim().trim_matches('"').trim().to_owned()
}

const MARKS: [&str; 22] = [
    "inställt",
    "inställd",
    "inställda",
    "ställs in",
    "cancelled",
    "canceled",
    "avlyst",
    "flyttat",
    "flyttad",
    "flyttas",
    "framflyttat",
    "framflyttad",
    "uppskjutet",
    "uppskjuten",
    "moved",
    "postponed",
    "rescheduled",
    "obs",
    "fullbokat",
    "nytt datum",
    "ny tid",
    "påminnelse",
];

/// Cancelled or moved, where the title or the lines around it say so.
pub(super) fn status(
    page: &Page<'_>,
    title_at: Option<usize>,
    taken: &[bool],
) -> Option<Found<Status>> {
    let until = title_at.unwrap_or(0) + 6;
    let mut moved = None;
    for (i, line) in page.lines.iter().enumerate().take(until.max(6)) {
        if taken[i] || page.blocks[i].role == Role::Noise {
            continue;
        }
        let low = line.low.as_str();
        let head = low.trim_start_matches(|c: char| !c.is_alphanumeric());
        let cancelled = ["inställt", "inställd", "cancelled", "canceled", "avlyst"]
            .iter()
            .any(|w| head.starts_with(w))
            || has_any(
                low,
                &[
                    "ställer vi in",
                    "ställer in ",
                    "vi ställer in",
                    "är inställd",
                    "är inställt",
                    "ställs in",
                    "blir inställ",
                    "tvingas ställa in",
                    "has been cancelled",
                    "is cancelled",
                    "has been canceled",
                    "är tyvärr inställ",
                    "har ställts in",
                    "måste ställa in",
                    "tyvärr inställ",
                ],
            )
            || low.contains("inställt)")
            || low.contains("(cancelled")
            || low.contains("– inställt")
            || low.contains("- inställt");
        if cancelled && !low.contains("inställt på") {
            return Some(Found::certain(Status::Cancelled, line.number));
        }
        let shifted = [
            "flyttat",
            "flyttad",
            "framflyttat",
            "framflyttad",
            "uppskjutet",
            "uppskjuten",
            "moved",
            "postponed",
            "rescheduled",
            "nytt datum",
            "ny tid",
            "new date",
        ]
        .iter()
        .any(|w| head.starts_with(w))
            || has_any(
                low,
                &[
                    "är flyttat",
                    "är flyttad",
                    "flyttas till",
                    "flyttas från",
                    "har flyttats",
                    "har flyttat till",
                    "framflyttad",
                    "framflyttat",
                    "skjuts upp",
                    "has been moved",
                    "is moved",
                    "has been postponed",
                    "has been rescheduled",
                    "är framflytt",
                    "flyttas fram",
                    "is postponed",
                    "flyttat till",
                    "flyttad till",
                    "flyttar vi",
                    "vi flyttar",
                ],
            );
        if shifted
            && moved.is_none()
            && page.blocks[i].label.is_none_or(|l| l.kind != LabelKind::Cost)
        {
            moved = Some(Found::certain(Status::Moved, line.number));
        }
    }
    moved
}

/// The first sentences under the title that say what it is.
pub(super) fn lead(page: &Page<'_>, title_at: usize, taken: &[bool]) -> Option<Found<String>> {
    let mut spare = None;
    for i in title_at + 1..page.lines.len() {
        if taken[i] {
            if spare.is_some() || i > title_at + 40 {
                break;
            }
            continue;
        }
        let line = &page.lines[i];
        let label = page.blocks[i].label;
        if page.mail_header(i) || label.is_some() && page.blocks[i].role != Role::Prose {
            continue;
        }
        let ends = line.text.ends_with(['.', '!', '?', '…']);
        let fits = page.blocks[i].role == Role::Prose
            || page.blocks[i].role == Role::Short && ends && line.words() >= 4;
        let starts_dated = line.dates.first().is_some_and(|d| d.start == 0 && d.day.is_some());
        if !fits || starts_dated || line.bulleted || !line.reach.is_empty() && line.words() < 10 {
            continue;
        }
        if page.scope[i].is_some_and(|k| {
            matches!(
                k,
                LabelKind::Deadline
                    | LabelKind::Registration
                    | LabelKind::Cost
                    | LabelKind::Contact
                    | LabelKind::Place
                    | LabelKind::Audience
                    | LabelKind::Time
                    | LabelKind::Date
            )
        }) {
            continue;
        }
        let low = &line.low;
        let text = sentences::opening(&line.text, 60).to_owned();
        let notice = low.starts_with("obs")
            || has_any(
                low,
                &[
                    "inställ",
                    "ställer vi in",
                    "ställer in",
                    "flyttat",
                    "flyttad",
                    "cancelled",
                    "postponed",
                    "moved to",
                    "senast den",
                    "anmäl dig",
                    "här kommer",
                    "kostar",
                    "alla är välkomna",
                ],
            )
            || low.starts_with("hej");
        let found = Found::likely(text, line.number);
        if notice {
            spare.get_or_insert(found);
            continue;
        }
        return Some(found);
    }
    spare
}

/// The recurring series: "Siljansdagarna 2026" is Siljansdagarna's; "i serien X"; "Om X" with a text about X.
pub(super) fn series(page: &Page<'_>, title: Option<&Found<String>>) -> Option<Found<String>> {
    for (i, line) in page.lines.iter().enumerate() {
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Series
        {
            let value = line.text.get(label.value..).unwrap_or_default().trim();
            if !value.is_empty() {
                return Some(Found::certain(value.trim_end_matches('.').to_owned(), line.number));
            }
        }
        let serial = line.low.contains("serie");
        for marker in [
            "i serien ",
            "ur serien ",
            "av serien ",
            "föreläsningsserien ",
            "seminarieserien ",
            "samtalsserien ",
            "webbinarieserien ",
            "in the series ",
            "of the series ",
        ] {
            if serial && let Some(at) = line.low.find(marker) {
                let rest = &line.text[at + marker.len()..];
                let name = name_of(rest);
                if !name.is_empty() {
                    return Some(Found::likely(name, line.number));
                }
            }
        }
        // "Om samhällssamtalen", and then a text that speaks of it by name.
        if line.words() == 2
            && line.low.starts_with("om ")
            && let Some(next) = page.lines.get(i + 1)
            && page.blocks[i + 1].role == Role::Prose
        {
            let topic: String = line.low[3..].chars().take(8).collect();
            if let Some(first) = next.text.split(' ').next()
                && topic.chars().count() >= 6
                && fold(first).starts_with(topic.as_str())
                && !has_any(
                    &topic,
                    &[
                        "dagen", "mötet", "kvällen", "kursen", "konferen", "projekt", "evenem",
                        "semin", "webbin",
                    ],
                )
            {
                return Some(Found::likely(first.to_owned(), next.number));
            }
        }
    }
    let title = title?;
    if let Some(found) = named_again(page, title) {
        return Some(found);
    }
    let (name, year) = title.value.rsplit_once(' ')?;
    // "… 12–13 november 2026" is a date.
    let dated = page
        .lines
        .iter()
        .any(|l| l.number == title.line && l.dates.iter().any(|d| d.day.is_some()));
    if dated {
        return None;
    }
    let yearly = year.len() == 4 && year.parse::<u32>().is_ok_and(|y| (1990..=2100).contains(&y));
    let head = name.split([':', '–']).next().unwrap_or(name).trim();
    (yearly
        && !has_word(&fold(head), "hösten")
        && !has_word(&fold(head), "våren")
        && head.split_whitespace().count() <= 5)
        .then(|| Found::likely(head.to_owned(), title.line))
}

/// "Mötesplats X: kvällens ämne", where the text speaks of Mötesplats X by name.
fn named_again(page: &Page<'_>, title: &Found<String>) -> Option<Found<String>> {
    let (name, _) = title.value.split_once(": ")?;
    let words = name.split_whitespace().count();
    if !(2..=4).contains(&words)
        || name.split(' ').filter(|w| w.starts_with(char::is_uppercase)).count() < 2
    {
        return None;
    }
    let line = page.lines.iter().find(|line| {
        line.number != title.line
            && line.text.starts_with(name)
            && line.text[name.len()..].starts_with(' ')
    })?;
    Some(Found::likely(name.to_owned(), line.number))
}

/// The name that begins a text: in quotation marks, or while its words are capitals.
fn name_of(rest: &str) -> String {
    let rest = rest.trim_start();
    if let Some(inner) = rest.strip_prefix(['"', '”', '“', '»', '\'']) {
        return inner
            .split(['"', '”', '“', '«', '\''])
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
    }
    if !rest.starts_with(char::is_uppercase) {
        return String::new();
    }
    let end = rest.find(['.', ',', ';', '!', '?', ')']).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end]
        .split(' ')
        .take(5)
        .take_while(|w| {
            !matches!(
                *w,
                "som"
                    | "där"
                    | "och"
                    | "den"
                    | "är"
                    | "that"
                    | "which"
                    | "and"
                    | "ordnas"
                    | "hålls"
            )
        })
        .collect();
    words.join(" ")
}
