//! `fuzz MINUTES [SEED]`: reads mutated files for that long and stops at the first panic, at a file
//! that takes too long, or at one that is read in two ways. Runs on a stable toolchain; no part of
//! the tests. The offending file is written to `fuzz-found.bin` in the working directory.
//!
//! Besides plain bytes the insides of Word files are mutated and packed again, since a broken
//! archive is turned away before its text is looked at.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The reader catches what a library panics with; here it counts all the same.
static PANICKED: AtomicBool = AtomicBool::new(false);

/// A file of this length is read in far less, even on a busy machine.
const TOO_LONG: Duration = Duration::from_secs(10);
const LONGEST: usize = 200_000;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let minutes: u64 = arguments.next().and_then(|a| a.parse().ok()).unwrap_or(1);
    let seed: u64 = arguments.next().and_then(|a| a.parse().ok()).unwrap_or(1);
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut corpus = Vec::new();
    gather(Path::new(FOLDER), &mut corpus);
    if corpus.is_empty() {
        eprintln!("No files to begin from in {FOLDER}");
        return ExitCode::from(2);
    }
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |what| {
        PANICKED.store(true, Ordering::Relaxed);
        usual(what);
    }));
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let (mut files, mut bytes) = (0u64, 0u64);
    let mut slowest = Duration::ZERO;
    let mut answers = BTreeMap::<String, u64>::new();
    while Instant::now() < end {
        let file = mutated(&corpus, &mut random);
        let start = Instant::now();
        let read = std::panic::catch_unwind(|| {
            let first = documents::read("file", &file);
            let again = file.len().is_multiple_of(16);
            (!again || documents::read("file", &file) == first, first)
        });
        let took = start.elapsed();
        slowest = slowest.max(took);
        let fault = match &read {
            Err(_) => Some("panics"),
            Ok(_) if PANICKED.load(Ordering::Relaxed) => Some("panics and is caught"),
            Ok((false, _)) => Some("is read in two ways"),
            Ok(_) if took > TOO_LONG => Some("takes too long"),
            Ok(_) => None,
        };
        if let Some(fault) = fault {
            eprintln!("A file of {} bytes {fault} (seed {seed}, file {files})", file.len());
            let _ = std::fs::write("fuzz-found.bin", &file);
            return ExitCode::FAILURE;
        }
        if let Ok((_, answer)) = read {
            let answer = match answer {
                Ok(document) => format!("{:?}", document.kind),
                Err(unreadable) => format!("no: {unreadable:?}"),
            };
            *answers.entry(answer).or_default() += 1;
        }
        files += 1;
        bytes += file.len() as u64;
    }
    println!(
        "{files} files, {bytes} bytes in {minutes} minutes, seed {seed}: nothing found; slowest \
         {} ms; {answers:?}",
        slowest.as_millis()
    );
    ExitCode::SUCCESS
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

fn gather(folder: &Path, corpus: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, corpus);
        } else if let Ok(bytes) = std::fs::read(&path) {
            corpus.push(bytes);
        }
    }
}

fn mutated(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let file = &corpus[random.below(corpus.len())];
    if file.starts_with(b"PK") && random.below(4) > 0 {
        return mutated_inside(file, corpus, random).unwrap_or_default();
    }
    let mut file = file.clone();
    mutate(&mut file, corpus, random);
    file
}

/// An archive with one of its parts mutated.
fn mutated_inside(file: &[u8], corpus: &[Vec<u8>], random: &mut Random) -> Option<Vec<u8>> {
    let archive = rawzip::ZipArchive::from_slice(file).ok()?;
    let mut entries = archive.entries();
    let mut parts = Vec::new();
    while let Ok(Some(entry)) = entries.next_entry() {
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
        let packed = archive.get_entry(entry.wayfinder()).ok()?;
        let mut part = Vec::new();
        if entry.compression_method() == rawzip::CompressionMethod::DEFLATE {
            flate2::bufread::DeflateDecoder::new(packed.data()).read_to_end(&mut part).ok()?;
        } else {
            part = packed.data().to_vec();
        }
        parts.push((name, part));
    }
    let chosen = random.below(parts.len());
    let telling = parts.iter().position(|(name, _)| name == "word/document.xml");
    let chosen = if random.below(3) > 0 { telling.unwrap_or(chosen) } else { chosen };
    mutate(&mut parts.get_mut(chosen)?.1, corpus, random);
    let mut out = Vec::new();
    let mut writer = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, part) in &parts {
        let (mut entry, config) = writer.new_file(name).start().ok()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(part).ok()?;
        let (_, descriptor) = data.finish().ok()?;
        entry.finish(descriptor).ok()?;
    }
    writer.finish().ok()?;
    Some(out)
}

fn mutate(file: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Random) {
    const WORDS: [&str; 44] = [
        "<<",
        ">>",
        "[",
        "(",
        ")",
        "1 0 obj",
        "endobj",
        "stream\n",
        "endstream",
        "/Type /Page",
        "/Kids [1 0 R]",
        "/Filter /LZWDecode",
        "/Contents 4 0 R",
        "xref\n0 9",
        "startxref\n0",
        "BT",
        "Tj",
        "TJ",
        "q",
        "Do",
        "1e38",
        "-99999999999",
        "65535",
        "0",
        "<p>",
        "</p>",
        "<table><tr><td>",
        "<li>",
        "<ol start=99999999999>",
        "<!--",
        "-->",
        "<script>",
        "&#x1F600;",
        "&amp;",
        "<w:p>",
        "</w:p>",
        "<w:tbl><w:tr><w:tc>",
        "<w:txbxContent>",
        "\r\n\r\n",
        "--outer\r\n",
        "Content-Type: message/rfc822\r\n\r\n",
        "BEGIN:VEVENT\n",
        "DTSTART:99991231T235959Z\n",
        "{\"schedule\": ",
    ];
    for _ in 0..=random.below(10) {
        let at = random.below(file.len() + 1);
        let to = (at + random.below(60)).min(file.len());
        match random.below(11) {
            0 => file[at..to].reverse(),
            1 => drop(file.drain(at..to)),
            2 => {
                let many = file[at..to].repeat(random.below(200));
                file.splice(at..at, many);
            }
            3 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len());
                let end = (from + random.below(2_000)).min(other.len());
                file.splice(at..to, other[from..end].iter().copied());
            }
            4 | 5 => drop(file.splice(at..at, WORDS[random.below(WORDS.len())].bytes())),
            6 | 7 => {
                if let Some(byte) = file.get_mut(at) {
                    *byte = u8::try_from(random.below(256)).unwrap_or(0);
                }
            }
            8 => {
                for byte in &mut file[at..to] {
                    if byte.is_ascii_digit() {
                        *byte = b'0' + u8::try_from(random.below(10)).unwrap_or(0);
                    }
                }
            }
            9 => file.truncate(at),
            _ => {
                // Two stretches change places.
                let length = random.below(400).min(file.len() - at);
                let piece: Vec<u8> = file.drain(at..at + length).collect();
                let place = random.below(file.len() + 1);
                file.splice(place..place, piece);
            }
        }
        file.truncate(LONGEST);
    }
}

/// Xorshift: the same seed gives the same files.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit.max(1)
    }
}
