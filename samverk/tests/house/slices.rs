//! Which way imports run: between slices, and between the rooms inside one.

use crate::reading::{Slice, Source, assert_faultless, files, first_word, root, shown, slices};

/// What each room of a slice may name. What is not listed is not a room.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("types", &["types"]),
    ("rules", &["types", "rules"]),
    ("store", &["types", "rules", "store"]),
    // What is put together from the faces of other slices, where there is no table to ask.
    ("reads", &["types", "rules", "store", "reads"]),
    ("commands", &["types", "rules", "store", "reads", "commands"]),
    // Invented nouns for samples of pages and letters.
    ("samples", &["types", "rules", "samples"]),
    ("mails", &["types", "rules", "mails", "samples"]),
    ("jobs", &["types", "rules", "store", "reads", "commands", "mails", "jobs"]),
    // A page may say what a letter says, in the same words.
    ("pages", &["types", "rules", "store", "reads", "commands", "mails", "pages", "samples"]),
];

/// The slices of each capability from the ground up: each may use the faces of those before it.
const GROUND_UP: &[(&str, &[&str])] = &[
    ("partnership", &["directory", "access"]),
    (
        "events",
        &[
            "event",
            "programme",
            "registration",
            "announcement",
            "desk",
            "programme_desk",
            "drafting",
        ],
    ),
    ("publishing", &["site"]),
];

fn room<'a>(slice: &Slice, file: &'a std::path::Path) -> &'a str {
    first_word(file.strip_prefix(&slice.folder).unwrap().to_str().unwrap())
}

/// The paths that a code text names after `start`: "crate::event::store" gives "store".
fn named<'a>(code: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    code.split(start).skip(1)
}

#[test]
fn imports_inside_a_slice_run_one_way() {
    let mut faults = vec![];
    for slice in slices() {
        let own = format!("crate::{}::", slice.name);
        for file in files(&slice.folder, &["rs"]) {
            let room = room(&slice, &file);
            if room == "mod" || Source::is_test(&file) {
                continue; // the face composes all rooms, and the tests visit them
            }
            let shown = shown(&file);
            let Some((_, may_import)) = MAY_IMPORT.iter().find(|(name, _)| *name == room) else {
                faults.push(format!("{shown}: {room} is not a room of a slice"));
                continue;
            };
            let source = Source::production(&file);
            if names_above(&source.code) {
                faults.push(format!("{shown}: write {own}… for super::"));
            }
            for path in named(&source.code, &own) {
                let sibling = first_word(path);
                // Names of the face itself begin with a capital letter, or are its functions.
                let is_room = MAY_IMPORT.iter().any(|(name, _)| *name == sibling);
                if sibling.is_empty() {
                    faults.push(format!("{shown}: write one line for each room, not {own}{{…}}"));
                } else if !is_room {
                    faults.push(format!("{shown} names {own}{sibling}; name its room"));
                } else if !may_import.contains(&sibling) {
                    faults.push(format!("{shown} imports {sibling}; it may import {may_import:?}"));
                }
            }
        }
    }
    assert_faultless(&faults);
}

#[test]
fn a_slice_uses_only_the_faces_of_those_below_it() {
    let mut faults = vec![];
    for slice in slices() {
        let Some((_, order)) = GROUND_UP.iter().find(|(it, _)| *it == slice.capability) else {
            faults.push(format!("{} has no order of slices", slice.capability));
            continue;
        };
        let Some(place) = order.iter().position(|it| *it == slice.name) else {
            faults.push(format!("{}::{} has no place in its order", slice.capability, slice.name));
            continue;
        };
        for file in files(&slice.folder, &["rs"]) {
            if Source::is_test(&file) {
                continue; // tests may set the stage through whatever others are there
            }
            let (shown, code) = (shown(&file), Source::production(&file).code);
            for (above, other) in order.iter().enumerate() {
                for path in named(&code, &format!("crate::{other}::")) {
                    if above > place {
                        faults
                            .push(format!("{shown} names {other}, which is above {}", slice.name));
                    } else if above < place {
                        inside(&mut faults, &shown, other, path);
                    }
                }
            }
        }
    }
    assert_faultless(&faults);
}

#[test]
fn a_capability_is_used_by_others_through_the_faces_of_its_slices() {
    let mut faults = vec![];
    let folders = ["capabilities", "samverk/src"].map(|it| root().join(it));
    for file in folders.iter().flat_map(|it| files(it, &["rs"])) {
        if Source::is_test(&file) {
            continue;
        }
        let (shown, code) = (shown(&file), Source::production(&file).code);
        for (capability, order) in GROUND_UP {
            for slice in *order {
                for path in named(&code, &format!("{capability}::{slice}::")) {
                    inside(&mut faults, &shown, slice, path);
                }
            }
        }
    }
    assert_faultless(&faults);
}

/// Whether something outside the file is named by where it lies. A module inside the file may
/// still take types from the file around it.
fn names_above(code: &str) -> bool {
    code.split("super::").skip(1).any(|it| !it.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// A fault if what is named of another slice is one of its rooms.
fn inside(faults: &mut Vec<String>, shown: &str, other: &str, path: &str) {
    let word = first_word(path);
    // `find`, `types`: a room is followed by `::`.
    let is_path = path[word.len()..].starts_with("::");
    if is_path && MAY_IMPORT.iter().any(|(name, _)| *name == word) {
        faults.push(format!("{shown} reaches into {other}::{word}; use what {other} shows"));
    }
}
