//! Designs by people, which lie beside the repository because of their licences.

#![allow(dead_code, reason = "each user needs some of it")]

use std::fs;
use std::path::{Path, PathBuf};

/// The files in a folder of `../shared/interchange` with this extension, by name; none, with a
/// notice, where the folder is not there.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/interchange");
    let Ok(entries) = fs::read_dir(root.join(folder)) else {
        eprintln!("SKIPPED: ../shared/interchange/{folder} is not there");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    paths
}

/// The file's name without extension.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}
