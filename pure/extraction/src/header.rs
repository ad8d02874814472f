//! What stands over a page's own heading and is its site's: the name of who runs it, menus, notices,
//! the kind of page.
//!
//! No list can name them all, so it is the heading that is looked for: its text, its date or its
//! labels follow it, its words come back in the text, it is longer than what a menu says. What
//! stands over it and tells nothing is furniture.

use std::collections::HashSet;

use crate::blocks::{Block, Role};
use crate::event;
use crate::furniture;
use crate::kind::{self, offers_letter};
use crate::lines::{Line, Shape};
use crate::model::Kind;
use crate::people;
use crate::sentences;
use crate::words::{
    LabelKind, has_any, is_given_name, is_noise_word, is_org_word, label_kind, looks_like_org,
};

/// So far down a heading is looked for, and what repeats its words.
const TOP: usize = 60;
const TEXT: usize = 160;

/// So much more a heading has to weigh than what is taken away over it.
const MARGIN: i32 = 2;

/// What a text says that calls to a meeting.
const SUMMONS: [&str; 8] = [
    "kallelse",
    "kallas",
    "dagordning",
    "föredragningslista",
    "ärendelista",
    "notice of",
    "summon",
    "agenda",
];

/// Makes furniture of what stands over the page's own heading.
pub(crate) fn strip(lines: &[Line], blocks: &mut [Block]) {
    let mail = blocks.iter().take(40).any(|b| {
        b.label.is_some_and(|l| {
            l.marked
                && matches!(
                    l.kind,
                    LabelKind::From | LabelKind::Sent | LabelKind::To | LabelKind::Subject
                )
        })
    });
    if mail {
        return;
    }
    let told = told(lines, blocks);
    let weights: Vec<Option<Weight>> =
        (0..lines.len().min(TOP)).map(|i| weigh(lines, blocks, i, &told)).collect();
    let mut best: Option<(i32, usize)> = None;
    // What has been told before a heading speaks for its being one of a part.
    let (mut told_before, mut facts) = (0, 0);
    for (i, found) in weights.iter().enumerate() {
        if let Some(found) = found {
            let all = found.all - told_before - facts.min(4) - if found.evident { 0 } else { 2 };
            if best.is_none_or(|(b, _)| all > b) {
                best = Some((all, i));
            }
        }
        let (fact, sentence) = match blocks[i].role {
            _ if event::is_noted(&lines[i]) => (0, 0),
            _ if greets(&lines[i].low) => (0, 6),
            // "Anmäl dig senast 13 mars: a@b.example" stands under a heading that has been.
            _ if !lines[i].reach.is_empty() && !lines[i].dates.is_empty() => (2, 4),
            Role::Prose if lines[i].words() >= 12 => (0, 4),
            Role::Timed | Role::Contact => (0, 3),
            Role::Hours | Role::Day => (2, 0),
            _ if is_fact(&lines[i], &blocks[i]) => (2, 0),
            Role::Prose => (0, 1),
            _ => (0, 0),
        };
        facts += fact;
        told_before += sentence;
    }
    let Some((most, at)) = best.filter(|&(most, _)| most >= 4) else { return };
    // "Kultur för äldre" over "Vem bestämmer, och hur?" is not the site's.
    let at = event::heading_over(lines, blocks, at, false).unwrap_or(at);
    // A line right over it may be the name that it goes on, and a summons is often sent by whom
    // stands nearest over it.
    let near =
        (0..at).rev().find(|&i| blocks[i].role != Role::Noise && !is_fact(&lines[i], &blocks[i]));
    let mut beside = at;
    while beside > 0 && lines[beside].gap == 0 {
        beside -= 1;
    }
    // Where the header and the heading are one paragraph, being near says nothing.
    // "NORDIC PORTS 2026", "Samtal på tvärs: om tillit" need no name over them.
    let full = lines[at].text.contains([':', '?', '–', '#'])
        || tells_number(&lines[at].low)
        || !lines[at].text.chars().any(char::is_lowercase);
    let own = |i: usize| {
        blocks[i].role != Role::Noise
            && weights[i].as_ref().is_none_or(|w| w.all >= 0 && (w.evident || !full))
    };
    if at - beside > 4 || !(beside..at).all(own) {
        beside = at;
    }
    let summons = kind::said(lines, blocks) == Some(Kind::Agenda);
    let told_of = lines.iter().take(TOP).any(|l| {
        l.has_any(&["medlemmarna i ", "medlemmar i ", "members of "]) && looks_like_org(&l.text)
    });
    let org = |i: usize| {
        summons
            && (near == Some(i) && lines[at].gap <= 1 && shouted(&lines[i].text) || !told_of)
            && looks_like_org(&lines[i].text)
            && (2..=7).contains(&lines[i].words())
            && !lines[i].text.ends_with('.')
            && !event::says_only_its_kind(&lines[i].low)
            && (at - i <= 3 || !event::in_menu(lines, blocks, i))
            && !names_site(&lines[i].low)
            && !lists_two(&lines[i].text)
    };
    let mut sender = near.filter(|&i| i + 6 > at && org(i));
    let mut furniture = Vec::new();
    for i in (0..at).rev() {
        let named = beside <= i && weights[i].as_ref().is_some_and(|w| w.all >= 0)
            || near == Some(i) && goes_on(&lines[i], &lines[at], weights[i].as_ref());
        let sends = Some(i) == sender || org(i) && sender.is_none() && i + 12 > at;
        if sends {
            sender = Some(if i > 0 && lines[i].gap == 0 && org(i - 1) { i - 1 } else { i });
        }
        if !sends
            && !named
            && !carries(&lines[i], &blocks[i])
            && weights[i]
                .as_ref()
                .is_none_or(|w| w.all + if w.evident { MARGIN } else { 1 } <= most)
        {
            furniture.push(i);
        }
    }
    for i in furniture {
        blocks[i].role = Role::Noise;
        blocks[i].label = None;
    }
}

fn shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// "HÅLL IHOP" or "Håll ihop!" over "Lunch till lunch om att leda grupper": a name of its own over
/// the heading.
fn goes_on(line: &Line, heading: &Line, weight: Option<&Weight>) -> bool {
    // "ett seminarium om torka", "En dag om vatten", "Two days on repair" tell of a name.
    let under = heading.text.starts_with(char::is_lowercase)
        || ["en ", "ett ", "två ", "tre ", "a ", "an ", "two ", "three "]
            .iter()
            .any(|w| heading.low.starts_with(w));
    weight
        .is_some_and(|w| w.all >= 1 && (w.again >= 2 || w.again == 1 && line.words() == 2 || under))
        || shouted(&line.text)
            && weight.is_some()
            && line.words() >= 2
            && !shouted(&heading.text)
            && !event::says_only_its_kind(&line.low)
            && !event::names_organisation(line)
}

/// "Hej alla!", "Dear friends,"
fn greets(low: &str) -> bool {
    ["hej", "kära ", "bästa ", "dear ", "hello"].iter().any(|w| low.starts_with(w))
}

/// "Råd och stöd" is an entry of a menu, no body.
fn lists_two(text: &str) -> bool {
    let mut words = text.split(' ').skip(1);
    matches!(words.next(), Some("och" | "&" | "and"))
        && words.next().is_some_and(|w| w.starts_with(char::is_lowercase))
}

/// Does the line say when or where something is, or another thing of an event?
fn is_fact(line: &Line, block: &Block) -> bool {
    // "Program", "Anmälan", "Hitta hit" under each other are a menu here.
    block.label.filter(|_| block.role != Role::Column).is_some_and(|l| {
        // "Ansvarig utgivare: Kansliet" is nobody to ask.
        l.marked
            && !matches!(l.kind, LabelKind::Other | LabelKind::Column)
            && (l.kind != LabelKind::Contact
                || !line.reach.is_empty()
                || people::begins(&line.text[l.value..], false))
            || matches!(
                l.kind,
                LabelKind::Date
                    | LabelKind::Time
                    | LabelKind::Place
                    | LabelKind::PlaceAndTime
                    | LabelKind::Deadline
                    | LabelKind::Opens
                    | LabelKind::Start
                    | LabelKind::Cost
                    | LabelKind::Audience
            )
    }) || line.dates.iter().any(|d| d.day.is_some())
        || event::venue::is_at_street(line)
}

/// Does a line over the heading tell anything?
fn carries(line: &Line, block: &Block) -> bool {
    is_fact(line, block)
        || matches!(block.role, Role::Timed | Role::Hours | Role::Day | Role::Contact)
        || block.role == Role::Prose && line.words() >= 12
        || !line.dates.is_empty()
        || !line.times.is_empty()
        || !line.reach.is_empty()
        || tells_number(&line.low)
        || people::is_somebody(line) && line.text.split(' ').next().is_some_and(is_given_name)
        || people::begins(&line.text, false) && line.text.contains([',', '(', '–'])
        || event::is_noted(line)
        || event::tells_of_state(line)
        || line.has_any(&[
            "bjuder in",
            "inbjuder",
            "kallar till",
            "invite",
            "arrang",
            "serie",
            "i samverkan med",
        ])
        || line.has_any(&SUMMONS)
        || line.has_any(&["brev", "utskick", "newsletter", "bulletin", "turlista", "turné"])
            && !offers_letter(line)
}

/// "Våren 2027", "Nr 4", "§ 12"; not "Varukorg (0)".
fn tells_number(low: &str) -> bool {
    low.split(|c: char| !c.is_alphanumeric())
        .any(|w| w.parse::<u16>().is_ok_and(|year| (1990..2100).contains(&year)))
        || low.starts_with(|c: char| c.is_ascii_digit() || c == '§')
        || ["nr ", "no ", "issue ", "nummer ", "vecka ", "week "].iter().any(|w| low.starts_with(w))
}

/// The beginnings of the words of the running text.
fn told<'a>(lines: &'a [Line], blocks: &[Block]) -> HashSet<&'a str> {
    let mut told = HashSet::new();
    for (line, block) in lines.iter().zip(blocks).take(TEXT) {
        let text = match block.role {
            Role::Prose if line.words() >= 8 => &line.low,
            Role::Timed => &line.low,
            _ => continue,
        };
        for word in stems(text).take(60) {
            if told.len() < 2_000 {
                told.insert(word);
            }
        }
    }
    told
}

/// What speaks for a line as the heading.
struct Weight {
    all: i32,
    /// So many of its words come back in the text.
    again: usize,
    /// More than its length and its place speaks for it.
    evident: bool,
}

/// The beginnings of the longer words: "kulturmiljödag" and "kulturmiljön" are the same.
fn stems(low: &str) -> impl Iterator<Item = &str> {
    low.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= 5 && label_kind(w).is_none() && !is_noise_word(w))
        .map(|w| w.char_indices().nth(6).map_or(w, |(end, _)| &w[..end]))
}

/// How much speaks for line `i` as the page's own heading. `None` when it cannot be.
fn weigh(lines: &[Line], blocks: &[Block], i: usize, told: &HashSet<&str>) -> Option<Weight> {
    let line = &lines[i];
    let words = line.words();
    let block = &blocks[i];
    let fits = block.role == Role::Short
        || block.role == Role::Prose && words <= 20 && !line.text.ends_with(['.', ':']);
    if !fits
        || line.bulleted
        || words > 24
        || line.text.len() < 4
        || line.text.ends_with([',', ';', ':'])
        || line.dates.first().is_some_and(|d| d.start < 6 && d.day.is_some())
        || line.times.first().is_some_and(|t| t.start == 0)
        || !line.reach.is_empty()
        || people::is_somebody(line)
        || event::is_message(line)
        || event::names_sender(&line.text)
        || event::venue::is_at_street(line)
        || furniture::is_noise(line)
        // "Träff 2: Trädgården" is one of the page's parts.
        || event::unnumbered(&line.text).len() < line.text.len()
        || greets(&line.low)
        || line.text.starts_with(['§', '(', '/'])
        || !line.low.split(|c: char| !c.is_alphabetic()).any(|w| w.chars().count() >= 3)
        || block.role == Role::Prose && told_in_sentences(&line.text)
    {
        return None;
    }
    let mut weight = match line.shape {
        Shape::Heading(1) => 6,
        Shape::Heading(_) => 2,
        _ => 0,
    };
    weight += match words {
        1 => i32::from(line.text.chars().count() >= 12),
        2 => 1,
        3 | 4 => 2,
        _ => 3,
    };
    // Its words come back in the text.
    let own: Vec<&str> = stems(&line.low).take(12).collect();
    let again = own.iter().filter(|w| told.contains(*w)).count();
    let mut evident = line.shape != Shape::Unknown;
    let half = again > 0 && again * 2 >= own.len();
    weight += match again {
        0 => 0,
        _ if half => 3,
        _ => 1,
    };
    evident |= half || again > 1;
    // "INSTÄLLT: Höstmöte" is what is called off.
    if event::is_noted(line) {
        weight += 2;
        evident = true;
    }
    // Its text, its day or its labels follow, perhaps after a line under the heading.
    let mut next = (i + 1..lines.len().min(i + 12))
        .filter(|&k| blocks[k].role != Role::Noise && (k > i + 2 || !event::is_message(&lines[k])));
    let tells = |k: usize| {
        !event::is_noted(&lines[k]) && blocks[k].role == Role::Prose && lines[k].words() >= 8
            || matches!(blocks[k].role, Role::Day | Role::Hours | Role::Timed)
            || is_fact(&lines[k], &blocks[k])
            || lines[k].text.starts_with(char::is_lowercase) && lines[k].words() >= 3
    };
    let (first, second) = (next.next(), next.next());
    if first.is_some_and(tells) {
        weight += 3;
        evident = true;
    } else if second.is_some_and(tells) {
        weight += 1;
    }
    if line.gap > 0 || i == 0 {
        weight += 1;
    }
    // It names what is held.
    let held = has_any(
        &line.low,
        &[
            "konferens",
            "seminari",
            "binari",
            "webinar",
            "dialog",
            "möte",
            "workshop",
            "kurs",
            "träff",
            "forum",
            "frukost",
            "dag",
            "kväll",
            "conference",
            "meeting",
            "seminar",
            "day",
            "samtal",
            "nyhetsbrev",
            "newsletter",
            "månadsbrev",
            "turné",
            "turlista",
            "tour",
            "kallelse",
            "stämma",
            "föreläs",
            "lecture",
            "läger",
            "fest",
            "mässa",
            "hearing",
            "samråd",
            "utbildning",
        ],
    );
    if held {
        weight += 1;
        evident = true;
    }
    // "Nätverket Hela Bygden – Månadsutskick april", "Bokbussens turlista"
    let letter = words > 1
        && line.has_any(&[
            "nyhetsbrev",
            "newsletter",
            "månadsbrev",
            "medlemsbrev",
            "utskick",
            "turlista",
            "turné",
            "tidtabell",
            "timetable",
            "on tour",
            "what's on",
            "monthly letter",
            "kalendarium",
        ])
        && !offers_letter(line);
    if letter {
        weight += 3;
        evident = true;
    }
    // "Kallelse till årsmöte" names a summons.
    if ["kallelse", "dagordning", "notice of"].iter().any(|w| line.low.starts_with(w)) && words > 1
    {
        weight += 3;
    }
    if line.text.contains([':', '–', '?']) {
        weight += 1;
    }
    if line.low.bytes().any(|b| b.is_ascii_digit()) {
        weight += 1;
    }
    // "Mötesdag: onsdag 10 februari", "Två kvällar, 10 och 17 mars, kl 18-20" say when it is.
    let day = line.dates.iter().find(|d| d.day.is_some());
    if let Some(day) = day {
        let key = line.text[..day.start].split_once(':').is_some_and(|(key, _)| !key.contains(' '));
        weight -= if key {
            8
        } else if line.times.is_empty() {
            1
        } else {
            4
        };
    }
    // "1. Öppnande", "12 Val av ordförande" is a matter.
    if line.text.starts_with(|c: char| c.is_ascii_digit()) {
        weight -= 2;
    }
    // Names of bodies, kinds of page and entries of menus.
    if event::names_organisation(line) {
        weight -= 5;
    } else if words <= 6
        && !held
        && !letter
        && !line.low.bytes().any(|b| b.is_ascii_digit())
        && line.text.split_whitespace().any(is_org_word)
        // "Öppet hus hos Fixarverkstan" is no name of a body.
        && line.text.split_whitespace().skip(1).all(|w| {
            !w.starts_with(char::is_lowercase)
                || is_org_word(w)
                || w.ends_with("rådet")
                || matches!(w, "för" | "i" | "och" | "of" | "for" | "and" | "the" | "in" | "vid")
        })
        && !line.text.contains(['?', '!', ':'])
    {
        weight -= 3;
    }
    // "Forum för social hållbarhet", "Centre for Coastal Studies"
    if body_for(line) {
        weight -= 3;
    }
    // "Ordförande: Anna Ek"
    if line.text.split_once(": ").is_some_and(|(_, value)| people::is_name(value)) {
        weight -= 6;
    }
    if names_site(&line.low) {
        weight -= 6;
    }
    // "Skribent: Redaktionen" tells of the page.
    if again == 0
        && words <= 3
        && line.text.split_once(": ").is_some_and(|(key, _)| !key.contains(' '))
    {
        weight -= 3;
    }
    if event::says_only_its_kind(&line.low) {
        weight -= 5;
    }
    if event::in_menu(lines, blocks, i) {
        weight -= 4;
    }
    Some(Weight { all: weight, again, evident })
}

/// "Lagen gäller sedan 2020. Hur märks det?", but not "Vem kör? Ett samtal om resor".
fn told_in_sentences(text: &str) -> bool {
    let parts = sentences::split(text);
    parts.len() > 2
        || parts.len() == 2
            && !(text[parts[0].0..parts[0].1].trim_end().ends_with(['?', '!'])
                && !text.ends_with(['.', '?'])
                && text.split_whitespace().count() <= 14)
}

/// "Forum för social hållbarhet": a body and what it is for.
fn body_for(line: &Line) -> bool {
    let mut words = line.text.split_whitespace();
    let first = words.next().unwrap_or_default();
    line.words() <= 7
        && matches!(words.next(), Some("för" | "for" | "of"))
        && is_org_word(first)
        && !line.low.starts_with("konferens")
        && !line.text.contains(['?', '!', ':', '–'])
}

/// "Torpa byalag – hemsida", "Sala kommun startsida", "En webbplats från Region Norr"
fn names_site(low: &str) -> bool {
    ["hemsida", "startsida", "webbplats", "website", "homepage", "webb"]
        .iter()
        .any(|w| low.ends_with(w))
        || [" – start", " - start", " | start", " – hem", " – home", " - home"]
            .iter()
            .any(|w| low.ends_with(w))
        || ["en webbplats", "a website", "startsida", "hemsida", "logotyp", "logga"]
            .iter()
            .any(|w| low.starts_with(w))
}
