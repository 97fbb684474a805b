//! What a reconstruction can be written as, by file extension.

use std::path::Path;

use anyhow::{Result, bail};
use cadseq_solid::ExportFormat;

/// A kind of file that `reconstruct` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// The program's text.
    Program,
    /// The solid in a format of other programs.
    Solid(ExportFormat),
    /// The solid's edges over the picture.
    Overlay,
}

impl Artifact {
    /// All kinds.
    pub(crate) const ALL: [Self; 6] = [
        Self::Program,
        Self::Solid(ExportFormat::Step),
        Self::Solid(ExportFormat::Stl),
        Self::Solid(ExportFormat::Obj),
        Self::Solid(ExportFormat::Glb),
        Self::Overlay,
    ];

    /// The kind that a file name asks for.
    ///
    /// # Errors
    /// Where no kind has the extension.
    pub(crate) fn from_path(path: &Path) -> Result<Self> {
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        match extension.as_str() {
            "cad" => Ok(Self::Program),
            "png" => Ok(Self::Overlay),
            other => match ExportFormat::from_extension(other) {
                Ok(format) => Ok(Self::Solid(format)),
                Err(_) => bail!(
                    "{}: nothing is written as .{extension}; use .cad, .step, .stp, .stl, .obj, \
                     .glb or .png",
                    path.display()
                ),
            },
        }
    }

    /// The file's name in a folder. An overlay says so, lest it take the picture's own name.
    pub(crate) fn file_name(self, stem: &str) -> String {
        match self {
            Self::Program => format!("{stem}.cad"),
            Self::Solid(format) => format!("{stem}.{}", format.extension()),
            Self::Overlay => format!("{stem}-overlay.png"),
        }
    }
}
