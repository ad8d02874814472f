//! Whole pages in a few lines, and the facts that a test expects of them.

use extraction::read;
use serde_json::Value;

/// The facts at the JSON pointers, as JSON.
pub fn check(text: &str, facts: &[(&str, &str)]) {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    for (pointer, expected) in facts {
        let found = draft.pointer(pointer).map(Value::to_string).unwrap_or_default();
        assert_eq!(found.trim_matches('"'), *expected, "{pointer}\n{draft:#}");
    }
}
