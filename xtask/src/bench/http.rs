//! As much HTTP/1.1 as a measuring client needs: writing requests, finding where an answer ends, and
//! a connection that asks one thing after the other.
//!
//! Not here: following redirects, cookies, TLS.

use std::borrow::Cow;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// The bytes of a GET.
pub fn get(host: SocketAddr, path: &str, more_headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{more_headers}\r\n").into_bytes()
}

/// The bytes of a form post from a page of the same origin.
pub fn post(host: SocketAddr, path: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nAccept-Encoding: gzip\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Percent-encodes a form value.
pub fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// What the head of an answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub status: u16,
    /// The head's own length, with the empty line.
    pub length: usize,
    pub body: BodyLength,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyLength {
    Bytes(usize),
    Chunked,
}

/// `None` until the head is there whole.
pub fn head(bytes: &[u8]) -> Option<Result<Head, String>> {
    let length = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    Some(read_head(&bytes[..length]))
}

fn read_head(bytes: &[u8]) -> Result<Head, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "a head that is no text")?;
    let status: u16 =
        text.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).ok_or_else(
            || format!("no HTTP/1.1 answer: {}", text.lines().next().unwrap_or_default()),
        )?;
    let body = if status == 204 || status == 304 || status < 200 {
        BodyLength::Bytes(0)
    } else if header(text, "content-length").is_some() {
        let length = header(text, "content-length").and_then(|value| value.parse().ok());
        BodyLength::Bytes(length.ok_or("an unreadable Content-Length")?)
    } else if header(text, "transfer-encoding").is_some_and(|it| it.contains("chunked")) {
        BodyLength::Chunked
    } else {
        return Err(format!("an answer {status} of unknown length"));
    };
    Ok(Head { status, length: bytes.len(), body })
}

/// The value of a header in a head.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().skip(1).find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// Where a chunked body ends, once it is there whole, and what it says.
pub fn dechunked(bytes: &[u8]) -> Option<(usize, Vec<u8>)> {
    let mut at = 0;
    let mut body = vec![];
    loop {
        let line = bytes.get(at..)?.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&bytes[at..at + line]).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        let start = at + line + 2;
        let end = start + size;
        if bytes.len() < end + 2 {
            return None;
        }
        body.extend_from_slice(&bytes[start..end]);
        at = end + 2;
        if size == 0 {
            return Some((at, body));
        }
    }
}

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    /// The body as it was sent, compressed if it was.
    pub sent: Vec<u8>,
}

impl Answer {
    /// The body as it reads.
    pub fn text(&self) -> Result<String, String> {
        let bytes: Cow<[u8]> = match header(&self.head, "content-encoding") {
            Some("gzip") => {
                let mut plain = vec![];
                flate2::read::GzDecoder::new(self.sent.as_slice())
                    .read_to_end(&mut plain)
                    .map_err(|error| format!("a broken gzip body: {error}"))?;
                Cow::Owned(plain)
            }
            Some(other) => return Err(format!("a body encoded as {other}")),
            None => Cow::Borrowed(&self.sent),
        };
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }
}

/// One connection, kept alive, that asks one thing after the other.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub fn open(address: SocketAddr) -> Result<Self, String> {
        let stream = TcpStream::connect(address).map_err(|error| format!("{address}: {error}"))?;
        let prepared = stream
            .set_nodelay(true)
            .and_then(|()| stream.set_read_timeout(Some(Duration::from_secs(60))));
        prepared.map_err(|error| format!("{address}: {error}"))?;
        Ok(Self { stream, buffer: vec![] })
    }

    pub fn ask(&mut self, request: &[u8]) -> Result<Answer, String> {
        self.stream.write_all(request).map_err(|error| format!("cannot ask: {error}"))?;
        loop {
            if let Some(head) = head(&self.buffer) {
                let head = head?;
                let body = &self.buffer[head.length..];
                let whole = match head.body {
                    BodyLength::Bytes(length) if body.len() >= length => {
                        Some((length, body[..length].to_vec()))
                    }
                    BodyLength::Bytes(_) => None,
                    BodyLength::Chunked => dechunked(body),
                };
                if let Some((length, sent)) = whole {
                    let text = String::from_utf8_lossy(&self.buffer[..head.length]).into_owned();
                    self.buffer.drain(..head.length + length);
                    return Ok(Answer { status: head.status, head: text, sent });
                }
            }
            let mut piece = [0_u8; 16 * 1024];
            match self.stream.read(&mut piece) {
                Ok(0) => return Err("the connection was closed before the answer".to_owned()),
                Ok(length) => self.buffer.extend_from_slice(&piece[..length]),
                Err(error) => return Err(format!("no answer: {error}")),
            }
        }
    }

    pub fn get(&mut self, path: &str, more_headers: &str) -> Result<Answer, String> {
        let host = self.stream.peer_addr().map_err(|error| error.to_string())?;
        self.ask(&get(host, path, more_headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_head_only_when_it_is_whole() {
        assert_eq!(head(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"), None);
        let whole =
            head(b"HTTP/1.1 303 See Other\r\ncontent-length: 0\r\n\r\nHTTP").unwrap().unwrap();
        assert_eq!((whole.status, whole.body, whole.length), (303, BodyLength::Bytes(0), 45));
    }

    #[test]
    fn refuses_an_answer_whose_end_nobody_knows() {
        assert!(head(b"HTTP/1.1 200 OK\r\n\r\n").unwrap().is_err());
        assert!(head(b"SSH-2.0 hello\r\n\r\n").unwrap().is_err());
    }

    #[test]
    fn joins_chunks_and_says_where_they_end() {
        let sent = b"4\r\nsam \r\n5;x=1\r\nverka\r\n0\r\n\r\nHTTP/1.1";
        assert_eq!(dechunked(sent), Some((28, b"sam verka".to_vec())));
        assert_eq!(dechunked(&sent[..20]), None);
    }

    #[test]
    fn encodes_what_a_form_may_not_carry_bare() {
        assert_eq!(encoded("åsa ek@example.org"), "%C3%A5sa%20ek%40example.org");
    }
}
