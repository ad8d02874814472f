//! A great many requests over a fixed number of connections, from one thread, so that the measuring
//! takes as little as it can of the two cores it shares with what it measures.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};

use super::http::{BodyLength, dechunked, head};

/// What a load run saw.
#[derive(Debug, Default)]
pub struct Measured {
    /// How many answers had each status.
    pub statuses: BTreeMap<u16, u64>,
    pub length: Duration,
    /// From the first byte sent to the last received, in microseconds, sorted.
    pub latencies_us: Vec<u32>,
}

impl Measured {
    pub fn count(&self, status: u16) -> u64 {
        self.statuses.get(&status).copied().unwrap_or_default()
    }

    pub fn server_errors(&self) -> u64 {
        self.statuses.range(500..).map(|(_, count)| count).sum()
    }

    /// Answers with this status in a second.
    pub fn rate(&self, status: u16) -> f64 {
        self.count(status) as f64 / self.length.as_secs_f64()
    }

    /// The latency that this share (0 to 1) of the answers kept, in milliseconds.
    pub fn latency_ms(&self, share: f64) -> f64 {
        let last = self.latencies_us.len().saturating_sub(1);
        let at = (last as f64 * share).round() as usize;
        self.latencies_us.get(at).map_or(f64::NAN, |us| f64::from(*us) / 1000.0)
    }
}

struct Conversation {
    stream: TcpStream,
    request: Vec<u8>,
    written: usize,
    answer: Vec<u8>,
    /// Bytes of a body of known length that are still to come.
    remaining: Option<usize>,
    status: u16,
    asked: Instant,
    idle: bool,
}

/// Asks over `connections` at once what `next` gives, numbered from 0, until it gives nothing more,
/// and waits for the last answer.
pub fn drive(
    address: SocketAddr,
    connections: usize,
    mut next: impl FnMut(u64) -> Option<Vec<u8>>,
) -> Result<Measured, String> {
    let broken = |error: std::io::Error| format!("{address}: {error}");
    let mut poll = Poll::new().map_err(broken)?;
    let mut events = Events::with_capacity(connections.max(8));
    let mut conversations = Vec::with_capacity(connections);
    for at in 0..connections {
        let stream = std::net::TcpStream::connect(address).map_err(broken)?;
        stream.set_nodelay(true).and_then(|()| stream.set_nonblocking(true)).map_err(broken)?;
        let mut stream = TcpStream::from_std(stream);
        poll.registry()
            .register(&mut stream, Token(at), Interest::READABLE | Interest::WRITABLE)
            .map_err(broken)?;
        conversations.push(Conversation {
            stream,
            request: vec![],
            written: 0,
            answer: Vec::with_capacity(64 * 1024),
            remaining: None,
            status: 0,
            asked: Instant::now(),
            idle: true,
        });
    }
    let mut measured = Measured::default();
    let mut piece = vec![0_u8; 64 * 1024];
    let mut number = 0;
    let mut open = 0;
    let started = Instant::now();
    for conversation in &mut conversations {
        if let Some(request) = next(number) {
            number += 1;
            open += 1;
            conversation.ask(request)?;
        }
    }
    while open > 0 {
        poll.poll(&mut events, Some(Duration::from_secs(60))).map_err(broken)?;
        if events.is_empty() {
            return Err(format!("{address} has not answered for a minute"));
        }
        for event in &events {
            let conversation = &mut conversations[event.token().0];
            if conversation.idle {
                continue;
            }
            if event.is_writable() {
                conversation.write()?;
            }
            while conversation.read(&mut piece)? {
                let latency = conversation.asked.elapsed().as_micros();
                measured.latencies_us.push(u32::try_from(latency).unwrap_or(u32::MAX));
                *measured.statuses.entry(conversation.status).or_default() += 1;
                match next(number) {
                    Some(request) => {
                        number += 1;
                        conversation.ask(request)?;
                    }
                    None => {
                        conversation.idle = true;
                        open -= 1;
                        break;
                    }
                }
            }
        }
    }
    measured.length = started.elapsed();
    measured.latencies_us.sort_unstable();
    Ok(measured)
}

/// Asks the same again and again for `length`.
pub fn repeat(
    address: SocketAddr,
    connections: usize,
    length: Duration,
    request: &[u8],
) -> Result<Measured, String> {
    let until = Instant::now() + length;
    drive(address, connections, |_| (Instant::now() < until).then(|| request.to_vec()))
}

impl Conversation {
    fn ask(&mut self, request: Vec<u8>) -> Result<(), String> {
        self.request = request;
        self.written = 0;
        self.answer.clear();
        self.remaining = None;
        self.asked = Instant::now();
        self.idle = false;
        self.write()
    }

    fn write(&mut self) -> Result<(), String> {
        while self.written < self.request.len() {
            match self.stream.write(&self.request[self.written..]) {
                Ok(length) => self.written += length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(format!("cannot ask: {error}")),
            }
        }
        Ok(())
    }

    /// Reads what is there; true when the answer is whole.
    fn read(&mut self, piece: &mut [u8]) -> Result<bool, String> {
        loop {
            let length = match self.stream.read(piece) {
                Ok(0) => return Err("a connection was closed before its answer".to_owned()),
                Ok(length) => length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(format!("no answer: {error}")),
            };
            if let Some(remaining) = &mut self.remaining {
                *remaining = remaining.checked_sub(length).ok_or("more than one answer")?;
                if *remaining == 0 {
                    return Ok(true);
                }
                continue;
            }
            self.answer.extend_from_slice(&piece[..length]);
            let Some(head) = head(&self.answer) else { continue };
            let head = head?;
            self.status = head.status;
            let here = self.answer.len() - head.length;
            match head.body {
                BodyLength::Bytes(whole) => {
                    let remaining = whole.checked_sub(here).ok_or("more than one answer")?;
                    if remaining == 0 {
                        return Ok(true);
                    }
                    self.remaining = Some(remaining);
                }
                BodyLength::Chunked => {
                    if dechunked(&self.answer[head.length..]).is_some() {
                        return Ok(true);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::http;
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;

    /// Answers every connection's every request with `answer`, for as long as anybody asks.
    fn answering(answer: &'static [u8]) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                std::thread::spawn(move || {
                    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                    while let Some(Ok(line)) = lines.next() {
                        if line.is_empty() {
                            // In two pieces, as answers come.
                            let (first, second) = answer.split_at(answer.len() / 2);
                            let mut stream = &stream;
                            stream.write_all(first).unwrap();
                            std::thread::sleep(Duration::from_millis(1));
                            stream.write_all(second).unwrap();
                        }
                    }
                });
            }
        });
        address
    }

    #[track_caller]
    fn check(answer: &'static [u8], status: u16) {
        let address = answering(answer);
        let request = http::get(address, "/", "");
        let measured = drive(address, 4, |number| (number < 50).then(|| request.clone())).unwrap();
        assert_eq!(measured.statuses, BTreeMap::from([(status, 50)]));
        assert_eq!(measured.latencies_us.len(), 50);
    }

    #[test]
    fn counts_each_answer_once() {
        check(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", 200);
        check(
            b"HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            409,
        );
        check(b"HTTP/1.1 303 See Other\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", 303);
    }

    #[test]
    fn fails_when_the_server_hangs_up() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || drop(listener.accept()));
        assert!(drive(address, 1, |_| Some(http::get(address, "/", ""))).is_err());
    }

    #[test]
    fn tells_percentiles() {
        let measured = Measured {
            latencies_us: (1..=100).map(|ms| ms * 1000).collect(),
            ..Measured::default()
        };
        assert!((measured.latency_ms(0.99) - 99.0).abs() < 1.1);
        assert!((measured.latency_ms(0.5) - 50.0).abs() < 1.1);
    }
}
