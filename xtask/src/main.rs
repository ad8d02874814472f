//! What the project does to itself: `cargo xtask demo`, `dev`, `test`, `bench`, `assets`.
//!
//! Not here: anything the product does. This crate starts programs, measures them and stops them
//! again; it names no crate of ours and is compiled in seconds.

mod assets;
mod bench;
mod debian;
mod demo;
mod ports;
mod postgres;
mod programs;
mod python;
mod suite;
mod tally;
mod tell;
mod tree;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  demo              build and start Samverk with a demo county on ./samverk-data
  dev               the same as a debug build, templates and assets read from disk, mails at /dev/mail
  test              install what is missing and run every check; closes with `N passed, N failed`
      --full        more kill points in the fault tests
      --only PART   one of: rust, browser
  bench [PART...]   measure against peers; parts: page signup sqlite postgres growth size
  assets            fetch and build the web assets
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    programs::listen_for_interrupts();
    let outcome = match words.as_slice() {
        ["demo"] => demo::run(demo::Kind::Demo),
        ["dev"] => demo::run(demo::Kind::Dev),
        ["assets"] => assets::build(assets::When::Always),
        ["test", options @ ..] => match suite::Options::read(options) {
            Ok(options) => return suite::run(&options),
            Err(sentence) => return misuse(&sentence),
        },
        ["bench", parts @ ..] => return bench::run_optimised(parts),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        [unknown, ..] => return misuse(&format!("there is no command `{unknown}`")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            tell::problem(&sentence);
            ExitCode::FAILURE
        }
    }
}

fn misuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}\n\n{USAGE}");
    ExitCode::from(2)
}
