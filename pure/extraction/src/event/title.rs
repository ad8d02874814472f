//! The title: what the page calls its event, from where it stands on the page.

use crate::blocks::{Block, Role};
use crate::lines::{Line, Shape, fold};
use crate::model::Found;
use crate::people;
use crate::sentences;
use crate::words::{LabelKind, has_any, is_org_word, is_town};

use super::sender::{is_founded, is_organisation, names_organisation};
use super::{Page, kicker, layout, notices};

/// The title and the line (index) it stands on.
pub(super) fn title(page: &Page<'_>, taken: &[bool]) -> Option<(Found<String>, usize)> {
    let (lines, blocks) = (page.lines, page.blocks);
    let last = taken.iter().position(|&t| t).unwrap_or(lines.len()).clamp(3, 45).min(lines.len());
    let mut best: Option<(i32, usize)> = None;
    let mut seen = 0;
    let mut headed = false;
    for i in 0..last {
        if page.mail_header(i) || taken[i] {
            continue;
        }
        let score = match labelled(&lines[i], &blocks[i]) {
            Some((score, _)) => Some(score),
            None => score(lines, blocks, i),
        };
        let Some(mut score) = score else { continue };
        if page.agenda {
            score += summoning(&lines[i].low);
        }
        // What stands first is called so, unless it can hardly be a name.
        let (plausible, alone) = (score > 0, score);
        let score = score - seen - if headed { 4 } else { 0 };
        // A heading with its day right under it is what the page is about; a picture's text after
        // them is not.
        headed |= plausible
            && i > 0
            && alone >= 4
            && lines.get(i + 1).is_some_and(|next| {
                !taken[i + 1]
                    && next.dates.first().is_some_and(|d| d.day.is_some() && d.start <= 5)
                    && (!next.times.is_empty() || blocks[i + 1].role == Role::Day)
            });
        if plausible && seen < 6 {
            seen += 2;
        }
        if best.is_none_or(|(b, _)| score > b) {
            best = Some((score, i));
        }
    }
    // "Kultur för äldre" over "Vem bestämmer, och hur?"
    if let Some((score, i)) = best
        && !page.agenda
        && let Some(over) = layout::heading_over(lines, blocks, i, true).filter(|&k| !taken[k])
    {
        best = Some((score, over));
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
    // "KALLELSE" and on the next line "till ordinarie stämma".
    let summons = (1..last).find(|&i| {
        lines[i].text.starts_with("till ")
            && lines[i].words() <= 12
            && !taken[i]
            && matches!(
                lines[i - 1].low.trim_matches(|c: char| !c.is_alphabetic()),
                "kallelse" | "inbjudan" | "välkommen" | "välkomna"
            )
    });
    if let Some(i) = summons {
        let kept = if lines[i - 1].low.starts_with("kallelse") {
            format!("{} {}", lines[i - 1].text, lines[i].text)
        } else {
            lines[i].text["till ".len()..].to_owned()
        };
        return Some((Found::likely(clean(&kept), lines[i].number), i));
    }
    // A mail with no subject and no heading says it in its first sentences.
    if best.is_none_or(|(score, _)| score < 0)
        && let Some(invited) = invited(lines, blocks, last)
    {
        return Some(invited);
    }
    let (score, i) = best?;
    // "Medlemmarna i X kallas till ordinarie föreningsstämma"
    let summoned = ["medlemmar", "members", "samtliga", "härmed", "ledamöter", "delägar", "alla "];
    if page.agenda
        && summoned.iter().any(|w| lines[i].low.starts_with(w))
        && let Some((_, what)) = lines[i]
            .text
            .split_once(" kallas till ")
            .or_else(|| lines[i].text.split_once(" kallas härmed till "))
    {
        let what = what.split([',', '.', '!']).next().unwrap_or(what);
        let what = what.split(" den ").next().unwrap_or(what).trim();
        if what.len() > 4 {
            return Some((Found::likely(what.to_owned(), lines[i].number), i));
        }
    }
    let text = clean(labelled(&lines[i], &blocks[i]).map_or(untimed(&lines[i]), |(_, text)| text));
    let found = if score >= 4 {
        Found::certain(text, lines[i].number)
    } else {
        Found::likely(text, lines[i].number)
    };
    Some((found, i))
}

/// "Vi bjuder in till höstens träff om odling torsdag 10 september": what one is invited to.
fn invited(lines: &[Line], blocks: &[Block], last: usize) -> Option<(Found<String>, usize)> {
    const INVITES: [&str; 12] = [
        "bjuder in till ",
        "inbjuder till ",
        "inbjuden till ",
        "inbjudna till ",
        "välkommen till ",
        "välkomna till ",
        "bjuda in till ",
        "bjuda in dig till ",
        "invite you to ",
        "invites you to ",
        "invited to ",
        "welcome to ",
    ];
    (0..last.min(16)).filter(|&i| blocks[i].role == Role::Prose).find_map(|i| {
        let line = &lines[i];
        let from = INVITES.iter().find_map(|w| line.low.find(w).map(|at| at + w.len()))?;
        let when = line.dates.iter().map(|d| d.start).chain(line.times.iter().map(|t| t.start));
        let end = when.filter(|&at| at > from).min().unwrap_or(line.text.len());
        let sentence = line.text[from..end].split(['.', '!', '?']).next()?;
        let mut name = sentence.trim();
        for lead in ["en ", "ett ", "vår ", "vårt ", "a ", "an ", "our ", "the ", "this year's "]
        {
            name = name.strip_prefix(lead).unwrap_or(name);
        }
        // "… på Zoom den", "… i Växthuset, kl"
        for tail in [" den", " kl", " klockan", " on", " at", " –", ","] {
            name = name.strip_suffix(tail).unwrap_or(name).trim_end();
        }
        let good = (1..=14).contains(&name.split(' ').count())
            && name.chars().count() >= 6
            && !["oss", "sal", "lokal"].contains(&name);
        good.then(|| (Found::doubtful(name.to_owned(), line.number), i))
    })
}

/// A summons is called what it calls to: "Kallelse till årsmöte", "Dagordning rådsmöte 3".
fn summoning(low: &str) -> i32 {
    let calls = ["kallelse", "summons", "notice of", "dagordning", "föredragningslista", "agenda"];
    let meets =
        ["möte", "stämma", "sammanträde", "meeting", "assembly", "kongress", "ting", "årsmöte"];
    let meeting =
        low.split(' ').any(|word| meets.iter().any(|m| word.trim_matches(',').ends_with(m)));
    if meeting && calls.iter().any(|w| low.starts_with(w)) {
        6
    } else if meeting {
        2
    } else {
        0
    }
}

/// "Sammanträde 16 september, klockan 13.15" without when it is.
fn untimed(line: &Line) -> &str {
    let when = line
        .dates
        .iter()
        .find(|d| d.start > 6 && d.day.is_some() && line.times.iter().any(|t| t.start >= d.end));
    let Some(when) = when else { return &line.text };
    let head = line.text[..when.start].trim_end();
    let head = [" den", " på", " on"].iter().find_map(|w| head.strip_suffix(w)).unwrap_or(head);
    head.trim_end_matches([' ', ',', '–', '-', '|', ':', '('])
}

/// "Titel: …", "Vad? …": a label before what the event is called, and how much it weighs.
fn labelled<'a>(line: &'a Line, block: &Block) -> Option<(i32, &'a str)> {
    let at = line.low.find([':', '?']).filter(|&at| at <= 24)?;
    let value = line.text[at + 1..].trim();
    if value.is_empty() || line.bulleted {
        return None;
    }
    let score = match line.low[..at].trim() {
        "titel"
        | "rubrik"
        | "title"
        | "event title"
        | "evenemangets namn"
        | "namn på evenemanget"
        | "evenemang"
        | "arrangemang"
        | "aktivitetens namn" => 9,
        "vad" | "what" | "aktivitet" | "event" | "kurs" | "utbildning" => 2,
        "tema" | "dagens tema" | "kvällens tema" | "theme" if block.label.is_some() => -1,
        _ => return None,
    };
    (value.split(' ').count() <= 20 && !value.ends_with('.')).then_some((score, value))
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
        "hälsning",
        "vänliga hälsning",
        "med vänlig",
        "varma hälsning",
        "mvh",
        "väl mött",
        "varmt välkom",
        "kind regards",
        "best regards",
        "regards",
        "sincerely",
        "yours ",
        "kära",
        "bästa",
        "dear ",
        "hello",
        "logotyp",
        "begins forwarded",
        "-----",
        "vidarebefordrat",
        "sida ",
        "page ",
        "läs mer",
        "read more",
    ]
    .iter()
    .any(|w| low.starts_with(w))
        || notices::only_note(&line.text)
        || notices::is_message(line)
        || ["med ", "with "].iter().any(|w| {
            low.starts_with(w) && line.text[w.len()..].starts_with(|c: char| !c.is_lowercase())
        })
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
            "har passerat",
            "har redan varit",
            "anmälan har stängt",
            "konferens har stängt",
            "anmälan är stängd",
            "event has passed",
            "event has ended",
            "registration is closed",
            "ursprungligt meddelande",
            "original message",
            "vidarebefordrat meddelande",
            "forwarded message",
        ],
    ) {
        return None;
    }
    if line.text.ends_with(':')
        || sentences::split(&line.text).len() > 1
            && (i > 0 || words > 14)
            && !asks_and_tells(&line.text, low)
    {
        return None;
    }
    let mut score = 0;
    match line.shape {
        Shape::Heading(1) => score += 8,
        Shape::Heading(_) => score += 3,
        _ => {}
    }
    let mut next = i + 1;
    while next < lines.len()
        && (blocks[next].role == Role::Noise || next < i + 3 && notices::is_message(&lines[next]))
    {
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
    // "Valborgsfirande vid Hembygdsgården" names what is done there.
    let at = line.text.split_whitespace().rev().nth(1).is_some_and(|w| {
        matches!(w, "vid" | "på" | "i" | "hos" | "till" | "med" | "at" | "in" | "om" | "för")
    });
    // "Höstinternat för kommunala funktionsrättsråd"
    let meant_for = line.text.split_whitespace().nth(1) == Some("för")
        && line.text.split_whitespace().nth(2).is_some_and(|w| w.starts_with(char::is_lowercase))
        && !line.text.split_whitespace().next().is_some_and(is_org_word);
    let org_last =
        !at && !meant_for && line.text.split_whitespace().last().is_some_and(is_org_word);
    // "Hembygdsgården, Kyrkbyn"
    let house = words <= 5
        && line.text.split_once(',').is_some_and(|(head, tail)| {
            head.split(' ').count() <= 3
                && head.split(' ').next_back().is_some_and(is_org_word)
                && tail.trim().starts_with(char::is_uppercase)
        });
    if house {
        score -= 4;
    }
    let org_first = line.text.split_whitespace().next().is_some_and(|w| {
        matches!(
            fold(w).as_str(),
            "region"
                | "fou"
                | "länsrådet"
                | "studieförbundet"
                | "länsstyrelsen"
                | "city"
                | "university"
                | "municipality"
        )
    });
    let body = line.text.split_whitespace().next().is_some_and(|w| is_founded(&fold(w)))
        || has_any(
            low,
            &[
                " centre for ",
                " institute of ",
                " institute for ",
                " department of ",
                " network for ",
            ],
        );
    score -= layout::not_the_title(lines, blocks, i);
    let org_inside = line.text.contains(" Region ") && !line.text.contains(',');
    let org_last = org_last || org_inside;
    // "Jämtmark County Administrative Board", and a page's running head in two columns.
    if names_organisation(line) {
        score -= 5;
    }
    // So is the place in the site's tree, and what is reached at an address.
    if line.text.contains('\t') || low.contains(" / ") {
        score -= 4;
    }
    if !line.reach.is_empty() {
        score -= 6;
    }
    if body && words <= 8 && !line.text.contains(['?', '!', ':', '–']) {
        score -= 6;
    } else if words <= 4 && (org_last || org_first) && !line.text.contains(['?', '!', ':']) {
        score -= 4;
    }
    if low.starts_with("city of ") || low.contains(" department") && words <= 7 {
        score -= 4;
    }
    if people::is_somebody(line) {
        score -= 4;
    }
    // "Ordförande: Anna Ek"
    if line.text.split_once(": ").is_some_and(|(_, value)| people::is_name(value)) {
        return None;
    }
    if kicker::says_only_its_kind(low) {
        score -= 6;
    }
    // "Till medlemmarna", "Med lunch och fika" are seldom what it is called.
    if ["till ", "med ", "with "].iter().any(|w| low.starts_with(w)) {
        score -= 5;
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
    if super::venue::is_at_street(line) {
        score -= 4;
    }
    // "Sala den 22 oktober 2026" says when and where.
    if let Some(day) = line.dates.iter().find(|d| d.day.is_some())
        && line.text[..day.start]
            .split([' ', ','])
            .filter(|w| !w.is_empty() && !matches!(*w, "den" | "on" | "i" | "in"))
            .all(|w| is_town(w) || crate::when::weekday_word(&fold(w)).is_some())
    {
        score -= 4;
    }
    Some(score)
}

/// "Vem orkar hela vägen? Nordisk konferens om långa arbetsliv": a question and what it is.
fn asks_and_tells(text: &str, low: &str) -> bool {
    let parts = sentences::split(text);
    let [(from, to), (rest, end)] = parts[..] else { return false };
    text[from..to].ends_with(['?', '!'])
        && text[rest..end].split(' ').count() >= 2
        && !text.ends_with(['.', '!', '?'])
        && !low.starts_with("obs")
        && !has_any(
            low,
            &[
                "frågor",
                "question",
                "ring ",
                "call ",
                "kontakt",
                "contact",
                "mejla",
                "anmäl",
                "register",
                "boka",
                "välkommen",
                "välkomna",
                "welcome",
                "läs mer",
                "read more",
            ],
        )
}

/// Without "INSTÄLLT:" and the like, and without the closing sign of an exclamation that is no
/// part of a name.
pub(crate) fn clean(text: &str) -> String {
    let mut text = notices::without(text);
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
        "vi bjuder in till ",
        "inbjudan: ",
        "inbjudan till ",
        "inbjudan – ",
        "invitation: ",
        "invitation to ",
        "save the date: ",
        "save the date! ",
        "save the date – ",
        "save the date - ",
        "boka in: ",
        "boka datumet: ",
        "welcome to ",
    ] {
        if low.starts_with(prefix)
            && text.len() > prefix.len() + 4
            && text[prefix.len()..].starts_with(char::is_uppercase)
        {
            text = text[prefix.len()..].trim_end_matches('!');
        }
    }
    // "Vattendagen 2026 | Sala kommun", "Evenemang | Vattendagen": the site's own name.
    if let Some((head, tail)) = text.rsplit_once(" | ").or_else(|| text.rsplit_once(" - "))
        && head.trim().len() > 6
        && (text.contains(" | ") && is_organisation(tail.trim(), fold(tail).trim())
            || tail.split(' ').count() <= 3 && fold(tail).ends_with(" kommun"))
    {
        text = head.trim();
    }
    if let Some((head, tail)) = text.split_once(" | ")
        && matches!(
            fold(head).trim(),
            "evenemang" | "kalender" | "events" | "event" | "aktuellt" | "nyheter"
        )
    {
        text = tail.trim();
    }
    let text = text.trim();
    // A name in quotation marks, but not one that only begins with them.
    let quoted = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    quoted.filter(|t| !t.contains('"')).unwrap_or(text).trim().to_owned()
}
