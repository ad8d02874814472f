//! The same event page as a text, printed to PDF and saved as a Word file gives the same draft. Here
//! the crate that reads files and the one that reads lines meet; neither knows the other.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::path::Path;

/// Lines of a file as the reader of drafts takes them.
fn source(document: documents::Document) -> extraction::Source {
    let line = |line: documents::Line| extraction::SourceLine {
        text: line.text,
        mark: None,
        shape: match line.shape {
            documents::Shape::Unknown => extraction::Shape::Unknown,
            documents::Shape::Heading(level) => extraction::Shape::Heading(level),
            documents::Shape::ListItem => extraction::Shape::ListItem,
        },
    };
    extraction::Source { lines: document.lines.into_iter().map(line).collect() }
}

/// The draft without the lines its values came from, which differ from file to file.
fn draft(read: &extraction::Extraction) -> serde_json::Value {
    let mut json: serde_json::Value = serde_json::from_str(&read.to_json()).unwrap();
    json.as_object_mut().unwrap().remove("source_lines");
    json
}

fn fixtures() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../pure/documents/tests/fixtures"))
}

fn of_file(name: &str) -> serde_json::Value {
    let bytes = std::fs::read(fixtures().join(name)).unwrap();
    let document = documents::read(name, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    draft(&extraction::read_source(&source(document)))
}

/// Nine of ten: what the paper does to a text is not always undone.
fn nine_of_ten_give_the_same(end: &str) {
    let open = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/extraction/open"));
    if !open.is_dir() {
        println!("skipped: {} is not there", open.display());
        return;
    }
    let mut differ = vec![];
    for number in 1..=10 {
        let name = format!("{number:02}");
        let text = std::fs::read(open.join(format!("{name}.txt"))).unwrap();
        let expected = draft(&extraction::read(&documents::decode(&text)));
        if of_file(&format!("open/{name}.{end}")) != expected {
            differ.push(name);
        }
    }
    assert!(differ.len() <= 1, "{differ:?} differ as {end}");
}

#[test]
fn a_printed_page_gives_the_same_draft() {
    nine_of_ten_give_the_same("pdf");
}

#[test]
fn a_word_file_gives_the_same_draft() {
    nine_of_ten_give_the_same("docx");
}

/// A page, a letter, a calendar and a schedule each say when and what.
#[test]
fn other_files_give_their_event() {
    for (name, title, day, start, end) in [
        ("page.html", "Odlingslotter för alla", "2026-05-26", "13:00", "15:30"),
        ("styled.docx", "Odlingslotter för alla", "2026-05-26", "13:00", "15:30"),
        ("packed.pdf", "Odlingslotter för alla", "2026-05-26", "13:00", "15:30"),
        ("forwarded.eml", "Inbjudan till slåtterdag", "2026-06-27", "10:00", "14:00"),
        (
            "calendar.ics",
            "Vem bär mötesplatserna? Samtal om bygdens gemensamma rum",
            "2026-05-26",
            "13:00",
            "15:30",
        ),
    ] {
        let json = of_file(name);
        let event = &json["events"][0];
        assert_eq!(event["title"], title, "{name}: {json:#}");
        assert_eq!(event["days"][0]["date"], day, "{name}: {json:#}");
        assert_eq!(event["days"][0]["start"], start, "{name}: {json:#}");
        assert_eq!(event["days"][0]["end"], end, "{name}: {json:#}");
    }
    let json = of_file("schedule.json");
    let programme = json["events"][0]["programme"].as_array().unwrap();
    let item = programme.iter().find(|it| it["title"] == "Jord under naglarna");
    let item = item.unwrap_or_else(|| panic!("{json:#}"));
    assert_eq!(item["start"], "13:20", "{json:#}");
    assert_eq!(item["speakers"][0]["name"], "Olle Hed", "{json:#}");
}
