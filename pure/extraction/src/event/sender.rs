//! A line that is an organisation's name: over a title it is who sends the page.

use crate::lines::{Line, fold};
use crate::words::{has_any, is_org_word};

/// Is the line the name of an organisation and nothing else?
pub(crate) fn names_organisation(line: &Line) -> bool {
    is_organisation(&line.text, &line.low)
}

/// "Myndigheten", "Länsföreningen": a body in the definite form.
pub(crate) fn is_founded(low: &str) -> bool {
    [
        "föreningen",
        "förbundet",
        "nätverket",
        "stiftelsen",
        "samfundet",
        "sällskapet",
        "nämnden",
        "myndigheten",
        "inspektionen",
        "delegationen",
        "institutet",
        "kommittén",
        "rådet",
        "unionen",
        "alliansen",
        "ombudsmannen",
        "styrelsen",
        "förvaltningen",
    ]
    .iter()
    .any(|e| low.ends_with(e))
}

pub(crate) fn is_organisation(text: &str, low: &str) -> bool {
    const KINDS: [&str; 26] = [
        "konferens",
        "seminari",
        "möte",
        "dag",
        "kurs",
        "kväll",
        "träff",
        "forum",
        "samtal",
        "hus på",
        "föreläs",
        "workshop",
        "dialog",
        "årsmöte",
        "stämma",
        "mässa",
        "mässan",
        "conference",
        "seminar",
        "meeting",
        "day",
        "talks",
        "lecture",
        "festival",
        "vecka",
        "open house",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 7
        || words.len() < 2
        || text.contains(['?', '!', ':', '–', '"', '”', '.'])
        || low.bytes().any(|b| b.is_ascii_digit())
        || !words.iter().any(|w| is_org_word(w) || is_founded(&fold(w)))
        || has_any(low, &KINDS)
    {
        return false;
    }
    // "Inspektionen för trygga varor", "Nätverket mot våld"
    let mut lows = low.split_whitespace();
    if lows.next().is_some_and(is_founded)
        && lows.next().is_some_and(|w| matches!(w, "för" | "mot"))
    {
        return true;
    }
    // "Ledarskap i förening", "Demokrati för nätverk" are about such bodies.
    let shouted = !text.chars().any(char::is_lowercase);
    let plain = |w: &str| (shouted || w.starts_with(char::is_lowercase)) && is_org_word(w);
    if let [first, between, last] = words[..]
        && matches!(fold(between).as_str(), "i" | "för" | "in" | "for")
        && plain(last)
        && !is_org_word(first)
    {
        return false;
    }
    words.iter().enumerate().all(|(n, word)| {
        word.starts_with(char::is_uppercase)
            || is_org_word(word)
            || n > 0
                && matches!(
                    *word,
                    "i" | "för"
                        | "och"
                        | "of"
                        | "the"
                        | "for"
                        | "and"
                        | "in"
                        | "&"
                        | "vid"
                        | "kommuns"
                )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_and_titles() {
        for (text, expected) in [
            ("Inspektionen för trygga varor", true),
            ("Nätverket mot våld i nära relationer", true),
            ("Mellanbygdens Hembygdsförbund", true),
            ("Biblioteket för alla", false),
            ("Skolan för framtiden", false),
            ("Rådet för äldre: höstmöte", false),
        ] {
            assert_eq!(is_organisation(text, &fold(text)), expected, "{text}");
        }
    }
}
