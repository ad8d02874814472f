//! `measure [FOLDER…]`: how fast ordinary pages are read, and that hostile texts cost no more a
//! byte however long they are. Prints a table; for a person to look at, not a test.

use std::time::Instant;

/// A hostile text of about that many bytes.
type Make = fn(usize) -> String;

fn main() {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let folders = if folders.is_empty() {
        vec![concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents").to_owned()]
    } else {
        folders
    };
    let mut pages = Vec::new();
    for folder in folders {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "txt")
                && let Ok(bytes) = std::fs::read(&path)
            {
                pages.push(extraction::decode(&bytes));
            }
        }
    }
    let bytes: usize = pages.iter().map(String::len).sum();
    let rounds = 20;
    for round in 0..2 {
        let start = Instant::now();
        let mut events = 0;
        for _ in 0..rounds {
            for page in &pages {
                events += extraction::read(page).to_json().len();
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        if round == 1 {
            let speed = (bytes * rounds) as f64 / seconds / 1e6;
            println!(
                "{} pages, {bytes} bytes, {speed:.1} MB/s ({events} bytes of JSON)",
                pages.len()
            );
        }
    }
    if std::env::var_os("PAGES_ONLY").is_some() {
        return;
    }
    let hostile: [(&str, Make); 10] = [
        ("one line of words", |n| "ord och Ord ".repeat(n / 12)),
        ("one line of dates", |n| "12/5 kl 10 ".repeat(n / 11)),
        ("lines of dates", |n| "Den 12 maj 2026 kl. 10-12 i Sala\n".repeat(n / 33)),
        ("lines of times", |n| "10.00 Kaffe, Anna Ek, vd\n".repeat(n / 25)),
        ("names in one line", |n| "Anna Ek och ".repeat(n / 12)),
        ("brackets", |n| "(".repeat(n)),
        ("digits", |n| "1".repeat(n)),
        ("labels", |n| "Datum:\n".repeat(n / 7)),
        ("addresses", |n| "a@b.example ".repeat(n / 12)),
        ("a letter of dates", |n| {
            format!(
                "Nyhetsbrev 2026:1\n\nRubrik\n{}",
                "Den 12 maj kl. 10-12 ses vi i Sala och Lund. ".repeat(n / 46)
            )
        }),
    ];
    for (name, make) in hostile {
        let mut row = format!("{name:20}");
        for megabytes in [1, 10] {
            let text = make(megabytes * 1_000_000);
            let start = Instant::now();
            let length = extraction::read(&text).to_json().len();
            let seconds = start.elapsed().as_secs_f64();
            row += &format!("  {megabytes:2} MB {seconds:6.2} s ({length} B)");
        }
        println!("{row}");
    }
}
