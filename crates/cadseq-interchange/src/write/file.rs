//! Any format by its name.

use cadseq_solid::ExportFormat;

use super::{Design, WriteError};
use crate::Format;
use crate::vector::VectorLayout;

/// What a person may choose about a file; each format takes what concerns it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WriteOptions {
    /// How far triangles may leave the exact solid, in model units; above zero.
    pub chord_tolerance: f64,
    /// Which sketch a drawing shows, counted from 0.
    pub sketch: usize,
    /// How a table of vectors is laid out.
    pub layout: VectorLayout,
}

impl WriteOptions {
    /// 0.05 mm: below what a 3D printer shows.
    pub const CHORD_TOLERANCE: f64 = 0.005;
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self {
            chord_tolerance: Self::CHORD_TOLERANCE,
            sketch: 0,
            layout: VectorLayout::Npy,
        }
    }
}

/// The bytes of a file of this format.
///
/// # Errors
/// Where the format cannot say what the program does, or is not written at all.
pub fn write(
    format: Format,
    design: &Design<'_>,
    options: &WriteOptions,
) -> Result<Vec<u8>, WriteError> {
    let writer = format.writer().ok_or(WriteError::Format { format })?;
    writer(design, options)
}

/// The file of the solid.
pub(crate) fn solid(
    format: Format,
    exported: ExportFormat,
    design: &Design<'_>,
    options: &WriteOptions,
) -> Result<Vec<u8>, WriteError> {
    let solid = &design.part.solid;
    if solid.is_empty() {
        return Err(WriteError::Empty { format });
    }
    Ok(exported.write(solid, options.chord_tolerance)?)
}
