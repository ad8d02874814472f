//! A list entry's text: its parts, and which of them say what is on and which say where.

use crate::event::venue;
use crate::lines::Line;
use crate::lines::fold;
use crate::newsletter::places::{ends_as_place, is_placed};
use crate::sentences;
use crate::words::has_any;
use crate::words::is_town;
use crate::words::kind_of_title;
use crate::words::names_gathering;

/// A list entry's text in its parts, without signs.
pub(super) fn parts(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in text.split(['\t', ',', ';', '|', '•']) {
        for piece in part.split(" – ").flat_map(|p| p.split(" - ")).flat_map(|p| p.split(": ")) {
            let piece = sentences::split(piece).first().map_or(piece, |&(a, b)| &piece[a..b]);
            let piece = piece
                .trim()
                .trim_matches(|c: char| {
                    matches!(c, ',' | '.' | ':' | ' ' | '–' | '-' | '(' | ')' | '|')
                })
                .trim();
            // "Sala (torget" had its bracket trimmed.
            let closed = piece.contains('(') && !piece.contains(')');
            let piece = if closed { &format!("{piece})") } else { piece };
            let piece = piece
                .strip_prefix("kl")
                .map_or(piece, |r| if r.trim_matches(['.', ' ']).is_empty() { "" } else { piece });
            let open =
                matches!(fold(piece).as_str(), "och framåt" | "framåt" | "and onwards" | "onwards");
            if piece.chars().any(char::is_alphabetic) && !open && !is_status(&fold(piece)) {
                out.push(piece.to_owned());
            }
        }
        if out.len() > 8 {
            break;
        }
    }
    out
}

/// "INSTÄLLT", "tid meddelas senare", "cancelled", "fullbokat": how it stands with a thing, and
/// neither what it is nor where.
fn is_status(low: &str) -> bool {
    let first = low.split(' ').next().unwrap_or_default();
    ["inställ", "cancelled", "canceled", "fullbok", "fullteck", "flyttad", "flyttat", "postponed"]
        .iter()
        .any(|word| first.starts_with(word))
        || has_any(low, &["meddelas", "kommer senare", "to be announced", "to be confirmed"])
        || matches!(
            low,
            "tba"
                | "tbc"
                | "ny tid"
                | "ny dag"
                | "nytt datum"
                | "new time"
                | "new date"
                | "sold out"
                | "fully booked"
                | "obs"
                | "nyhet"
        )
}

/// Which parts of a list entry say what, and which say where.
pub(super) fn title_and_place(
    parts: &[String],
    heading: Option<&str>,
) -> (Option<String>, Option<String>) {
    let heading_town = heading.filter(|h| is_town(h.trim()));
    let placed = is_placed;
    match parts {
        [] => (None, heading_town.map(str::to_owned)),
        [only] => {
            // "at the community centre in Arvika", "på Gamla skolan"
            if let Some(place) = ["i ", "på ", "vid ", "hos ", "in ", "at "]
                .iter()
                .find_map(|word| only.strip_prefix(word))
                && is_placed(place)
                && !is_kind(place)
            {
                return (None, Some(place.to_owned()));
            }
            let low = fold(only);
            for marker in [" i ", " på ", " vid ", " hos ", " in ", " at "] {
                if let Some(at) = low.find(marker)
                    && at > 2
                    && !is_place_noun(&low[..at])
                {
                    let place = only[at + marker.len()..].trim().to_owned();
                    // "nationaldagsfirande i alla gårdar" is at no one place.
                    if !place.starts_with(char::is_uppercase) && !ends_as_place(&place) {
                        return (Some(only.clone()), heading_town.map(str::to_owned));
                    }
                    return (Some(only[..at].trim().to_owned()), Some(place));
                }
            }
            // "Studieresa till Visingsö": where it goes is where it is.
            if let Some(at) = [" till ", " to "].iter().find_map(|to| low.find(to))
                && let Some((_, place)) = only[at + 1..].split_once(' ')
                && has_any(&low[..at], &["resa", "utflykt", "besök", "trip", "excursion", "visit"])
                && place.starts_with(char::is_uppercase)
            {
                return (Some(only[..at].to_owned()), Some(place.to_owned()));
            }
            // "Öppet hus", "Städdag"
            if names_gathering(&low) {
                return (Some(only.clone()), heading_town.map(str::to_owned));
            }
            // "digital fika"
            if only.starts_with(char::is_lowercase) && (is_kind(only) || !placed(only)) {
                return (Some(only.clone()), heading_town.map(str::to_owned));
            }
            if placed(only) || heading_town.is_none() && only.split(' ').count() <= 3 {
                (None, Some(only.clone()))
            } else {
                (Some(only.clone()), heading_town.map(str::to_owned))
            }
        }
        // "årsstämma, Forsa", "Bokprat för skolan, Kulturparken, Växjö": what, and then where.
        [first, rest @ ..]
            if !placed(first) && first.starts_with(char::is_lowercase)
                || is_kind(first)
                    && rest.iter().any(|p| placed(p) || p.starts_with(char::is_uppercase)) =>
        {
            let places: Vec<&str> = rest
                .iter()
                .filter(|p| p.split(' ').count() <= 7)
                .map(String::as_str)
                .take(3)
                .collect();
            (Some(first.clone()), (!places.is_empty()).then(|| places.join(", ")))
        }
        // "Lekvattnet, vid bygdegården": where in the place that was named.
        [first, rest @ ..]
            if rest.len() == 1
                && !first.contains(' ')
                && first.starts_with(char::is_uppercase)
                && rest[0].starts_with(char::is_lowercase)
                && rest[0].split(' ').count() <= 4
                && heading_town.is_none() =>
        {
            (None, Some(format!("{first}, {}", rest[0])))
        }
        [first, rest @ ..] => {
            // "Frukost för föreningar, biblioteket, Sala": the body named is no place.
            let where_ = |text: &str| placed(text) && (is_sure_place(text) || rest.len() > 2);
            if !where_(first)
                && rest.iter().any(|p| placed(p))
                && !(rest.len() == 1 && is_town(rest[0].as_str()) && first.split(' ').count() < 3)
                || (!placed(first) && heading_town.is_some())
            {
                let places: Vec<&str> = rest
                    .iter()
                    .filter(|p| p.split(' ').count() <= 7)
                    .map(String::as_str)
                    .take(3)
                    .collect();
                (Some(first.clone()), Some(places.join(", ")))
            } else {
                // "Nävra kyrka, mässa", "Stadsparken, musik i kvällen": where, then what in small
                // letters that is no place.
                if let [place, what] = parts
                    && placed(place)
                    && what.starts_with(char::is_lowercase)
                    && !placed(what)
                    && ![
                        "vid ",
                        "utanför ",
                        "på ",
                        "i ",
                        "bakom ",
                        "intill ",
                        "framför ",
                        "by ",
                        "in ",
                        "at ",
                        "outside ",
                        "från ",
                        "till ",
                    ]
                    .iter()
                    .any(|w| what.starts_with(w))
                {
                    return (Some(what.clone()), Some(place.clone()));
                }
                // Where, and then perhaps what.
                let places: Vec<&str> = parts
                    .iter()
                    .enumerate()
                    .filter(|(n, p)| *n == 0 || placed(p) || p.split(' ').count() <= 3)
                    .map(|(_, p)| p.as_str())
                    .take(3)
                    .collect();
                let title = parts.iter().skip(1).find(|p| !places.contains(&p.as_str())).cloned();
                (title, Some(places.join(", ")))
            }
        }
    }
}

/// "Kurs i bokföring på Folkets hus i Heby", "Filmkväll (biblioteket, Sala)": what, and where in the
/// words after the first preposition that a place follows.
pub(super) fn split_place(text: &str) -> Option<(&str, &str)> {
    if let Some((what, place)) = text.strip_suffix(')').and_then(|t| t.split_once(" ("))
        && is_placed(place)
        && !is_kind(place)
    {
        return Some((what, place));
    }
    let mut at = 0;
    for word in text.split_inclusive(' ').take(16) {
        at += word.len();
        if at > word.len()
            && matches!(word, "i " | "på " | "vid " | "hos " | "in " | "at ")
            && let Some(rest) = text.get(at..)
        {
            let rest_word = rest.strip_prefix("the ").unwrap_or(rest);
            let first = rest_word.split(' ').next().unwrap_or_default();
            let place = ends_as_place(first)
                || first.starts_with(char::is_uppercase) && is_placed(rest)
                || rest_word != rest && is_placed(rest)
                || matches!(first, "gamla" | "stora" | "lilla") && is_placed(rest);
            if place && rest.split(' ').count() <= 7 {
                return Some((text[..at - word.len()].trim(), rest));
            }
        }
    }
    None
}

/// Does a text name what is on, by its kind: "Bokprat", "Nätverksträff för bibliotekarier"?
pub(super) fn is_kind(text: &str) -> bool {
    let low = fold(text);
    kind_of_title(&low).is_some() || names_gathering(&low)
}

fn is_place_noun(low: &str) -> bool {
    let word = low.split(' ').next_back().unwrap_or_default();
    has_any(
        word,
        &[
            "torg",
            "park",
            "bibliotek",
            "skola",
            "hamn",
            "kyrka",
            "gård",
            "hus",
            "plats",
            "station",
            "plan",
            "centrum",
            "salen",
            "hall",
            "lokal",
        ],
    )
}

/// Does a text name a place by more than a body that may be anything's: "föreningar", "region"?
fn is_sure_place(text: &str) -> bool {
    let words = text.split(' ').count();
    words <= 2
        || text.split(|c: char| !(c.is_alphanumeric() || c == '-')).any(is_town)
        || venue::has_street(text)
        || ends_as_place(text)
        || text.split(' ').next().is_some_and(ends_as_place)
}

/// "…, Garaget, Malmö: How to read a lease": the place and the title of an entry that names what
/// is on after a colon. The text is what follows the date, which ends at byte `from` of the line.
pub(super) fn told_after_colon(
    text: &str,
    line: &Line,
    from: usize,
) -> Option<(Option<String>, String)> {
    let last_time = line.times.iter().map(|t| t.end).max().unwrap_or(0).max(from) - from;
    let colon = text.get(last_time..)?.find(": ")? + last_time;
    let said = text[colon + 2..].trim();
    let said: Vec<&str> =
        sentences::split(said).into_iter().map(|(a, b)| said[a..b].trim()).collect();
    let title = said.first()?.trim_end_matches('.');
    // "13/1 kl 7.30: Ideella arkiv, Bo Ek. Församlingshemmet i Vara."
    let after = said
        .last()
        .filter(|t| said.len() > 1 && t.split(' ').count() <= 6 && is_placed(t))
        .map(|t| t.trim_end_matches('.').to_owned());
    // "Att avstå, komminister Karin Elgås": who speaks is not the title.
    // "Kurs i bokföring på Folkets hus i Heby", "Filmkväll (biblioteket, Sala)"
    let (title, after) = match split_place(title) {
        Some((what, place)) if after.is_none() => (what, Some(place.to_owned())),
        _ => (title, after),
    };
    let title = match title.split_once(", ") {
        Some((what, who)) if is_placed(who) => {
            if after.is_some() {
                what
            } else {
                title
            }
        }
        Some((what, who)) if !who.contains(", ") && who.split(' ').count() <= 4 => what,
        _ => title,
    };
    let before: Vec<String> = parts(&blanked(&text[..colon], line, from));
    if title.split(' ').count() > 14
        || !title.starts_with(|c: char| c.is_uppercase() || c == '”' || c == '"')
        || before.iter().any(|p| p.split(' ').count() > 6)
        || before.first().is_some_and(|p| !is_placed(p)) && before.len() == 1
    {
        return None;
    }
    // "14 april: Sala": what follows is where.
    if before.is_empty() && after.is_none() && (line.times.is_empty() || is_placed(title)) {
        return None;
    }
    let place = (!before.is_empty()).then(|| before[..before.len().min(3)].join(", ")).or(after);
    Some((place, title.to_owned()))
}

/// The text with its hours taken out.
fn blanked(text: &str, line: &Line, from: usize) -> String {
    let mut out = String::new();
    let mut at = 0;
    for time in &line.times {
        let (Some(start), Some(end)) = (time.start.checked_sub(from), time.end.checked_sub(from))
        else {
            continue;
        };
        if start >= at && end <= text.len() {
            out.push_str(&text[at..start]);
            out.push('\t');
            at = end;
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}
