//! The command line's way in. What can be said there is in `cli`, what is done in `commands` and
//! `serve`.

use clap::Parser as _;
use samverk::cli::Cli;
use samverk::commands;
use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("{}", stop.sentence);
            ExitCode::from(stop.code)
        }
    }
}
