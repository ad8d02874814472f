//! Which crate may stand on which: each line of the drawing on the lines above it, never below.

use crate::reading::{assert_faultless, root};
use std::fs;

/// From the ground up. A crate may name only those before it.
const GROUND_UP: [(&str, &str); 12] = [
    ("pure", "locale"),
    ("pure", "interchange"),
    ("pure", "extraction"),
    ("pure", "documents"),
    ("pure", "grouping"),
    ("foundation", "platform"),
    ("foundation", "web"),
    ("capabilities", "shared"),
    ("capabilities", "partnership"),
    ("capabilities", "events"),
    ("capabilities", "publishing"),
    ("", "samverk"),
];

/// What a pure crate never stands on: no file, no network, no clock, no waiting.
const IMPURE: [&str; 9] =
    ["tokio", "sqlx", "axum", "lettre", "tower", "tower-http", "ring", "uuid", "rust-embed"];

fn manifest(folder: &str, name: &str) -> toml::Table {
    let path = root().join(folder).join(name).join("Cargo.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    text.parse().unwrap()
}

fn dependencies(manifest: &toml::Table) -> Vec<(String, bool)> {
    let of = |kind: &str, only_tests| {
        let table = manifest.get(kind).and_then(|it| it.as_table()).cloned().unwrap_or_default();
        table.into_iter().map(move |(name, _)| (name, only_tests)).collect::<Vec<_>>()
    };
    [of("dependencies", false), of("build-dependencies", false), of("dev-dependencies", true)]
        .concat()
}

#[test]
fn a_crate_stands_only_on_those_below_it() {
    let mut faults = vec![];
    for (place, (folder, name)) in GROUND_UP.iter().enumerate() {
        for (dependency, only_tests) in dependencies(&manifest(folder, name)) {
            let Some(below) = GROUND_UP.iter().position(|(_, it)| *it == dependency) else {
                if *folder == "pure" && !only_tests && IMPURE.contains(&dependency.as_str()) {
                    faults.push(format!("{name} is pure and may not stand on {dependency}"));
                }
                continue;
            };
            // A crate's own tests may ask it for what it gives to tests of others.
            let itself = below == place && only_tests;
            if below >= place && !itself {
                faults.push(format!("{name} may not stand on {dependency}, which is above it"));
            }
            if *folder == "pure" && dependency != "locale" && !itself {
                faults.push(format!(
                    "{name} is pure: of ours it may name locale alone, not {dependency}"
                ));
            }
        }
    }
    assert_faultless(&faults);
}

#[test]
fn every_crate_of_the_workspace_has_its_place() {
    let workspace: toml::Table =
        fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let members: Vec<&str> = workspace["workspace"]["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    let drawn: Vec<String> = GROUND_UP
        .iter()
        .map(|(folder, name)| format!("{folder}/{name}").trim_start_matches('/').to_owned())
        .chain(["xtask".to_owned()])
        .collect();
    let unplaced: Vec<_> = members.iter().filter(|it| !drawn.iter().any(|d| d == *it)).collect();
    assert!(unplaced.is_empty(), "{unplaced:?} have no place from the ground up");
    let missing: Vec<_> = drawn.iter().filter(|it| !members.contains(&it.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?} are drawn and not there");
}

#[test]
fn others_may_use_the_pure_crates_under_their_own_licences() {
    for (folder, name) in GROUND_UP {
        let licence = manifest(folder, name)["package"]["license"].as_str().unwrap().to_owned();
        let expected = if folder == "pure" { "MIT OR Apache-2.0" } else { "EUPL-1.2" };
        assert_eq!(licence, expected, "{name}");
    }
}

#[test]
fn the_compiler_is_the_one_that_was_chosen() {
    let text = fs::read_to_string(root().join("rust-toolchain.toml")).unwrap();
    assert!(text.contains("channel = \"1.95.0\""), "{text}");
}
