//! The server under test: this very program in a process of its own, so that its memory is its own.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::{Command, Stdio};

use cadseq_reconstruct::Reconstructor;
use cadseq_server::{Access, Limits, Server, ServerConfig};

use crate::memory;

/// What tells the program to be the server.
pub(crate) const ARGUMENT: &str = "--serve";

/// The server's process; dropping it ends it.
pub(crate) struct Child {
    process: std::process::Child,
    pub(crate) address: SocketAddr,
}

impl Child {
    pub(crate) fn start() -> Self {
        let program = std::env::current_exe().expect("the path of this program");
        let mut command = Command::new(program);
        command.arg(ARGUMENT).stdout(Stdio::piped());
        let mut process = command.spawn().expect("a second process");
        let output = process.stdout.take().expect("its output");
        let mut line = String::new();
        let read = BufReader::new(output).read_line(&mut line);
        read.expect("the server's address");
        Self {
            process,
            address: line.trim().parse().expect("an address"),
        }
    }

    pub(crate) fn memory_kib(&self) -> u64 {
        memory::resident_kib(self.process.id())
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // Where it has ended by itself, nothing is left to end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The server, with the limits that users get.
pub(crate) fn serve() {
    let config = ServerConfig {
        address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        access: Access::Loopback,
        limits: Limits::default(),
        workers: std::thread::available_parallelism().expect("the number of cores"),
    };
    let reconstructor = Reconstructor::built_in().expect("built-in weights");
    let server = Server::bind(&config, reconstructor).expect("a free port");
    println!("{}", server.address());
    server.run().expect("a server");
}
