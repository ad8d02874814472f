//! Unknown names, taken for people by what stands around them in a list of people.

use crate::people::names::Likeness;
use crate::people::person_at;
use crate::people::words::Word;
use crate::words::is_org_word;
use crate::words::is_title_word;

/// "…, and Zuri Abenov, author": an unknown name that a role in small letters follows.
pub(super) fn is_told_person(words: &[Word<'_>], i: usize) -> bool {
    person_at(words, i, Likeness::Weak).is_some_and(|(prefix, count)| {
        let after = i + prefix + count;
        words[after - 1].stop() == Some(',')
            && words.get(after).is_some_and(|w| {
                is_small_title(w.bare)
                    // "kultur- och fritidschef"
                    || w.raw.ends_with('-')
                        && w.bare.starts_with(char::is_lowercase)
                        && words.get(after + 2).is_some_and(|w| w.titled())
            })
            && !words[i + prefix..after].iter().any(|w| is_org_word(w.bare))
    })
}

/// "strateg", "HR-chef", not "Strategihuset".
fn is_small_title(word: &str) -> bool {
    let small = word.starts_with(char::is_lowercase)
        || word.split_once('-').is_some_and(|(short, rest)| {
            short.chars().all(char::is_uppercase) && rest.starts_with(char::is_lowercase)
        });
    small && is_title_word(word)
}

/// What was said, without the comma after it.
pub(super) fn said(text: &str) -> &str {
    text.trim().trim_end_matches([',', ')']).trim_start_matches([',', '(']).trim()
}

/// "… and Zurima Tabe (Sala Council)": an unknown name that something in brackets follows.
pub(super) fn is_bracketed_person(words: &[Word<'_>], i: usize) -> bool {
    person_at(words, i, Likeness::Weak).is_some_and(|(prefix, count)| {
        words[i + prefix + count - 1].stop().is_none()
            && words.get(i + prefix + count).is_some_and(|w| w.raw.starts_with('('))
    })
}

/// "…, Zurima Tabe, Sala kommun": an unknown name and a body after it.
pub(super) fn is_placed_person(text: &str, words: &[Word<'_>], i: usize) -> bool {
    person_at(words, i, Likeness::Weak).is_some_and(|(prefix, count)| {
        let after = i + prefix + count;
        let Some(first) = words.get(after).filter(|_| words[after - 1].stop() == Some(',')) else {
            return false;
        };
        let last = (after..words.len().min(after + 8)).find(|&k| {
            words[k].stop().is_some()
                || words
                    .get(k + 1)
                    .is_none_or(|w| matches!(w.raw, "och" | "and" | "samt" | "&" | "–" | "-"))
        });
        last.is_some_and(|k| {
            crate::words::names_body(said(
                text[first.start..words[k].end].trim_end_matches(['.', ';']),
            ))
        }) && !crate::words::names_body(said(&text[words[i].start..words[after - 1].end]))
    })
}

/// "Zurima Tabe, Ibo Kan och Anna Ek": an unknown name among others, before "och" and one more.
pub(super) fn is_listed_person(words: &[Word<'_>], mut i: usize) -> bool {
    for _ in 0..6 {
        let Some((_, count)) =
            person_at(words, i, Likeness::Weak).filter(|&(prefix, _)| prefix == 0)
        else {
            return false;
        };
        let after = i + count;
        match words[after - 1].stop() {
            Some(',') => i = after,
            None => {
                return words
                    .get(after)
                    .is_some_and(|w| matches!(w.raw, "och" | "and" | "samt" | "&"))
                    && person_at(words, after + 1, Likeness::Weak).is_some();
            }
            _ => return false,
        }
    }
    false
}
