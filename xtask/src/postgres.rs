//! A throw-away PostgreSQL on a free loopback port, run by a user who is not root.
//!
//! Not here: databases. The tests and the benchmark make their own in it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian::{self, Package};
use crate::{ports, programs, tell, tree};

/// The superuser inside the server.
const SUPERUSER: &str = "samverk";

/// What a crash of the machine may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing: PostgreSQL's own defaults.
    Full,
    /// Everything, which tests do not mind: no waiting for the disk.
    None,
}

/// A running server; stopped and erased when this goes out of scope.
#[derive(Debug)]
pub struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    user: Option<String>,
    url: String,
}

impl Postgres {
    /// `name` tells servers of one checkout apart. A server that an earlier, killed run of the same
    /// name left behind is stopped first.
    pub fn start(name: &str, durability: Durability) -> Result<Self, String> {
        let programs = Package::Postgresql.found().ok_or("PostgreSQL is not installed")?;
        let user = if debian::is_root()? { Some(server_user()?) } else { None };
        let folder = server_folder(name, user.as_deref())?;
        let mut server = Self { programs, folder, user, url: String::new() };
        server.stop_and_erase();
        let failed = |error| format!("cannot prepare {}: {error}", server.folder.display());
        fs::create_dir_all(&server.folder).map_err(failed)?;
        let password = password().map_err(failed)?;
        let password_file = server.folder.join("password");
        fs::write(&password_file, &password).map_err(failed)?;
        server.own(&server.folder)?;

        let cluster = server.cluster();
        programs::output(server.command("initdb", |command| {
            command
                .arg("--pgdata")
                .arg(&cluster)
                .arg("--pwfile")
                .arg(&password_file)
                .args(["--username", SUPERUSER, "--auth", "password", "--no-sync"])
                .args(["--encoding", "UTF8", "--locale", "C"]);
        }))?;
        let port = ports::free().map_err(|error| format!("no free port: {error}"))?;
        let mut options = format!(
            "-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= \
             -c max_connections=300"
        );
        if durability == Durability::None {
            options.push_str(" -c fsync=off -c full_page_writes=off");
        }
        let log = server.folder.join("log");
        programs::output(server.command("pg_ctl", |command| {
            command
                .args(["start", "--wait", "--timeout", "60", "--pgdata"])
                .arg(&cluster)
                .arg("--log")
                .arg(&log)
                .args(["--options", &options]);
        }))
        .map_err(|failure| {
            format!("{failure}\n{}", fs::read_to_string(&log).unwrap_or_default())
        })?;
        server.url = format!("postgres://{SUPERUSER}:{password}@127.0.0.1:{port}/postgres");
        tell::step(&format!("PostgreSQL runs on 127.0.0.1:{port}"));
        Ok(server)
    }

    /// The superuser's address of the maintenance database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A new database, empty or the copy of one that nobody uses; its address.
    pub fn make_database(&self, name: &str, template: Option<&str>) -> Result<String, String> {
        let mut command = Command::new(self.programs.join("psql"));
        command.args(["--quiet", "--no-psqlrc", &self.url, "--command"]);
        let template = template.map(|it| format!(" TEMPLATE {it}")).unwrap_or_default();
        command.arg(format!("CREATE DATABASE {name}{template}"));
        programs::output(command)?;
        let server =
            self.url.strip_suffix("/postgres").expect("the address ends with its database");
        Ok(format!("{server}/{name}"))
    }

    fn cluster(&self) -> PathBuf {
        self.folder.join("cluster")
    }

    /// One of PostgreSQL's own programs, run by the server's user.
    fn command(&self, program: &str, arguments: impl FnOnce(&mut Command)) -> Command {
        let program = self.programs.join(program);
        let mut command = match &self.user {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(program);
                command
            }
            None => Command::new(program),
        };
        // PostgreSQL's programs complain about a current folder their user may not enter.
        command.current_dir("/");
        arguments(&mut command);
        command
    }

    fn own(&self, path: &Path) -> Result<(), String> {
        let Some(user) = &self.user else { return Ok(()) };
        let mut command = Command::new("chown");
        command.args(["-R", user]).arg(path);
        programs::output(command).map(drop)
    }

    fn stop_and_erase(&self) {
        if self.cluster().join("postmaster.pid").is_file() {
            let cluster = self.cluster();
            let stopped = programs::output(self.command("pg_ctl", |command| {
                command.args(["stop", "--mode", "fast", "--wait", "--pgdata"]).arg(&cluster);
            }));
            // After a crash of the machine the file is there and nobody runs: that is no failure.
            if let Err(failure) = stopped
                && !failure.contains("No such process")
                && !failure.contains("not running")
            {
                tell::problem(&failure);
                return;
            }
        }
        if self.folder.exists()
            && let Err(error) = fs::remove_dir_all(&self.folder)
        {
            tell::problem(&format!("cannot remove {}: {error}", self.folder.display()));
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop_and_erase();
    }
}

/// The user the package made, else one of our own.
fn server_user() -> Result<String, String> {
    let exists =
        |user: &str| programs::output(programs::command("id", &["-u", user], Path::new("/")));
    for user in ["postgres", "samverk-test"] {
        if exists(user).is_ok() {
            return Ok(user.to_owned());
        }
    }
    let mut command = Command::new("useradd");
    command.args(["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "samverk-test"]);
    programs::output(command)?;
    Ok("samverk-test".to_owned())
}

/// Under `target/`, or where the server's user cannot reach that (a checkout in root's home), in
/// the system's folder for temporary files.
fn server_folder(name: &str, user: Option<&str>) -> Result<PathBuf, String> {
    let target = tree::target();
    fs::create_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    let reachable = match user {
        None => true,
        Some(user) => {
            let mut command = Command::new("runuser");
            command.args(["-u", user, "--", "test", "-x"]).arg(&target).current_dir("/");
            programs::output(command).is_ok()
        }
    };
    let folder = format!("{name}-postgres");
    Ok(if reachable {
        target.join(folder)
    } else {
        std::env::temp_dir().join(format!("samverk-{folder}"))
    })
}

/// Sixteen random bytes in hexadecimal: other people on the machine can reach the port.
fn password() -> std::io::Result<String> {
    let mut bytes = [0_u8; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
