//! The server of the Fusion 360 Gym without Fusion 360.
//!
//! The Gym is an environment in which programs design: a client sends commands (`add_sketch`, `add_line`,
//! `add_extrude`, `reconstruct`, ...), the server draws, builds, and answers with profiles, faces, graphs and files.
//! Its own server runs inside of Fusion 360's window; this one needs neither.
//!
//! - [`Gym`] is one environment: bytes of a command in, an [`Answer`] out. It does no I/O and reads no clock.
//! - [`Server`] listens on a port for each of several environments and speaks HTTP.
//! - [`Limits`] are what one command may cost.
//!
//! What the protocol is was read off the public client and its tests (`tools/fusion360gym` of
//! `AutodeskAILab/Fusion360GalleryDataset`); `docs/gym.md` says what is the same and what is not. Lengths are in
//! centimetres, which are model units.

mod answer;
mod boundary;
mod command;
mod design;
mod error;
mod export;
mod graph;
mod gym;
mod limits;
mod listen;
mod reconstruct;
mod record;
mod sketch;
mod target;

pub use answer::{Answer, Content};
pub use error::GymError;
pub use gym::Gym;
pub use limits::Limits;
pub use listen::{ServeError, Server, ServerConfig, Stopper};
pub use target::SmtError;
