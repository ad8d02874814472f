//! `lines FILE`: the lines of a file, each with its place and shape, to look at.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("Say which file to read: lines FILE");
        return ExitCode::from(2);
    };
    let read = std::fs::read(&path).map_err(|error| error.to_string()).and_then(|bytes| {
        documents::read(&path, &bytes).map_err(|unreadable| unreadable.to_string())
    });
    match read {
        Ok(document) => {
            println!("{:?}", document.kind);
            for (index, line) in document.lines.iter().enumerate() {
                let place = line.place.map(|it| format!("{it:?}")).unwrap_or_default();
                let shape = format!("{:?}", line.shape);
                println!("{:4} {place:14} {shape:11} {:?}", index + 1, line.text);
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{path}: {message}");
            ExitCode::from(2)
        }
    }
}
