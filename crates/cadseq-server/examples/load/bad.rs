//! Clients that no server wants: slow bodies, huge bodies, broken pictures, a crowd that says nothing.

use std::fmt;
use std::io::{BufReader, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Scope, ScopedJoinHandle};
use std::time::Duration;

use crate::client::{Client, connect, read_answer};

/// Connections that say nothing.
const CROWD: usize = 2000;
/// Connections whose body comes a byte at a time.
const SLOW: usize = 16;
/// Pause between two attempts, or two bytes.
const PAUSE: Duration = Duration::from_millis(200);
/// What a huge body claims, and sends until it is refused.
const HUGE: usize = 1 << 30;

/// The bad clients at work.
pub(crate) struct Bad<'scope> {
    threads: Vec<ScopedJoinHandle<'scope, Tally>>,
}

/// What one kind of them was told.
struct Tally {
    name: &'static str,
    /// How often each status, in the order of their first time.
    answers: Vec<(u16, usize)>,
    /// Statuses that are right.
    expected: &'static [u16],
}

/// What all of them were told.
pub(crate) struct BadReport(Vec<Tally>);

/// Starts them; they go on until `is_over`.
pub(crate) fn start<'scope>(
    scope: &'scope Scope<'scope, '_>,
    address: SocketAddr,
    is_over: &'scope AtomicBool,
) -> Bad<'scope> {
    let kinds: [fn(SocketAddr, &AtomicBool) -> Tally; 4] = [crowd, slow, huge, broken];
    let start =
        |kind: fn(SocketAddr, &AtomicBool) -> Tally| scope.spawn(move || kind(address, is_over));
    Bad {
        threads: kinds.into_iter().map(start).collect(),
    }
}

impl Bad<'_> {
    pub(crate) fn finish(self) -> BadReport {
        let join = |thread: ScopedJoinHandle<'_, Tally>| thread.join().expect("no panic");
        BadReport(self.threads.into_iter().map(join).collect())
    }
}

impl Tally {
    const fn new(name: &'static str, expected: &'static [u16]) -> Self {
        Self {
            name,
            answers: Vec::new(),
            expected,
        }
    }

    fn add(&mut self, status: u16) {
        match self.answers.iter_mut().find(|(known, _)| *known == status) {
            Some((_, count)) => *count += 1,
            None => self.answers.push((status, 1)),
        }
    }
}

/// The status of a connection that was closed without an answer.
const CLOSED: u16 = 0;

/// Opens connections, says nothing, and opens those again that were closed.
fn crowd(address: SocketAddr, is_over: &AtomicBool) -> Tally {
    let mut tally = Tally::new("2,000 connections that say nothing", &[CLOSED]);
    let mut open: Vec<TcpStream> = Vec::new();
    while !is_over.load(Ordering::Relaxed) {
        open.retain(|stream| {
            let stays = is_open(stream);
            if !stays {
                tally.add(CLOSED);
            }
            stays
        });
        while open.len() < CROWD && !is_over.load(Ordering::Relaxed) {
            let Ok(stream) = connect(address) else { break };
            open.push(stream);
        }
        std::thread::sleep(PAUSE);
    }
    tally
}

/// Whether the server has not closed it.
fn is_open(stream: &TcpStream) -> bool {
    let is_waiting = |error: &std::io::Error| error.kind() == std::io::ErrorKind::WouldBlock;
    let peeked = stream
        .set_nonblocking(true)
        .and_then(|()| stream.peek(&mut [0]));
    peeked.is_err_and(|error| is_waiting(&error))
}

/// Bodies that come a byte at a time; a connection may be closed for others, or told that it is late.
fn slow(address: SocketAddr, is_over: &AtomicBool) -> Tally {
    let mut tally = Tally::new("bodies a byte at a time", &[408, CLOSED]);
    let head = "POST /api/build HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 10000\r\n\r\n";
    let mut open: Vec<TcpStream> = Vec::new();
    while !is_over.load(Ordering::Relaxed) {
        open.retain_mut(|stream| {
            let goes_on = is_open(stream) && stream.write_all(b" ").is_ok();
            if !goes_on {
                tally.add(last_words(stream).unwrap_or(CLOSED));
            }
            goes_on
        });
        while open.len() < SLOW {
            let Ok(mut stream) = connect(address) else {
                break;
            };
            if stream.write_all(head.as_bytes()).is_ok() {
                open.push(stream);
            }
        }
        std::thread::sleep(PAUSE);
    }
    tally
}

/// The status that a closed connection still holds.
fn last_words(stream: &TcpStream) -> std::io::Result<u16> {
    stream.set_nonblocking(false)?;
    let answer = read_answer(&mut BufReader::new(stream.try_clone()?))?;
    Ok(answer.status)
}

/// Bodies of a gigabyte: announced, and unannounced until they are refused.
fn huge(address: SocketAddr, is_over: &AtomicBool) -> Tally {
    let mut tally = Tally::new("bodies of a gigabyte", &[413, 503, CLOSED]);
    let head = "POST /api/reconstruct HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n";
    let announced = format!("{head}Content-Length: {HUGE}\r\n\r\n");
    let chunked = format!("{head}Transfer-Encoding: chunked\r\n\r\n");
    while !is_over.load(Ordering::Relaxed) {
        for (head, piece) in [(&announced, Vec::new()), (&chunked, chunk())] {
            tally.add(pour(address, head.as_bytes(), &piece).unwrap_or(CLOSED));
        }
        std::thread::sleep(PAUSE);
    }
    tally
}

/// A chunk of a megabyte.
fn chunk() -> Vec<u8> {
    let mut chunk = format!("{:x}\r\n", 1 << 20).into_bytes();
    chunk.resize(chunk.len() + (1 << 20), b'x');
    chunk.extend_from_slice(b"\r\n");
    chunk
}

/// Sends a head and pieces until the server has enough; its status.
fn pour(address: SocketAddr, head: &[u8], piece: &[u8]) -> std::io::Result<u16> {
    let mut stream = connect(address)?;
    stream.write_all(head)?;
    if !piece.is_empty() {
        let mut sent = 0;
        while sent < HUGE && is_open(&stream) {
            stream.set_nonblocking(false)?;
            stream.write_all(piece)?;
            sent += piece.len();
        }
    }
    stream.set_nonblocking(false)?;
    let answer = read_answer(&mut BufReader::new(stream))?;
    Ok(answer.status)
}

/// Pictures that are none.
fn broken(address: SocketAddr, is_over: &AtomicBool) -> Tally {
    let mut tally = Tally::new("broken pictures", &[415, 422]);
    let whole = include_bytes!("../../../../examples/pictures/flange.png");
    let half = &whole[..whole.len() / 2];
    let mut client = Client::new(address);
    while !is_over.load(Ordering::Relaxed) {
        for bytes in [&b"no picture"[..], half] {
            let answer = client.post("/api/reconstruct", "image/png", bytes);
            tally.add(answer.map_or(CLOSED, |answer| answer.status));
        }
        std::thread::sleep(PAUSE);
    }
    tally
}

impl BadReport {
    /// Answers that are wrong.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for tally in &self.0 {
            for (status, count) in &tally.answers {
                if !tally.expected.contains(status) {
                    faults.push(format!("{}: {count} x status {status}", tally.name));
                }
            }
        }
        faults
    }
}

impl fmt::Display for BadReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tally in &self.0 {
            write!(f, "{}:", tally.name)?;
            for &(status, count) in &tally.answers {
                match status {
                    CLOSED => write!(f, " {count} closed without an answer")?,
                    status => write!(f, " {count} x {status}")?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
