//! Writing whole files or none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_files::{check_not_read_only_at, folder_of};

/// Writes a file whole or not at all, see [`cadseq_files`].
///
/// # Errors
/// One that names the path; nothing is left behind.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    check_writable(path)?;
    cadseq_files::write_whole(path, bytes).with_context(|| cannot_write(path))
}

/// Where the files lie that a command reads, so that it does not write over them.
pub(crate) struct Inputs(BTreeSet<PathBuf>);

impl Inputs {
    /// These files, however their paths are written.
    pub(crate) fn new(paths: &[PathBuf]) -> Self {
        let places = paths.iter().filter_map(|path| fs::canonicalize(path).ok());
        Self(places.collect())
    }

    /// Refuses a path that is one of them or cannot be written, before any work is done.
    ///
    /// # Errors
    /// One that names the path.
    pub(crate) fn check_output(&self, path: &Path) -> Result<()> {
        let place = fs::canonicalize(path);
        ensure!(
            !place.is_ok_and(|place| self.0.contains(&place)),
            "{} is itself read; give another name or folder",
            path.display()
        );
        check_writable(path)
    }
}

/// Refuses a path whose folder is not there, a folder, and a file that is read-only.
fn check_writable(path: &Path) -> Result<()> {
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
    check_not_read_only_at(path).with_context(|| cannot_write(path))
}

fn cannot_write(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}
