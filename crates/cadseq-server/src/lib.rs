//! The workbench in a browser: drop a picture, turn the part, move a slider, take the file.
//!
//! - [`Server`] listens and is stopped; [`router()`] is all of it but the listening, for tests.
//! - The modules of `api` hold one address each; [`openapi()`] describes them.
//! - [`Limits`] are what one request, and all of them together, may cost; `jobs` are the threads for
//!   heavy work, `budget` the memory, `connection` who has to go when too many come.
//! - [`Access`] is who may ask.
//!
//! It keeps nothing on disk and knows no users: a request holds all that its answer needs. Training
//! has no place here.

mod access;
mod api;
mod app;
mod assets;
mod body;
mod budget;
mod builders;
mod connection;
mod error;
mod headers;
mod jobs;
mod limits;
mod listen;
mod metrics;
mod observe;

pub use access::{Access, Token, TokenError};
pub use api::{openapi, router};
pub use app::App;
pub use limits::Limits;
pub use listen::{ServeError, Server, ServerConfig, Stopper};
