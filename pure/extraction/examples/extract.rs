//! `extract FILE`: the draft that a text file gives, as JSON on standard output.
//! Exit code 0 for any text; 2, with a sentence, for a file that cannot be read.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        eprintln!("Say which file to read: extract FILE");
        return ExitCode::from(2);
    };
    match std::fs::read(&path) {
        Ok(bytes) => {
            let json = extraction::read(&extraction::decode(&bytes)).to_json();
            // A reader that has gone away ("| head") is no fault of the file.
            let _ = writeln!(std::io::stdout(), "{json}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{} cannot be read: {error}", path.to_string_lossy());
            ExitCode::from(2)
        }
    }
}
