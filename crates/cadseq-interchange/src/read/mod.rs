//! Programs from the files of other tools: one module a format.

mod error;
pub mod text;

pub use error::{ReadError, ReadFault};

use cadseq_program::Program;

use crate::Format;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// Where something cannot be read: keep what is before it, with a note, instead of refusing
    /// the whole file.
    pub lenient: bool,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The program.
    pub program: Program,
    /// What was left out, and why: one sentence each.
    pub notes: Vec<String>,
}

/// The program in the bytes of a file of this format.
///
/// # Errors
/// [`ReadError`], which names the place in the file.
pub fn read(format: Format, bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    match format {
        Format::Text => text::read(bytes, options),
        other => Err(ReadError::whole(ReadFault::Format { format: other })),
    }
}
