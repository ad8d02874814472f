//! People to ask within one sentence or line: "Frågor besvaras av A, ekolog, 070-… och B, 070-…",
//! "Chaufför och värd: A, 070-…", "Ring A, vägledare, 070-…".

use crate::event::parties::merge::fill;
use crate::event::parties::merge::role_of;
use crate::lines::Line;
use crate::lines::fold;
use crate::model::Contact;
use crate::model::Found;
use crate::people;
use crate::people::Named;
use crate::reach::ReachKind;

/// What stands before who is to be asked.
const CALLS: &[&str] = &[
    "kontakta ",
    "fråga ",
    "ask ",
    "call ",
    "write to ",
    "tala med ",
    "prata med ",
    "ring till ",
    "ring ",
    "sms till ",
    "sms:a ",
    "mejla till ",
    "mejla ",
    "maila ",
    "hör av dig till ",
    "hör av er till ",
    "please contact ",
    "contact ",
    "vänd dig till ",
    "please email ",
    "email ",
    "skriv till ",
    "besvaras av ",
    "till ",
    "och ",
    "eller ",
    "and ",
    "or ",
    "samt ",
];

/// The text without "Ring", "Kontakta", "or" at its beginning.
pub(super) fn without_call(text: &str) -> &str {
    let mut text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    for _ in 0..2 {
        let low = fold(text);
        let Some(call) = CALLS.iter().find(|call| low.starts_with(**call)) else { break };
        text = text[call.len()..].trim_start();
    }
    text
}

/// "Chaufför och värd: Anna Ek": what the person does, and the rest.
pub(super) fn duty(text: &str) -> Option<(&str, &str)> {
    let (duty, rest) = text.split_once(": ")?;
    let role = duty.split(' ').count() <= 4
        && duty.starts_with(char::is_uppercase)
        && duty.split(' ').any(crate::words::is_title_word);
    role.then(|| (duty.trim(), rest.trim()))
}

/// Who the words before an address or a telephone number name.
fn named_in(text: &str) -> Option<Named> {
    // "… Rigmor Tall. Redaktör: Jim Ek, jim@…": what stands in the sentence of its own.
    let text = match text.rfind(": ").and_then(|at| text[..at].rfind(". ")) {
        Some(stop) => &text[stop + 2..],
        None => text,
    };
    if let Some((role, rest)) = duty(text)
        && let Some((people, _)) = people::list(rest, false)
        && let Some(mut named) = people.into_iter().next()
    {
        named.title = named.title.or_else(|| Some(role.to_owned()));
        return Some(named);
    }
    // "Ring" before a name is no part of it.
    if let Some(named) = people::anywhere(without_call(text)).into_iter().next().filter(|n| n.sure)
    {
        return Some(named);
    }
    // "Zurima Tabe, bussansvarig, 070-…": an unknown name, a role and how to reach it.
    let text = without_call(text).trim_end_matches(|c: char| !c.is_alphanumeric());
    let whole = |text: &str| {
        let (people, end) = people::list(text, false)?;
        let [named] = &people[..] else { return None };
        let alone = people::is_name(text) && !crate::words::names_body(text);
        ((named.title.is_some() || alone) && named.lead.is_none() && end == text.len())
            .then(|| named.clone())
    };
    whole(text).or_else(|| {
        // "Mer information lämnas av Zurima Tabe, docent, tel", "please contact Zurima Tabe at"
        let text = [" tel", " tfn", " telefon", " at", " på", " via", " e-post", " mobil"]
            .iter()
            .find_map(|tail| text.strip_suffix(tail))
            .unwrap_or(text)
            .trim_end_matches(|c: char| !c.is_alphanumeric());
        let low = fold(text);
        let from = [
            " av ",
            " till ",
            " kontakta ",
            "contact ",
            "email ",
            " ring ",
            " med ",
            " with ",
            " call ",
        ]
        .iter()
        .filter_map(|w| low.rfind(w).map(|at| at + w.len()))
        .max()
        .unwrap_or(0);
        whole(text.get(from..)?)
    })
}

/// The people in a part of a line, each with what stands after them up to the next.
pub(super) fn told(line: &Line, from: usize, to: usize) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    let mut at = from;
    let reaches = line
        .reach
        .iter()
        .filter(|r| r.start >= from && r.start < to && r.kind != ReachKind::Url)
        .take(20);
    let mut before: Option<usize> = None;
    for reach in reaches {
        if reach.start >= at
            && let Some(named) = named_in(&line.text[at..reach.start])
        {
            found.push(of(&named, line));
            // How to reach the first may stand before the name: "anna@…, Anna Ek, 070-…".
            if let Some(earlier) = before.take()
                && let Some(first) = found.last_mut()
            {
                fill(first, line, earlier, reach.start);
            }
        }
        match found.last_mut() {
            Some(last) => fill(last, line, reach.start, reach.end),
            None => before = before.or(Some(reach.start)),
        }
        at = reach.end.max(at);
    }
    // "0224-…, Anna Ek"
    if found.is_empty()
        && let Some(named) =
            people::anywhere(&line.text[from..to]).into_iter().next().filter(|n| n.sure)
    {
        let mut contact = of(&named, line);
        fill(&mut contact, line, from, to);
        found.push(contact);
    }
    found
}

fn of(named: &Named, line: &Line) -> Contact {
    Contact {
        name: Some(Found::likely(named.name.clone(), line.number)),
        role: role_of(named).map(|r| Found::likely(r, line.number)),
        ..Contact::default()
    }
}
