//! `extract FILE`: the draft that a text file gives, as JSON on standard output; with `--marks` before
//! the file the path of each value, its line and how sure the reader is of it, one a line.
//! Exit code 0 for any text; 2, with a sentence, for a file that cannot be read.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).peekable();
    let marks = arguments.next_if(|a| a == "--marks").is_some();
    let (Some(path), None) = (arguments.next(), arguments.next()) else {
        eprintln!("Say which file to read: extract FILE");
        return ExitCode::from(2);
    };
    match std::fs::read(&path) {
        Ok(bytes) => {
            let draft = extraction::read(&String::from_utf8_lossy(&bytes));
            let text = if marks {
                let rows = draft.marks().into_iter();
                rows.map(|m| format!("{}\t{}\t{:?}\n", m.path, m.line, m.confidence)).collect()
            } else {
                draft.to_json() + "\n"
            };
            // A reader that has gone away ("| head") is no fault of the file.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{} cannot be read: {error}", path.to_string_lossy());
            ExitCode::from(2)
        }
    }
}
