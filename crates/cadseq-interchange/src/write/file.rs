//! Any format by its name.

use cadseq_solid::ExportFormat;

use super::{Design, WriteError};
use super::{
    build123d, cadquery, deepcad_vector, dxf, freecad, fusion, gallery, json, openscad, svg,
};
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
    Ok(written.write(solid, options.chord_tolerance)?)
}
