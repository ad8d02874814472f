//! `fuzz MINUTES [SEED]`: reads mutated pages and random bytes for that long and stops at the first
//! panic, at a text that takes too long, or at one that gives two different drafts. Runs on a stable
//! toolchain; no part of the tests. The offending text is written to `fuzz-found.txt` in the working directory.

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// A text of this length is read in far less, even on a busy machine.
const TOO_LONG: Duration = Duration::from_secs(10);
const LONGEST: usize = 60_000;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let minutes: u64 = arguments.next().and_then(|a| a.parse().ok()).unwrap_or(1);
    let seed: u64 = arguments.next().and_then(|a| a.parse().ok()).unwrap_or(1);
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let corpus = corpus();
    if corpus.is_empty() {
        eprintln!("No documents to begin from in {FOLDER}");
        return ExitCode::from(2);
    }
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let (mut texts, mut bytes) = (0u64, 0u64);
    while Instant::now() < end {
        let text = mutated(&corpus, &mut random);
        let start = Instant::now();
        let read = std::panic::catch_unwind(|| {
            let first = extraction::read(&String::from_utf8_lossy(&text)).to_json();
            texts_agree(&text, &first)
        });
        let slow = start.elapsed() > TOO_LONG;
        if !matches!(read, Ok(true)) || slow {
            let fault = match read {
                Err(_) => "panics",
                Ok(false) => "is read in two ways",
                Ok(true) => "takes too long",
            };
            eprintln!("A text of {} bytes {fault} (seed {seed}, text {texts})", text.len());
            let _ = std::fs::write("fuzz-found.txt", &text);
            return ExitCode::FAILURE;
        }
        texts += 1;
        bytes += text.len() as u64;
    }
    println!("{texts} texts, {bytes} bytes in {minutes} minutes, seed {seed}: nothing found");
    ExitCode::SUCCESS
}

/// Now and then a text is read again, to see that the draft is the same.
fn texts_agree(text: &[u8], first: &str) -> bool {
    !text.len().is_multiple_of(16)
        || extraction::read(&String::from_utf8_lossy(text)).to_json() == first
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");

/// Texts shared between projects, where they are at hand.
const SHARED: [&str; 2] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/seeds"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/extraction/open"),
];

fn corpus() -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = std::iter::once(FOLDER)
        .chain(SHARED)
        .flat_map(std::fs::read_dir)
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

fn mutated(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    if random.below(24) == 0 {
        // No page at all.
        return (0..random.below(3_000))
            .map(|_| u8::try_from(random.below(256)).unwrap_or(0))
            .collect();
    }
    let mut text = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(12) {
        let at = random.below(text.len() + 1);
        let to = (at + random.below(40)).min(text.len());
        match random.below(12) {
            0 => text[at..to].reverse(),
            1 => drop(text.drain(at..to)),
            2 => {
                let piece: Vec<u8> = text[at..to].to_vec();
                let times = random.below(60);
                let many = piece.repeat(times);
                text.splice(at..at, many);
            }
            3 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len());
                let end = (from + random.below(400)).min(other.len());
                text.splice(at..to, other[from..end].iter().copied());
            }
            4 | 5 => {
                const WORDS: [&str; 26] = [
                    "31/12",
                    "24:00",
                    "09:3012:00",
                    "2026-02-30",
                    " kl ",
                    "–",
                    "§ 1 ",
                    "A. ",
                    "\n",
                    "\n\n",
                    "\t",
                    "......",
                    "(",
                    ")",
                    "senast ",
                    " och ",
                    "İ",
                    "ẞ",
                    "\u{301}",
                    "\u{ad}",
                    "Anna Ek, vd",
                    "Datum:",
                    "99999999999",
                    "\u{2028}",
                    "🎉",
                    "Nyhetsbrev 2026:1",
                ];
                text.splice(at..at, WORDS[random.below(WORDS.len())].bytes());
            }
            6 => {
                if let Some(byte) = text.get_mut(at) {
                    *byte = u8::try_from(random.below(256)).unwrap_or(0);
                }
            }
            7 => {
                // The lines in another order.
                let mut lines: Vec<Vec<u8>> =
                    text.split(|&b| b == b'\n').map(<[u8]>::to_vec).collect();
                let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                lines.swap(a, b);
                text = lines.join(&b'\n');
            }
            8 => text.retain(|&b| b != b'\n' || at.is_multiple_of(3)),
            9 => text = String::from_utf8_lossy(&text).to_uppercase().into_bytes(),
            10 => text.truncate(at),
            _ => {
                for byte in &mut text[at..to] {
                    if byte.is_ascii_digit() {
                        *byte = b'0' + u8::try_from(random.below(10)).unwrap_or(0);
                    }
                }
            }
        }
        text.truncate(LONGEST);
    }
    text
}

/// Xorshift: the same seed gives the same texts.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit.max(1)
    }
}
