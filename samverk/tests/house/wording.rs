//! Every word is spoken in both languages, of the same things, and by somebody.

use crate::reading::{Source, assert_faultless, files, first_word, root, slices};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Literals that look like a key and are none, and what they are.
const NOT_WORDS: &[(&str, &str)] =
    &[("registration-link", "the purpose that a mark of the instance's key is made for")];

/// Who speaks, by the name that all its keys begin with.
fn speakers() -> Vec<(String, PathBuf)> {
    let slices = slices().into_iter().map(|it| (it.name, it.folder));
    let web = ("web".to_owned(), root().join("foundation/web/src"));
    let speakers: Vec<_> =
        slices.chain([web]).filter(|(_, it)| it.join("words.sv.ftl").exists()).collect();
    assert!(speakers.len() >= 3, "{speakers:?}");
    speakers
}

#[test]
fn every_wording_key_is_in_both_languages_and_used() {
    let mut faults = vec![];
    for (name, folder) in speakers() {
        let start = format!("{name}-"); // a key is a literal: "registration-withdraw"
        let mut used = BTreeSet::new();
        for file in files(&folder, &["rs"]).iter().filter(|it| !Source::is_test(it)) {
            for literal in Source::production(file).literals {
                let no_words = NOT_WORDS.iter().any(|(it, _)| *it == literal.text);
                if literal.text.starts_with(&start) && !no_words {
                    if literal.text.contains('{') {
                        let text = &literal.text;
                        faults.push(format!("{text:?} is put together; write keys out, one each"));
                    }
                    used.insert(literal.text);
                }
            }
        }
        let (sv, en) = (words(&folder.join("words.sv.ftl")), words(&folder.join("words.en.ftl")));
        for key in sv.keys().chain(en.keys()).chain(&used).collect::<BTreeSet<_>>() {
            if !key.starts_with(&start) {
                faults.push(format!("{key} is spoken by {name}; call it {start}…"));
            }
            match (sv.get(key), en.get(key)) {
                (None, _) => faults.push(format!("{key} has no words in Swedish")),
                (_, None) => faults.push(format!("{key} has no words in English")),
                (Some(sv), Some(en)) if sv != en => {
                    faults.push(format!("{key} speaks of {sv:?} in Swedish, {en:?} in English"));
                }
                _ if !used.contains(key) => faults.push(format!("{key} is used nowhere")),
                _ => {}
            }
        }
    }
    assert_faultless(&faults);
}

/// The keys of a words file, each with the variables that its words speak of.
fn words(file: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut words: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in fs::read_to_string(file).unwrap().lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split(" =").next().unwrap().to_owned();
        }
        if !key.is_empty() {
            let variables = line.split('$').skip(1).map(|rest| first_word(rest).to_owned());
            words.entry(key.clone()).or_default().extend(variables);
        }
    }
    words
}

#[test]
fn the_binary_speaks_for_everybody_who_has_words() {
    let spoken: BTreeSet<_> = samverk::app::WORDS.iter().map(|it| it.slice.to_owned()).collect();
    let speakers: BTreeSet<_> = speakers().into_iter().map(|(name, _)| name).collect();
    assert_eq!(spoken, speakers);
}
