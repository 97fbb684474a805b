//! Any format by its name.

use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, MeshTolerance, Solid};

use super::{Design, WriteError};
use super::{
    build123d, cadquery, deepcad_vector, dxf, freecad, fusion, gallery, json, openscad, svg,
};
use crate::Format;
use crate::vector::VectorLayout;

/// What a person may choose about a file; each format takes what concerns it.
#[derive(Debug, Clone, Copy, PartialEq)]
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

impl Default for WriteOptions {
    fn default() -> Self {
        Self {
            chord_tolerance: None,
            angle_tolerance_rad: None,
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
    let text = match format {
        Format::Text => design.program.to_string(),
        Format::Json => json::write(design.program),
        Format::CadQuery => cadquery::write(design),
        Format::Build123d => build123d::write(design),
        Format::FusionScript => fusion::write(design),
        Format::GalleryScript => gallery::write(design)?,
        Format::FreeCad => freecad::write(design),
        Format::OpenScad => openscad::write(design),
        Format::Svg => svg::write(design, options.sketch)?,
        Format::Dxf => dxf::write(design, options.sketch)?,
        Format::DeepCadVector => {
            return Ok(deepcad_vector::write(design)?.to_bytes(options.layout));
        }
        Format::Step => return solid(format, ExportFormat::Step, design, options),
        Format::Stl => return solid(format, ExportFormat::Stl, design, options),
        Format::Obj => return solid(format, ExportFormat::Obj, design, options),
        Format::Glb => return solid(format, ExportFormat::Glb, design, options),
        Format::ThreeMf => return solid(format, ExportFormat::ThreeMf, design, options),
        Format::FusionGallery | Format::DeepCad => return Err(WriteError::Format { format }),
    };
    Ok(text.into_bytes())
}

fn solid(
    format: Format,
    written: ExportFormat,
    design: &Design<'_>,
    options: &WriteOptions,
) -> Result<Vec<u8>, WriteError> {
    let solid = &design.part.solid;
    if solid.is_empty() {
        return Err(WriteError::Empty { format });
    }
    let tolerance = options.mesh_tolerance(solid)?;
    Ok(written.write(solid, &Label::new(design.name), tolerance)?)
}
