//! Lists of organisations: where one ends and the next begins, and with what part in the event.

use crate::lines::fold;
use crate::words::Sieve;
use crate::words::is_org_word;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Organisers,
    Collaboration,
    Funders,
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
    " in co-operation with ",
    " in association with ",
    " i samarb. med ",
    " i samv. med ",
    " i samråd med ",
    " i samspel med ",
    " ihop med ",
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
    " och finansieras delvis av ",
    " and is partly financed by ",
    " and partly financed by ",
    " and is financed by ",
    " and is partly funded by ",
    " and is funded by ",
    " and funded by ",
    " and is co-funded by ",
    " and is supported by ",
    " and supported by ",
    " and funded in part by ",
    " and is funded in part by ",
    " and partly funded by ",
    " and part-funded by ",
    " and co-funded by ",
    " and financed by ",
    " and co-financed by ",
    " and sponsored by ",
    " and is sponsored by ",
    " with financial support from ",
    " with the support of ",
    " och delfinansieras av ",
    " och stöds av ",
    " och sponsras av ",
    " och bekostas av ",
    " och betalas av ",
    " med ekonomiskt stöd från ",
    " med ekonomiskt stöd av ",
    " med bidrag av ",
    " med pengar från ",
];

/// A list of names up to "i samarbete med …" and "med stöd av …", and those parts on their own.
pub(super) fn cut_collaboration(text: &str) -> (&str, Vec<(List, &str)>) {
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

/// Names end where the sentence goes on with something else.
pub(super) fn until_verb(text: &str) -> &str {
    let low = fold(text);
    let sieve = Sieve::of(&low);
    let mut end = text.len();
    for stop in [
        " som ",
        " för att ",
        " och syftar",
        " med bidrag från",
        " and co-funded",
        " and is co-funded",
        " and funded",
        " and is funded",
        " and supported",
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
        " in till",
        " och arrangeras",
        " och anordnas",
        " och ordnas",
        " och genomförs",
        " and is organised",
        " and organised",
        " and is arranged",
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
pub(in crate::event) fn split_names(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', '!']);
    if let Some(one) = one_body(text) {
        return vec![one.to_owned()];
    }
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
                            || word == " samt "
                            // "Nordic Alliance and the study federation Bildarna"
                            || low[index..].starts_with(" and the ") && before.contains(' ');
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
    // "VA-enheten, Tranholms kommun" is one: the unit and what it is a part of.
    if let [unit, whole] = &parts[..] {
        let low = fold(unit);
        let part = !low.contains(' ')
            && ["enheten", "avdelningen", "förvaltningen", "kontoret", "nämnden"]
                .iter()
                .any(|end| low.ends_with(end));
        if part && fold(whole).ends_with(" kommun") && text.contains(',') {
            return vec![format!("{unit}, {whole}")];
        }
    }
    parts
}

/// "the Asylum and Inclusion Programme": one name, that only its last word tells what it is.
fn one_body(text: &str) -> Option<&str> {
    let name = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "))?;
    let (first, rest) = name.split_once(" and ")?;
    let single = !first.contains([' ', ',']) && !is_org_word(first);
    let last = fold(rest.split(' ').next_back().unwrap_or_default());
    let body = matches!(
        last.as_str(),
        "programme"
            | "program"
            | "fund"
            | "foundation"
            | "committee"
            | "agency"
            | "council"
            | "board"
            | "institute"
            | "authority"
            | "association"
            | "society"
            | "network"
            | "centre"
            | "trust"
            | "museum"
    );
    (single && body && !rest.contains(',') && rest.split(' ').count() <= 3).then_some(name)
}

/// Can the text be the name of an organisation?
pub(super) fn plausible(name: &str) -> bool {
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
