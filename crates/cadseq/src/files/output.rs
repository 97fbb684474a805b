//! A file that is written of a workpiece.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_interchange::vector::VectorLayout;
use cadseq_interchange::{Design, Format, WriteOptions, write_file};

use super::format_to_write;
use super::read::is_standard;
use super::write::write_whole;
use crate::terminal::say_bytes;

/// A file to write; `-` is standard output.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) path: PathBuf,
    pub(crate) format: Format,
}

impl Output {
    /// The file of this name in the format of its extension.
    ///
    /// # Errors
    /// Where no format is written so.
    pub(crate) fn named(path: &Path) -> Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            format: format_to_write(path)?,
        })
    }

    /// Whether the format says what the program says, whatever it builds.
    pub(crate) fn is_program(&self) -> bool {
        matches!(self.format, Format::Text | Format::Json)
    }

    /// What the file holds.
    ///
    /// # Errors
    /// One that names the file and what its format cannot carry.
    pub(crate) fn bytes(&self, design: &Design<'_>, writing: &WriteOptions) -> Result<Vec<u8>> {
        let options = WriteOptions {
            layout: layout(&self.path),
            ..*writing
        };
        write_file(self.format, design, &options).with_context(|| self.path.display().to_string())
    }

    /// Writes the file whole or not at all.
    ///
    /// # Errors
    /// One that names the file.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<()> {
        if is_standard(&self.path) {
            return Ok(say_bytes(bytes)?);
        }
        write_whole(&self.path, bytes)
    }
}

/// How a table of vectors is laid out in a file of this name.
fn layout(path: &Path) -> VectorLayout {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    VectorLayout::from_extension(&extension).unwrap_or_default()
}
