//! One Samverk to be measured: on a folder of its own, with the write limits off.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::http::Connection;
use crate::programs::{self, Program};
use crate::{ports, tree};

const STARTING: Duration = Duration::from_secs(60);
const LETTERS: Duration = Duration::from_secs(120);

/// How an instance is started.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// A PostgreSQL address; SQLite in the data folder without it.
    pub database: Option<String>,
    /// Beside what every measured instance gets.
    pub environment: Vec<(&'static str, &'static str)>,
}

/// A running instance; stopped when this goes out of scope. Its folder stays.
#[derive(Debug)]
pub struct Instance {
    program: Program,
    pub address: SocketAddr,
    pub data: PathBuf,
    settings: Settings,
    /// From the start of the program to the first 200 of `/health`.
    pub start: Duration,
}

impl Instance {
    pub fn start(data: &Path, settings: &Settings) -> Result<Self, String> {
        let port = ports::free().map_err(|error| format!("no free port: {error}"))?;
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut command =
            programs::command(tree::binary("release"), &["serve", "--demo"], &tree::root());
        command.arg("--data").arg(data).args(["--listen", &address.to_string()]);
        configure(&mut command, settings);
        command.stdout(Stdio::null());
        let started = Instant::now();
        let mut program = Program::start(command)?;
        while !is_ready(address) {
            if let Some(status) = program.ended() {
                return Err(format!("Samverk did not start ({status})"));
            }
            if started.elapsed() > STARTING {
                return Err(format!("Samverk did not answer on {address}"));
            }
            std::thread::sleep(Duration::from_micros(500));
        }
        let start = started.elapsed();
        Ok(Self { program, address, data: data.to_owned(), settings: settings.clone(), start })
    }

    pub fn id(&self) -> u32 {
        self.program.id()
    }

    pub fn connect(&self) -> Result<Connection, String> {
        Connection::open(self.address)
    }

    /// A published event without anything to choose, made as an organiser makes one; the path of
    /// its registration form.
    pub fn make_event(&self, places: u32) -> Result<String, String> {
        let made = self.as_organiser("make-event.mjs", &["--places", &places.to_string()])?;
        Ok(made.trim().to_owned())
    }

    /// So many such events, of ten places each.
    pub fn make_events(&self, count: u32) -> Result<(), String> {
        let words = ["--places", "10", "--count", &count.to_string()];
        let made = self.as_organiser("make-event.mjs", &words)?;
        match made.lines().count() == count as usize {
            true => Ok(()),
            false => Err(format!("{} events were made of {count}", made.lines().count())),
        }
    }

    /// Changes the event so many times; how many of the changes the next request did not show.
    pub fn changes_unseen(&self, slug: &str, count: u32) -> Result<f64, String> {
        let words = ["--slug", slug, "--count", &count.to_string()];
        let unseen = self.as_organiser("change-event.mjs", &words)?;
        unseen.trim().parse().map_err(|_| format!("change-event.mjs said {unseen}"))
    }

    /// Waits until so many letters are written and no more are coming.
    pub fn letters_written(&self, count: usize) -> Result<(), String> {
        let folder = self.data.join("mail");
        let written = || fs::read_dir(&folder).map_or(0, Iterator::count);
        let started = Instant::now();
        while written() < count {
            if started.elapsed() > LETTERS {
                return Err(format!("{} letters of {count} were written", written()));
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        std::thread::sleep(Duration::from_secs(2));
        Ok(())
    }

    /// What a script of `acceptance/` prints that signs in to this instance.
    fn as_organiser(&self, script: &str, words: &[&str]) -> Result<String, String> {
        let mut command = programs::command("node", &[script], &tree::acceptance());
        command.arg("--base").arg(format!("http://{}", self.address));
        command.arg("--link").arg(self.sign_in_link()?).args(words);
        programs::output(command)
    }

    /// The path of the first listed event; it has no limit.
    pub fn first_event(&self) -> Result<String, String> {
        let list = self.connect()?.get("/sv/evenemang", "")?.text()?;
        list.split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split(['"', '#']).next())
            .find(|path| {
                path.strip_prefix("/sv/evenemang/")
                    .is_some_and(|slug| !slug.is_empty() && !slug.contains(['/', '.', '?']))
            })
            .map(str::to_owned)
            .ok_or_else(|| "the list links to no event".to_owned())
    }

    fn sign_in_link(&self) -> Result<String, String> {
        let mut command = programs::command(
            tree::binary("release"),
            &["sign-in", "admin@example.org"],
            &tree::root(),
        );
        command.arg("--data").arg(&self.data);
        configure(&mut command, &self.settings);
        Ok(programs::output(command)?.trim().to_owned())
    }

    pub fn stop(mut self) {
        self.program.stop();
    }
}

fn configure(command: &mut std::process::Command, settings: &Settings) {
    command.env("SAMVERK_LIMITS__WRITES_PER_MINUTE", "0");
    command.envs(settings.environment.iter().copied());
    if let Some(database) = &settings.database {
        command.args(["--database", database]);
    }
}

fn is_ready(address: SocketAddr) -> bool {
    Connection::open(address)
        .and_then(|mut connection| connection.get("/health", ""))
        .is_ok_and(|answer| answer.status == 200)
}

/// An empty folder of this name on the disk that holds `target/`: a memory disk would make waiting
/// for it cost nothing.
pub fn fresh_folder(name: &str) -> Result<PathBuf, String> {
    let folder = tree::target().join("bench").join(name);
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    Ok(folder)
}

/// A copy of a stopped instance's folder, files and folders alike.
pub fn copy_folder(from: &Path, name: &str) -> Result<PathBuf, String> {
    let to = fresh_folder(name)?;
    let mut command = programs::command("cp", &["-a"], Path::new("/"));
    command.arg(from.join(".")).arg(&to);
    programs::output(command)?;
    Ok(to)
}
