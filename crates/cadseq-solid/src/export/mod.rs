//! Solids as files of other programs.
//!
//! Every writer returns bytes, does no I/O and gives the same bytes for the same solid on every
//! machine. A new format is one module here and one entry in [`ExportFormat`]; what it is called and
//! how it is known by its file's name says `cadseq-interchange`.
//!
//! | format | content | unit of the numbers |
//! |---|---|---|
//! | STEP (AP214) | exact planes and cylinders, a product for each body | model units, declared as centimetres |
//! | STL (binary) | triangles | millimetres, as slicers assume |
//! | OBJ | triangles, normals, an object for each body, a group for each face | millimetres |
//! | GLB (glTF 2.0) | triangles, normals, a node for each body | model units under a node that scales to metres, Y up |
//! | 3MF | triangles, an object for each body | millimetres, declared |
//!
//! Every format carries the name of the part, a [`Label`]. A single body has it too; several bodies are
//! called after it with their number, oldest first: `plate-1`, `plate-2`.

pub mod glb;
pub mod obj;
pub mod step;
pub mod stl;
pub mod threemf;

pub mod archive;
mod facets;
mod label;
mod named;

pub use label::{Label, MAX_CHARACTERS, is_plain, plain_text, xml_text};
pub(crate) use named::body_labels;
pub use named::{NamedMesh, named_meshes};

use crate::kernel::KernelError;
use crate::{MeshTolerance, Solid};

/// Millimetres in one model unit, for formats that declare no unit.
pub const MILLIMETRES_PER_UNIT: f64 = 10.0;

/// A file format that a solid can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExportFormat {
    /// ISO 10303-21, application protocol 214: the exact solid.
    Step,
    /// Binary STL.
    Stl,
    /// Wavefront OBJ.
    Obj,
    /// glTF 2.0 in one binary file.
    Glb,
    /// 3D Manufacturing Format.
    ThreeMf,
}

impl ExportFormat {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Step, Self::Stl, Self::Obj, Self::Glb, Self::ThreeMf];

    /// The usual file extension, without its dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Stl => "stl",
            Self::Obj => "obj",
            Self::Glb => "glb",
            Self::ThreeMf => "3mf",
        }
    }

    /// The bytes of a file of the part of this name. STEP, which is exact, has no use for the tolerance of
    /// triangles.
    ///
    /// # Errors
    /// Where the kernel cannot give a body.
    pub fn write(
        self,
        solid: &Solid,
        part: &Label,
        tolerance: MeshTolerance,
    ) -> Result<Vec<u8>, KernelError> {
        let bodies = || named_meshes(solid, part, tolerance);
        Ok(match self {
            Self::Step => solid.step(part)?.into_bytes(),
            Self::Stl => stl::write(part, &bodies()?),
            Self::Obj => obj::write(&bodies()?).into_bytes(),
            Self::Glb => glb::write(part, &bodies()?),
            Self::ThreeMf => threemf::write(part, &bodies()?),
        })
    }
}
