//! The documents beside this file and the seeds, judged by the score's own program. Says that it
//! skipped where the program or Python is missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");

/// Reads the documents that `wanted` picks and scores them: the summary, or `None` when skipped.
fn judge(
    name: &str,
    gold: &[PathBuf],
    texts: &[PathBuf],
    wanted: impl Fn(&str) -> bool,
) -> Option<Value> {
    let program = Path::new(SHARED).join("extraction/score.py");
    if !program.exists() || Command::new("python3").arg("--version").output().is_err() {
        println!("skipped {name}: no score.py or no python3");
        return None;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let (gold_folder, out_folder) = (folder.join("gold"), folder.join("out"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&gold_folder).expect("a folder for the gold");
    std::fs::create_dir_all(&out_folder).expect("a folder for the drafts");
    for path in gold.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder of gold"))
    {
        let path = path.expect("an entry").path();
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        if path.extension().is_none_or(|e| e != "json") || !wanted(&stem) {
            continue;
        }
        let text = texts
            .iter()
            .map(|folder| folder.join(format!("{stem}.txt")))
            .find(|p| p.exists())
            .expect("the text of a gold");
        let bytes = std::fs::read(&text).expect("a text");
        std::fs::copy(&path, gold_folder.join(format!("{stem}.json"))).expect("a copy of the gold");
        std::fs::copy(&text, gold_folder.join(format!("{stem}.txt"))).expect("a copy of the text");
        let json = extraction::read(&extraction::decode(&bytes)).to_json();
        std::fs::write(out_folder.join(format!("{stem}.json")), json).expect("a draft");
    }
    let output = Command::new("python3")
        .arg(&program)
        .arg(&gold_folder)
        .arg(&out_folder)
        .arg("--per-case")
        .output()
        .expect("a score");
    let text = String::from_utf8_lossy(&output.stdout);
    let summary = text.lines().last().expect("a summary");
    Some(serde_json::from_str(summary).unwrap_or_else(|error| {
        panic!("{error}: {text}{}", String::from_utf8_lossy(&output.stderr))
    }))
}

fn number(summary: &Value, key: &str) -> f64 {
    summary[key].as_f64().unwrap_or_else(|| panic!("no {key} in {summary}"))
}

#[test]
fn seeds_and_open_texts() {
    let shared = Path::new(SHARED);
    let gold = [shared.join("extraction/seeds"), shared.join("extraction/open")];
    if gold.iter().any(|folder| !folder.exists()) {
        println!("skipped: no shared texts");
        return;
    }
    let texts = [shared.join("seeds"), shared.join("extraction/open")];
    let Some(summary) = judge("seeds", &gold, &texts, |_| true) else { return };
    assert!(number(&summary, "micro_f1") >= 0.97, "{summary}");
    assert_eq!(number(&summary, "hallucinated"), 0.0, "{summary}");
    assert_eq!(summary["fields"]["warning"]["f1"], 1.0, "{summary}");
    assert!(number(&summary, "source_line_accuracy") >= 0.97, "{summary}");
}

#[test]
fn held_back_documents() {
    let folder = [PathBuf::from(DOCUMENTS)];
    let held = |stem: &str| stem.parse::<u32>().is_ok_and(|n| n <= 44 && n.is_multiple_of(2));
    let Some(summary) = judge("held", &folder, &folder, held) else { return };
    assert!(number(&summary, "micro_f1") >= 0.95, "{summary}");
    assert!(number(&summary, "macro_f1") >= 0.93, "{summary}");
}

#[test]
fn tuned_documents() {
    let folder = [PathBuf::from(DOCUMENTS)];
    let tuned = |stem: &str| stem.parse::<u32>().is_ok_and(|n| n > 44 || !n.is_multiple_of(2));
    let Some(summary) = judge("tuned", &folder, &folder, tuned) else { return };
    assert!(number(&summary, "micro_f1") >= 0.95, "{summary}");
}
