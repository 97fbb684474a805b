//! The server in process: every address, every refusal, what happens when clients leave or misbehave.

mod access;
mod build;
mod documents;
mod files;
mod limits;
mod page;
mod reconstruct;
mod see;
mod snapshot;
mod sockets;
mod workbench;
