//! `cargo xtask test`: everything that is checked, on both databases and in a browser.
//!
//! A part that fails does not keep the next from running; the last line adds up all of them.

use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::debian::{self, Package};
use crate::postgres::{Durability, Postgres};
use crate::programs::{self, cargo};
use crate::tally::Tally;
use crate::{assets, python, tell, tree};

/// The variable by which the tests find the database server.
const POSTGRES: &str = "SAMVERK_TEST_POSTGRES";
/// The variable by which they find a Python with numpy.
const PYTHON: &str = "GROUPING_PYTHON";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Rust,
    Browser,
}

#[derive(Debug, Default)]
pub struct Options {
    full: bool,
    only: Option<Part>,
}

impl Options {
    pub fn read(words: &[&str]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (*word, words.as_slice().first().copied()) {
                ("--full", _) => options.full = true,
                ("--only", Some("rust")) => options.only = Some(Part::Rust),
                ("--only", Some("browser")) => options.only = Some(Part::Browser),
                (other, _) => return Err(format!("`test` does not know `{other}`")),
            }
            if *word == "--only" {
                words.next();
            }
        }
        Ok(options)
    }

    fn includes(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

pub fn run(options: &Options) -> ExitCode {
    let mut tally = Tally::default();
    match prepare() {
        Ok(postgres) => {
            if options.includes(Part::Rust) {
                check_rust(&postgres, &mut tally);
            }
            if options.includes(Part::Browser) && !programs::interrupted() {
                check_in_browser(options, &postgres, &mut tally);
            }
        }
        Err(sentence) => {
            tell::problem(&sentence);
            tally.add(Tally::FAILED);
        }
    }
    if programs::interrupted() {
        tell::problem("interrupted");
        tally.add(Tally::FAILED);
    }
    tell::step(&format!("done in {}", tell::length(tell::elapsed())));
    println!("{tally}");
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Everything the checks need. What cannot be had is said in words.
fn prepare() -> Result<Postgres, String> {
    tell::step("looking for what the checks need");
    debian::ensure_build_tools()?;
    debian::ensure(&[Package::Chromium, Package::Postgresql])?;
    assets::build(assets::When::Changed)?;
    assets::install_if_changed("acceptance", &tree::acceptance())?;
    Postgres::start("test", Durability::None)
}

fn check_rust(postgres: &Postgres, tally: &mut Tally) {
    let python = match python::ensure() {
        Ok(python) => python,
        Err(sentence) => {
            tell::problem(&sentence);
            tally.add(Tally::FAILED);
            None
        }
    };
    tally.add(one("formatting", || programs::run(cargo(&["fmt", "--all", "--check"]))));
    tally.add(one("clippy", || {
        programs::run(cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    }));
    tally.add(many("tests on SQLite and PostgreSQL", Tally::of_rust, {
        let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
        command.env(POSTGRES, postgres.url());
        if let Some(python) = python {
            command.env(PYTHON, python);
        }
        command
    }));
}

fn check_in_browser(options: &Options, postgres: &Postgres, tally: &mut Tally) {
    let built =
        one("release build", || programs::run(cargo(&["build", "--release", "-p", "samverk"])));
    tally.add(built);
    if built.failed > 0 {
        return;
    }
    tally.add(many("checks against the running binary", Tally::of_suite, {
        let mut command = programs::command("node", &["run.mjs"], &tree::acceptance());
        command.arg("--binary").arg(tree::binary("release"));
        if options.full {
            command.arg("--full");
        }
        command.env(POSTGRES, postgres.url());
        if let Some(chromium) = Package::Chromium.found() {
            command.env("SAMVERK_TEST_CHROMIUM", chromium);
        }
        command
    }));
}

/// A part that passes or fails as a whole.
fn one(name: &str, run: impl FnOnce() -> Result<(), String>) -> Tally {
    if programs::interrupted() {
        return Tally::default();
    }
    tell::step(name);
    let started = Instant::now();
    match run() {
        Ok(()) => {
            tell::step(&format!("{name}: passed in {}", tell::length(started.elapsed())));
            Tally::PASSED
        }
        Err(sentence) => {
            tell::problem(&format!("{name}: FAILED. {sentence}"));
            Tally::FAILED
        }
    }
}

/// A program that prints what it counted in lines that `read` understands. Those of our own suites
/// look like the line that closes the whole run, so they are told in another form.
fn many(name: &str, read: impl Fn(&str) -> Option<Tally>, command: Command) -> Tally {
    if programs::interrupted() {
        return Tally::default();
    }
    tell::step(name);
    let started = Instant::now();
    let mut tally = Tally::default();
    let ended = programs::run_reading(command, |line| {
        tally.add(read(line).unwrap_or_default());
        Tally::of_suite(line).is_none()
    });
    let ended_well = match ended {
        Ok(status) => status.success(),
        Err(sentence) => {
            tell::problem(&sentence);
            false
        }
    };
    let mut tally = tally.settled(ended_well);
    if ended_well && tally == Tally::default() {
        tell::problem("no check was counted");
        tally = Tally::FAILED;
    }
    tell::step(&format!("{name}: {tally} in {}", tell::length(started.elapsed())));
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn reads_its_options() {
        assert!(Options::read(&["--full"]).unwrap().full);
        assert_eq!(Options::read(&["--only", "rust"]).unwrap().only, Some(Part::Rust));
        assert!(Options::read(&["--only", "everything"]).is_err());
        assert!(Options::read(&["--only"]).is_err());
        assert!(Options::read(&["--ful"]).is_err());
    }

    /// What the test runner makes of a program that prints and ends like this.
    #[track_caller]
    fn check(script: &str, expected: Tally) {
        let command = programs::command("sh", &["-c", script], Path::new("/"));
        assert_eq!(many("sample", Tally::of_suite, command), expected);
    }

    #[test]
    fn counts_what_the_program_counted() {
        check("echo 3 passed, 0 failed", Tally { passed: 3, failed: 0 });
        check("echo 3 passed, 2 failed; exit 1", Tally { passed: 3, failed: 2 });
    }

    #[test]
    fn a_program_that_crashes_or_counts_nothing_has_failed() {
        check("echo 3 passed, 0 failed; exit 1", Tally { passed: 3, failed: 1 });
        check("true", Tally::FAILED);
    }
}
