//! Solids as files of other programs.
//!
//! Every writer returns bytes, does no I/O and gives the same bytes for the same solid on every
//! machine. A new format is one module here and one entry in [`ExportFormat`]; what it is called and
//! how it is known by its file's name says `cadseq-interchange`.
//!
//! | format | content | unit of the numbers |
//! |---|---|---|
//! | STEP (AP214) | exact planes and cylinders | model units, declared as centimetres |
//! | STL (binary) | triangles | millimetres, as slicers assume |
//! | OBJ | triangles, normals, a group for each face | millimetres |
//! | GLB (glTF 2.0) | triangles, normals | model units under a node that scales to metres, Y up |
//! | 3MF | triangles, an object for each body | millimetres, declared |

pub mod glb;
pub mod obj;
pub mod step;
pub mod stl;
pub mod threemf;

mod archive;
mod facets;

use crate::kernel::KernelError;
use crate::{Mesh, Solid};

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

    /// The file's bytes. `chord_tolerance` (model units) bounds how far triangles leave the exact
    /// solid; STEP, which is exact, does not use it.
    ///
    /// # Errors
    /// Where the kernel cannot give a body.
    pub fn write(self, solid: &Solid, chord_tolerance: f64) -> Result<Vec<u8>, KernelError> {
        let mesh = || solid.mesh(chord_tolerance);
        Ok(match self {
            Self::Step => solid.step()?.into_bytes(),
            Self::Stl => stl::write(&mesh()?),
            Self::Obj => obj::write(&mesh()?).into_bytes(),
            Self::Glb => glb::write(&mesh()?),
            Self::ThreeMf => {
                let bodies = solid.bodies().iter();
                let meshes = bodies.map(|body| body.mesh(chord_tolerance));
                threemf::write(&meshes.collect::<Result<Vec<Mesh>, _>>()?)
            }
        })
    }
}
