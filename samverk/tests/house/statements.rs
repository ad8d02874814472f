//! Where statements of SQL may stand, and whose tables they may speak of.

use crate::reading::{
    Source, assert_faultless, files, first_word, is_statement, root, shown, slices,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Tables that a slice beside their owner may speak of, and why.
const SHARED_TABLES: &[(&str, &[&str], &str)] = &[(
    "place_limit",
    &["programme", "registration"],
    "one counter for every kind of place, taken by whoever's place it is",
)];

/// Where statements may stand beside the stores.
fn may_speak_sql(path: &str) -> bool {
    path.starts_with("foundation/platform/") || path.starts_with("xtask/")
}

#[test]
fn statements_stand_in_stores_and_migrations_alone() {
    let mut faults = vec![];
    let folders = ["pure", "foundation", "capabilities", "samverk/src"].map(|it| root().join(it));
    for file in folders.iter().flat_map(|it| files(it, &["rs"])) {
        let shown = shown(&file);
        if Source::is_test(&file) || may_speak_sql(&shown) || is_store(&file) {
            continue;
        }
        for literal in Source::production(&file).literals {
            if is_statement(&literal.text) {
                faults.push(format!("{shown}:{}: a statement outside a store", literal.line));
            }
        }
    }
    assert_faultless(&faults);
}

fn is_store(file: &Path) -> bool {
    slices().iter().any(|slice| {
        file.strip_prefix(&slice.folder)
            .is_ok_and(|below| first_word(below.to_str().unwrap()) == "store")
    })
}

/// Each table and the slice whose migration makes it.
fn tables() -> BTreeMap<String, String> {
    let mut tables = BTreeMap::new();
    for slice in slices() {
        for file in files(&slice.folder, &["sql"]) {
            for rest in fs::read_to_string(&file).unwrap().split("CREATE TABLE ").skip(1) {
                tables.insert(first_word(rest).to_owned(), slice.name.clone());
            }
        }
    }
    assert!(tables.len() >= 8, "{tables:?}");
    tables
}

#[test]
fn a_store_speaks_of_its_own_tables() {
    let tables = tables();
    let mut faults = vec![];
    for slice in slices() {
        for file in files(&slice.folder, &["rs"]).iter().filter(|it| is_store(it)) {
            for literal in Source::production(file).literals {
                if !is_statement(&literal.text) {
                    continue;
                }
                for start in ["FROM ", "JOIN ", "INTO ", "UPDATE "] {
                    for rest in literal.text.split(start).skip(1) {
                        let table = first_word(rest.trim_start());
                        let owner = tables.get(table);
                        let shared = SHARED_TABLES.iter().any(|(name, with, _)| {
                            *name == table && with.contains(&slice.name.as_str())
                        });
                        if owner.is_some_and(|it| *it != slice.name) && !shared {
                            faults.push(format!(
                                "{}:{}: {} speaks of {table}, a table of {}",
                                shown(file),
                                literal.line,
                                slice.name,
                                owner.unwrap()
                            ));
                        }
                    }
                }
            }
        }
    }
    assert_faultless(&faults);
}

#[test]
fn migrations_carry_the_moment_at_which_they_were_written() {
    let mut faults = vec![];
    let mut in_files = vec![];
    for file in
        ["foundation", "capabilities"].iter().flat_map(|it| files(&root().join(it), &["sql"]))
    {
        let name = file.file_name().unwrap().to_str().unwrap();
        let (moment, rest) = name.split_at(name.len().min(14));
        let is_moment = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", moment).is_ok();
        if !is_moment || !rest.starts_with('_') || !file.parent().unwrap().ends_with("migrations") {
            faults.push(format!("{}: write migrations/20270131093000_name.sql", shown(&file)));
            continue;
        }
        let name = rest[1..].split('.').next().unwrap();
        in_files.push((moment.parse::<i64>().unwrap(), name.to_owned()));
    }
    assert_faultless(&faults);
    in_files.sort();
    let in_order: Vec<_> =
        samverk::app::migrations().into_iter().map(|it| (it.version, it.name.to_owned())).collect();
    assert_eq!(in_order, in_files, "what is run and what lies in the folders differ");
    assert!(in_order.windows(2).all(|it| it[0].0 < it[1].0), "two of the same moment");
}
