//! `measure`: the table of the README: the documents beside the tests, tuned on and held back, and
//! the shared ones, judged by the score's own program, one F1 for each row over all its fields.
//! `measure --fields` prints the score's whole answer for each part instead.
//! `measure --speed [FOLDER…]`: how fast ordinary pages are read, and that hostile texts cost no
//! more a byte however long they are. Both print tables, for a person to look at; no test.

#[path = "../tests/judge/mod.rs"]
mod judge;

use std::time::Instant;

use judge::{FLOORS_AND_AIMS, Part};

/// A hostile text of about that many bytes.
type Make = fn(usize) -> String;

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|a| a == "--speed").is_some() {
        speed(arguments.collect());
    } else {
        quality(arguments.next_if(|a| a == "--fields").is_some());
    }
}

fn quality(fields: bool) {
    let parts: Vec<_> = [Part::HeldBack, Part::Unseen, Part::Tuned, Part::Seeds, Part::Open]
        .into_iter()
        .filter_map(|p| Some((p, judge::judge(p)?)))
        .collect();
    if parts.is_empty() {
        return;
    }
    if fields {
        for (part, score) in &parts {
            println!("{}\n{}", part.name(), score.text);
        }
        return;
    }
    print!("| row | floor | aim |");
    for (part, score) in &parts {
        print!(" {} ({}) |", part.name(), score.documents);
    }
    print!("\n|---|---|---|{}", "---|".repeat(parts.len()));
    for (name, floor, aim) in FLOORS_AND_AIMS {
        print!("\n| {name} | {floor:.2} | {aim:.2} |");
        for (_, score) in &parts {
            print!(" {:.3} |", score.row(name));
        }
    }
    print!("\n| invented values | 0 | 0 |");
    for (_, score) in &parts {
        print!(" {} of {} |", score.invented, score.values);
    }
    print!("\n| source lines given / right | 0.98 / 0.97 | 1.00 / 0.99 |");
    for (_, score) in &parts {
        print!(" {:.3} / {:.3} |", score.lines_given, score.lines_right);
    }
    println!();
}

/// Seconds this thread has been on a processor, so that others at work count for nothing; on the
/// clock where the system does not tell.
fn seconds(since: Instant) -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(|| since.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

fn speed(folders: Vec<String>) {
    let began = Instant::now();
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
                pages.push(String::from_utf8_lossy(&bytes).into_owned());
            }
        }
    }
    let bytes: usize = pages.iter().map(String::len).sum();
    let rounds = 20;
    for round in 0..2 {
        let start = seconds(began);
        let mut values = 0;
        for _ in 0..rounds {
            for page in &pages {
                values += extraction::read(page).events.len();
            }
        }
        if round == 1 {
            let speed = (bytes * rounds) as f64 / (seconds(began) - start) / 1e6;
            println!("{} pages, {bytes} bytes, {speed:.1} MB/s ({values} events)", pages.len());
        }
    }
    let hostile: [(&str, Make); 25] = [
        ("one line of words", |n| "ord och Ord ".repeat(n / 12)),
        ("one line of dates", |n| "12/5 kl 10 ".repeat(n / 11)),
        ("lines of dates", |n| "Den 12 maj 2026 kl. 10-12 i Sala\n".repeat(n / 33)),
        ("lines of times", |n| "10.00 Kaffe, Anna Ek, vd\n".repeat(n / 25)),
        ("names in one line", |n| "Anna Ek och ".repeat(n / 12)),
        ("lines of people", |n| "Anna Ek, strateg, Sala kommun\n".repeat(n / 30)),
        ("short lines", |n| "a\n".repeat(n / 2)),
        ("short words", |n| "Höstmöte\n\n".repeat(n / 11)),
        ("brackets", |n| "(".repeat(n)),
        ("nested lists", |n| "  - 1. a) (x: [\n".repeat(n / 16)),
        ("digits", |n| "1".repeat(n)),
        ("labels", |n| "Datum:\n".repeat(n / 7)),
        ("labels with values", |n| "Kontakt: Anna Ek, 070-123 45 67\n".repeat(n / 32)),
        ("menus", |n| "Meny\nSök\nHem\n\n".repeat(n / 15)),
        ("matters", |n| "1 Upprop\n2 Val\n3 Budget\n".repeat(n / 24)),
        ("a table of facts", |n| "Datum\tTid\tPlats\n14 april 2026\t18-20\tSala\n".repeat(n / 40)),
        ("people with semicolons", |n| "Anna Ek; Bo Lund, båda Sala kommun; ".repeat(n / 36)),
        ("a series", |n| "5 mars\nVad är en by?\nAnna Ek, docent, Sala kommun\n\n".repeat(n / 52)),
        ("group talks", |n| "Gruppsamtal\n1. Torget, Anna Ek\n2. Bussen\n\n".repeat(n / 42)),
        ("talks on a line", |n| {
            "14.00 Bord 1: Torget. Bord 2: Bussen. Bord 3: Ån.\n".repeat(n / 50)
        }),
        ("meetings before", |n| "Förmöte\n3 mars 2026 kl. 10\n\n".repeat(n / 30)),
        ("headings before", |n| "Förmöte\n\nOm oss\n1. Vi\n\n".repeat(n / 26)),
        ("what is called off", |n| {
            "Mötet är inställt, digitalt via Teams den 5 mars (tidigare 4 mars).\n".repeat(n / 70)
        }),
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
            let start = seconds(began);
            let length = extraction::read(&text).to_json().len();
            row += &format!("  {megabytes:2} MB {:6.2} s ({length} B)", seconds(began) - start);
        }
        println!("{row}");
    }
}
