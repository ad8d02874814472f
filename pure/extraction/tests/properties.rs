//! What holds for every text: each value can be found in the source near the line it names,
//! reading twice is the same, and a menu before the page changes nothing.

use extraction::{Extraction, read};
use proptest::prelude::*;
use serde_json::Value;

/// Lines of pages, to be put together in any order.
const LINES: &[&str] = &[
    "Höstmöte om byarnas framtid",
    "Kustens kafé – samtal om hamnen",
    "Vi bjuder in till en kväll om hur små orter hjälper varandra att hålla liv i skola och affär.",
    "tis 14 apr 2026",
    "17:30 - 19:30",
    "Datum: 12 mars 2026",
    "Tid: kl. 13.00–16.30",
    "Plats: Folkets hus, Storgatan 12, Sala",
    "Sista anmälningsdag - ",
    "fre 3 april 2026",
    "Anmäl dig senast den 5 mars till anna.ek@byarna.example.",
    "Kostnad:",
    "Dagen är kostnadsfri. Den som uteblir betalar 200 kr.",
    "Program",
    "13.00 Välkommen",
    "Berit Ström, ordförande, Byarnas förbund",
    "13.20 – 14.00 Vad säger forskningen? Nils Holm, docent vid Umeå universitet",
    "14.00 Kaffe",
    "14.30 Gruppsamtal",
    "1. Vem äger huset?",
    "Samtalsledare: Karin Dahl",
    "2. Hur når vi unga?",
    "• Vad hindrar oss?",
    "15.30 Avslutning",
    "Länk skickas ut dagen före mötet.",
    "Arrangörer: Sala kommun och Byarnas förbund",
    "Moderator är Olle Sjö.",
    "Kontakt",
    "Anna Ek",
    "Projektledare",
    "070-123 45 67",
    "Den 18 april står vagnen på Stora torget i Köping kl. 10-14.",
    "24-25/4 Mässa, Kulturhuset, Falun",
    "Nyhetsbrev 2026:2",
    "Senast uppdaterad: den 2 april 2026",
    "Coffee and registration from 9 am",
    "Thursday 22 October 2026, 9.00 – 16.30",
    "",
    "",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(0..LINES.len(), 0..40)
        .prop_map(|picks| picks.into_iter().map(|n| LINES[n]).collect::<Vec<_>>().join("\n"))
}

/// Every text that is a value, with its path.
fn texts(value: &Value, path: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                if path.is_empty() && (key == "warnings" || key == "source_lines") {
                    continue;
                }
                let at = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                texts(inner, at, out);
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                texts(inner, format!("{path}[{n}]"), out);
            }
        }
        Value::String(text) => out.push((path, text.clone())),
        _ => {}
    }
}

/// Are the words of a value near its line?
fn stands_near(text: &str, line: usize, value: &str) -> bool {
    let lines: Vec<&str> = text.split('\n').collect();
    let near = lines[line.saturating_sub(3).min(lines.len())..(line + 2).min(lines.len())]
        .join("\n")
        .to_lowercase();
    value
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .all(|w| near.contains(w))
}

/// Words of the format, dates and times are not written as in the source.
fn is_own_word(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or(path);
    [
        "kind",
        "language",
        "mode",
        "status",
        "admission",
        "relation",
        "rel",
        "date",
        "end_date",
        "start",
        "end",
        "deadline",
        "opens",
        "updated_on",
    ]
    .contains(&key)
}

fn without_lines(extraction: &Extraction) -> Value {
    let mut value = extraction.value();
    if let Some(object) = value.as_object_mut() {
        object.remove("source_lines");
    }
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_stands_where_it_says(text in page()) {
        let extraction = read(&text);
        let value = extraction.value();
        let mut found = Vec::new();
        texts(&value, String::new(), &mut found);
        let lines = value["source_lines"].as_object().expect("an object of lines");
        for (path, value) in found.iter().filter(|(path, _)| path.contains('.') || path.contains('[')) {
            // "{date: …}" of a joining link is marked as a whole.
            let line = lines.get(path).or_else(|| lines.get(path.rsplit_once('.').map_or("", |(head, _)| head)));
            let line = line.and_then(Value::as_u64);
            prop_assert!(line.is_some(), "{path} has no line");
            let line = usize::try_from(line.unwrap_or(0)).expect("a line number");
            prop_assert!(line >= 1 && line <= text.split('\n').count(), "{path}: line {line}");
            if !is_own_word(path) {
                prop_assert!(stands_near(&text, line, value), "{path} = {value} is not near line {line} of\n{text}");
            }
        }
    }

    #[test]
    fn reading_twice_is_the_same(text in page()) {
        prop_assert_eq!(read(&text).to_json(), read(&text).to_json());
    }

    #[test]
    fn a_menu_before_the_page_changes_nothing(text in page()) {
        let menu = "Hoppa till huvudinnehåll\nMeny\nSök\nLyssna\nStartsida\nNyheter\nKontakta oss\nJust nu: 4°C, växlande molnighet\n\n";
        prop_assert_eq!(without_lines(&read(&text)), without_lines(&read(&format!("{menu}{text}"))));
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,400}") {
        let _ = read(&text).to_json();
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&String::from_utf8_lossy(&bytes)).to_json();
    }
}
