//! What a reconstruction can be written as, by file extension.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use anyhow::Result;
use cadseq_interchange::Format;

use super::names::{file_name, format_to_write, with_ending};

/// A kind of file that `reconstruct` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Artifact {
    /// The program or its solid.
    Design(Format),
    /// The solid's edges over the picture.
    Overlay,
}

/// The extension of overlays.
const PICTURE: &str = "png";

impl Artifact {
    /// What a folder gets: the program, its solid for every kind of tool, the overlay.
    pub(crate) const FOLDER: [Self; 7] = [
        Self::Design(Format::Text),
        Self::Design(Format::Step),
        Self::Design(Format::Stl),
        Self::Design(Format::Obj),
        Self::Design(Format::Glb),
        Self::Design(Format::ThreeMf),
        Self::Overlay,
    ];

    /// The kind that a file name asks for.
    ///
    /// # Errors
    /// Where no kind has the extension.
    pub(crate) fn from_path(path: &Path) -> Result<Self> {
        if path
            .extension()
            .is_some_and(|found| found.eq_ignore_ascii_case(PICTURE))
        {
            return Ok(Self::Overlay);
        }
        format_to_write(path).map(Self::Design)
    }

    /// The file's name in a folder. An overlay says so, lest it take the picture's own name.
    pub(crate) fn file_name(self, stem: &OsStr) -> OsString {
        match self {
            Self::Design(format) => file_name(stem, format, &[]),
            Self::Overlay => with_ending(stem.to_owned(), &format!("-overlay.{PICTURE}")),
        }
    }
}
