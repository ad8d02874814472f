//! The documents beside the tests and the shared ones, read and judged by the score's own program.
//! For the test `judged` and the example `measure`. Says that it skipped where the program, Python
//! or the documents are missing. How a value is judged is not here: that is `score.py`'s.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");

/// Documents that are judged together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Never looked into while the rules were made.
    HeldBack,
    /// By authors who have not seen the rules, and never looked into either.
    Unseen,
    Tuned,
    Seeds,
    Open,
}

impl Part {
    pub fn name(self) -> &'static str {
        match self {
            Self::HeldBack => "held back",
            Self::Unseen => "others' held back",
            Self::Tuned => "tuned on",
            Self::Seeds => "seeds",
            Self::Open => "open",
        }
    }

    /// Where its gold and its texts are.
    fn folders(self) -> (PathBuf, PathBuf) {
        let shared = Path::new(SHARED);
        match self {
            Self::HeldBack | Self::Unseen | Self::Tuned => (DOCUMENTS.into(), DOCUMENTS.into()),
            Self::Seeds => (shared.join("extraction/seeds"), shared.join("seeds")),
            Self::Open => (shared.join("extraction/open"), shared.join("extraction/open")),
        }
    }

    fn holds(self, stem: &str) -> bool {
        match self {
            Self::HeldBack | Self::Unseen | Self::Tuned => {
                stem.parse::<u32>().is_ok_and(|number| part_of(number) == self)
            }
            Self::Seeds | Self::Open => true,
        }
    }
}

/// See the README beside the documents.
fn part_of(number: u32) -> Part {
    match number {
        1..=44 | 93..=130 | 140..=147 if number.is_multiple_of(2) => Part::HeldBack,
        330..=373 | 430..=457 => Part::Unseen,
        _ => Part::Tuned,
    }
}

/// The rows of the table: what is judged, the floor and the aim.
pub const FLOORS_AND_AIMS: [(&str, f64, f64); 16] = [
    ("micro F1", 0.88, 0.93),
    ("macro F1", 0.80, 0.88),
    ("day.date, registration.deadline, ref.date", 0.95, 0.98),
    ("clock times", 0.93, 0.97),
    ("title, mode, platform, free, status, issue", 0.92, 0.97),
    ("programme item", 0.90, 0.95),
    ("programme title", 0.87, 0.93),
    ("programme kind", 0.85, 0.92),
    ("speaker name", 0.88, 0.94),
    ("speaker title", 0.80, 0.88),
    ("speaker affiliation", 0.78, 0.86),
    ("venue", 0.85, 0.92),
    ("contacts", 0.85, 0.93),
    ("roles", 0.80, 0.90),
    ("choices, facilitators, questions", 0.90, 0.96),
    ("warnings", 0.80, 0.90),
];

/// Does a field of the score belong to a row?
fn belongs(row: &str, field: &str) -> bool {
    match row {
        "clock times" => field.ends_with(".start") || field.ends_with(".end"),
        "title, mode, platform, free, status, issue" => matches!(
            field,
            "title" | "mode" | "platform" | "cost.free" | "status" | "newsletter.issue"
        ),
        "programme item"
        | "programme title"
        | "programme kind"
        | "speaker name"
        | "speaker title"
        | "speaker affiliation" => field == row.replace(' ', "."),
        "venue" => field.starts_with("venue."),
        "contacts" => field.starts_with("contact.") && field != "contact.item",
        "roles" => field.starts_with("role."),
        "choices, facilitators, questions" => field.starts_with("choice.") || field == "question",
        "warnings" => field == "warning",
        dates => dates.split(", ").any(|name| name == field),
    }
}

/// What the score says of one part.
#[derive(Debug, Clone)]
pub struct Score {
    pub documents: u64,
    pub invented: u64,
    pub values: u64,
    pub lines_given: f64,
    pub lines_right: f64,
    micro: f64,
    macro_mean: f64,
    /// Right, in the gold, in the draft.
    fields: HashMap<String, (f64, f64, f64)>,
    /// The whole answer, for a failing test to show.
    pub text: String,
}

impl Score {
    /// One F1 over all the fields of a row.
    pub fn row(&self, name: &str) -> f64 {
        match name {
            "micro F1" => return self.micro,
            "macro F1" => return self.macro_mean,
            _ => {}
        }
        let mut sum = (0.0, 0.0);
        for (_, (right, gold, out)) in self.fields.iter().filter(|(f, _)| belongs(name, f)) {
            sum = (sum.0 + right, sum.1 + gold + out);
        }
        if sum.1 == 0.0 { 1.0 } else { 2.0 * sum.0 / sum.1 }
    }
}

/// Reads a part's documents and scores them; `None`, said in one line, when that cannot be done.
pub fn judge(part: Part) -> Option<Score> {
    let program = Path::new(SHARED).join("extraction/score.py");
    let (gold, texts) = part.folders();
    if !program.exists()
        || !gold.exists()
        || Command::new("python3").arg("--version").output().is_err()
    {
        println!("skipped {}: no score.py, no python3 or no documents", part.name());
        return None;
    }
    let folder = std::env::temp_dir().join(format!(
        "judged-{}-{}",
        part.name().replace([' ', '\''], "-"),
        std::process::id()
    ));
    let (gold_folder, out_folder) = (folder.join("gold"), folder.join("out"));
    std::fs::create_dir_all(&gold_folder).expect("a folder for the gold");
    std::fs::create_dir_all(&out_folder).expect("a folder for the drafts");
    for entry in std::fs::read_dir(&gold).expect("a folder of gold") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_none_or(|e| e != "json") || !part.holds(&stem) {
            continue;
        }
        let text = texts.join(format!("{stem}.txt"));
        let bytes = std::fs::read(&text).expect("the text of a gold");
        std::fs::copy(&path, gold_folder.join(format!("{stem}.json"))).expect("a copy of the gold");
        std::fs::copy(&text, gold_folder.join(format!("{stem}.txt"))).expect("a copy of the text");
        let json = extraction::read(&String::from_utf8_lossy(&bytes)).to_json();
        std::fs::write(out_folder.join(format!("{stem}.json")), json).expect("a draft");
    }
    let output = Command::new("python3")
        .arg(&program)
        .args([&gold_folder, &out_folder])
        .arg("--per-case")
        .output()
        .expect("a score");
    let _ = std::fs::remove_dir_all(&folder);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let summary = text.lines().last().unwrap_or_default();
    let summary: Value = serde_json::from_str(summary).unwrap_or_else(|error| {
        panic!("{error}: {text}{}", String::from_utf8_lossy(&output.stderr))
    });
    let number = |key: &str| summary[key].as_f64().unwrap_or(f64::NAN);
    let count = |key: &str| summary[key].as_u64().unwrap_or(u64::MAX);
    Some(Score {
        documents: count("documents"),
        invented: count("hallucinated"),
        values: count("values"),
        lines_given: number("source_line_coverage"),
        lines_right: number("source_line_accuracy"),
        micro: number("micro_f1"),
        macro_mean: number("macro_f1"),
        fields: fields(&text),
        text,
    })
}

/// The lines of the score's table: "day.date  1.000  0.986  0.993  73  72".
fn fields(text: &str) -> HashMap<String, (f64, f64, f64)> {
    let mut found = HashMap::new();
    for line in text.lines() {
        let mut cells = line.split_whitespace();
        let Some(name) = cells.next() else { continue };
        let numbers: Vec<f64> = cells.map_while(|cell| cell.parse().ok()).collect();
        // "MICRO" has the same columns and is no field.
        if let [precision, _, _, gold, out] = numbers[..]
            && name.starts_with(char::is_lowercase)
        {
            found.insert(name.to_owned(), ((precision * out).round(), gold, out));
        }
    }
    found
}
