//! What every file has to keep: a size that can be read, a first line that says what it is for,
//! and a name that says something.

use crate::reading::{Source, assert_faultless, files, root, shown};
use std::fs;

const LINES_MAX: usize = 700;

/// Files that may be longer, and why.
const MAY_BE_LONG: &[(&str, &str)] = &[];

/// What could be called anything is not called so.
const NOT_NAMES: [&str; 9] =
    ["manager", "service", "helper", "helpers", "util", "utils", "common", "misc", "handle"];

fn rust_files() -> Vec<std::path::PathBuf> {
    ["pure", "foundation", "capabilities", "samverk", "xtask"]
        .iter()
        .flat_map(|it| files(&root().join(it), &["rs"]))
        .collect()
}

#[test]
fn no_file_is_longer_than_one_can_read() {
    let mut faults = vec![];
    for file in files(&root(), &["rs", "html", "css", "js", "mjs", "ftl", "toml"]) {
        let shown = shown(&file);
        let lines = fs::read_to_string(&file).unwrap_or_default().lines().count();
        let excepted = MAY_BE_LONG.iter().any(|(path, _)| *path == shown);
        if lines > LINES_MAX && !excepted {
            faults.push(format!("{shown} has {lines} lines; make it a folder of the same name"));
        }
        if excepted && lines <= LINES_MAX {
            faults.push(format!("{shown} is no longer long; take it off the list"));
        }
    }
    assert_faultless(&faults);
}

#[test]
fn every_source_says_first_what_it_is_for() {
    let mut faults = vec![];
    for file in rust_files() {
        let text = fs::read_to_string(&file).unwrap();
        if !text.starts_with("//! ") {
            faults.push(format!("{} does not begin with //!", shown(&file)));
        }
    }
    assert_faultless(&faults);
}

#[test]
fn names_say_something() {
    let mut faults = vec![];
    for file in rust_files() {
        let shown = shown(&file);
        if file.iter().any(|it| {
            let it = it.to_str().unwrap_or_default().trim_end_matches(".rs");
            NOT_NAMES.contains(&it)
        }) {
            faults.push(format!("{shown}: a room of this name holds anything"));
        }
        let code = Source::whole(&file).code;
        for start in ["struct ", "enum ", "trait ", "mod "] {
            for rest in code.split(start).skip(1) {
                let name = crate::reading::first_word(rest);
                let lower = name.to_lowercase();
                let ends = ["manager", "service", "helper", "util", "utils"];
                if NOT_NAMES.contains(&lower.as_str()) || ends.iter().any(|it| lower.ends_with(it))
                {
                    faults.push(format!("{shown}: {name} is not a name"));
                }
            }
        }
    }
    assert_faultless(&faults);
}
