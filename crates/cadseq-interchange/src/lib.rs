//! The doors: CAD programs from and to the files of other tools.
//!
//! - [`mod@read`]: bytes of a file to a [`Program`](cadseq_program::Program), one module a format.
//!   What the language lacks is refused by name with its place in the file.
//! - [`mod@write`]: a program, or the solid that it makes, to a file, one module a format.
//! - [`Format`]: which formats there are, their names and extensions, and which one a file has.
//!
//! This crate does no I/O: bytes come in and go out.

pub mod feature;
pub mod format;
pub mod read;
mod record;
mod unit;
pub mod vector;
pub mod write;

pub use format::{Format, FormatError, FormatKind};
pub use read::{Imported, ReadError, ReadOptions, read};
pub use record::SCHEMA;
pub use unit::{LengthUnit, UnitError};
pub use write::{Design, WriteError, WriteOptions, write as write_file};
