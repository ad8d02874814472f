//! One fact, many wordings: rows of what municipalities, regions and associations write for a day, a
//! last day to register, a title, how one takes part, what it costs and whether it is called off.
//! Each row stands in a small page of its own, so that a rule that only fits one layout shows.

mod dates;
mod terms;
mod titles;

use extraction::read;
use serde_json::Value;

fn event(text: &str) -> Value {
    let draft: Value = serde_json::from_str(&read(text).to_json()).expect("JSON");
    draft["events"][0].clone()
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Every row that is read in another way, so that one run shows them all.
fn check(rows: &[(&str, &str)], page: fn(&str) -> String, told: fn(&Value) -> String) {
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(row, expected)| {
            let found = told(&event(&page(row)));
            (found != *expected).then(|| format!("{row}\n    {expected} is read as {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

fn days(event: &Value) -> String {
    let day = |day: &Value| {
        let clock = |key: &str| day[key].as_str().map(|c| format!(" {c}")).unwrap_or_default();
        format!("{}{}{}", word(&day["date"]), clock("start"), clock("end").replace(' ', "-"))
    };
    let days: Vec<_> = event["days"].as_array().into_iter().flatten().map(day).collect();
    if days.is_empty() { "-".to_owned() } else { days.join(", ") }
}
