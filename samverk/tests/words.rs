//! Plain language, as far as a machine can tell: sentences short enough to read once, words of
//! everyday length, and refusals that say what is wrong as well as what to do.
//!
//! That a key is spoken in both languages and used by somebody is told by the house test.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::collections::BTreeMap;

/// Words in a sentence.
const SENTENCE_MAX: usize = 20;
/// Björnsson's readability index: 40 is the upper end of ordinary prose.
const LIX_MAX: f64 = 40.0;
/// A text shorter than this is a label or a remark; one long word would decide its index.
const LIX_FROM_WORDS: usize = 25;
/// Fewer words cannot say what is wrong and what to do.
const REFUSAL_WORDS_MIN: usize = 4;
/// Of something that was left empty, one saying is both: "write a title".
const MISSING_WORDS_MIN: usize = 3;

/// Texts that may be harder to read than others, and why.
const MAY_BE_HARD: &[(&str, &str)] =
    &[("site-privacy-basis-text", "a legal basis is called by the name that the law gives it")];

/// Keys that look like refusals and say how something stands.
const STATES: [&str; 3] = ["desk-week-link-missing", "desk-link-missing", "desk-letter-unknown"];

/// Every text of one language: its key, and one of what may be said under it.
fn texts(source: &str) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = vec![];
    let mut key = String::new();
    let mut goes_on = false;
    for line in source.lines() {
        let trimmed = line.trim();
        if line.starts_with('#') || trimmed.is_empty() {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, said) = line.split_once('=').unwrap();
            key = name.trim().to_owned();
            goes_on = false;
            if !said.contains("->") && !said.trim().is_empty() {
                texts.push((key.clone(), said.trim().to_owned()));
                goes_on = true;
            }
            continue;
        }
        // A variant is a text of its own, whatever it is chosen by.
        match trimmed.trim_start_matches('*').strip_prefix('[') {
            Some(variant) => {
                let said = variant.split_once(']').unwrap().1.trim();
                texts.push((key.clone(), said.to_owned()));
                goes_on = true;
            }
            None if trimmed == "}" || trimmed.contains("->") => goes_on = false,
            None if goes_on => {
                let last = &mut texts.last_mut().unwrap().1;
                last.push(' ');
                last.push_str(trimmed);
            }
            None => {
                texts.push((key.clone(), trimmed.to_owned()));
                goes_on = true;
            }
        }
    }
    for (_, text) in &mut texts {
        *text = filled_in(text);
    }
    texts
}

/// What stands in braces is filled in later, with a number, a name or a day.
fn filled_in(text: &str) -> String {
    let mut filled = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => {
                depth += 1;
                filled.push('7');
            }
            '}' => depth -= 1,
            c if depth == 0 => filled.push(c),
            _ => {}
        }
    }
    filled
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric)).collect()
}

/// A sentence ends at its mark when a space follows: "kl. 16.00" and "3.4" go on.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = vec![];
    let mut from = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for (nth, (at, c)) in characters.iter().enumerate() {
        let ends = matches!(c, '.' | '?' | '!' | ':' | ';');
        let next = characters.get(nth + 1).map(|(_, next)| *next);
        if ends && next.is_none_or(char::is_whitespace) && !text[from..*at].ends_with("kl") {
            found.push(&text[from..*at]);
            from = at + c.len_utf8();
        }
    }
    found.push(&text[from..]);
    found.into_iter().filter(|it| !words(it).is_empty()).collect()
}

/// Words in a sentence, plus the share of words longer than six letters in percent.
fn lix(texts: &[&str]) -> f64 {
    let (mut sentence_count, mut word_count, mut long_count) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        for sentence in sentences(text) {
            sentence_count += 1;
            for word in words(sentence) {
                word_count += 1;
                let letters = word.chars().filter(|it| it.is_alphabetic()).count();
                long_count += u32::from(letters > 6);
            }
        }
    }
    let per = |count: u32, of: u32| f64::from(count) / f64::from(of.max(1));
    per(word_count, sentence_count) + 100.0 * per(long_count, word_count)
}

/// A slice, a language, and the texts of both.
type Spoken = (&'static str, &'static str, Vec<(String, String)>);

fn spoken() -> Vec<Spoken> {
    let spoken: Vec<_> = samverk::app::WORDS
        .iter()
        .flat_map(|it| [(it.slice, "sv", texts(it.sv)), (it.slice, "en", texts(it.en))])
        .collect();
    assert!(spoken.iter().map(|(_, _, texts)| texts.len()).sum::<usize>() > 500);
    spoken
}

fn may_be_hard(key: &str) -> bool {
    MAY_BE_HARD.iter().any(|(it, _)| *it == key)
}

#[track_caller]
fn assert_faultless(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn sentences_are_short_enough_to_read_once() {
    let mut faults = vec![];
    for (_, language, texts) in spoken() {
        for (key, text) in texts.iter().filter(|(key, _)| !may_be_hard(key)) {
            for sentence in sentences(text) {
                let count = words(sentence).len();
                if count > SENTENCE_MAX {
                    faults.push(format!("{key} ({language}): {count} words: {}", sentence.trim()));
                }
            }
        }
    }
    assert_faultless(&faults);
}

#[test]
fn texts_are_ordinary_prose() {
    let mut faults = vec![];
    for (slice, language, texts) in spoken() {
        let mut long: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (key, text) in texts.iter().filter(|(key, _)| !may_be_hard(key)) {
            if words(text).len() >= LIX_FROM_WORDS {
                long.entry(key).or_default().push(text);
            }
        }
        for (key, text) in long {
            let index = lix(&text);
            if index > LIX_MAX {
                faults.push(format!("{key} ({language}): LIX {index:.0}: {}", text[0]));
            }
        }
        // Whatever is a whole sentence, read together as one text.
        let whole: Vec<&str> =
            texts.iter().map(|(_, it)| it.as_str()).filter(|it| it.ends_with('.')).collect();
        let index = lix(&whole);
        if whole.len() >= 10 && index > LIX_MAX {
            faults.push(format!("{slice} as a whole ({language}): LIX {index:.0}"));
        }
    }
    assert_faultless(&faults);
}

#[test]
fn a_refusal_says_what_is_wrong_and_what_to_do() {
    let mut faults = vec![];
    let mut count = 0;
    for (_, language, texts) in spoken() {
        for (key, text) in &texts {
            let is_missing = key.ends_with("-missing");
            let is_refusal = key.contains("-refused-")
                || is_missing
                || ["-too-long", "-unknown", "-implausible"].iter().any(|it| key.ends_with(it));
            if !is_refusal || STATES.contains(&key.as_str()) {
                continue;
            }
            count += 1;
            let least = if is_missing { MISSING_WORDS_MIN } else { REFUSAL_WORDS_MIN };
            if words(text).len() < least {
                faults.push(format!("{key} ({language}) says too little: {text}"));
            }
            if text.contains('!') {
                faults.push(format!("{key} ({language}) raises its voice: {text}"));
            }
        }
    }
    assert!(count >= 40, "only {count} refusals were found");
    assert_faultless(&faults);
}

#[test]
fn nothing_in_the_interface_is_shouted() {
    let mut faults = vec![];
    for (_, language, texts) in spoken() {
        for (key, text) in texts.iter().filter(|(_, text)| text.contains('!')) {
            faults.push(format!("{key} ({language}): {text}"));
        }
    }
    assert_faultless(&faults);
}

#[test]
fn the_reader_reads_as_people_do() {
    let source = "a-one = Vid { $count } platser, kl. 16.00. Kom hit!\na-many = { $count ->\n    [one] En plats\n   *[other] { $count } platser\n}\n";
    let read = texts(source);
    assert_eq!(read.len(), 3);
    assert_eq!(read[0].1, "Vid 7 platser, kl. 16.00. Kom hit!");
    assert_eq!(read[2], ("a-many".to_owned(), "7 platser".to_owned()));
    assert_eq!(sentences(&read[0].1).len(), 2);
    // Six words in two sentences, one of them long: 3 + 100/6.
    assert!((lix(&["Här bor vi. Där finns kommunen."]) - (3.0 + 100.0 / 6.0)).abs() < 1e-9);
}
