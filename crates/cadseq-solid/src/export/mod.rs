//! Solids as files of other programs.
//!
//! Every writer returns bytes, does no I/O and gives the same bytes for the same solid on every
//! machine. A new format is one module here and one entry in [`ExportFormat`].
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

use thiserror::Error;

use crate::Prism;

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

/// A file extension that no format has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no format writes .{extension}; use .step, .stp, .stl, .obj, .glb or .3mf")]
pub struct UnknownExtension {
    /// The extension, without its dot.
    pub extension: String,
}

impl ExportFormat {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Step, Self::Stl, Self::Obj, Self::Glb, Self::ThreeMf];

    /// The format of a file extension, without its dot, in any case.
    ///
    /// # Errors
    /// [`UnknownExtension`] where no format has it.
    pub fn from_extension(extension: &str) -> Result<Self, UnknownExtension> {
        match extension.to_ascii_lowercase().as_str() {
            "step" | "stp" => Ok(Self::Step),
            "stl" => Ok(Self::Stl),
            "obj" => Ok(Self::Obj),
            "glb" => Ok(Self::Glb),
            "3mf" => Ok(Self::ThreeMf),
            _ => Err(UnknownExtension {
                extension: extension.to_owned(),
            }),
        }
    }

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

    /// The media type for HTTP.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Step => "model/step",
            Self::Stl => "model/stl",
            Self::Obj => "model/obj",
            Self::Glb => "model/gltf-binary",
            Self::ThreeMf => "model/3mf",
        }
    }

    /// The file's bytes. `chord_tolerance` (model units) bounds how far triangles leave the exact
    /// solid; STEP, which is exact, does not use it.
    pub fn write(self, prism: &Prism, chord_tolerance: f64) -> Vec<u8> {
        match self {
            Self::Step => step::write([&prism.into()]).into_bytes(),
            Self::Stl => stl::write(&prism.mesh(chord_tolerance)),
            Self::Obj => obj::write(&prism.mesh(chord_tolerance)).into_bytes(),
            Self::Glb => glb::write(&prism.mesh(chord_tolerance)),
            Self::ThreeMf => threemf::write(&[prism.mesh(chord_tolerance)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_name_their_format() {
        for format in ExportFormat::ALL {
            let found = ExportFormat::from_extension(format.extension());
            assert_eq!(found.expect("its own extension"), format);
        }
        assert!(matches!(
            ExportFormat::from_extension("STP"),
            Ok(ExportFormat::Step)
        ));
        let error = ExportFormat::from_extension("dwg")
            .expect_err("unknown")
            .to_string();
        assert!(error.contains(".dwg"), "{error}");
    }
}
