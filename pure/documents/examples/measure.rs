//! `measure`: how fast files are read: the fixtures, large files of ordinary making, and files made
//! to take time, each at two sizes to see that the cost grows with the length and not its square.

use std::path::Path;
use std::time::Instant;

fn main() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"));
    for (kind, end) in [("PDF", "pdf"), ("DOCX", "docx")] {
        let mut bytes = 0;
        let mut files = Vec::new();
        for number in 1..=10 {
            let path = folder.join(format!("open/{number:02}.{end}"));
            if let Ok(file) = std::fs::read(&path) {
                bytes += file.len();
                files.push(file);
            }
        }
        let start = Instant::now();
        const TIMES: u32 = 20;
        for _ in 0..TIMES {
            for file in &files {
                let _ = documents::read("file", file);
            }
        }
        let count = u32::try_from(files.len()).unwrap_or(1).max(1);
        let each = start.elapsed() / TIMES / count;
        println!("{kind}: {count} files of {bytes} bytes, {each:?} each");
    }
    let page = std::fs::read_to_string(folder.join("page.html")).unwrap_or_default();
    report("ordinary page", &|count| page.repeat(count).into_bytes(), 500);
    for (name, head, piece) in HOSTILE {
        report(
            name,
            &|count| [head.as_bytes(), &piece.repeat(count).into_bytes()].concat(),
            100_000,
        );
    }
}

fn report(name: &str, make: &dyn Fn(usize) -> Vec<u8>, count: usize) {
    let times = [count / 2, count].map(|count| {
        let file = make(count);
        let start = Instant::now();
        let answer = documents::read("file", &file).map(|it| it.kind);
        (file.len(), start.elapsed(), answer)
    });
    let [(_, half, _), (bytes, whole, answer)] = times;
    println!("{name}: {bytes} bytes in {whole:?}, half of it in {half:?}: {answer:?}");
}

const LETTER: &str = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n";

const HOSTILE: [(&str, &str, &str); 18] = [
    ("open tags", "<html>", "<b><i><a href=x><p>"),
    ("tables", "<html>", "<table><b>x"),
    ("nested cells", "<html>", "<table><tr><td>x"),
    ("many attributes", "<html>", "<p a b c d e f g h i j k l m n o p>"),
    ("list items", "<html>", "<ul><li>x"),
    ("headers", "<html>", "<header>x"),
    ("entities", "<html>", "&amp"),
    ("numbers", "<html>", "&#65"),
    ("comments", "<html>", "<!--"),
    ("parts", LETTER, "--x\r\n\r\nHi\r\n"),
    ("nested letters", LETTER, "--x\r\nContent-Type: message/rfc822\r\n\r\n"),
    ("nested parts", LETTER, "--x\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n"),
    ("open strings", "%PDF-1.4\n", "1 0 obj ("),
    ("open dictionaries", "%PDF-1.4\n", "1 0 obj << /A "),
    ("remarks", "%PDF-1.4\n", "1 %"),
    ("references", "%PDF-1.4\n", "1 0 obj 2 0 R endobj "),
    ("streams", "%PDF-1.4\n", "1 0 obj <</Type/ObjStm>> stream\n"),
    ("entries", "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n"),
];
