//! A place told of in a sentence.

use crate::event::venue::address::has_street;
use crate::event::venue::address::is_street;
use crate::event::venue::address::parse;
use crate::event::venue::address::street_in;
use crate::lines::fold;
use crate::model::Found;
use crate::model::Venue;
use crate::words::find;
use crate::words::has_any;
use crate::words::is_org_word;
use crate::words::is_platform;
use crate::words::is_town;

/// "Hyresgästernas hus", "Dalsjö skolas aula": the kind of house, in small letters.
fn is_house(low: &str) -> bool {
    matches!(
        low,
        "hus"
            | "torg"
            | "park"
            | "aula"
            | "bibliotek"
            | "bygdegård"
            | "skola"
            | "skolas"
            | "kyrka"
            | "slott"
            | "stadshotell"
            | "konserthus"
            | "hembygdsgård"
            | "folkhögskola"
            | "kommunhus"
            | "stadshus"
            | "rådhus"
            | "museum"
            | "föreningshus"
            | "församlingshem"
            | "kulturhus"
            | "gymnasium"
            | "herrgård"
            | "gård"
            | "teater"
            | "medborgarhus"
            | "matsal"
            | "lokaler"
            | "kontor"
            | "brunn"
            | "station"
            | "hamn"
            | "universitet"
            | "högskola"
    )
}

/// Does a word of the name tell that it is a house?
pub(super) fn names_house(low: &str) -> bool {
    low.split([' ', ',']).any(|w| is_house(w) || HOUSES.iter().any(|h| w.ends_with(h)))
}

/// "Dagen hålls i …", "Vi håller till på …", "The meeting takes place at …": where the event itself is,
/// wherever on the page it stands.
pub(super) fn of_itself(low: &str) -> bool {
    const ITSELF: &[&str] = &[
        "dagen",
        "kvällen",
        "mötet",
        "träffen",
        "konferensen",
        "seminariet",
        "kursen",
        "utbildningen",
        "workshopen",
        "föreläsningen",
        "arrangemanget",
        "evenemanget",
        "meeting",
        "day",
        "conference",
        "seminar",
        "workshop",
        "event",
        "course",
        "it",
    ];
    const IS: &[&str] = &[
        " hålls ",
        " äger rum ",
        " arrangeras ",
        " genomförs ",
        " takes place ",
        " will take place ",
        " is held ",
        " will be held ",
    ];
    IS.iter().any(|verb| {
        find(low, verb).is_some_and(|at| {
            let subject = low[..at].rsplit(' ').next().unwrap_or_default();
            ITSELF.contains(&subject)
        })
    }) || ["vi håller till ", "vi träffas ", "vi samlas ", "vi möts ", "we meet at "]
        .iter()
        .any(|lead| low.contains(lead))
        || ["välkommen till ", "välkomna till ", "welcome to "]
            .iter()
            .any(|lead| low.starts_with(lead))
            && has_street(low)
}

/// "… hos Studiehuset på Drottninggatan 8 i Arvika.", "Vi ses på Navet Science Center i Borås …"
pub(super) fn in_sentence(text: &str, low: &str, line: u32) -> Option<Venue> {
    let meets = has_any(
        low,
        &[
            "välkom",
            " ses ",
            "äger rum",
            "hålls",
            "träffas",
            "håller till",
            "samlas",
            "ses vi",
            "plats",
            "lokal",
            "takes place",
            "will be held",
            "meet at",
            "we meet",
            "mötet är",
            "bjuder in",
            "arrangeras",
            "genomförs på",
            "genomförs i",
            "är vi i ",
            "är vi på ",
            "är i år",
            "hosted at",
            "held at",
            "held in",
            "join us",
            "see you at",
            "seeing you at",
        ],
    );
    // "Adress Grönlandsvägen 27, Malung."
    for lead in [
        "adress ",
        "adressen är ",
        "address ",
        "besöksadress ",
        "besöksadressen är ",
        "lokalen är ",
        "platsen är ",
        "mötesplatsen är ",
        "mötesplats är ",
        "samlingsplatsen är ",
        "the venue is ",
        "venue is ",
        "the address is ",
    ] {
        if low.starts_with(lead) && has_street(&text[lead.len()..]) {
            return Some(parse(text[lead.len()..].trim_end_matches(['.', '!']), line));
        }
    }
    let street = has_street(text) || street_in(text).is_some();
    if !meets && !street {
        return None;
    }
    // "Sammanträdesrum Dellen, kommunhuset, Trädgårdsgatan 4, Hudiksvall.": nothing but a place.
    if street
        && text.starts_with(char::is_uppercase)
        && text.contains(',')
        && text.split(' ').count() <= 9
        && !low.contains(": ")
        && !has_any(&low[..low.find(',').unwrap_or(0)], &[" at ", " i ", " på ", " in ", " vid "])
        && !meets
    {
        let found = parse(text.trim_end_matches(['.', '!']), line);
        if found.name.is_some() && found.street.is_some() {
            return Some(found);
        }
    }
    let mut bare_street: Option<Venue> = None;
    for marker in
        [" hos ", " på ", " i ", " at ", " in ", " vid ", " utanför ", " till ", ": ", ", "]
    {
        // "samma lokal: Folkets hus i Sala, Storgatan 2": only a house with its street.
        let sign = marker.len() == 2;
        let mut from = 0;
        let mut tried = 0;
        while let Some(offset) = low[from..].find(marker).filter(|_| tried < 40) {
            tried += 1;
            let at = from + offset + marker.len();
            from = at;
            let rest = &text[at..];
            let rest = rest.strip_prefix("the ").unwrap_or(rest);
            if !rest.starts_with(char::is_uppercase)
                || is_platform(&fold(rest.split([',', '.']).next().unwrap_or(rest)))
                    .is_some_and(|(a, _)| a == 0)
            {
                continue;
            }
            // The name goes on while its words are capitals or link them.
            let mut end = 0;
            for word in rest.split_inclusive(' ') {
                // "… på Hotell Gästis i Mjölby (Järnvägsgatan 14)"
                let bracketed = end > 0
                    && word.starts_with('(')
                    && has_street(rest[end + 1..].split(')').next().unwrap_or_default());
                let bare = word.trim().trim_start_matches(if bracketed { '(' } else { ' ' });
                let capital = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                let links = matches!(
                    bare,
                    "i" | "på" | "och" | "in" | "at" | "för" | "of" | "the" | "de" | "vid"
                );
                let house = end > 0 && is_house(&fold(bare.trim_end_matches([',', '.', '!'])));
                // "Röda magasinet, Hamngatan 1"
                let housed = end > 0
                    && bare.ends_with(',')
                    && rest[end + word.len()..].split(',').next().is_some_and(has_street);
                // "Stora torget 1", "Norra vägen 12"
                let street = end > 0
                    && is_street(&fold(bare))
                    && rest[end + word.len()..].starts_with(|c: char| c.is_ascii_digit());
                // "Läroverket, sal 214, Nygatan 31"
                let room = rest[..end].ends_with(", ")
                    && matches!(
                        bare,
                        "sal" | "rum" | "lokal" | "plan" | "våning" | "room" | "hall"
                    );
                if end > 160 || !capital && !links && !house && !housed && !street && !room {
                    break;
                }
                end += word.len();
                if bare.ends_with(['.', '!', '?', ';', ':'])
                    || bare.ends_with(',')
                        && !(has_street(&rest[end..])
                            || is_town(
                                rest[end..].split([',', '.', ' ']).next().unwrap_or_default(),
                            ))
                {
                    break;
                }
            }
            let mut phrase = rest[..end].trim();
            for tail in [" i", " på", " och", " in", " at", " för", " of", " vid"] {
                phrase = phrase.strip_suffix(tail).unwrap_or(phrase);
            }
            let found = parse(phrase.trim_end_matches([',', '.', '!']), line);
            // "Välkommen till Kulturhuset i Arvika", and not to the union or the conference.
            if marker == " till "
                && !phrase
                    .split([' ', ','])
                    .next()
                    .is_some_and(|w| HOUSES.iter().any(|h| fold(w).ends_with(h)))
                && !(found.street.is_some() && found.name.is_some())
            {
                continue;
            }
            let housed = phrase.split_whitespace().any(|w| is_org_word(w.trim_matches(',')));
            // "i Församlingshemmet på Prästgatan 8": the street comes before the house in this search.
            if found.street.is_some() && found.name.is_none() {
                if !sign {
                    bare_street.get_or_insert(found);
                }
                continue;
            }
            let known = bare_street.as_ref().is_none_or(|known| {
                known.street.as_ref().map(|s| &s.value) == found.street.as_ref().map(|s| &s.value)
            });
            if known
                && (found.street.is_some() && (!sign || housed)
                    || (meets && !sign && found.name.is_some() && (found.town.is_some() || housed)))
            {
                return Some(found);
            }
        }
    }
    if let Some(mut found) = bare_street {
        // "Folkets hus ligger på Storgatan 2 i Sala."
        if let Some(at) =
            [" ligger ", " finns ", " is at ", " is on "].iter().find_map(|verb| low.find(verb))
            && at < 50
            && text.starts_with(char::is_uppercase)
            && names_house(&low[..at])
        {
            found.name = Some(Found::likely(text[..at].trim().to_owned(), line));
        }
        return Some(found);
    }
    if !meets {
        return None;
    }
    small_house(text, line).or_else(|| {
        // "Vi ses i Piteå."
        let (_, tail) = [
            " ses i ",
            " hålls i ",
            " äger rum i ",
            " träffas i ",
            " möts i ",
            " arrangeras i ",
            " place in ",
            " held in ",
        ]
        .iter()
        .find_map(|lead| low.find(lead).map(|at| text.split_at(at + lead.len())))?;
        let town = tail.split([' ', ',', '.', '!', ')']).next().filter(|w| is_town(w))?;
        Some(Venue { town: Some(Found::likely(town.to_owned(), line)), ..Venue::default() })
    })
}

/// How the name of a house ends in the definite form.
const HOUSES: [&str; 17] = [
    "huset",
    "salen",
    "lokalen",
    "gården",
    "biblioteket",
    "skolan",
    "kyrkan",
    "hemmet",
    "torget",
    "parken",
    "rummet",
    "museet",
    "stugan",
    "hallen",
    "teatern",
    "aulan",
    "slottet",
];

/// "… i väntsalen i stationshuset i Hjo": a house named in small letters, with its town.
fn small_house(text: &str, line: u32) -> Option<Venue> {
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let leads = |w: &str| matches!(w, "i" | "på" | "vid" | "hos");
    let house = |w: &str| {
        w.starts_with(char::is_lowercase)
            && HOUSES.iter().any(|h| bare(w).ends_with(h) && bare(w).len() > h.len())
    };
    let at = (1..words.len()).find(|&n| leads(words[n - 1]) && house(words[n]))?;
    let mut end = at + 1;
    while end + 1 < words.len()
        && !words[end - 1].ends_with([',', '.'])
        && leads(words[end])
        && house(words[end + 1])
    {
        end += 2;
    }
    let town = (words.get(end).is_some_and(|w| leads(w)))
        .then(|| words.get(end + 1).map(|w| bare(w)))
        .flatten()
        .filter(|w| w.starts_with(char::is_uppercase));
    // "Vi ses vid bygdegården kl 9": which one, everybody there knows.
    let low = fold(text);
    let known = at <= 5
        && has_any(&low, &["vi ses ", "träffas ", "samlas ", "samling "])
        && text.bytes().any(|b| b.is_ascii_digit());
    if town.is_none() && !known {
        return None;
    }
    let name = words[at..end].join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    Some(Venue {
        name: Some(Found::likely(name, line)),
        street: None,
        town: town.map(|town| Found::likely(town, line)),
    })
}
