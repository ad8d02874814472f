//! Who is behind it and who to ask: organisers, collaborators, funders, moderators, contacts.

use crate::blocks::{Role, value_lines};
use crate::lines::{Line, fold};
use crate::model::{Contact, Found, Roles};
use crate::people;
use crate::reach::ReachKind;
use crate::sentences;
use crate::words::{LabelKind, Sieve, has_any, is_org_word};

use super::Page;
use super::programme::{Programme, person_line};

pub(super) fn read(page: &Page<'_>, programme: &Programme) -> Roles {
    let mut roles = Roles::default();
    let taken = &programme.taken;
    for (i, line) in page.lines.iter().enumerate() {
        if page.blocks[i].role == Role::Noise || page.blocks[i].role == Role::Column {
            continue;
        }
        if let Some(label) = page.blocks[i].label {
            labelled(page, taken, i, label.kind, label.value, &mut roles);
        }
        if !taken[i] && !page.mail_header(i) {
            for (from, to) in sentences::split(&line.text) {
                sentence(
                    &line.text[from..to],
                    &line.low[from..to],
                    line.number,
                    page.scope[i],
                    &mut roles,
                );
            }
        }
    }
    for moderator in &programme.moderators {
        add(&mut roles.moderators, moderator.clone());
    }
    contacts(page, taken, &mut roles.contacts);
    if roles.organisers.is_empty()
        && let Some(found) = from_signature(page, taken)
    {
        roles.organisers.push(found);
    }
    roles
}

/// A funder named in a flag's caption and in a sentence is one.
fn add_funder(list: &mut Vec<Found<String>>, found: Found<String>) {
    let key = fold(&found.value);
    let parts = |name: &str| fold(name).split('/').map(|p| p.trim().to_owned()).collect::<Vec<_>>();
    if !list.iter().any(|f| parts(&f.value).contains(&key) || parts(&key).contains(&fold(&f.value)))
    {
        add(list, found);
    }
}

pub(super) fn add(list: &mut Vec<Found<String>>, found: Found<String>) {
    let key = fold(&found.value);
    if !list.iter().any(|f| fold(&f.value) == key) && list.len() < 60 {
        list.push(found);
    }
}

fn labelled(
    page: &Page<'_>,
    taken: &[bool],
    i: usize,
    kind: LabelKind,
    value: usize,
    roles: &mut Roles,
) {
    let line = &page.lines[i];
    let inline = line.text.get(value..).unwrap_or_default().trim();
    let mut values: Vec<(u32, &str)> = Vec::new();
    if inline.is_empty() {
        for k in value_lines(page.lines, page.blocks, i, false).take(12) {
            if !taken[k] {
                values.push((page.lines[k].number, page.lines[k].text.as_str()));
            }
        }
    } else {
        values.push((line.number, inline));
    }
    match kind {
        LabelKind::Organiser | LabelKind::Collaboration | LabelKind::Funder => {
            for (number, text) in values {
                // A sentence under the label is read as one.
                let low = fold(text);
                if has_any(
                    &low,
                    &[
                        " arrangerar",
                        " arrangeras",
                        "är en del av",
                        "organised by",
                        " bjuder in",
                        " ordnas ",
                    ],
                ) {
                    if !inline.is_empty() {
                        for (from, to) in sentences::split(text) {
                            sentence(&text[from..to], &low[from..to], number, None, roles);
                        }
                    }
                    continue;
                }
                let (own, rest) = cut_collaboration(text);
                let target = match kind {
                    LabelKind::Organiser => &mut roles.organisers,
                    LabelKind::Collaboration => &mut roles.in_collaboration,
                    _ => &mut roles.co_funders,
                };
                for name in split_names(own) {
                    if plausible(&name) {
                        add(target, Found::certain(name, number));
                    }
                }
                for (list, part) in rest {
                    push(list, part, number, roles);
                }
            }
        }
        LabelKind::Moderator => {
            for (number, text) in values.into_iter().take(3) {
                let low = fold(text);
                let names = people::list(strip_is(text), false)
                    .map(|(p, _)| p)
                    .filter(|p| !p.is_empty())
                    .or_else(|| {
                        has_any(&low, &["leds av", "modereras av", "är ", "moderated by", "leder"])
                            .then(|| people::anywhere(text))
                            .filter(|p| !p.is_empty())
                    });
                for named in names.into_iter().flatten() {
                    add(&mut roles.moderators, Found::certain(named.name, number));
                }
            }
        }
        LabelKind::Leader if !taken[i] => {
            for (number, text) in values.into_iter().take(1) {
                if let Some((people, _)) = people::list(text, false) {
                    for named in people {
                        add(&mut roles.moderators, Found::likely(named.name, number));
                    }
                }
            }
        }
        _ => {}
    }
}

fn strip_is(text: &str) -> &str {
    text.strip_prefix("är ").or_else(|| text.strip_prefix("is ")).unwrap_or(text)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Organisers,
    Collaboration,
    Funders,
}

fn push(list: List, part: &str, line: u32, roles: &mut Roles) {
    let target = match list {
        List::Organisers => &mut roles.organisers,
        List::Collaboration => &mut roles.in_collaboration,
        List::Funders => &mut roles.co_funders,
    };
    for name in split_names(part) {
        if plausible(&name) {
            let found = Found::likely(name, line);
            if list == List::Funders { add_funder(target, found) } else { add(target, found) }
        }
    }
}

const COLLABORATION: &[&str] = &[
    " i samverkan med ",
    " i samarbete med ",
    " tillsammans med ",
    " in collaboration with ",
    " in cooperation with ",
    " in partnership with ",
    " together with ",
    " i partnerskap med ",
    " jointly with ",
];
const FUNDING: &[&str] = &[
    " med stöd av ",
    " med stöd från ",
    " med finansiering av ",
    " with support from ",
    " with funding from ",
    " supported by ",
    " med medel från ",
    " med bidrag från ",
    " och finansieras av ",
    " och medfinansieras av ",
];

/// A list of names up to "i samarbete med …" and "med stöd av …", and those parts on their own.
fn cut_collaboration(text: &str) -> (&str, Vec<(List, &str)>) {
    let low = fold(text);
    let sieve = Sieve::of(&low);
    let mut cuts: Vec<(usize, usize, List)> = Vec::new();
    for (markers, list) in [(COLLABORATION, List::Collaboration), (FUNDING, List::Funders)] {
        for marker in markers {
            if sieve.may_have(marker)
                && let Some(at) = low.find(marker)
            {
                cuts.push((at, at + marker.len(), list));
            }
        }
    }
    cuts.sort_by_key(|c| c.0);
    let end = cuts.first().map_or(text.len(), |c| c.0);
    let parts = cuts.iter().enumerate().map(|(n, &(_, from, list))| {
        let to = cuts.get(n + 1).map_or(text.len(), |c| c.0.max(from));
        (list, text[from..to].trim())
    });
    let parts: Vec<(List, &str)> = parts.collect();
    (&text[..end], parts)
}

/// What a sentence says about who is behind the event.
fn sentence(text: &str, low: &str, line: u32, scope: Option<LabelKind>, roles: &mut Roles) {
    if scope == Some(LabelKind::Subject) {
        return;
    }
    let sieve = Sieve::of(low);
    // Past events and projects have organisers of their own.
    if has_any(low, &["genomfördes av", "hölls av"]) {
        return;
    }
    for (marker, list) in [
        ("arrangeras av ", List::Organisers),
        ("anordnas av ", List::Organisers),
        ("ordnas av ", List::Organisers),
        ("organiseras av ", List::Organisers),
        ("organised by ", List::Organisers),
        ("organized by ", List::Organisers),
        ("arranged by ", List::Organisers),
        ("hosted by ", List::Organisers),
        ("arrangör är ", List::Organisers),
        ("arrangörer är ", List::Organisers),
        ("arrangeras gemensamt av ", List::Organisers),
        ("är ett arrangemang av ", List::Organisers),
        ("ett samarbete mellan ", List::Organisers),
        ("arrangeras i samverkan mellan ", List::Organisers),
        ("arrangeras i samarbete mellan ", List::Organisers),
        ("inbjudan från ", List::Organisers),
        ("organiser is ", List::Organisers),
        ("medfinansieras av ", List::Funders),
        ("finansieras av ", List::Funders),
        ("finansieras delvis av ", List::Funders),
        ("delfinansieras av ", List::Funders),
        ("medfinansierat av ", List::Funders),
        ("finansieras helt av ", List::Funders),
        ("samfinansieras av ", List::Funders),
        ("funded by ", List::Funders),
        ("co-funded by ", List::Funders),
        ("funded in part by ", List::Funders),
        ("partly funded by ", List::Funders),
        ("financed by ", List::Funders),
        ("supported by ", List::Funders),
        ("med stöd av ", List::Funders),
        ("med stöd från ", List::Funders),
        ("with support from ", List::Funders),
        ("finansieras med stöd av ", List::Funders),
        ("finansieras med medel från ", List::Funders),
        ("med medel från ", List::Funders),
        ("stöds av ", List::Funders),
        ("finansieras till en del av ", List::Funders),
        ("med ekonomiskt stöd från ", List::Funders),
        ("with funding from ", List::Funders),
        ("med finansiering från ", List::Funders),
        ("med finansiering av ", List::Funders),
    ] {
        if !sieve.may_have(marker) {
            continue;
        }
        let Some(at) = low.find(marker) else { continue };
        if at > 0 && low[..at].chars().next_back().is_some_and(char::is_alphabetic) {
            continue;
        }
        // "medfinansieras av" holds "finansieras av"; the longer one has been read.
        if list == List::Organisers {
            // "arrangeras av" in the description of something past or elsewhere.
            if low[..at].contains("inom ramen för") {
                continue;
            }
        } else if has_any(&low[..at], &["projektet finansieras", "forskningen", "studien"])
            && !low.starts_with("projektet")
            && low[..at].contains("forsk")
        {
            continue;
        }
        let mut rest = &text[at + marker.len()..];
        if let Some(stop) = fold(rest).find(" inom ramen ") {
            rest = &rest[..stop];
        }
        let (own, more) = cut_collaboration(rest);
        // A talk hosted by a person has a moderator.
        if matches!(marker, "hosted by ")
            && let Some((people, _)) = people::list(own, true)
        {
            for named in people {
                add(&mut roles.moderators, Found::likely(named.name, line));
            }
            continue;
        }
        if list == List::Funders && low.contains("projekt") && low.contains("genomförs av") {
            continue;
        }
        push(list, until_verb(own), line, roles);
        for (list, part) in more {
            push(list, until_verb(part), line, roles);
        }
    }
    for marker in [
        "in collaboration with ",
        "in cooperation with ",
        "in partnership with ",
        "i samarbete med ",
        "i samverkan med ",
        "arrangemanget sker i samarbete med ",
        "ett samarbete med ",
    ] {
        if low.starts_with(marker) {
            let (own, more) = cut_collaboration(&text[marker.len()..]);
            push(List::Collaboration, until_verb(own), line, roles);
            for (list, part) in more {
                push(list, until_verb(part), line, roles);
            }
        }
    }
    // "A och B arrangerar …", "X bjuder in till …"
    for marker in [
        " arrangerar",
        " kallar till",
        " kallar dig till",
        " bjuder in",
        " inbjuder",
        " anordnar",
        " ordnar",
        " invites you",
        " invite you",
        " bjuder härmed in",
        " välkomnar till",
        " hälsar dig välkommen till",
        " are organising",
        " is organising",
        " organises",
        " bjuder nu in",
        " invites ",
    ] {
        if !sieve.may_have(marker) {
            continue;
        }
        let Some(at) = low.find(marker) else { continue };
        let after = &low[at + marker.len()..];
        if after.starts_with(|c: char| c.is_alphabetic()) && !marker.ends_with(' ') {
            continue;
        }
        let subject = text[..at].trim();
        let subject = subject.rsplit([':', '!', '?']).next().unwrap_or(subject).trim();
        let first = fold(subject.split(' ').next().unwrap_or_default());
        if subject.is_empty()
            || subject.split_whitespace().count() > 16
            || matches!(
                first.as_str(),
                "vi" | "nu"
                    | "härmed"
                    | "du"
                    | "ni"
                    | "därför"
                    | "här"
                    | "we"
                    | "välkommen"
                    | "i"
                    | "den"
                    | "det"
                    | "när"
                    | "tillsammans"
                    | "som"
                    | "under"
                    | "på"
                    | "inför"
                    | "efter"
            ) && !subject.contains(" tillsammans med ")
        {
            continue;
        }
        if !subject.starts_with(char::is_uppercase)
            || subject.contains(" som ")
            || matches!(first.as_str(), "vi" | "we")
        {
            // "Vi i X bjuder in"
            continue;
        }
        let (own, more) = cut_collaboration(subject);
        push(List::Organisers, own, line, roles);
        for (list, part) in more {
            push(list, part, line, roles);
        }
        let tail = &text[at + marker.len()..];
        let (_, more) = cut_collaboration(tail);
        for (list, part) in more {
            push(list, until_verb(part), line, roles);
        }
    }
    // "Mötesplats X drivs av A tillsammans med B" says who runs it.
    // Moderators.
    for marker in [
        "modereras av ",
        "intervjuas av ",
        "samtalet leds av ",
        "moderator är ",
        "moderator för dagen är ",
        "moderator båda dagarna är ",
        "moderator under dagen är ",
        "moderated by ",
        "kvällen leds av ",
        "dagen leds av ",
        "samtalet leds av ",
        "mötet leds av ",
        "konferencier är ",
        "samtalet modereras av ",
        "moderator is ",
        "moderator will be ",
        "moderatorer är ",
        "moderator för kvällen är ",
        "konferensen leds av ",
        "seminariet leds av ",
        "panelen leds av ",
        "the talk is hosted by ",
        "the discussion is led by ",
        "chaired by ",
        "moderator blir ",
        "guidas genom dagen av ",
        "programledare är ",
        "dagen modereras av ",
    ] {
        if sieve.may_have(marker)
            && let Some(at) = low.find(marker)
            && let Some((people, _)) = people::list(&text[at + marker.len()..], false)
        {
            for named in people {
                add(&mut roles.moderators, Found::likely(named.name, line));
            }
        }
    }
    for marker in [
        " är samtalsledare",
        " är moderator",
        " modererar",
        " är konferencier",
        " moderates",
        " leder samtalet",
        " is the moderator",
        " är dagens moderator",
        " är programledare",
        " leder kvällen",
        " leder oss genom",
    ] {
        if sieve.may_have(marker)
            && let Some(at) = low.find(marker)
            && let Some((people, _)) = people::list(text[..at].trim(), false)
        {
            for named in people {
                add(&mut roles.moderators, Found::likely(named.name, line));
            }
        }
    }
    if low.starts_with("moderator ")
        && let Some((people, _)) = people::list(&text["moderator ".len()..], false)
        && people[0].sure
    {
        add(&mut roles.moderators, Found::likely(people[0].name.clone(), line));
    }
}

/// Names end where the sentence goes on with something else.
fn until_verb(text: &str) -> &str {
    let low = fold(text);
    let sieve = Sieve::of(&low);
    let mut end = text.len();
    for stop in [
        " som ",
        " för att ",
        " och syftar",
        " och vänder",
        " inom projektet",
        " inom ramen",
        " genom ",
        " under ",
        " den ",
        " on ",
        " which ",
        " that ",
        " på uppdrag",
        " with ",
        " within ",
        " med målet",
        " och är ",
        ". ",
        " och finansieras",
        " och medfinansieras",
        " att ",
        " om ",
        " till ",
        " in order",
        " where ",
    ] {
        if sieve.may_have(stop)
            && let Some(at) = low.find(stop)
        {
            end = end.min(at);
        }
    }
    text[..end].trim()
}

/// "A, B kommun samt C" into names. "och" divides only before a capital.
pub(super) fn split_names(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', '!']);
    let mut parts: Vec<String> = Vec::new();
    let mut from = 0;
    let mut depth = 0i32;
    let low = fold(text);
    let mut index = 0;
    let mut cut = |from: &mut usize, to: usize, next: usize| {
        let part = text[*from..to.max(*from)]
            .trim()
            .trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '•' | '·' | '|' | ' '))
            .trim();
        let part = part.strip_prefix("the ").or_else(|| part.strip_prefix("The ")).unwrap_or(part);
        let part = part.strip_prefix("både ").unwrap_or(part);
        if !part.is_empty() {
            parts.push(part.to_owned());
        }
        *from = next;
    };
    while index < text.len() {
        let Some(c) = text[index..].chars().next() else { break };
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' | '|' | '•' | '·' | '\t' if depth <= 0 => {
                cut(&mut from, index, index + c.len_utf8())
            }
            ' ' if depth <= 0 => {
                for word in [" och ", " and ", " samt ", " & "] {
                    if low[index..].starts_with(word) {
                        let rest = text[index + word.len()..].trim_start_matches("the ");
                        let before = text[from.min(index)..index].trim();
                        let capital = rest
                            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                            || word == " samt ";
                        // "Kultur & Fritid", "Länsstyrelsen i Dalarna och Gävleborgs län"
                        let bodies = before.split(' ').next_back().is_some_and(is_org_word)
                            && before.contains(' ');
                        let single =
                            word == " & " && !bodies || before.ends_with('-') || before.is_empty();
                        if capital && !single {
                            cut(&mut from, index, index + word.len());
                        }
                        break;
                    }
                }
            }
            _ => {}
        }
        index += c.len_utf8();
    }
    cut(&mut from, text.len(), text.len());
    parts
}

/// Can the text be the name of an organisation?
fn plausible(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let first = fold(name.split(' ').next().unwrap_or_default());
    let pronoun = matches!(
        first.as_str(),
        "oss"
            | "vi"
            | "er"
            | "dig"
            | "många"
            | "flera"
            | "andra"
            | "alla"
            | "us"
            | "others"
            | "several"
            | "en"
            | "ett"
            | "den"
            | "det"
            | "dessa"
            | "organisationer"
            | "m.fl"
            | "fler"
            | "två"
            | "tre"
            | "och"
            | "samt"
            | "and"
    );
    (1..=12).contains(&words)
        && name.chars().any(char::is_alphabetic)
        && !pronoun
        && !name.contains('@')
        && (name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || words <= 3 && is_org_word(name.split(' ').next_back().unwrap_or_default()))
}

/// The organisation in a mail's signature.
fn from_signature(page: &Page<'_>, taken: &[bool]) -> Option<Found<String>> {
    let at = (0..page.lines.len()).rev().find(|&i| is_greeting(&page.lines[i]))?;
    for i in at + 1..(at + 6).min(page.lines.len()) {
        let line = &page.lines[i];
        if taken[i] || !line.reach.is_empty() && line.reach[0].start == 0 || line.gap > 1 {
            continue;
        }
        if i > at + 1
            && line.words() <= 5
            && line.text.starts_with(char::is_uppercase)
            && !people::is_sure_name(&line.text)
            && !line.text.contains(',')
            && crate::words::looks_like_org(&line.text)
        {
            return Some(Found::doubtful(line.text.clone(), line.number));
        }
    }
    None
}

pub(crate) fn is_greeting(line: &Line) -> bool {
    line.words() <= 7
        && line.has_any(&[
            "hälsningar",
            "med hälsning",
            "vänlig hälsning",
            "regards",
            "best wishes",
            "sincerely",
            "varmt välkom",
            "väl mött",
            "på styrelsens vägnar",
            "on behalf of",
            "välkommen önskar",
            "välkomna önskar",
            "hälsar ",
            "allt gott",
            "ha det gott",
            "allt väl",
            "vi hörs",
            "med vänlig",
            "mvh",
            "kind wishes",
            "yours",
        ])
        || line.words() <= 3
            && matches!(
                line.low.trim_matches(|c: char| !c.is_alphanumeric()),
                "styrelsen" | "mvh" | "hälsar" | "the board" | "gm"
            )
}

/// Who to ask: under a label, in a signature, or a name with a telephone number or address.
pub(crate) fn contacts(page: &Page<'_>, taken: &[bool], out: &mut Vec<Contact>) {
    let lines = page.lines;
    let mut i = 0;
    let mut done = vec![false; lines.len()];
    while i < lines.len() {
        let line = &lines[i];
        if taken[i]
            || done[i]
            || matches!(page.blocks[i].role, Role::Noise | Role::Column)
            || page.mail_header(i)
        {
            i += 1;
            continue;
        }
        let label = page.blocks[i].label.filter(|l| l.kind == LabelKind::Contact);
        if let Some(label) = label {
            let inline = line.text.get(label.value..).unwrap_or_default().trim();
            let key = line.low.split(':').next().unwrap_or_default().trim().to_owned();
            if inline.is_empty() {
                let range = value_lines(lines, page.blocks, i, true);
                // Bounded: a page's last part is not all contacts.
                let end = range.end.min(i + 40);
                block(page, taken, i + 1..end, out, &mut done);
            } else {
                inline_contact(line, label.value, &key, out);
                // The rest of the block: telephone on the next line.
                let mut k = i + 1;
                while k < lines.len()
                    && k < i + 6
                    && lines[k].gap == 0
                    && page.blocks[k].label.is_none()
                    && lines[k].words() <= 6
                    && !taken[k]
                {
                    if !lines[k].reach.is_empty() {
                        complete(out, &lines[k]);
                        done[k] = true;
                    } else if people::is_sure_name(&lines[k].text) {
                        break;
                    }
                    k += 1;
                }
            }
            i += 1;
            continue;
        }
        if is_greeting(line) && i + 1 < lines.len() {
            let end = (i + 7).min(lines.len());
            signature(page, i, end, out, &mut done);
            i += 1;
            continue;
        }
        if page.blocks[i].role == Role::Contact {
            let mut end = i;
            while end < lines.len() && page.blocks[end].role == Role::Contact {
                end += 1;
            }
            block(page, taken, i..end, out, &mut done);
            i = end;
            continue;
        }
        // "Anmälan görs till samordnare Klara Bohlin, klara@…, tfn …"
        if line.reach.iter().any(|r| r.kind != ReachKind::Url) {
            for (from, to) in sentences::split(&line.text) {
                let reach: Vec<_> = line
                    .reach
                    .iter()
                    .filter(|r| r.start >= from && r.start < to && r.kind != ReachKind::Url)
                    .collect();
                if reach.is_empty() {
                    continue;
                }
                let sentence = &line.text[from..to];
                let named = people::anywhere(sentence);
                if let Some(named) = named.first().filter(|n| n.sure) {
                    let mut contact = Contact {
                        name: Some(Found::likely(named.name.clone(), line.number)),
                        role: role_of(named).map(|r| Found::likely(r, line.number)),
                        ..Contact::default()
                    };
                    fill(&mut contact, line, from, to);
                    add_contact(out, contact);
                } else if let Some(given) = given_before(sentence, reach[0].start - from) {
                    let mut contact = Contact {
                        name: Some(Found::likely(given, line.number)),
                        ..Contact::default()
                    };
                    fill(&mut contact, line, from, to);
                    if contact.phone.is_some() {
                        add_contact(out, contact);
                    }
                } else if let Some((name, reach)) = office(line, from, to) {
                    // "… eller till kansliet, 0224-77 01 90"
                    let mut contact = Contact {
                        name: Some(Found::doubtful(name, line.number)),
                        ..Contact::default()
                    };
                    fill(&mut contact, line, reach, to);
                    contact.email = contact.email.filter(|_| reach == from);
                    add_contact(out, contact);
                } else if has_any(
                    &line.low[from..to],
                    &[
                        "frågor",
                        "kontakt",
                        "questions",
                        "contact",
                        "upplysningar",
                        "information",
                        "ring ",
                        ": ask ",
                        "fråga ",
                    ],
                ) {
                    let mut contact = Contact::default();
                    if let Some(body) = body_before(sentence) {
                        contact.name = Some(Found::doubtful(body, line.number));
                    }
                    fill(&mut contact, line, from, to);
                    add_contact(out, contact);
                }
            }
        }
        i += 1;
    }
}

/// "till kansliet, 0224-…": an office with its telephone, and where it begins.
fn office(line: &Line, from: usize, to: usize) -> Option<(String, usize)> {
    let phone = line
        .reach
        .iter()
        .find(|r| r.kind == ReachKind::Phone && r.start >= from && r.start < to)?;
    let before = line.text[from..phone.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let before = ["tel", "tfn", "telefon", "på"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before)
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = before.rsplit([' ', '\t']).next()?;
    let lead = before[..before.len() - word.len()].trim_end();
    let good = (lead.ends_with(" till")
        || lead.ends_with("kontakta")
        || lead.ends_with(" ring")
        || lead == "till")
        && word.chars().count() > 4
        && word.chars().all(char::is_alphabetic);
    good.then(|| (word.to_owned(), from + before.len() - word.len()))
}

/// "Ring Hjördis på 0141-…": a given name alone.
fn given_before(sentence: &str, at: usize) -> Option<String> {
    let before = &sentence[..at];
    let word = before.split_whitespace().rev().take(3).find(|w| {
        let bare = w.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_uppercase) && crate::words::is_given_name(bare)
    })?;
    Some(word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// "Frågor om turerna besvaras av biblioteket, 0281-…"
fn body_before(sentence: &str) -> Option<String> {
    let low = fold(sentence);
    let at = low.find(" av ").map(|a| a + 4)?;
    let end = low[at..].find([',', '.', ':']).map_or(low.len(), |e| at + e);
    let body = sentence[at..end].trim();
    (body.split(' ').count() <= 4 && !body.is_empty() && !body.contains('@'))
        .then(|| body.to_owned())
}

fn role_of(named: &people::Named) -> Option<String> {
    match (&named.title, &named.affiliation) {
        (Some(title), _) => Some(title.clone()),
        (None, _) => named.lead.clone(),
    }
    .filter(|t| !t.contains('@') && t.chars().count() < 90)
}

fn fill(contact: &mut Contact, line: &Line, from: usize, to: usize) {
    for reach in line.reach.iter().filter(|r| r.start >= from && r.start < to) {
        let text = line.text[reach.start..reach.end].to_owned();
        match reach.kind {
            ReachKind::Email if contact.email.is_none() => {
                contact.email = Some(Found::certain(text, line.number))
            }
            ReachKind::Phone if contact.phone.is_none() => {
                contact.phone = Some(Found::certain(text, line.number))
            }
            _ => {}
        }
    }
}

fn complete(out: &mut [Contact], line: &Line) {
    if let Some(last) = out.last_mut() {
        fill(last, line, 0, line.text.len());
    }
}

pub(crate) fn add_contact(out: &mut Vec<Contact>, contact: Contact) {
    if contact.name.is_none() && contact.email.is_none() && contact.phone.is_none()
        || out.len() > 200
    {
        return;
    }
    let same = |a: &Option<Found<String>>, b: &Option<Found<String>>| matches!((a, b), (Some(a), Some(b)) if fold(&a.value) == fold(&b.value));
    let known = out.iter_mut().find(|c| {
        same(&c.name, &contact.name)
            || same(&c.email, &contact.email)
            || same(&c.phone, &contact.phone) && contact.name.is_none()
            || shares_name(c, &contact)
    });
    match known {
        Some(known) => {
            if known.name.is_none()
                || shares_name(known, &contact)
                    && contact.name.as_ref().is_some_and(|n| {
                        n.value.len() > known.name.as_ref().map_or(0, |k| k.value.len())
                    })
            {
                known.name = contact.name;
            }
            known.role = known.role.take().or(contact.role);
            known.phone = known.phone.take().or(contact.phone);
            known.email = known.email.take().or(contact.email);
        }
        None => out.push(contact),
    }
}

/// "Hjördis" and "Hjördis Alsén" are one.
fn shares_name(a: &Contact, b: &Contact) -> bool {
    match (&a.name, &b.name) {
        (Some(a), Some(b)) => {
            let (short, long) = if a.value.len() < b.value.len() {
                (&a.value, &b.value)
            } else {
                (&b.value, &a.value)
            };
            !short.contains(' ') && long.split(' ').next() == Some(short.as_str())
        }
        _ => false,
    }
}

/// A contact on one line: "Helena Strid, development officer, helena@…, 0480-…".
fn inline_contact(line: &Line, from: usize, key: &str, out: &mut Vec<Contact>) {
    let number = line.number;
    let end = line
        .reach
        .iter()
        .filter(|r| r.start >= from)
        .map(|r| r.start)
        .min()
        .unwrap_or(line.text.len());
    let mut text = line.text[from..end]
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')')
        .to_owned();
    for tail in [
        " tfn", " tel", " telefon", " e-post", " mejl", " mail", " email", " phone", " mobil",
        " epost", ", på", " på", " via", " at", " eller", " or", " on",
    ] {
        if fold(&text).ends_with(tail) {
            text.truncate(text.len() - tail.len());
            text.truncate(text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len());
        }
    }
    for head in [
        "kontakta ",
        "fråga ",
        "ask ",
        "call ",
        "write to ",
        "tala med ",
        "prata med ",
        "ring ",
        "mejla ",
        "maila ",
        "hör av dig till ",
        "contact ",
        "vänd dig till ",
        "please contact ",
        "email ",
        "skriv till ",
        "besvaras av ",
        "till ",
    ] {
        if fold(&text).starts_with(head) {
            text = text[head.len()..].to_owned();
        }
    }
    let emails: Vec<_> =
        line.reach.iter().filter(|r| r.start >= from && r.kind == ReachKind::Email).collect();
    if emails.len() >= 2 {
        // "Anneli Ek (anneli@…) or Dag Hjerp (dag@…)"
        let mut at = from;
        let mut any = false;
        for email in emails {
            if let Some(named) =
                people::anywhere(&line.text[at..email.start]).last().filter(|n| n.sure)
            {
                let mut contact = Contact {
                    name: Some(Found::certain(named.name.clone(), number)),
                    role: role_of(named).map(|r| Found::likely(r, number)),
                    ..Contact::default()
                };
                fill(&mut contact, line, at, email.end);
                add_contact(out, contact);
                any = true;
            }
            at = email.end;
        }
        if any {
            return;
        }
    }
    let whole = line.text[from..].to_owned();
    let parts: Vec<&str> =
        whole.split([';', '•']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let people = people::list(&text, false).map(|(p, _)| p).unwrap_or_default();
    let many = people.len() > 1 && parts.len() <= 1;
    if many {
        for named in &people {
            let contact = Contact {
                name: Some(Found::certain(named.name.clone(), number)),
                role: role_of(named).map(|r| Found::likely(r, number)),
                ..Contact::default()
            };
            add_contact(out, contact);
        }
        return;
    }
    let mut contact = Contact::default();
    if let Some(named) = people.first() {
        contact.name = Some(Found::certain(named.name.clone(), number));
        contact.role = role_of(named).map(|r| Found::likely(r, number));
        if contact.role.is_none()
            && matches!(key, "redaktör" | "ansvarig utgivare" | "editor" | "kursansvarig")
        {
            contact.role = Some(Found::likely(line.text[..key.len()].to_owned(), number));
        }
    } else {
        let name = text.split(',').next().unwrap_or_default().trim();
        if !name.is_empty() && name.split(' ').count() <= 6 && name.starts_with(char::is_uppercase)
        {
            contact.name = Some(Found::likely(name.to_owned(), number));
        } else if let Some(given) = given_before(&line.text, end) {
            contact.name = Some(Found::likely(given, number));
        }
    }
    fill(&mut contact, line, from, line.text.len());
    add_contact(out, contact);
}

/// Lines of a contact block: name, then role, telephone and address; perhaps several people.
fn block(
    page: &Page<'_>,
    taken: &[bool],
    range: std::ops::Range<usize>,
    out: &mut Vec<Contact>,
    done: &mut [bool],
) {
    let mut open: Option<Contact> = None;
    let mut lost = 0;
    for k in range {
        let line = &page.lines[k];
        if taken[k] || page.blocks[k].role == Role::Noise || done[k] {
            continue;
        }
        if matches!(page.blocks[k].role, Role::Timed | Role::Day | Role::Hours) {
            break;
        }
        let number = line.number;
        let first_reach = line.reach.iter().map(|r| r.start).min().unwrap_or(line.text.len());
        let head = line.text[..first_reach]
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '%')
            .trim();
        let strict = open.is_some();
        let person = people::list(head, strict).filter(|(p, _)| {
            p[0].sure
                || p[0].title.is_some()
                || people::is_name(head) && !strict && !crate::words::looks_like_org(head)
        });
        if let Some((people, _)) = person
            && line.words() <= 16
        {
            if let Some(done) = open.take() {
                add_contact(out, done);
            }
            let named = &people[0];
            let mut contact = Contact {
                name: Some(Found::certain(named.name.clone(), number)),
                role: role_of(named).map(|r| Found::likely(r, number)),
                ..Contact::default()
            };
            if people.len() > 1 {
                for named in &people[..people.len() - 1] {
                    add_contact(
                        out,
                        Contact {
                            name: Some(Found::certain(named.name.clone(), number)),
                            role: role_of(named).map(|r| Found::likely(r, number)),
                            ..Contact::default()
                        },
                    );
                }
                let named = &people[people.len() - 1];
                contact.name = Some(Found::certain(named.name.clone(), number));
                contact.role = role_of(named).map(|r| Found::likely(r, number));
            }
            fill(&mut contact, line, 0, line.text.len());
            open = Some(contact);
            done[k] = true;
            lost = 0;
            continue;
        }
        if !line.reach.is_empty() {
            let contact = open.get_or_insert_with(Contact::default);
            if contact.name.is_none()
                && !head.is_empty()
                && head.split(' ').count() <= 7
                && head.starts_with(char::is_uppercase)
                && !has_any(
                    &fold(head),
                    &[
                        "telefon", "e-post", "tfn", "mejl", "phone", "email", "tel", "mobil",
                        "www", "frågor", "kontakt",
                    ],
                )
            {
                contact.name = Some(Found::doubtful(
                    head.split(',').next().unwrap_or(head).trim().to_owned(),
                    number,
                ));
            }
            fill(contact, line, 0, line.text.len());
            done[k] = true;
            continue;
        }
        match &mut open {
            Some(contact)
                if contact.role.is_none()
                    && contact.phone.is_none()
                    && contact.email.is_none()
                    && line.words() <= 20
                    && page.blocks[k].role != Role::Prose
                    && lost == 0 =>
            {
                contact.role = Some(Found::certain(line.text.clone(), number));
                done[k] = true;
            }
            _ => {
                lost += 1;
                if lost > 2 || page.blocks[k].role == Role::Prose {
                    break;
                }
            }
        }
    }
    if let Some(contact) = open {
        add_contact(out, contact);
    }
}

/// The person that a mail's header says it is from.
fn sender(page: &Page<'_>) -> Option<Found<String>> {
    page.lines
        .iter()
        .enumerate()
        .take(40)
        .filter(|&(i, _)| page.blocks[i].label.is_some_and(|l| l.kind == LabelKind::From))
        .find_map(|(i, line)| {
            let value = line.text.get(page.blocks[i].label?.value..)?;
            let name = value.split(['<', '(', ',']).next()?.trim().trim_matches('"');
            people::is_sure_name(name).then(|| Found::likely(name.to_owned(), line.number))
        })
}

/// "Vänliga hälsningar", a name, a role, an organisation, a telephone number.
fn signature(page: &Page<'_>, at: usize, end: usize, out: &mut Vec<Contact>, done: &mut [bool]) {
    let mut contact: Option<Contact> = None;
    for k in at..end {
        let line = &page.lines[k];
        let number = line.number;
        if k > at && line.gap > 1 && contact.is_none() && k > at + 2 {
            break;
        }
        let mut text = line.text.as_str();
        let mut low = line.low.as_str();
        for prefix in ["gm ", "genom ", "/", "hälsar ", "hälsningar ", "hälsningar, "] {
            if low.starts_with(prefix) {
                text = &text[prefix.len()..];
                low = &low[prefix.len()..];
            }
        }
        if page.blocks[k].label.is_some_and(|l| l.kind != LabelKind::Contact) && k > at {
            break;
        }
        match &mut contact {
            None => {
                if k == at && !text.contains(',') && line.words() > 4
                    || k == at && is_greeting(line) && !people::begins(text, false)
                {
                    continue;
                }
                if let Some(full) =
                    sender(page).filter(|full| full.value.split(' ').next() == Some(text.trim()))
                {
                    contact = Some(Contact { name: Some(full), ..Contact::default() });
                    done[k] = true;
                    continue;
                }
                let Some((people, _)) = people::list(text, false) else {
                    if k > at + 2 {
                        break;
                    }
                    continue;
                };
                let named = &people[0];
                if !(named.sure || people::is_name(text) || named.title.is_some()) {
                    continue;
                }
                let mut found = Contact {
                    name: Some(Found::certain(named.name.clone(), number)),
                    role: role_of(named).map(|r| Found::likely(r, number)),
                    ..Contact::default()
                };
                fill(&mut found, line, 0, line.text.len());
                contact = Some(found);
                done[k] = true;
            }
            Some(found) => {
                if line.gap > 1 {
                    break;
                }
                if !line.reach.is_empty() {
                    fill(found, line, 0, line.text.len());
                    done[k] = true;
                } else if found.role.is_none()
                    && found.phone.is_none()
                    && line.words() <= 8
                    && !line.text.ends_with('.')
                {
                    // "Processledare, Bergslagssamverkan": the role, and where.
                    let role = line.text.split(',').next().unwrap_or(&line.text).trim();
                    let organisation = line.text.contains(',')
                        && crate::words::looks_like_org(&line.text[role.len()..])
                        || line.text.contains(',')
                            && line.text[role.len()..]
                                .trim_start_matches([',', ' '])
                                .starts_with(char::is_uppercase);
                    let role = if organisation { role } else { line.text.as_str() };
                    // "ordf. Föreningen Stationshuset"
                    let role = match role.split_once(' ') {
                        Some((head, rest))
                            if crate::words::is_title_word(head)
                                && rest.starts_with(char::is_uppercase)
                                && rest.split(' ').next().is_some_and(is_org_word) =>
                        {
                            head
                        }
                        _ => role,
                    };
                    if role.split(' ').any(crate::words::is_title_word) {
                        found.role = Some(Found::likely(role.to_owned(), number));
                    }
                    done[k] = true;
                } else if line.words() > 8 {
                    break;
                }
            }
        }
    }
    if let Some(contact) = contact {
        add_contact(out, contact);
    }
}

/// A name on a line of its own, and in small letters on the next who it is: both in one.
pub(crate) fn with_next(lines: &[Line], i: usize) -> Option<String> {
    let next = lines.get(i + 1)?;
    let told = next.gap == 0
        && next.text.starts_with(char::is_lowercase)
        && next.words() <= 12
        && next
            .text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .take(4)
            .any(crate::words::is_title_word);
    (told && people::is_name(&lines[i].text)).then(|| format!("{}, {}", lines[i].text, next.text))
}

/// Speakers of an event without a programme: under "Medverkande", or told of in sentences.
pub(super) fn speakers(page: &Page<'_>, programme: &Programme) -> Vec<crate::model::Person> {
    let taken = &programme.taken;
    let mut found: Vec<crate::model::Person> = Vec::new();
    let mut push = |named: &people::Named, line: u32| {
        if !found.iter().any(|p: &crate::model::Person| p.name.value == named.name)
            && found.len() < 60
        {
            found.push(super::programme::person(named, line));
        }
    };
    for (i, line) in page.lines.iter().enumerate() {
        if taken[i]
            || matches!(page.blocks[i].role, Role::Noise | Role::Column | Role::Contact)
            || page.mail_header(i)
        {
            continue;
        }
        if let Some(label) = page.blocks[i].label
            && label.kind == LabelKind::Speakers
        {
            let inline = line.text.get(label.value..).unwrap_or_default().trim();
            if inline.is_empty() {
                let mut skip = 0;
                for k in value_lines(page.lines, page.blocks, i, true).take(60) {
                    if skip > 0 {
                        skip -= 1;
                        continue;
                    }
                    if let Some(text) = with_next(page.lines, k) {
                        if let Some((people, _)) = people::list(&text, false) {
                            for named in &people {
                                push(named, page.lines[k].number);
                            }
                        }
                        skip = 1;
                        continue;
                    }
                    if let Some((people, _)) = person_line(&page.lines[k].text) {
                        for named in &people {
                            push(named, page.lines[k].number);
                        }
                    } else if page.lines[k].gap > 0 && page.blocks[k].role != Role::Prose {
                        break;
                    }
                }
            } else if let Some((people, _)) = people::list(inline, false) {
                for named in &people {
                    push(named, line.number);
                }
            }
            continue;
        }
        if page.blocks[i].label.is_some()
            || page.scope[i].is_some_and(|k| {
                matches!(
                    k,
                    LabelKind::Contact
                        | LabelKind::Moderator
                        | LabelKind::Organiser
                        | LabelKind::Registration
                        | LabelKind::Speakers
                )
            })
        {
            continue;
        }
        for (from, to) in sentences::split(&line.text) {
            let low = &line.low[from..to];
            if has_any(low, super::programme::TELLING)
                && !has_any(
                    low,
                    &["modereras", "modererar", "hosted by", "moderated", "efter mötet"],
                )
            {
                for named in people::anywhere(&line.text[from..to]).iter().filter(|n| n.sure) {
                    push(named, line.number);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_list() {
        assert_eq!(
            split_names("Bygdeforum, Ockelbo kommun samt Region Norrfjäll."),
            ["Bygdeforum", "Ockelbo kommun", "Region Norrfjäll"]
        );
        assert_eq!(split_names("Länsstyrelsen och polisen"), ["Länsstyrelsen och polisen"]);
        assert_eq!(
            split_names("Sala kommun och och Kultur & Fritid").last().map(String::as_str),
            Some("Kultur & Fritid")
        );
        assert!(!split_names("A OCH OCH B och och C och och D").is_empty());
    }

    #[test]
    fn who_works_with_whom() {
        let mut roles = Roles::default();
        let text =
            "Region Norrfjäll arrangerar i samverkan med Sala kommun, med stöd av Norrfonden.";
        sentence(text, &fold(text), 1, None, &mut roles);
        let names =
            |list: &[Found<String>]| list.iter().map(|f| f.value.clone()).collect::<Vec<_>>();
        assert_eq!(names(&roles.organisers), ["Region Norrfjäll"]);
        assert_eq!(names(&roles.in_collaboration), ["Sala kommun"]);
        assert_eq!(names(&roles.co_funders), ["Norrfonden"]);
    }
}
