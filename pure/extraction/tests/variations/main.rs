//! Layouts of pages: every fact in the many places and orders that pages write it in, a table of
//! layouts with a few values each. All names and places are invented.

mod choices;
mod facts;
mod groups;
mod headers;
mod letters;
mod occasions;
mod pages;
mod people;
mod programme;
mod times;
mod who;

use extraction::read;
use serde_json::Value;

/// All that is read, without the lines that it stands on.
fn all(text: &str) -> Value {
    let mut draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    if let Some(object) = draft.as_object_mut() {
        object.remove("source_lines");
    }
    draft
}
