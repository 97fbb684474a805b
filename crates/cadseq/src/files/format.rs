//! Which format a file's name asks for.

use std::path::Path;

use anyhow::{Context, Result};
use cadseq_interchange::Format;

/// What a file of this name is written as.
///
/// # Errors
/// One that names the file and the formats.
pub(crate) fn format_to_write(path: &Path) -> Result<Format> {
    let shown = path.display();
    let extension = path.extension().with_context(|| {
        format!("{shown}: the extension names the format; end the name with one such as .step")
    })?;
    Format::to_write(&extension.to_string_lossy()).with_context(|| shown.to_string())
}

/// A file name with the usual extension of a format.
pub(crate) fn with_extension(stem: &str, format: Format) -> String {
    format!("{stem}.{}", format.extensions()[0])
}
