//! What a sentence says about who is behind an event.

use crate::event::parties::add;
use crate::event::parties::moderators::moderators;
use crate::event::parties::moderators::of_the_whole;
use crate::event::parties::names::List;
use crate::event::parties::names::cut_collaboration;
use crate::event::parties::names::split_names;
use crate::event::parties::names::until_verb;
use crate::event::parties::push;
use crate::event::parties::turned::turned;
use crate::lines::fold;
use crate::model::Found;
use crate::model::Roles;
use crate::people;
use crate::words::{LabelKind, Sifted, find, has_any, head_of};

/// What stands before whoever is behind an event.
const MARKERS: &[(&str, List)] = &[
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
    ("i samarbete mellan ", List::Organisers),
    ("i samverkan mellan ", List::Organisers),
    ("samarrangemang mellan ", List::Organisers),
    ("samarrangemang av ", List::Organisers),
    ("a collaboration between ", List::Organisers),
    ("jointly by ", List::Organisers),
    ("anordnas gemensamt av ", List::Organisers),
    ("arrangeras i samarbete mellan ", List::Organisers),
    ("inbjudan från ", List::Organisers),
    ("inbjudan kommer från ", List::Organisers),
    ("som bjuder in är ", List::Organisers),
    ("som arrangerar är ", List::Organisers),
    ("som står bakom dagen är ", List::Organisers),
    ("avsändare är ", List::Organisers),
    ("inbjudare är ", List::Organisers),
    ("evenemang av ", List::Organisers),
    ("event by ", List::Organisers),
    ("presented by ", List::Organisers),
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
    ("acknowledge the support of ", List::Funders),
    ("acknowledge support from ", List::Funders),
    ("tackar för stödet från ", List::Funders),
    ("finansieras till en del av ", List::Funders),
    ("med ekonomiskt stöd från ", List::Funders),
    ("with funding from ", List::Funders),
    ("med finansiering från ", List::Funders),
    ("med finansiering av ", List::Funders),
    ("får stöd av ", List::Funders),
    ("får stöd från ", List::Funders),
    ("stöd har getts av ", List::Funders),
    ("med bidrag från ", List::Funders),
    ("sponsras av ", List::Funders),
    ("bekostas av ", List::Funders),
    ("möjliggörs av ", List::Funders),
    ("sponsored by ", List::Funders),
    ("made possible by ", List::Funders),
    ("acknowledges support from ", List::Funders),
];

/// One of these is in each of the markers, and in few sentences.
const ROOTS: &[&str] = &[
    "arrang",
    "ordnas",
    "organi",
    "hosted",
    "mellan ",
    "between",
    "jointly",
    "inbj",
    "bjuder in är",
    "står bakom",
    "avsändare",
    "event by",
    "evenemang av",
    "presented",
    "finans",
    "financ",
    "fund",
    "support",
    "stöd",
    "medel",
    "bidrag",
    "spons",
    "bekostas",
    "möjliggörs",
    "made possible",
];

/// What a sentence says about who is behind the event.
pub(super) fn sentence(
    text: &str,
    low: &str,
    line: u32,
    scope: Option<LabelKind>,
    roles: &mut Roles,
) {
    if scope == Some(LabelKind::Subject) {
        return;
    }
    let low = &Sifted::of(low);
    // Past events and projects have organisers of their own.
    if has_any(low, &["genomfördes av", "hölls av"]) {
        return;
    }
    let told = if has_any(low, ROOTS) { MARKERS } else { &[] };
    for &(marker, list) in told {
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
        if let Some(stop) = find(&fold(rest), " inom ramen ") {
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
    // "Stöd från C."
    for marker in ["stöd från ", "stöd av ", "bidrag från ", "support from ", "funding from "] {
        if low.starts_with(marker) {
            push(List::Funders, until_verb(&text[marker.len()..]), line, roles);
        }
    }
    turned(text, low, line, roles);
    for marker in [
        "in collaboration with ",
        "in cooperation with ",
        "in partnership with ",
        "i samarbete med ",
        "i samverkan med ",
        "arrangemanget sker i samarbete med ",
        "ett samarbete med ",
    ] {
        // "I samarbete med B arrangerar A …" has been read.
        if low.starts_with(marker)
            && !has_any(low, &[" bjuder ", " arrangerar ", " anordnar ", " ordnar ", " invite"])
        {
            let (own, more) = cut_collaboration(&text[marker.len()..]);
            push(List::Collaboration, until_verb(own), line, roles);
            for (list, part) in more {
                push(list, until_verb(part), line, roles);
            }
        }
    }
    // "Stiftelsen Gröna Fält i samarbete med Lyckeby församling" and nothing more.
    let alone = scope.is_none()
        && text.len() < 160
        && has_any(
            low,
            &[
                "i samarbete med ",
                "i samverkan med ",
                "tillsammans med ",
                "in collaboration with ",
                "together with ",
            ],
        );
    let (own, more) = if alone { cut_collaboration(text) } else { (text, Vec::new()) };
    if own.len() < text.len()
        && !own.contains([',', ':'])
        && crate::event::is_organisation(own, &low[..own.len()])
        && !["arrangör", "organis", "värd", "host", "kontakt"].iter().any(|w| low.starts_with(w))
        && !has_any(
            low,
            &[" arrangerar", " arrangeras", " bjuder", " ordnar", " är ", " hålls", " ges "],
        )
        && until_verb(text) == text.trim()
    {
        push(List::Organisers, own, line, roles);
        for (list, part) in more {
            push(list, part, line, roles);
        }
    }
    // "Vi på Hamnföreningen hälsar er välkomna!", "en kväll som Hamnföreningen ordnar"
    for (lead, verbs) in [
        ("vi på ", [" bjuder", " hälsar", " arrangerar", " ordnar"]),
        ("vi i ", [" bjuder", " hälsar", " arrangerar", " ordnar"]),
        (" som ", [" bjuder in", " anordnar", " arrangerar", " ordnar"]),
    ] {
        let Some(from) = low.find(lead).map(|at| at + lead.len()) else { continue };
        let Some(to) = verbs.iter().filter_map(|v| find(&low[from..], v)).min() else { continue };
        let name = &text[from..from + to];
        if name.starts_with(char::is_uppercase) && name.split(' ').count() <= 6 {
            push(List::Organisers, name, line, roles);
            for (list, part) in cut_collaboration(&text[from + to..]).1 {
                push(list, until_verb(part), line, roles);
            }
        }
    }
    // "Bakom kvällen står A, B och C."
    if low.starts_with("bakom ")
        && let Some(at) = low.find(" står ").filter(|&at| at < 40)
    {
        let (own, more) = cut_collaboration(&text[at + " står ".len()..]);
        push(List::Organisers, until_verb(own), line, roles);
        for (list, part) in more {
            push(list, until_verb(part), line, roles);
        }
    }
    // "En dag av A i samarbete med B", "Välkommen hälsar A och B!", "Väl mött önskar A"
    if let Some(from) = made_by(low).or_else(|| greets(low)).or_else(|| carried_out(low)) {
        let (own, more) = cut_collaboration(&text[from..]);
        let names = split_names(until_verb(own));
        if names.iter().all(|name| crate::words::names_body(name)) {
            push(List::Organisers, until_verb(own), line, roles);
            for (list, part) in more {
                push(list, until_verb(part), line, roles);
            }
        }
    }
    // "Pengar kommer till viss del från A", "… Medfinansiärer: A och B."
    if ["pengar ", "pengarna ", "medlen ", "finansieringen ", "stödet ", "funding comes "]
        .iter()
        .any(|w| low.starts_with(w))
        && let Some(at) = [" från ", " from "].iter().find_map(|w| low.find(w).map(|a| a + w.len()))
    {
        push(List::Funders, until_verb(&text[at..]), line, roles);
    }
    if scope.is_none()
        && let Some((label, value)) = text.split_once(": ")
        && label.len() < 40
    {
        let list = match crate::words::label_kind(&low[..label.len()]) {
            Some(LabelKind::Funder) => Some(List::Funders),
            Some(LabelKind::Organiser) => Some(List::Organisers),
            Some(LabelKind::Collaboration) => Some(List::Collaboration),
            _ => None,
        };
        if let Some(list) = list {
            push(list, until_verb(value), line, roles);
        }
    }
    // "A bidrar med pengar."
    for marker in [
        " bidrar med pengar",
        " bidrar med medel",
        " bidrar ekonomiskt",
        " bidrar till kostnaderna",
        " medfinansierar",
        " sponsrar ",
        " står för kostnaderna",
        " contributes funding",
    ] {
        if let Some(at) = low.find(marker)
            && text.starts_with(char::is_uppercase)
            && text[..at].split(' ').count() <= 8
        {
            push(List::Funders, &text[..at], line, roles);
        }
    }
    // "A och B arrangerar …", "X bjuder in till …"
    for marker in [
        " arrangerar",
        " kallar till",
        " kallar dig till",
        " bjuder in",
        " bjuder i sam",
        " bjuder tillsammans",
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
        " arranges",
        " are arranging",
        " is arranging",
        " is hosting",
        " står som arrangör",
        " står bakom arrangemanget",
        " bjuder nu in",
        " invites ",
    ] {
        let Some(at) = low.find(marker) else { continue };
        let after = &low[at + marker.len()..];
        let cut = marker.ends_with(" sam");
        if after.starts_with(|c: char| c.is_alphabetic()) && !marker.ends_with(' ') && !cut {
            continue;
        }
        let subject = text[..at].trim();
        let subject = subject.rsplit([':', '!', '?']).next().unwrap_or(subject).trim();
        // "Välkommen önskar A och B som arrangerar" has been read as a greeting.
        if greets(low).is_some() {
            continue;
        }
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
                    | "together"
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
        // "… bjuder i samverkan med B in till": the tail begins with the collaboration.
        let tail =
            &text[at + marker.find(" i sam").or(marker.find(" tills")).unwrap_or(marker.len())..];
        let (_, more) = cut_collaboration(tail);
        for (list, part) in more {
            push(list, until_verb(part), line, roles);
        }
    }
    // "Mötesplats X drivs av A tillsammans med B" says who runs it.
    for named in moderators(text, low) {
        add(&mut roles.moderators, Found::likely(named.name, line));
    }
}

/// "En kväll av …", "A conference by …": where who made it begins.
fn made_by(low: &Sifted<&str>) -> Option<usize> {
    let kind = low.as_str().strip_prefix(head_of(low, &["en ", "ett ", "a ", "an ", "the "])?)?;
    let (kind, _) = kind.split_once(' ')?;
    let whole = [
        "dag",
        "kväll",
        "konferens",
        "seminarium",
        "webbinarium",
        "träff",
        "workshop",
        "mötesplats",
        "helg",
        "mässa",
        "day",
        "evening",
        "conference",
        "seminar",
        "webinar",
        "workshop",
    ]
    .iter()
    .any(|w| kind.ends_with(w));
    let by = [" av ", " by ", " från "]
        .iter()
        .filter_map(|w| low.find(w).map(|at| at + w.len()))
        .min()?;
    // "The day is made possible by C"
    (whole && by < 60 && !has_any(&low[..by], &[" is ", " är ", " was "])).then_some(by)
}

/// "Dagen genomförs av …", "Konferensen hålls av …": where who does it begins.
fn carried_out(low: &Sifted<&str>) -> Option<usize> {
    let by = [" genomförs av ", " hålls av ", " ges av ", " is run by ", " is held by "]
        .iter()
        .filter_map(|w| low.find(w).map(|at| (at, at + w.len())))
        .min()?;
    (by.0 < 40 && of_the_whole(&low[..by.0])).then_some(by.1)
}

/// "Varmt välkomna önskar …", "Välkommen hälsar …": where who greets begins.
fn greets(low: &Sifted<&str>) -> Option<usize> {
    if !["väl", "varmt väl", "hjärtligt väl"].iter().any(|w| low.starts_with(w)) {
        return None;
    }
    let verb =
        [" hälsar ", " önskar "].iter().filter_map(|w| low.find(w).map(|at| at + w.len())).min()?;
    (verb < 60).then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_root_is_forgotten() {
        for (marker, _) in MARKERS {
            assert!(ROOTS.iter().any(|root| marker.contains(root)), "{marker}");
        }
    }
}
