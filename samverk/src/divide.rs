//! `samverk divide`: files, the clock and standard output around [`grouping::command`], which
//! knows the rest. No event is opened here.

use crate::cli;
use crate::instance::Stop;
use grouping::{World, command};
use std::io::Write as _;

/// Divides as asked and prints the answer; what is said on standard error is the last to come.
///
/// # Errors
/// Everything but a plan, with the exit code that the command promises.
pub fn divide(asked: &cli::Divide) -> Result<(), Stop> {
    let words: Vec<String> =
        asked.words.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let read = |path: &str| std::fs::read(path).map_err(|error| error.to_string());
    let mut progress = |_| {};
    let mut world =
        World { cpu_now: &platform::cpu::seconds, stop: &|| false, progress: &mut progress };
    let printed = command::run(&words, &read, &mut world);
    let mut out = std::io::stdout().lock();
    out.write_all(printed.stdout.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| Stop::failed(format!("The answer could not be written: {error}.")))?;
    if printed.exit == 0 {
        eprintln!("{}", printed.stderr);
        return Ok(());
    }
    Err(Stop { code: printed.exit, sentence: printed.stderr })
}
