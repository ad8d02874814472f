//! What a line begins with: a day or an hour, as the rows of a list do.

use crate::lines::fold;
use crate::when::weekday_word;

/// "tors 11 mars Ånge, torget", "onsdagen den 3/2 …", "den 4 mars …": does a text begin with a day?
pub(crate) fn with_day(text: &str) -> bool {
    let mut named = false;
    for word in text.split(' ').take(3) {
        let low = word.trim_end_matches(['.', ',', ':']).to_lowercase();
        if low == "den" || weekday_word(&low).is_some() {
            named = true;
        } else {
            return named && word.starts_with(|c: char| c.is_ascii_digit());
        }
    }
    false
}

/// "kl 13 Visning", "13.40 Kaffe": does it begin with a clock time, after a word if it must be `worded`?
pub(crate) fn with_hour(text: &str, worded: bool) -> bool {
    let low = fold(text.split(' ').next().unwrap_or_default());
    let bare = match low.trim_end_matches('.') {
        "kl" | "klockan" | "at" | "ca" | "cirka" | "från" | "from" | "omkring" => {
            text[low.len()..].trim_start()
        }
        _ if worded => return false,
        _ => text,
    };
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = bare[digits..].starts_with(['.', ':', '-', '–']);
    (1..=2).contains(&digits) && (minutes || bare.len() < text.len())
}

/// "kl. 10.15–11.00" and nothing more, not even a full stop.
pub(crate) fn only_hours(text: &str) -> bool {
    let rest = text.split_once(' ').map_or("", |(_, rest)| rest);
    text.ends_with(|c: char| c.is_ascii_digit()) && !rest.contains(char::is_alphabetic)
}

/// "kl 10.30 Paus" begins an item, "kl 18 i Folkets hus" goes on with a sentence.
pub(crate) fn titled_after_hour(text: &str) -> bool {
    let mut words = text.split(' ').skip(1).take(4);
    let after = words.find(|w| w.starts_with(char::is_alphabetic));
    after.is_some_and(|w| w.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_begin_with_a_day() {
        for row in ["tors 11 mars Ekfors, torget", "onsdagen den 3/2 Visning", "den 4 mars Kurs"] {
            assert!(with_day(row), "{row}");
        }
        for text in ["den nya lokalen", "torsdag kväll", "i mars", "11 mars"] {
            assert!(!with_day(text), "{text}");
        }
    }
}
