//! The words that Swedish and English pages use: names, towns, labels, professional titles, kinds
//! of programme items, what stands around a page. Only vocabulary; what follows from a word is
//! decided by the stages.

mod breaks;
mod doings;
mod gatherings;
mod kinds;
mod labels;
mod menu;
mod names;
mod noise;
mod organisations;
mod parts;
mod titles;
mod towns;
mod vocabulary;

pub(crate) use gatherings::{is_gathering, names_gathering};
pub(crate) use kinds::kind_of_title;
pub(crate) use labels::{LabelKind, label_kind};
pub(crate) use names::{has_family_ending, is_given_name};
pub(crate) use noise::{is_button, is_menu, is_noise, is_noise_word, is_platform, platform_in};
pub(crate) use organisations::{
    is_body, is_collective, is_house, is_org_word, looks_like_org, names_body,
};
pub(crate) use parts::{is_day_part, is_part};
pub(crate) use titles::{is_honorific, is_title_word, is_unshared_title};
pub(crate) use towns::is_town;
pub(crate) use vocabulary::{Quick, Sieve, Sifted, Text, Vocabulary};

/// Does `text` contain `needle` as whole words?
pub(crate) fn has_word(text: &str, needle: &str) -> bool {
    find_word(text, needle).is_some()
}

/// Where `needle` stands in `text` as whole words.
pub(crate) fn find_word(text: &str, needle: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(offset) = find(&text[from..], needle) {
        let at = from + offset;
        let end = at + needle.len();
        let before = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let after = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        if before && after {
            return Some(at);
        }
        from = end;
    }
    None
}

/// Does `text` contain one of the words? Quicker for a [`Sifted`] text, when it is asked often.
pub(crate) fn has_any<T: Text + ?Sized>(text: &T, needles: &[&str]) -> bool {
    text.has_any(needles)
}

/// The text without the signs at its ends. Most words have none.
pub(crate) fn bare(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => text,
        _ => text.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Does the text begin with one of the phrases? Nearly always the first letter says no.
pub(crate) fn begins_with(text: &str, heads: &[&str]) -> bool {
    head_of(text, heads).is_some()
}

/// The first of the phrases that the text begins with.
pub(crate) fn head_of<'a>(text: &str, heads: &[&'a str]) -> Option<&'a str> {
    let first = text.as_bytes().first();
    heads.iter().copied().find(|w| w.as_bytes().first() == first && text.starts_with(w))
}

/// Does the text end with one of the phrases? Nearly always the last letter says no.
pub(crate) fn ends_with(text: &str, tails: &[&str]) -> bool {
    let last = text.as_bytes().last();
    tails.iter().any(|w| w.as_bytes().last() == last && text.ends_with(w))
}

/// The beginning of the text, so long that what is sought stands near.
pub(crate) fn near(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Does the text contain the phrase?
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    text.contains(needle)
}

/// Where the phrase stands first in the text. Lines and phrases are short: what the standard search
/// for a place spends on getting ready costs more than looking. The one for whether it stands there
/// at all compares many bytes at once, and the answer is nearly always no.
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    if !text.contains(needle) {
        return None;
    }
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    match needle {
        [] => Some(0),
        [first] => text.iter().position(|byte| byte == first),
        [first, second, rest @ ..] => text
            .windows(2)
            .take((text.len() + 1).saturating_sub(needle.len()))
            .enumerate()
            .find_map(|(at, pair)| {
                (pair[0] == *first && pair[1] == *second && text[at + 2..].starts_with(rest))
                    .then_some(at)
            }),
    }
}
