//! The binary as scripts meet it: what it prints, what it ends with, what it leaves alone.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use platform::database::testing::folder;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// On a busy machine, and then some.
const PATIENCE: Duration = Duration::from_secs(20);

fn samverk(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samverk"));
    command.args(words).current_dir(folder());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SAMVERK_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command that ends by itself; one that goes on (a server that should have been refused)
/// is ended, and has no code.
fn run(words: &[&str]) -> Output {
    let mut child = samverk(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A server on a free port; killed when the test ends, if it has not been stopped.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &Path, more: &[&str]) -> Self {
        let words = [&["serve", "--data", text(data), "--listen", "127.0.0.1:0"], more].concat();
        let mut child =
            samverk(&words).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://");
        let address = address.unwrap_or_else(|| panic!("it printed {line:?}")).to_owned();
        assert!(!address.ends_with(":0"), "{address}");
        Self { child, address }
    }

    /// The status line of an answer.
    fn ask(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.lines().next().unwrap().to_owned()
    }

    /// Tells it to stop; what it ended with.
    fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let told = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(told.elapsed() < Duration::from_secs(10), "it does not stop");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn data() -> PathBuf {
    folder().join("data")
}

#[test]
fn what_cannot_be_understood_ends_with_two() {
    let data = data();
    let broken = folder().join("broken.toml");
    std::fs::write(&broken, "limits = 3").unwrap();
    let absent = folder().join("absent.toml");
    for words in [
        vec!["serve", "--now", "2027-05-10T09:00:00Z"],
        vec!["serve", "--demo", "--now", "tomorrow"],
        vec!["serve", "--listen", "nowhere"],
        vec!["dance"],
        vec!["migrate", "--config", text(&broken)],
        vec!["migrate", "--config", text(&absent)],
        vec!["migrate", "--database", "mysql://x"],
    ] {
        let mut words = words;
        if words.len() > 1 {
            words.extend(["--data", text(&data)]);
        }
        let output = run(&words);
        assert_eq!(code(&output), Some(2), "{words:?}: {}", said(&output));
        assert!(said(&output).len() > 20, "{words:?} says {:?}", said(&output));
    }
    let mut unknown = samverk(&["migrate", "--data", text(&data)]);
    let output = unknown.env("SAMVERK_LIMITS__WRITES", "1").output().unwrap();
    assert_eq!(code(&output), Some(2), "{}", said(&output));
}

#[test]
fn the_first_who_signs_in_is_let_in_and_strangers_after_that_are_not() {
    let data = data();
    let first = run(&["sign-in", "first@example.org", "--data", text(&data)]);
    assert_eq!(code(&first), Some(0), "{}", said(&first));
    let printed = String::from_utf8(first.stdout).unwrap();
    assert_eq!(printed.lines().count(), 1, "{printed}");
    assert!(printed.starts_with("http://127.0.0.1:8080/sv/inloggning/"), "{printed}");
    let stranger = run(&["sign-in", "second@example.org", "--data", text(&data)]);
    assert_eq!(code(&stranger), Some(1));
    assert!(stranger.stdout.is_empty() && said(&stranger).contains("second@example.org"));
    let no_address = run(&["sign-in", "nobody", "--data", text(&data)]);
    assert_eq!(code(&no_address), Some(1));
}

#[test]
fn a_server_says_where_it_listens_keeps_others_off_and_stops_in_good_order() {
    let data = data();
    let server = Server::start(&data, &["--demo", "--now", "2031-02-03T04:05:06Z"]);
    assert_eq!(server.ask("/health"), "HTTP/1.1 200 OK");
    assert_eq!(server.ask("/sv/evenemang/rum-for-manga"), "HTTP/1.1 200 OK");

    let second = run(&["serve", "--data", text(&data), "--listen", "127.0.0.1:0"]);
    assert_eq!(code(&second), Some(1), "two servers share a folder");
    assert!(said(&second).contains("--data"), "{}", said(&second));
    let taken = run(&["serve", "--data", text(&self::data()), "--listen", &server.address]);
    assert_eq!(code(&taken), Some(1), "two servers share a port");

    // By the server's clock, at the server's address: the link opens there.
    let link = run(&["sign-in", "admin@example.org", "--data", text(&data)]);
    let link = String::from_utf8(link.stdout).unwrap();
    let path = link.trim().strip_prefix(&format!("http://{}", server.address));
    let path = path.unwrap_or_else(|| panic!("{link} leads elsewhere"));
    assert_eq!(server.ask(path), "HTTP/1.1 200 OK");

    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&data), mode(&data.join("key"))), (0o700, 0o600));
    assert_eq!(server.stop(), Some(0));

    // What it filled it leaves as it is, and serves without being asked to fill.
    let again = Server::start(&data, &["--demo"]);
    assert_eq!(again.ask("/sv/evenemang/rum-for-manga"), "HTTP/1.1 200 OK");
    assert_eq!(again.stop(), Some(0));
}

#[test]
fn a_demonstration_is_not_mixed_with_what_others_made() {
    let data = data();
    assert_eq!(code(&run(&["sign-in", "own@example.org", "--data", text(&data)])), Some(0));
    let refused = run(&["serve", "--demo", "--data", text(&data), "--listen", "127.0.0.1:0"]);
    assert_eq!(code(&refused), Some(1));
    assert!(said(&refused).contains("content of its own"), "{}", said(&refused));
}
