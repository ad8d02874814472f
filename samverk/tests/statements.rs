//! Every statement of every store, and of the platform, is understood by both engines.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod reading;

use platform::database::testing;
use reading::{Source, assert_faultless, files, is_statement, root, shown};

/// What is a statement only of the engines themselves, never of a table of ours.
fn is_ours(text: &str) -> bool {
    !text.contains("pg_") && !text.starts_with("CREATE DATABASE") && !text.starts_with("ALTER ")
}

#[tokio::test]
async fn both_engines_understand_every_statement() {
    let mut statements = vec![];
    for folder in ["capabilities", "foundation/platform/src"] {
        for file in files(&root().join(folder), &["rs"]) {
            if Source::is_test(&file) {
                continue;
            }
            for literal in Source::production(&file).literals {
                if is_statement(&literal.text) && is_ours(&literal.text) {
                    statements.push((format!("{}:{}", shown(&file), literal.line), literal.text));
                }
            }
        }
    }
    assert!(statements.len() >= 60, "only {} statements were found", statements.len());
    let mut faults = vec![];
    for database in testing::databases(&samverk::app::migrations()).await {
        let mut session = database.read().await.unwrap();
        for (place, statement) in &statements {
            if let Err(error) = session.prepare(statement.clone()).await {
                faults.push(format!("{place} on {}: {error}", database.engine_name()));
            }
        }
    }
    assert_faultless(&faults);
}
