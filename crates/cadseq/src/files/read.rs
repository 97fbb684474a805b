//! Reading pictures, programs and other files within limits.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use cadseq_program::{MAX_TEXT_BYTES, Program};
use cadseq_render::{Picture, decode_picture};
use cadseq_solid::Prism;

/// Largest picture file that is read: more than any camera writes.
const MAX_PICTURE_BYTES: u64 = 256 << 20;

/// The picture of a file.
///
/// # Errors
/// One that names the file and what to do.
pub(crate) fn read_picture(path: &Path) -> Result<Picture> {
    let bytes = read_bytes(path, MAX_PICTURE_BYTES)?;
    decode_picture(&bytes).with_context(|| path.display().to_string())
}

/// The program of a text file.
///
/// # Errors
/// One that names the file and the place in it.
pub(crate) fn read_program(path: &Path) -> Result<Program> {
    let bytes = read_bytes(path, MAX_TEXT_BYTES as u64)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| anyhow::anyhow!("this is not text; give a program such as part.cad"));
    text.and_then(|text| Ok(text.parse::<Program>()?))
        .with_context(|| path.display().to_string())
}

/// The program of a text file, with its solid.
///
/// # Errors
/// As [`read_program`], or what keeps the program from being a solid.
pub(crate) fn read_solid(path: &Path) -> Result<(Program, Prism)> {
    let program = read_program(path)?;
    let prism = Prism::from_program(&program).with_context(|| path.display().to_string())?;
    Ok((program, prism))
}

/// The bytes of a file that may have at most `limit`.
///
/// # Errors
/// Where it cannot be read, is empty, a folder or too long.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_limited(path, limit).with_context(|| path.display().to_string())
}

fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>> {
    let file = File::open(path)?;
    let size = file.metadata()?;
    ensure!(!size.is_dir(), "this is a folder; give the files in it");
    let too_long = || format!("the file has more than {limit} bytes; give a smaller one");
    ensure!(size.len() <= limit, too_long());
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= limit, too_long());
    ensure!(!bytes.is_empty(), "the file is empty; give another one");
    Ok(bytes)
}
