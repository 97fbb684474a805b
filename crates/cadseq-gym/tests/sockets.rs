//! The protocol over sockets.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use cadseq_gym::{Limits, ServeError, Server, ServerConfig, Stopper};

/// A server with two environments, on a thread of its own.
struct Running {
    addresses: Vec<SocketAddr>,
    stopper: Stopper,
    thread: JoinHandle<Result<(), ServeError>>,
}

fn start(limits: Limits) -> Running {
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    let config = ServerConfig {
        addresses: vec![any; 2],
        limits,
    };
    let server = Server::bind(&config).expect("free ports");
    Running {
        addresses: server.addresses().collect(),
        stopper: server.stopper(),
        thread: std::thread::spawn(|| server.run()),
    }
}

/// What comes back on a connection of its own.
fn send(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let time = Some(Duration::from_secs(20));
    stream.set_read_timeout(time).expect("a time");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

fn post(address: SocketAddr, head: &str, body: &str) -> String {
    let length = body.len();
    send(
        address,
        &format!("POST / {head}\r\nContent-Length: {length}\r\n\r\n{body}"),
    )
}

const CLOSING: &str = "HTTP/1.1\r\nHost: gym\r\nConnection: close";

#[test]
fn environments_are_apart_and_old_http_is_spoken() {
    let running = start(Limits::default());
    let [first, second] = running.addresses[..] else {
        panic!("two addresses");
    };
    let sketch = r#"{"command":"add_sketch","data":{"sketch_plane":"XY"}}"#;
    let circle = r#"{"command":"add_circle","data":{"sketch_name":"Sketch1","pt":{"x":0,"y":0},"radius":1}}"#;
    let answer = post(first, "HTTP/1.0", sketch);
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
    assert!(
        answer.contains("content-type: application/json"),
        "{answer}"
    );
    assert!(post(first, CLOSING, circle).starts_with("HTTP/1.1 200"));
    let apart = post(second, CLOSING, circle);
    assert!(
        apart.starts_with("HTTP/1.1 500") && apart.contains("there is no Sketch1"),
        "{apart}"
    );
    running.stopper.stop();
    running.thread.join().expect("no panic").expect("an end");
}

#[test]
fn what_is_no_command_is_refused() {
    let limits = Limits {
        command_bytes: 100,
        ..Limits::default()
    };
    let running = start(limits);
    let address = running.addresses[0];
    let refused = |answer: String, reason: &str| {
        assert!(
            answer.starts_with("HTTP/1.1 400") && answer.contains(reason),
            "{answer}"
        );
    };
    refused(
        send(address, &format!("GET / {CLOSING}\r\n\r\n")),
        "Use POST",
    );
    refused(post(address, CLOSING, "{}"), "Command not present");
    refused(post(address, CLOSING, "no JSON"), "not a command");
    refused(
        post(address, CLOSING, &" ".repeat(101)),
        "longer than 100 bytes",
    );
    let page = format!("{CLOSING}\r\nOrigin: http://elsewhere");
    refused(post(address, &page, r#"{"command":"ping"}"#), "Web pages");
    running.stopper.stop();
    running.thread.join().expect("no panic").expect("an end");
}

#[test]
fn the_server_ends_once_all_environments_are_detached() {
    let running = start(Limits::default());
    for &address in &running.addresses {
        let answer = post(address, CLOSING, r#"{"command":"detach"}"#);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    running.thread.join().expect("no panic").expect("an end");
    assert!(TcpStream::connect(running.addresses[0]).is_err());
}
