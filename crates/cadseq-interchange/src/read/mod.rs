//! Programs from the files of other tools: one module a format.
//!
//! - [`text`] and [`json`]: the program's own forms.
//! - [`fusion_gallery`] and [`deepcad`]: timelines of features, which `timeline` walks.
//! - [`text2cad`]: parts of a sketch and an extrusion each.
//! - [`deepcad_vector`] and [`deepcad_h5`]: rows of integers.
//!
//! What the language lacks is refused by name with its place in the file; or, where the caller is
//! lenient, what is before it is kept, with a note. Files are at most [`MAX_FILE_BYTES`] long, and
//! the time to read one grows with the square of the number of curves of a loop at worst.

pub mod deepcad;
pub mod deepcad_h5;
pub mod deepcad_vector;
mod draft;
pub(crate) mod encoding;
mod entries;
mod error;
mod frame;
pub mod fusion_gallery;
pub mod json;
mod sketch;
pub mod text;
pub mod text2cad;
mod timeline;
mod tracked;

pub use error::{ReadError, ReadFault};
pub use sketch::SketchFault;
pub(crate) use sketch::{Piece, Turn};
pub use text2cad::Text2CadFault;
pub use timeline::TimelineFault;

use cadseq_program::Program;

use crate::{Format, LengthUnit};

/// Longest file that is read.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// Where something cannot be read: keep what is before it, with a note, instead of refusing
    /// the whole file.
    pub lenient: bool,
    /// The unit of the file's lengths, where it is not that of its format: metres of DeepCAD's JSON,
    /// centimetres of the Gallery's, one a model unit of what has no unit (vectors, Text2CAD). The
    /// program's own text and JSON are in model units always.
    pub unit: Option<LengthUnit>,
}

impl ReadOptions {
    /// Refuses what cannot be read; lengths are in the unit of the format.
    pub const STRICT: Self = Self {
        lenient: false,
        unit: None,
    };
    /// Keeps what is before a fault; lengths are in the unit of the format.
    pub const LENIENT: Self = Self {
        lenient: true,
        unit: None,
    };

    /// The unit that was asked for, or that of the format.
    pub(crate) fn unit_or(self, usual: LengthUnit) -> LengthUnit {
        self.unit.unwrap_or(usual)
    }

    /// Refuses a unit for the format, whose lengths are in model units always.
    pub(crate) fn check_no_unit(self, format: Format) -> Result<(), ReadError> {
        let fault = || ReadError::whole(ReadFault::Unit { format });
        self.unit.map_or(Ok(()), |_| Err(fault()))
    }
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
    let reader = format
        .reader()
        .ok_or_else(|| ReadError::whole(ReadFault::Format { format }))?;
    reader(&encoding::to_utf8(bytes), options)
}
