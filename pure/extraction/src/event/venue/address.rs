//! The grammar of addresses: a house, a street with a number, a town.

use crate::event::venue::is_digital;
use crate::lines::{Folded, Line, Question, fold};
use crate::model::Found;
use crate::model::Venue;
use crate::words;
use crate::words::ends_with;
use crate::words::is_org_word;
use crate::words::is_town;

/// Does the text hold a street with a number?
pub(crate) fn has_street(text: &str) -> bool {
    text.split([',', ';', '(', '|', '\t']).any(|part| street_in(part.trim()).is_some())
}

/// The same of a whole line.
pub(crate) fn is_at_street(line: &Line) -> bool {
    line.ask(Question::Street, |line| has_street(&line.text))
}

const ENDINGS: [&str; 26] = [
    "gatan",
    "vägen",
    "gata",
    "väg",
    "gränd",
    "gränden",
    "allén",
    "allé",
    "stigen",
    "backen",
    "esplanaden",
    "leden",
    "plats",
    "planen",
    "plan",
    "torg",
    "torget",
    "kajen",
    "promenaden",
    "slingan",
    "ringen",
    "avenyn",
    "street",
    "road",
    "avenue",
    "tullen",
];

/// "torget", "Storgatan": a kind of street, alone or at the end of a name.
pub(super) fn is_street(low: &str) -> bool {
    ends_with(low, &ENDINGS)
}

/// "Storgatan", "Hamnplan": a word that ends as streets do.
fn is_street_word(low: &str) -> bool {
    ENDINGS.iter().any(|e| low.ends_with(e) && low.len() > e.len())
}

/// "väg", "torget": a kind of street and nothing more.
fn is_street_kind(low: &str) -> bool {
    ENDINGS.contains(&low) || matches!(low, "square" | "lane" | "drive" | "slätten" | "boulevard")
}

fn bare(word: &str) -> Folded<'_> {
    fold(words::bare(word))
}

/// The street and number in a part of an address (bytes), if there is one.
pub(super) fn street_in(part: &str) -> Option<(usize, usize)> {
    // A street without a number can only end the part.
    if !part.bytes().any(|b| b.is_ascii_digit())
        && !part.rsplit(' ').next().is_some_and(|last| is_street_kind(&bare(last)))
    {
        return None;
    }
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in part.split(' ') {
        words.push((at, word));
        at += word.len() + 1;
    }
    for (n, &(start, word)) in words.iter().enumerate() {
        if words.get(n + 1).is_some_and(|&(_, next)| !is_number(next)) {
            continue;
        }
        let low = bare(word);
        let glued = is_street_word(&low);
        let own = is_street_kind(&low);
        if !glued && !own {
            // "Tullslätten 4", "Strömgården 2": a capital and a number after a comma is a street too,
            // when nothing else stands in the part.
            let alone = words.len() == 2
                && n == 0
                && word.starts_with(char::is_uppercase)
                && low.chars().count() > 5
                && is_number(words[1].1)
                && words[1].1.len() < 4;
            let not_room = !matches!(
                low.as_str(),
                "building"
                    | "byggnad"
                    | "block"
                    | "sal"
                    | "rum"
                    | "lokal"
                    | "room"
                    | "hall"
                    | "hus"
                    | "house"
                    | "plan"
                    | "våning"
                    | "spår"
                    | "grupp"
            ) && !low.ends_with("salen")
                && !low.ends_with("rummet")
                && !low.ends_with("sal");
            if alone && not_room && crate::when::month_of(&low).is_none() {
                return Some((0, part.len()));
            }
            continue;
        }
        let Some(&(number_at, number)) = words.get(n + 1) else {
            // "J A Hedlunds väg" without a number.
            if own
                && n >= 1
                && words[0].1.starts_with(char::is_uppercase)
                && !matches!(low.as_str(), "plats" | "plan" | "torg" | "torget")
            {
                return Some((words[0].0, part.len()));
            }
            continue;
        };
        // The name of the street begins with the capitals before it, "Lars Janssonsgatan".
        let mut first = n;
        while first > 0
            && (words[first - 1].1.starts_with(char::is_uppercase)
                || matches!(words[first - 1].1, "von" | "af"))
            && n - first < 3
            && !is_org_word(words[first - 1].1)
        {
            first -= 1;
        }
        // "Torget 1" and "Kajen 4" are streets where they stand alone, "Plan 2" and "Plats 4" are not.
        let definite = words.len() == 2
            && word.starts_with(char::is_uppercase)
            && low.ends_with('n') | low.ends_with("torget")
            && !low.starts_with("plan");
        if own && first == n && low.chars().count() < 8 && !definite {
            continue;
        }
        let mut end = number_at + number.trim_end_matches(['.', ',', ';', ')']).len();
        // "4 B"
        if let Some(&(letter_at, letter)) = words.get(n + 2) {
            let letter_bare = letter.trim_end_matches(['.', ',']);
            if letter_bare.len() == 1 && letter_bare.chars().all(|c| c.is_ascii_uppercase()) {
                end = letter_at + letter_bare.len();
            }
        }
        return Some((if first < n { words[first].0 } else { start }, end));
    }
    None
}

fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')']);
    word.len() <= 6
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))
}

/// "Vi ses på Folkets park", "Hybrid: sal E10", "Samling vid torget": what stands before the place.
fn without_lead(text: &str) -> &str {
    let low = fold(text);
    if low.len() != text.len() {
        return text;
    }
    let mut from = 0;
    for form in
        ["hybrid", "på plats", "fysiskt", "on site", "onsite", "in person", "lokal", "adress"]
    {
        if let Some(rest) = low.strip_prefix(form)
            && let Some(after) = rest.strip_prefix([':', ','])
        {
            from = low.len() - after.trim_start().len();
        }
    }
    for lead in
        ["c/o ", "i ", "på ", "hos ", "vid ", "utanför ", "at the ", "at ", "in the ", "outside "]
    {
        if low[from..].starts_with(lead)
            && text[from + lead.len()..].starts_with(char::is_uppercase)
        {
            from += lead.len();
            break;
        }
    }
    for lead in [
        "på plats ",
        "fysiskt ",
        "vi ses ",
        "vi träffas ",
        "vi håller till ",
        "vi samlas ",
        "vi möts ",
        "samling ",
        "mötet hålls ",
        "mötet är ",
        "we meet ",
        "we will meet ",
        "meet ",
    ] {
        if let Some(rest) = low[from..].strip_prefix(lead)
            && let Some(place) = ["i ", "på ", "vid ", "hos ", "utanför ", "at ", "in ", "outside "]
                .iter()
                .find_map(|way| rest.strip_prefix(way))
        {
            let at = low.len() - place.len();
            if text[at..].starts_with(char::is_uppercase) {
                from = at;
            }
        }
    }
    // "Lunch till lunch på Villa Sund, Kustgatan 4", "Heldag i Rådhuset": what is held, and where.
    let name = low[from..].find(',').map_or(low.len(), |at| from + at);
    let way = [" på ", " i ", " hos ", " at "]
        .iter()
        .filter_map(|way| low[from..name].find(way).map(|at| (from + at, from + at + way.len())))
        .min();
    if let Some((head, place)) = way
        && text[place..].starts_with(char::is_uppercase)
        && (HELD.contains(&&low[from..head]) || low[from..head].starts_with("lunch till lunch"))
    {
        from = place;
    }
    &text[from..]
}

/// What is said to be held before its place.
const HELD: &[&str] = &[
    "heldag",
    "halvdag",
    "lunch-till-lunch",
    "lunch–lunch",
    "lunch-lunch",
    "konferens",
    "konferensen",
    "seminarium",
    "seminariet",
    "workshop",
    "möte",
    "mötet",
    "träff",
    "träffen",
    "kväll",
    "tvådagars",
    "internat",
    "full day",
    "half day",
    "conference",
    "seminar",
    "meeting",
];

/// An address in one line of text.
pub(crate) fn parse(text: &str, line: u32) -> Venue {
    let mut venue = Venue::default();
    let mut names: Vec<String> = Vec::new();
    let cut = crate::sentences::split(text).first().map_or(text.len(), |&(_, end)| end);
    let text = without_lead(text[..cut].trim().trim_end_matches('.'));
    let unfolded = out_of_brackets(text);
    let text = unfolded.as_deref().unwrap_or(text);
    let signed = with_commas(text);
    let text = signed.as_deref().unwrap_or(text);
    let parts: Vec<&str> = split_parts(text);
    let mut after_street = false;
    let digital = parts.iter().any(|p| is_digital(&fold(p)));
    // "Magasin 113, Kajvägen 2 B, Luleå": a house with a number before a street that is one.
    let sure = parts.iter().position(|part| {
        if !part.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        part.split(' ').count() != 2 && street_in(without_postcode(part)).is_some()
            || part.split(' ').next().is_some_and(|w| is_street_word(&fold(w)))
                && street_in(without_postcode(part)).is_some()
    });
    for (n, &part) in parts.iter().enumerate() {
        // "Lycksele samt direktsändning"
        let part = [" samt ", " och ", " eller ", " & ", " + ", " and ", " or "]
            .iter()
            .find_map(|joint| part.split_once(joint))
            .filter(|(_, tail)| is_digital(&fold(tail)))
            .map_or(part, |(head, _)| head.trim());
        // "Zoom, länk skickas ut dagen innan"
        if digital
            && parts.len() > 1
            && part.starts_with(char::is_lowercase)
            && !is_room(&fold(part))
        {
            continue;
        }
        // "Kalmar (eller följ med på länk)"
        let part = match part.find(" (") {
            Some(at)
                if part[at + 2..].starts_with(char::is_lowercase)
                    || n > 0 && is_town(&part[..at]) =>
            {
                part[..at].trim()
            }
            _ => part,
        };
        let low = fold(part);
        let country = matches!(
            low.as_str(),
            "sweden" | "sverige" | "norway" | "norge" | "denmark" | "danmark" | "finland"
        );
        if is_digital(&low) && parts.len() > 1 || part.is_empty() || country || super::unsaid(&low)
        {
            continue;
        }
        let part = without_postcode(part);
        let part = part
            .strip_prefix("centrala ")
            .or_else(|| part.strip_prefix("central "))
            .unwrap_or(part);
        // "Norra Byn 14, 770 12 Rävmossen": what stands before a postcode and ends in a number.
        let postal = n > 0
            && venue.street.is_none()
            && parts.get(n + 1).is_some_and(|next| without_postcode(next) != *next)
            && part.starts_with(char::is_uppercase)
            && part.split(' ').count() <= 4
            && part.split(' ').next_back().is_some_and(is_number)
            && !is_room(&low);
        if postal {
            venue.street = Some(Found::likely(part.to_owned(), line));
            after_street = true;
            continue;
        }
        if let Some((start, end)) = street_in(part)
            && !sure.is_some_and(|at| n < at)
        {
            if venue.street.is_none() {
                venue.street = Some(Found::certain(part[start..end].to_owned(), line));
                let before = part[..start].trim().trim_end_matches(['-', '–']).trim();
                let before = before
                    .strip_suffix(" på")
                    .or_else(|| before.strip_suffix(" vid"))
                    .unwrap_or(before)
                    .trim();
                // "Folkets hus ligger på Storgatan 2"
                let before = [" ligger", " finns", " är"]
                    .iter()
                    .find_map(|verb| before.strip_suffix(verb))
                    .unwrap_or(before);
                if !before.is_empty() && before != "på" {
                    names.push(before.to_owned());
                }
                let after = part[end..].trim().trim_start_matches(['-', '–', ',']).trim();
                let town =
                    after.strip_prefix("i ").or_else(|| after.strip_prefix("in ")).unwrap_or(after);
                if town.starts_with(char::is_uppercase) && town.split(' ').count() <= 2 {
                    venue.town = Some(Found::certain(town.to_owned(), line));
                }
            }
            after_street = true;
            continue;
        }
        // "Hallands konstmuseum, Tollsgatan, Halmstad": a street without a number.
        if n > 0
            && venue.street.is_none()
            && !part.contains(' ')
            && part.starts_with(char::is_uppercase)
            && ["gatan", "vägen", "gränden", "allén", "esplanaden", "stigen", "kajen"]
                .iter()
                .any(|e| low.ends_with(e) && low.len() > e.len() + 2)
        {
            venue.street = Some(Found::likely(part.to_owned(), line));
            after_street = true;
            continue;
        }
        let words = part.split_whitespace().count();
        let plain =
            part.starts_with(char::is_uppercase) && !part.bytes().any(|b| b.is_ascii_digit());
        let last = n + 1 == parts.len();
        if venue.town.is_none()
            && plain
            && words <= 2
            && (is_town(part) || after_street && words <= 2 && !is_org_word(part) && !is_room(&low))
            && (n > 0 || is_town(part))
        {
            venue.town = Some(Found::certain(part.to_owned(), line));
            continue;
        }
        // The last part of a longer address is the town, known or not.
        if venue.town.is_none()
            && plain
            && last
            && n > 0
            && words == 1
            && !is_org_word(part)
            && !is_room(&low)
            && !is_digital(&low)
        {
            venue.town = Some(Found::likely(part.to_owned(), line));
            continue;
        }
        if after_street || is_digital(&low) {
            continue;
        }
        names.push(part.to_owned());
    }
    if let Some(first) = names.first_mut() {
        for prefix in ["i ", "på ", "hos ", "at ", "in ", "the ", "vid "] {
            if let Some(rest) = first.strip_prefix(prefix)
                && rest.starts_with(char::is_uppercase)
            {
                *first = rest.to_owned();
            }
        }
    }
    // "i Borås på Storgatan 3": the town, and no house.
    if venue.town.is_none() && venue.street.is_some() && names.len() == 1 && is_town(&names[0]) {
        venue.town = names.pop().map(|town| Found::certain(town, line));
    }
    let mut name = names.join(", ");
    // "Medborgarhuset i Alfta", "Elite stadshotell Eskilstuna"
    name = name.replace(" i centrala ", " i ");
    if venue.town.is_none()
        && let Some((head, town)) = name.rsplit_once(" i ").or_else(|| name.rsplit_once(" in "))
        && town.starts_with(char::is_uppercase)
        && town.split(' ').count() <= 2
        && (is_town(town) || !is_org_word(town))
    {
        venue.town = Some(Found::certain(town.to_owned(), line));
        name = head.to_owned();
    }
    if venue.town.is_none()
        && let Some((_, town)) = name.rsplit_once(' ')
        && is_town(town)
    {
        venue.town = Some(Found::likely(town.to_owned(), line));
    }
    let name = name
        .trim()
        .trim_matches(|c: char| matches!(c, ',' | '.' | '(' | ')' | ' ' | ':' | '–' | '-'))
        .to_owned();
    if name.chars().count() > 2 && name.chars().count() < 120 {
        venue.name = Some(Found::certain(name, line));
    }
    venue
}

/// "Storgatan 2, Sala (Folkets hus)", "Folkets hus, Sala (Storgatan 2)", "Sala (Folkets hus, Storgatan
/// 2)": the house or the street in brackets, put where an address has it.
fn out_of_brackets(text: &str) -> Option<String> {
    let (head, rest) = text.split_once(" (")?;
    let (inner, tail) = rest.split_once(')').unwrap_or((rest, ""));
    if !inner.starts_with(char::is_uppercase) || inner.len() > 80 || is_digital(&fold(inner)) {
        return None;
    }
    let tail = tail.trim_start_matches([',', ' ']);
    let tail = if tail.is_empty() { String::new() } else { format!(", {tail}") };
    if has_street(inner) && !has_street(head) {
        // "Sala (Folkets hus, Storgatan 2)"
        return Some(if is_town(head) {
            format!("{inner}, {head}{tail}")
        } else {
            format!("{head}, {inner}{tail}")
        });
    }
    // "Piteå (Brygghuset)"
    if is_town(head) && !is_town(inner) {
        return Some(format!("{inner}, {head}{tail}"));
    }
    let first = head.split(',').next().unwrap_or(head);
    (street_in(first).is_some_and(|(start, _)| start == 0)
        && !is_town(inner)
        && first.bytes().any(|b| b.is_ascii_digit()))
    .then(|| format!("{inner}, {head}{tail}"))
}

/// "Piteå – Brygghuset, Hamnvägen 33", "Nalen / Regeringsgatan 74 / Stockholm": other signs where an
/// address has commas; and the first of two places, "… eller Biblioteket, Torget 1, Heby".
fn with_commas(text: &str) -> Option<String> {
    for joint in [" eller ", " or ", " alternativt "] {
        if let Some((head, tail)) = text.split_once(joint)
            && has_street(head)
            && has_street(tail)
        {
            return Some(head.to_owned());
        }
    }
    for sign in [" – ", " - ", ": "] {
        if let Some((town, rest)) = text.split_once(sign)
            && is_town(town)
            && rest.starts_with(char::is_uppercase)
        {
            return Some(format!("{rest}, {town}"));
        }
    }
    (text.contains(" / ") && text.split(" / ").any(has_street)).then(|| text.replace(" / ", ", "))
}

fn is_room(low: &str) -> bool {
    let first = low.split_whitespace().next().unwrap_or_default();
    matches!(
        first,
        "sal"
            | "rum"
            | "lokal"
            | "room"
            | "hall"
            | "aula"
            | "aulan"
            | "hörsalen"
            | "plan"
            | "våning"
            | "floor"
            | "stora"
            | "lilla"
            | "entré"
            | "ingång"
    ) || low.ends_with("salen")
        || low.ends_with("rummet")
}

fn split_parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0i32;
    let mut from = 0;
    for (index, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' | ';' | '\t' | '|' if depth <= 0 => {
                parts.push(text[from..index].trim());
                from = index + 1;
            }
            _ => {}
        }
    }
    parts.push(text[from..].trim());
    parts.retain(|p| !p.is_empty());
    parts
}

/// "852 31 Sundsvall" is Sundsvall.
pub(super) fn without_postcode(part: &str) -> &str {
    // "SE-413 90 Göteborg"
    let part = part.strip_prefix("SE-").or_else(|| part.strip_prefix("S-")).unwrap_or(part);
    let digits: String = part.chars().take(6).filter(char::is_ascii_digit).collect();
    let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if digits.len() == 5 && rest.starts_with(char::is_uppercase) { rest } else { part }
}
