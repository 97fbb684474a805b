//! Reading pictures, programs and other files within limits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_interchange::read::MAX_FILE_BYTES;
use cadseq_render::{Photo, Picture, decode_photo, decode_picture};

/// Largest picture file that is read: more than any camera writes.
const MAX_PICTURE_BYTES: u64 = 256 << 20;

/// The picture of a file; `-` is standard input.
///
/// # Errors
/// One that names the file and what to do.
pub(crate) fn read_picture(path: &Path) -> Result<Picture> {
    let bytes = read_file_or_standard(path, MAX_PICTURE_BYTES)?;
    decode_picture(&bytes).with_context(|| shown(path))
}

/// The picture of a file in colour, with what the file says of the lens; `-` is standard input.
///
/// # Errors
/// One that names the file and what to do.
pub(crate) fn read_photo(path: &Path) -> Result<Photo> {
    let bytes = read_file_or_standard(path, MAX_PICTURE_BYTES)?;
    decode_photo(&bytes).with_context(|| shown(path))
}

/// The PNG and JPEG files of a folder, by name.
///
/// # Errors
/// Where it cannot be read or has none.
pub(crate) fn pictures_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let shown = || folder.display().to_string();
    let mut pictures = Vec::new();
    for entry in fs::read_dir(folder).with_context(shown)? {
        let path = entry.with_context(shown)?.path();
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        if ["png", "jpg", "jpeg"]
            .iter()
            .any(|known| extension == *known)
        {
            pictures.push(path);
        }
    }
    pictures.sort();
    ensure!(
        !pictures.is_empty(),
        "{}: no PNG or JPEG pictures here; give another folder",
        shown()
    );
    Ok(pictures)
}

/// The bytes of a file of a program; `-` is standard input.
///
/// # Errors
/// Where it cannot be read, is empty, a folder or too long.
pub(super) fn read_input(path: &Path) -> Result<Vec<u8>> {
    read_file_or_standard(path, MAX_FILE_BYTES as u64)
}

fn read_file_or_standard(path: &Path, limit: u64) -> Result<Vec<u8>> {
    if is_standard(path) {
        return read_stream(io::stdin().lock(), limit).with_context(|| shown(path));
    }
    read_bytes(path, limit)
}

/// What a file is called in messages.
pub(crate) fn shown(path: &Path) -> String {
    if is_standard(path) {
        return "standard input".to_owned();
    }
    path.display().to_string()
}

/// Whether a path stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
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
    ensure!(size.len() <= limit, too_long(limit));
    read_stream(file, limit)
}

fn read_stream(stream: impl Read, limit: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.take(limit + 1).read_to_end(&mut bytes)?;
    ensure!(bytes.len() as u64 <= limit, too_long(limit));
    ensure!(!bytes.is_empty(), "the file is empty; give another one");
    Ok(bytes)
}

fn too_long(limit: u64) -> String {
    format!("the file has more than {limit} bytes; give a smaller one")
}
