//! Writing whole files or none.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// Writes beside `path`, then renames: whoever looks finds the old file or the new one, whole. What
/// is there and no plain file, such as a pipe, is written to directly.
///
/// # Errors
/// One that names the path; nothing is left behind.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    check_writable(path)?;
    let written = match fs::canonicalize(path) {
        Ok(target) if target.is_file() => replace(&target, bytes),
        Ok(target) => fs::write(target, bytes),
        Err(_) => replace(path, bytes),
    };
    written.with_context(|| cannot_write(path))
}

/// Refuses a path whose folder is not there or that is a folder itself, before any work is done.
///
/// # Errors
/// One that names the path.
pub(crate) fn check_writable(path: &Path) -> Result<()> {
    ensure!(
        !path.is_dir(),
        "{} is a folder; add a file name",
        path.display()
    );
    let folder = folder_of(path);
    let found = fs::metadata(folder).with_context(|| cannot_write(path))?;
    let parent = folder.display();
    ensure!(
        found.is_dir(),
        "{}: {parent} is not a folder; choose another place",
        cannot_write(path)
    );
    Ok(())
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = partial_path(path);
    let result = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&partial)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&partial, path));
    if result.is_err() {
        // The first error is the one to tell; the file may not even exist.
        let _ = fs::remove_file(&partial);
    }
    result
}

/// A name beside `path` that no other run uses.
fn partial_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.partial", std::process::id()));
    path.with_file_name(name)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn cannot_write(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}
