//! `cargo xtask demo` and `cargo xtask dev`: from a checkout to a running Samverk.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::programs::{self, Program, cargo};
use crate::{assets, debian, ports, tell, tree};

/// Beside the workspace's own files; ignored by git.
const FOLDER: &str = "./samverk-data";
/// The demo county's administrator.
const ADMINISTRATOR: &str = "admin@example.org";
/// The first start migrates and fills an empty database.
const STARTING: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The release build, as it is installed.
    Demo,
    /// A debug build that reads templates and assets from disk and shows its mails.
    Dev,
}

pub fn run(kind: Kind) -> Result<(), String> {
    debian::ensure_build_tools()?;
    assets::build(assets::When::Changed)?;
    let profile = match kind {
        Kind::Demo => {
            tell::step("building Samverk (the first time takes some minutes)");
            programs::run(cargo(&["build", "--release", "-p", "samverk"]))?;
            "release"
        }
        Kind::Dev => {
            tell::step("building Samverk for development");
            programs::run(cargo(&["build", "-p", "samverk"]))?;
            "debug"
        }
    };

    let port = ports::free_from(8080).ok_or("the ports 8080 to 8179 are all taken")?;
    let address = format!("127.0.0.1:{port}");
    tell::step("starting Samverk");
    let samverk = |words: &[&str]| {
        let mut command: Command = programs::command(tree::binary(profile), words, &tree::root());
        if kind == Kind::Dev {
            command.env("SAMVERK_DEV", "true");
        }
        command
    };
    let mut server =
        Program::start(samverk(&["serve", "--demo", "--data", FOLDER, "--listen", &address]))?;
    wait_until_ready(&mut server, &address)?;
    let link = programs::output(samverk(&["sign-in", ADMINISTRATOR, "--data", FOLDER]))?;

    println!();
    println!("  Samverk           http://{address}/");
    println!("  Organiser's view  {}", link.trim());
    println!("                    (signs {ADMINISTRATOR} in, once)");
    match kind {
        Kind::Demo => println!("  Mails             {FOLDER}/mail/"),
        Kind::Dev => println!("  Mails             http://{address}/dev/mail"),
    }
    println!("  Stop              ctrl-c");
    println!();
    let status = server.wait()?;
    if programs::interrupted() || status.success() {
        tell::step("stopped");
        Ok(())
    } else {
        Err(format!("Samverk ended ({status})"))
    }
}

/// Asks `/health` until it answers 200.
fn wait_until_ready(server: &mut Program, address: &str) -> Result<(), String> {
    let started = Instant::now();
    while started.elapsed() < STARTING {
        if let Some(status) = server.ended() {
            return Err(format!("Samverk did not start ({status})"));
        }
        if is_healthy(address) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(format!("Samverk did not answer on {address} within {} s", STARTING.as_secs()))
}

fn is_healthy(address: &str) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut answer = [0_u8; 12];
        stream.read_exact(&mut answer)?;
        Ok(&answer == b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}
