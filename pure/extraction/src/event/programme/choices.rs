//! Numbered and lettered group talks.

use crate::event::programme::leading::leading;
use crate::event::programme::titles::tidy_title;
use crate::event::programme::within::is_room;
use crate::people;
use crate::people::Named;

/// What a choice is about, who leads it and who speaks in it.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub title: String,
    pub leaders: Vec<Named>,
    pub speakers: Vec<Named>,
}

/// Reads the text of one choice.
pub(super) fn choice_told(text: &str) -> Told {
    // "Vem äger torget? Samtalsledare: A", "Torget. Med B, strateg. Samtalsledare A"
    if let Some(lead) = leading(text).filter(|lead| lead.cut > 0) {
        let head = text[..lead.cut].trim_end_matches([' ', '\t', ',', ':', '(', '–', '-']);
        let told =
            titled(head).filter(|(_, people)| people.iter().all(|p| p.sure || p.title.is_some()));
        let (title, speakers) = told.unwrap_or_else(|| (tidy_title(head), Vec::new()));
        if !title.is_empty() {
            return Told { title, leaders: lead.people, speakers };
        }
    }
    let first = text.split('\t').next().unwrap_or(text);
    if let Some((title, speakers)) = titled(first) {
        return Told { title, leaders: Vec::new(), speakers };
    }
    // A column of people beside it.
    let beside = text.split('\t').skip(1).find_map(|cell| people::list(cell.trim(), false));
    let people = beside.map(|(people, _)| people).unwrap_or_default();
    let speakers = people.into_iter().filter(|p| p.sure || p.title.is_some()).collect();
    Told { title: tidy_title(first), leaders: Vec::new(), speakers }
}

/// A title and the people after it.
fn titled(text: &str) -> Option<(String, Vec<Named>)> {
    let (cut, people) = people::after_title(text)?;
    let title =
        tidy_title(text[..cut].trim().trim_end_matches(['-', '–', '—', ',', ':', '.', '(']).trim());
    (!title.is_empty()).then_some((title, people))
}

/// "1. ", "1) ", "A. ", "a) ", "Spår A: ", "Grupp 1 – ", "Track 2: ": the marker and where the title begins.
pub(crate) fn choice_marker(text: &str, low: &str) -> Option<(String, usize)> {
    let mut at = 0;
    const WORDS: [&str; 18] = [
        "nr ",
        "spår ",
        "grupp ",
        "seminarium ",
        "session ",
        "track ",
        "workshop ",
        "group ",
        "samtal ",
        "alternativ ",
        "pass ",
        "tema ",
        "rum ",
        "room ",
        "bord ",
        "table ",
        "breakout ",
        "stream ",
    ];
    let mut worded = false;
    for word in WORDS {
        if low.starts_with(word) {
            at = word.len();
            worded = true;
            break;
        }
    }
    // "Karta 1. Vindkraft", "Station B: Ritningar": any one word may count them.
    if !worded && let Some(word) = counting_word(text, low) {
        at = word;
        let after = text[at..].trim_start_matches(|c: char| c.is_alphanumeric());
        worded = after.starts_with([' ', '\t', ',']);
    }
    // "(a) Mentors on the night shift"
    if !worded && low.starts_with('(') && low[1..].find(')').is_some_and(|end| end <= 2) {
        at = 1;
    }
    let rest = &text[at..];
    let mut chars = rest.char_indices();
    let (_, first) = chars.next()?;
    let mut end = at + first.len_utf8();
    let marker = if first.is_ascii_digit() {
        while text[end..].starts_with(|c: char| c.is_ascii_digit()) {
            end += 1;
        }
        if end - at > 2 {
            return None;
        }
        // "1A", "2B", "1a)"
        let letter = text[end..].chars().next().filter(|c| {
            c.is_ascii_uppercase()
                || c.is_ascii_lowercase() && text[end + 1..].starts_with([')', ':', '.'])
        });
        if letter.is_some() && !text[end + 1..].starts_with(|c: char| c.is_alphanumeric()) {
            end += 1;
            worded |= text[end..].starts_with([' ', '\t']);
        }
        text[at..end].to_owned()
    } else if !worded && let Some(pair) = lettered_at(&text[at..]) {
        // "A1 Skugga på gården", "B2: …"
        end = at + pair.len();
        worded = true;
        pair.to_owned()
    } else if let Some(roman) = roman_at(&text[at..]) {
        end = at + roman.len();
        roman.to_owned()
    } else if first.is_ascii_alphabetic()
        && (worded
            || first.is_ascii_uppercase()
            || text[end..].starts_with(')')
            // "a. Den tysta deltagaren"
            || text[end..].strip_prefix(". ").is_some_and(|t| t.starts_with(char::is_uppercase)))
    {
        if text[end..].starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        first.to_ascii_uppercase().to_string()
    } else {
        return None;
    };
    let sign = text[end..].chars().next()?;
    let good =
        matches!(sign, '.' | ')' | ':') || worded && matches!(sign, ' ' | '\t' | '-' | '–' | ',');
    if !good {
        return None;
    }
    let after = &text[end + sign.len_utf8()..];
    if !worded && !after.starts_with([' ', '\t']) {
        return None;
    }
    let sign = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | ':' | '.');
    let mut trimmed = after.trim_start_matches(sign);
    // "Track A (room K21): Farms and forests"
    if worded
        && let Some((_, rest)) = trimmed.strip_prefix('(').and_then(|t| t.split_once("):"))
        && rest.len() > 3
    {
        trimmed = rest.trim_start_matches(sign);
    }
    // "Track A, Room K21: Farms and forests"
    if worded
        && let Some((room, rest)) = trimmed.split_once(": ")
        && is_room(&room.to_lowercase())
    {
        trimmed = rest.trim_start_matches(sign);
    }
    if !trimmed.chars().any(char::is_alphabetic) {
        return None;
    }
    Some((marker, text.len() - trimmed.len()))
}

/// The length of the word (with its space, and "nr ") before a number or letter with a sign, where it
/// can be the name of what is counted.
fn counting_word(text: &str, low: &str) -> Option<usize> {
    let (first, rest) = low.split_once(' ')?;
    let at = first.len() + 1 + if rest.starts_with("nr ") { "nr ".len() } else { 0 };
    let marker = text.get(at..)?.split([' ', '.', ':', ')', '–', ',', '\t']).next()?;
    let counts =
        marker.len() <= 2 && !marker.is_empty() && marker.bytes().all(|b| b.is_ascii_digit())
            || marker.len() == 1 && marker.bytes().all(|b| b.is_ascii_uppercase());
    let sign = text[at + marker.len()..].starts_with(['.', ':', ')'])
        || [" –", " -", " (", "\t"].iter().any(|s| text[at + marker.len()..].starts_with(s))
        // "Verkstad A, Aulan: Lera"
        || text[at + marker.len()..]
            .strip_prefix(", ")
            .and_then(|t| t.split_once(": "))
            .is_some_and(|(room, _)| is_room(&room.to_lowercase()));
    (counts
        && sign
        && first.chars().all(char::is_alphabetic)
        && first.chars().count() >= 3
        && text.starts_with(char::is_uppercase)
        && !crate::words::is_day_part(first)
        && crate::when::weekday_word(first).is_none()
        && crate::when::month_of(first).is_none())
    .then_some(at)
}

/// "1", "A", "I", "1A": a list begins with it.
pub(super) fn is_first(marker: &str) -> bool {
    matches!(marker, "1" | "I")
        || marker.ends_with(['A', 'a'])
        || marker.len() == 2 && marker.ends_with('1') && marker.starts_with(char::is_alphabetic)
}

/// "A1", "B2": a letter and a figure before a space or a sign.
fn lettered_at(text: &str) -> Option<&str> {
    let digits = text.get(1..)?.bytes().take_while(u8::is_ascii_digit).count();
    let pair = text.get(..1 + digits)?;
    let rest = &text[pair.len()..];
    (text.starts_with(|c: char| c.is_ascii_uppercase())
        && (1..=2).contains(&digits)
        && (rest.starts_with([':', '.', ')'])
            || rest.starts_with(' ') && rest[1..].starts_with(char::is_uppercase)))
    .then_some(pair)
}

/// "II", "IV": a roman number of more than one letter, and "I".
fn roman_at(text: &str) -> Option<&str> {
    let end = text.len() - text.trim_start_matches(['I', 'V', 'X']).len();
    let roman = &text[..end];
    (end > 0
        && !text[end..].starts_with(|c: char| c.is_alphanumeric())
        && (roman == "I" || end > 1)
        && ROMAN.contains(&roman))
    .then_some(roman)
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// Is `next` the marker after `last`?
pub(super) fn follows(last: &str, next: &str) -> bool {
    // "1A" and "1B"
    let split = |m: &str| {
        let digits = m.len() - m.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        (digits > 0 && digits < m.len()).then_some(digits)
    };
    if let (Some(a), Some(b)) = (split(last), split(next)) {
        return last[..a] == next[..b] && follows(&last[a..], &next[b..]);
    }
    // "A1" and "A2"
    let lettered = |m: &str| {
        m.len() > 1
            && m.starts_with(|c: char| c.is_ascii_uppercase())
            && m[1..].bytes().all(|b| b.is_ascii_digit())
    };
    if lettered(last) && lettered(next) {
        return last[..1] == next[..1] && follows(&last[1..], &next[1..]);
    }
    let roman = |m: &str| ROMAN.iter().position(|r| *r == m);
    if let (Some(a), Some(b)) = (roman(last), roman(next))
        && b == a + 1
    {
        return true;
    }
    match (last.parse::<u32>(), next.parse::<u32>()) {
        (Ok(a), Ok(b)) => b == a + 1,
        (Err(_), Err(_)) => {
            let (a, b) = (last.bytes().next().unwrap_or(0), next.bytes().next().unwrap_or(0));
            b.eq_ignore_ascii_case(&(a + 1))
        }
        _ => false,
    }
}
