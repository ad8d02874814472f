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

/// An invented page with two last days to register.
const PAGE: &str = "Mat och vatten nära hemma\n\nKom och prata om det som odlas här.\n\n\
    Datum: 26 maj 2027\nTid: kl. 16.00-18.30\nPlats: Logen, Storgatan 1, Nora\n\
    Sista anmälningsdag: 21 maj 2027\n\nAnmäl dig senast den 20 maj.\n";

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder().join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn what_a_text_says_is_printed_as_json_whatever_its_bytes_are() {
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(PAGE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows = PAGE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
    for bytes in [PAGE.as_bytes(), &utf16, &windows] {
        let output = run(&["extract", text(&file("sida.txt", bytes))]);
        assert_eq!(code(&output), Some(0), "{}", said(&output));
        let printed = String::from_utf8(output.stdout).unwrap();
        for part in [
            "\"title\":\"Mat och vatten nära hemma\"",
            "\"deadline\":\"2027-05-21\"",
            "deadline_conflict",
            "\"events[0].venue.name\":7",
        ] {
            assert!(printed.contains(part), "{part}: {printed}");
        }
    }
    for bytes in [&b""[..], b"\0\xff\xfe\x80", b"\x89PNG\r\n\x1a\n\0", b"%PDF-1.7\n"] {
        let output = run(&["extract", text(&file("anything.TXT", bytes))]);
        assert_eq!(code(&output), Some(0), "{bytes:?}: {}", said(&output));
        assert!(output.stdout.starts_with(b"{"), "{bytes:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_ends_with_two_and_a_sentence() {
    let picture = file("affisch.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let absent = folder().join("absent.txt");
    for path in [picture, absent, folder()] {
        let output = run(&["extract", text(&path)]);
        assert_eq!(code(&output), Some(2), "{path:?}");
        assert!(output.stdout.is_empty() && said(&output).trim_end().ends_with('.'), "{path:?}");
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    }
}

#[test]
fn a_page_is_imported_as_a_draft_and_what_is_doubtful_is_printed() {
    let data = data();
    let page = file("sida.txt", PAGE.as_bytes());
    let words = ["import", "page", text(&page), "--data", text(&data)];
    let output = run(&words);
    assert_eq!(code(&output), Some(0), "{}", said(&output));
    let printed = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = printed.lines().collect();
    let address = "http://127.0.0.1:8080/sv/organisera/evenemang/mat-och-vatten-nara-hemma";
    assert!(lines[0].starts_with(address), "{printed}");
    let warning = "two last days to register are given, 2027-05-21 and 2027-05-20 (lines 8, 10)";
    assert!(printed.contains(warning), "{printed}");
    assert!(!printed.contains("here already"), "{printed}");
    let again = String::from_utf8(run(&words).stdout).unwrap();
    assert!(again.contains("Looks like an event that is here already: Mat och vatten"), "{again}");
    assert!(again.contains("/1/uppdatering/mat-och-vatten-nara-hemma"), "{again}");

    let nothing =
        run(&["import", "page", text(&file("x.png", b"\x89PNG\r\n\x1a\n")), "--data", text(&data)]);
    assert_eq!(code(&nothing), Some(2));
}
