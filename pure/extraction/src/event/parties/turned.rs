//! Sentences that do not begin with who arranges: "Tillsammans med B bjuder A in till …", "Det är A som
//! ordnar dagen", "Tack till C som finansierar dagen".

use crate::event::parties::names::List;
use crate::event::parties::names::cut_collaboration;
use crate::event::parties::names::split_names;
use crate::event::parties::names::until_verb;
use crate::event::parties::push;
use crate::model::Roles;
use crate::words::{Sifted, has_any};

const WITH: [&str; 8] = [
    "tillsammans med ",
    "i samarbete med ",
    "i samverkan med ",
    "ihop med ",
    "together with ",
    "in collaboration with ",
    "in cooperation with ",
    "in partnership with ",
];

const VERBS: [&str; 7] = [
    " bjuder ",
    " inbjuder ",
    " arrangerar ",
    " anordnar ",
    " ordnar ",
    " organiserar ",
    " hälsar ",
];

/// What comes after who it is: "… in till en dag", "… dagen".
const AFTER: [&str; 16] = [
    " in ",
    " en ",
    " ett ",
    " till ",
    " dagen",
    " årets",
    " höstens",
    " vårens",
    " den ",
    " dig ",
    " er ",
    " alla ",
    " åter",
    " detta",
    " denna",
    " härmed",
];

/// Where the collaboration that the sentence begins with ends, and who it is with.
fn with(low: &str) -> Option<usize> {
    WITH.iter().find(|w| low.starts_with(**w)).map(|w| w.len())
}

fn bodies(text: &str) -> bool {
    let names = split_names(text);
    !names.is_empty()
        && names.len() <= 8
        && names
            .iter()
            .all(|name| crate::words::names_body(name) || crate::words::looks_like_org(name))
}

pub(super) fn turned(text: &str, low: &Sifted<&str>, line: u32, roles: &mut Roles) {
    if text.len() > 400 {
        return;
    }
    let opening = with(low);
    // "Together with B, A invites you …"
    if let Some(from) = opening
        && let Some((own, rest)) = text[from..].split_once(", ")
        && let Some(verb) = [" invite", " organise", " arrange", " host", " is ", " are "]
            .iter()
            .filter_map(|verb| rest.find(verb))
            .min()
        && verb < 80
        && bodies(own)
        && bodies(&rest[..verb])
    {
        push(List::Collaboration, own, line, roles);
        push(List::Organisers, &rest[..verb], line, roles);
        return;
    }
    let verb = VERBS.iter().filter_map(|v| low.find(v).map(|at| (at, at + v.len()))).min();
    if let Some((at, from)) = verb
        && at < 120
    {
        let after = &text[from..];
        let end = AFTER.iter().filter_map(|stop| low[from..].find(stop)).min();
        let lead = low[..at].split(' ').count() <= 4
            && ["nu ", "i ", "den ", "välkommen", "på ", "under ", "för ", "även ", "också "]
                .iter()
                .any(|w| low.starts_with(w) || low[..at] == *w.trim_end());
        if (opening.is_some() || lead)
            && let Some(end) = end
            && after.starts_with(char::is_uppercase)
        {
            let (own, more) = cut_collaboration(after[..end].trim());
            if bodies(own) {
                push(List::Organisers, own, line, roles);
                for (list, part) in more {
                    push(list, part, line, roles);
                }
                if let Some(start) = opening {
                    push(List::Collaboration, &text[start..at], line, roles);
                }
                return;
            }
        }
    }
    // "Det är A som arrangerar dagen.", "Tack till C som finansierar dagen."
    for lead in ["det är ", "tack till ", "stort tack till ", "thanks to ", "vi tackar "] {
        if let Some(rest) = low.strip_prefix(lead)
            && let Some(at) =
                [" som ", " who ", " which ", " for "].iter().filter_map(|w| rest.find(w)).min()
        {
            let own = &text[lead.len()..lead.len() + at];
            let tail = &rest[at..];
            let pays = ["finansier", "sponsrar", "bekostar", "stöd", "fund", "sponsor", "support"]
                .iter()
                .any(|w| tail.contains(w));
            let arranges = ["arrangerar", "anordnar", "ordnar", "bjuder in", "står bakom"]
                .iter()
                .any(|w| tail.contains(w));
            if (pays || arranges && lead == "det är ") && bodies(own) {
                let list = if pays { List::Funders } else { List::Organisers };
                push(list, own, line, roles);
            }
        }
    }
    // "Värd för dagen är A.", "Samarbetspartner är B."
    if let Some(at) = low.find(" är ").filter(|&at| at < 50) {
        let list = match low.split(' ').next().unwrap_or_default() {
            "värd" | "värdar" | "arrangör" | "arrangörer" => Some(List::Organisers),
            "samarbetspartner" | "samarbetspartners" | "medarrangör" | "medarrangörer"
            | "samarrangör" | "samarrangörer" => Some(List::Collaboration),
            "finansiär" | "finansiärer" | "medfinansiär" | "medfinansiärer" | "sponsor"
            | "sponsorer" => Some(List::Funders),
            _ => None,
        };
        let own = until_verb(&text[at + " är ".len()..]);
        if let Some(list) = list.filter(|_| bodies(own)) {
            push(list, own, line, roles);
        }
    }
    // "Dagen hålls i samarbete med B."
    if let Some((at, from)) = [
        " i samarbete med ",
        " i samverkan med ",
        " tillsammans med ",
        " in collaboration with ",
        " in partnership with ",
        " in cooperation with ",
    ]
    .iter()
    .filter_map(|w| low.find(w).map(|at| (at, at + w.len())))
    .min()
    {
        let held = [
            "hålls",
            "ordnas",
            "arrangeras",
            "anordnas",
            "genomförs",
            "ges",
            "sker",
            "held",
            "organised",
            "arranged",
        ];
        let verb = low[..at].rsplit(' ').next().unwrap_or_default();
        let own = until_verb(&text[from..]);
        let more = cut_collaboration(own);
        if held.contains(&verb) && low[..at].split(' ').count() <= 5 && bodies(more.0) {
            push(List::Collaboration, more.0, line, roles);
        }
    }
    // "A organises the day with B.", "organised by A, with B as partner"
    if let Some(at) = low.find(" with ")
        && let Some(subject) =
            ["organises ", "organise ", "hosts ", "host ", "arranges ", "organised by "]
                .iter()
                .find_map(|v| low.find(v))
        && subject < at
    {
        let part = &text[at + " with ".len()..];
        let end = low[at + " with ".len()..].find(" as ").unwrap_or(part.len());
        let own = until_verb(&part[..end]).trim_end_matches(['.', ',']);
        if bodies(own) {
            push(List::Collaboration, own, line, roles);
        }
    }
    // "C finansierar.", "C är med och finansierar dagen.", "A och B står bakom dagen."
    for (verb, list) in [
        (" är med och finansierar", List::Funders),
        (" finansierar", List::Funders),
        (" bekostar", List::Funders),
        (" står bakom", List::Organisers),
        (" organise", List::Organisers),
        (" organize", List::Organisers),
        (" hosts", List::Organisers),
        (" host", List::Organisers),
        (" are hosting", List::Organisers),
    ] {
        let Some(at) = low.find(verb) else { continue };
        let tail = low[at + verb.len()..].trim_start_matches(['s', ' ']).trim_end_matches('.');
        let tail = tail.split([',', ';']).next().unwrap_or_default();
        let whole = [
            "dagen",
            "kvällen",
            "konferensen",
            "mötet",
            "träffen",
            "helgen",
            "seminariet",
            "evenemanget",
            "arrangemanget",
            "the day",
            "the event",
            "the evening",
            "the conference",
            "the meeting",
            "the seminar",
            "this day",
            "this event",
        ]
        .iter()
        .any(|w| tail.starts_with(w))
            || tail.is_empty() && list == List::Funders;
        let told = has_any(&low[..at], &[" som", "tack till", " who", "thanks to"]);
        if whole && !told && bodies(&text[..at]) && text.starts_with(char::is_uppercase) {
            push(list, &text[..at], line, roles);
            break;
        }
    }
}
