//! Starting programs, waiting for them, and stopping what was started, also on ctrl-c.
//!
//! Every program gets a process group of its own, so that stopping it stops what it started too
//! and nothing else. Processes are ended by the ids noted here, never by name.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use crate::tell;

/// How long a program may take to end by itself after it was asked to.
const PATIENCE: Duration = Duration::from_secs(15);

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// From now on ctrl-c, SIGTERM and SIGHUP stop the running programs; each wait then returns and
/// the caller's own tidying runs as on any failure.
pub fn listen_for_interrupts() {
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])
        .expect("these three signals may be listened for");
    std::thread::spawn(move || {
        for _ in signals.forever() {
            let again = INTERRUPTED.swap(true, Ordering::SeqCst);
            for group in running().iter() {
                signal_group(*group, if again { "KILL" } else { "TERM" });
            }
        }
    });
}

pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// A running program that is stopped when this goes out of scope.
#[derive(Debug)]
pub struct Program {
    child: Child,
    name: String,
}

impl Program {
    /// Starts `command` without standard input.
    pub fn start(mut command: Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        if interrupted() {
            return Err("interrupted".to_owned());
        }
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|error| format!("cannot start {name}: {error}"))?;
        running().push(child.id());
        Ok(Self { child, name })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the program's end.
    pub fn wait(&mut self) -> Result<ExitStatus, String> {
        let status = self.child.wait().map_err(|error| format!("{}: {error}", self.name))?;
        self.forget();
        Ok(status)
    }

    /// `None` while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        let status = self.child.try_wait().ok().flatten()?;
        self.forget();
        Some(status)
    }

    /// Asks the program to end, and ends it when it does not within the patience we have.
    pub fn stop(&mut self) {
        let asked = Instant::now();
        if self.ended().is_some() {
            return;
        }
        signal_group(self.id(), "TERM");
        while asked.elapsed() < PATIENCE {
            if self.ended().is_some() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        tell::problem(&format!("{} did not end when asked to and is killed", self.name));
        signal_group(self.id(), "KILL");
        let _ = self.wait();
    }

    fn forget(&self) {
        running().retain(|id| *id != self.child.id());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs a command to its end, its output going where ours goes.
pub fn run(command: Command) -> Result<(), String> {
    let shown = shown(&command);
    let status = Program::start(command)?.wait()?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Runs a command up to three times: a download that broke off half-way goes through on repeat.
pub fn run_thrice(command: impl Fn() -> Command) -> Result<(), String> {
    let mut failure = String::new();
    for attempt in 1..=3 {
        match run(command()) {
            Ok(()) => return Ok(()),
            Err(sentence) => failure = sentence,
        }
        if interrupted() {
            break;
        }
        tell::problem(&format!("{failure}, attempt {attempt} of 3"));
    }
    Err(failure)
}

/// Runs a command to its end and gives each line of its standard output to `each`, which says
/// whether the line is also printed.
pub fn run_reading(
    mut command: Command,
    mut each: impl FnMut(&str) -> bool,
) -> Result<ExitStatus, String> {
    command.stdout(Stdio::piped());
    let mut program = Program::start(command)?;
    let output = program.child.stdout.take().expect("standard output was asked for");
    // Bytes, not lines of text: a test may print what is no UTF-8, and that must not end the run.
    for line in BufReader::new(output).split(b'\n') {
        let line = line.map_err(|error| format!("{}: {error}", program.name))?;
        let line = String::from_utf8_lossy(&line);
        if each(&line) {
            println!("{line}");
        }
    }
    program.wait()
}

/// Runs a command quietly; its standard output, or what it said on standard error.
pub fn output(mut command: Command) -> Result<String, String> {
    let shown = shown(&command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot start `{shown}`: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{shown}` failed ({}): {}", output.status, said.trim()))
    }
}

/// The file a bare program name stands for on this machine's PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A command that runs in `folder`.
pub fn command(program: impl AsRef<Path>, arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    command.args(arguments).current_dir(folder);
    command
}

/// Cargo itself, the one we were started by if we were.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(cargo, arguments, &crate::tree::root())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or(&program).to_owned();
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(name).chain(words).collect::<Vec<_>>().join(" ")
}

fn running() -> std::sync::MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The shell's own `kill`: a bare Debian has no program of that name.
fn signal_group(group: u32, signal: &str) {
    let _ = Command::new("sh")
        .args(["-c", &format!("kill -s {signal} -- -{group}")])
        .stderr(Stdio::null())
        .status();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_what_the_program_started_too() {
        let two = command("sh", &["-c", "sleep 321 & sleep 321"], Path::new("/"));
        let mut program = Program::start(two).unwrap();
        let group = program.id();
        program.stop();
        let left = || {
            output(command("sh", &["-c", &format!("kill -s 0 -- -{group}")], Path::new("/")))
                .is_ok()
        };
        // Who lost its parent is there until the system has taken note of its end.
        let asked = Instant::now();
        while left() {
            assert!(asked.elapsed() < PATIENCE, "somebody of group {group} is still there");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn says_which_command_failed() {
        let failure = run(command("sh", &["-c", "exit 3"], Path::new("/"))).unwrap_err();
        assert!(failure.contains("sh -c exit 3") && failure.contains('3'), "{failure}");
    }

    #[test]
    fn reads_lines_that_are_not_text() {
        let mut lines = vec![];
        let status = run_reading(
            command("sh", &["-c", r"printf 'one\n\377\nthree\n'"], Path::new("/")),
            |line| {
                lines.push(line.to_owned());
                false
            },
        );
        assert!(status.unwrap().success());
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[2], "three");
    }
}
