//! Programs from the files of other tools: one module a format.
//!
//! - [`text`] and [`json`]: the program's own forms.
//! - [`fusion_gallery`] and [`deepcad`]: timelines of features, which `timeline` walks.
//! - [`deepcad_vector`]: rows of integers.
//!
//! What the language lacks is refused by name with its place in the file; or, where the caller is
//! lenient, what is before it is kept, with a note. Files are at most [`MAX_FILE_BYTES`] long, and
//! the time to read one grows with the square of the number of curves of a loop at worst.

pub mod deepcad;
pub mod deepcad_vector;
mod draft;
pub(crate) mod encoding;
mod error;
mod frame;
pub mod fusion_gallery;
pub mod json;
mod sketch;
pub mod text;
mod timeline;
mod tracked;

pub use error::{ReadError, ReadFault};
pub use sketch::SketchFault;
pub use timeline::TimelineFault;

use cadseq_program::Program;

use crate::Format;

/// Longest file that is read.
pub const MAX_FILE_BYTES: usize = 64 << 20;

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
    let bytes = &*encoding::to_utf8(bytes);
    match format {
        Format::Text => text::read(bytes, options),
        Format::Json => json::read(bytes, options),
        Format::FusionGallery => fusion_gallery::read(bytes, options),
        Format::DeepCad => deepcad::read(bytes, options),
        Format::DeepCadVector => deepcad_vector::read(bytes, options),
        other => Err(ReadError::whole(ReadFault::Format { format: other })),
    }
}
