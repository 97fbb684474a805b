//! Any format by its name.

use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, MeshTolerance, Solid};

use super::{Design, WriteError};
use crate::vector::VectorLayout;
use crate::{Format, FormatKind};

/// What a person may choose about a file; each format takes what concerns it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct WriteOptions {
    /// How far triangles may leave the exact solid, in model units; above zero. Where it is not given,
    /// it follows the part's size, see [`MeshTolerance::of_file_or`].
    pub chord_tolerance: Option<f64>,
    /// How far an edge of a triangle may turn along an arc, in radians; above zero.
    pub angle_tolerance_rad: Option<f64>,
    /// Which sketch a drawing shows, counted from 0.
    pub sketch: usize,
    /// How a table of vectors is laid out.
    pub layout: VectorLayout,
}

impl WriteOptions {
    /// The tolerance of the triangles of a solid.
    fn mesh_tolerance(&self, solid: &Solid) -> Result<MeshTolerance, WriteError> {
        let diagonal = solid.bounds()?.map_or(0.0, |bounds| bounds.diagonal());
        let (chord, angle_rad) = (self.chord_tolerance, self.angle_tolerance_rad);
        Ok(MeshTolerance::of_file_or(chord, angle_rad, diagonal))
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
    if format.kind() == FormatKind::Solid && design.part.solid.is_empty() {
        return Err(WriteError::Empty { format });
    }
    writer(design, options)
}

/// The file of the solid, of which something is left.
pub(crate) fn solid(
    exported: ExportFormat,
    design: &Design<'_>,
    options: &WriteOptions,
) -> Result<Vec<u8>, WriteError> {
    let solid = &design.part.solid;
    let tolerance = options.mesh_tolerance(solid)?;
    Ok(exported.write(solid, &Label::new(design.name), tolerance)?)
}
