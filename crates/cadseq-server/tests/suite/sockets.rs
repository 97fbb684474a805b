//! The server on a real socket: connections that are slow, silent, broken off, or too many, and how it
//! stops.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::num::NonZeroUsize;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use cadseq_reconstruct::Reconstructor;
use cadseq_server::{Access, Limits, ServeError, Server, ServerConfig, Stopper, Token};

use crate::workbench::{LONG, PICTURE, value_of};

/// A server on a thread of its own, stopped when it is dropped.
struct Running {
    address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<Result<(), ServeError>>>,
}

impl Running {
    fn with(limits: Limits) -> Self {
        let server = Server::bind(&config(limits), reconstructor()).expect("a free port");
        let (address, stopper) = (server.address(), server.stopper());
        assert_eq!(server.url(), format!("http://{address}/"));
        Self {
            address,
            stopper,
            thread: Some(std::thread::spawn(move || server.run())),
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(LONG)).expect("a timeout");
        stream
    }

    fn asked(&self, request: &[u8]) -> TcpStream {
        let mut stream = self.connect();
        stream.write_all(request).expect("written");
        stream
    }

    /// The whole answer to a request that closes its connection.
    fn get(&self, path: &str) -> String {
        let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        rest(&mut self.asked(head.as_bytes()))
    }

    fn metric(&self, name: &str) -> f64 {
        value_of(&self.get("/metrics"), name)
    }

    fn wait_for(&self, name: &str, value: f64) {
        let start = Instant::now();
        while self.metric(name) != value {
            assert!(start.elapsed() < LONG, "{name} never became {value}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Stops it, and waits until it has.
    fn stop(mut self) {
        self.stopper.stop();
        let thread = self.thread.take().expect("it runs");
        thread.join().expect("no panic").expect("no error");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopper.stop();
    }
}

fn config(limits: Limits) -> ServerConfig {
    ServerConfig {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        access: Access::Loopback,
        limits,
        workers: NonZeroUsize::MIN,
    }
}

fn reconstructor() -> Reconstructor {
    Reconstructor::built_in().expect("built-in weights")
}

/// What comes until the connection is closed.
fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A connection that is reset has ended as well.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn reconstruction() -> Vec<u8> {
    let head = format!(
        "POST /api/reconstruct HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n",
        PICTURE.len()
    );
    [head.as_bytes(), PICTURE].concat()
}

#[test]
fn clients_that_hang_up_stop_their_reconstruction() {
    let server = Running::with(Limits::default());
    let stream = server.asked(&reconstruction());
    server.wait_for("cadseq_reconstruct_jobs_running", 1.0);
    drop(stream);
    server.wait_for("cadseq_reconstruct_jobs_cancelled_total", 1.0);
    server.wait_for("cadseq_reconstruct_jobs_running", 0.0);
    let text = server.get("/metrics");
    let line = "route=\"/api/reconstruct\",status=\"499\"} 1";
    assert!(text.contains(line), "{text}");
}

#[test]
fn silent_and_slow_connections_are_closed() {
    let server = Running::with(Limits {
        head_time: Duration::from_millis(200),
        body_time: Duration::from_millis(200),
        ..Limits::default()
    });
    let start = Instant::now();
    let slow_head = rest(&mut server.asked(b"GET / HTTP/1.1\r\nHo"));
    assert!(
        slow_head.is_empty() || slow_head.contains(" 408 "),
        "{slow_head}"
    );
    let head = "POST /api/build HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 100\r\n\r\n{";
    let slow_body = rest(&mut server.asked(head.as_bytes()));
    assert!(slow_body.starts_with("HTTP/1.1 408 "), "{slow_body}");
    assert!(start.elapsed() < LONG / 2);
    let many = "X-Header: 1\r\n".repeat(200);
    let request = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n");
    let refused = rest(&mut server.asked(request.as_bytes()));
    assert!(refused.starts_with("HTTP/1.1 431 "), "{refused}");
}

#[test]
fn crowds_of_silent_connections_do_not_shut_others_out() {
    let server = Running::with(Limits {
        connections: 8,
        ..Limits::default()
    });
    let working = server.asked(&reconstruction());
    server.wait_for("cadseq_reconstruct_jobs_running", 1.0);
    let crowd: Vec<TcpStream> = (0..50).map(|_| server.connect()).collect();
    for _ in 0..5 {
        assert!(server.get("/health").contains("\"ok\""));
    }
    assert!(server.metric("cadseq_connections") <= 8.0);
    assert!(server.metric("cadseq_connections_evicted_total") >= 40.0);
    let mut working = working;
    assert!(
        rest(&mut working).starts_with("HTTP/1.1 200 "),
        "it was worked on"
    );
    drop(crowd);
}

#[test]
fn stopping_finishes_what_has_begun() {
    let server = Running::with(Limits::default());
    let mut asked = server.asked(&reconstruction());
    let mut silent = server.connect();
    server.wait_for("cadseq_reconstruct_jobs_running", 1.0);
    let address = server.address;
    let start = Instant::now();
    server.stop();
    assert!(
        start.elapsed() < Duration::from_secs(9),
        "nobody waits for the silent"
    );
    assert!(rest(&mut asked).starts_with("HTTP/1.1 200 "));
    assert_eq!(rest(&mut silent), "");
    assert!(TcpStream::connect(address).is_err(), "nobody listens");
}

#[test]
fn stopping_does_not_wait_for_ever() {
    let server = Running::with(Limits {
        drain_time: Duration::from_millis(100),
        ..Limits::default()
    });
    let head = "POST /api/build HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 100\r\n\r\n{";
    let _slow = server.asked(head.as_bytes());
    server.wait_for("cadseq_connections", 2.0);
    let start = Instant::now();
    server.stop();
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn addresses_that_cannot_be_are_refused_with_a_remedy() {
    let first = Server::bind(&config(Limits::default()), reconstructor()).expect("a free port");
    let mut taken = config(Limits::default());
    taken.address = first.address();
    let error = Server::bind(&taken, reconstructor())
        .err()
        .expect("taken")
        .to_string();
    assert!(error.contains("another port"), "{error}");
    let mut open = config(Limits::default());
    open.address = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
    let error = Server::bind(&open, reconstructor())
        .err()
        .expect("open")
        .to_string();
    assert!(error.contains("token"), "{error}");
    let token = Token::chosen("0123456789abcdef").expect("a token");
    open.access = Access::Token(token);
    let server = Server::bind(&open, reconstructor()).expect("a token");
    assert!(
        server.url().ends_with("/#token=0123456789abcdef"),
        "{}",
        server.url()
    );
}
