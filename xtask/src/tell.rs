//! Saying what is being done, with the time since the start in front.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

static STARTED: OnceLock<Instant> = OnceLock::new();

/// One line on standard output: `[ 12 s] building the release binary`.
pub fn step(sentence: &str) {
    println!("[{:>4} s] {sentence}", elapsed().as_secs());
}

/// One line on standard error, for what the reader has to act on.
pub fn problem(sentence: &str) {
    eprintln!("[{:>4} s] {sentence}", elapsed().as_secs());
}

/// The time since the first thing was said.
pub fn elapsed() -> Duration {
    STARTED.get_or_init(Instant::now).elapsed()
}

/// A length of time as people read it: `9.3 s`, `12 min 40 s`.
pub fn length(length: Duration) -> String {
    let seconds = length.as_secs();
    if seconds < 60 {
        format!("{:.1} s", length.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}
