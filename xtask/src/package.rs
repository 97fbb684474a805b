//! Packages of all crates, as crates.io would get them.
//!
//! Two crates embed files that lie elsewhere in the repository. A package holds only what is in its crate's folder, so
//! these files are copied there while packages are made, and taken away again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{cargo, succeed};

/// Each crate with the folders of the repository that it embeds.
const EMBEDDED: [(&str, &[&str]); 2] = [
    ("cadseq-reconstruct", &["weights/locator", "weights/mapper"]),
    ("cadseq-server", &["web/dist", "examples/pictures"]),
];

/// `cargo publish --dry-run` of all crates, with further options.
///
/// # Errors
/// A crate that cannot be published.
pub(crate) fn check(options: &[&str]) -> Result<()> {
    let copies = Copies::make()?;
    // The copies are in no commit.
    let mut publish = cargo("publish --workspace --dry-run --allow-dirty");
    let published = succeed(publish.args(options));
    drop(copies);
    published
}

/// Copies of what is embedded, as long as they are needed.
struct Copies(Vec<PathBuf>);

impl Copies {
    fn make() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut copies = Self(Vec::new());
        for (name, folders) in EMBEDDED {
            let embedded = root.join("crates").join(name).join("embedded");
            copies.0.push(embedded.clone());
            for folder in folders {
                copy(&root.join(folder), &embedded.join(folder))?;
            }
        }
        Ok(copies)
    }
}

impl Drop for Copies {
    fn drop(&mut self) {
        for folder in &self.0 {
            // A copy that stays is in nobody's way: the repository's files come first.
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let hint = || from.display().to_string();
    fs::create_dir_all(to).with_context(hint)?;
    for entry in fs::read_dir(from).with_context(hint)? {
        let entry = entry.with_context(hint)?;
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(&path, &copied).with_context(hint)?;
        }
    }
    Ok(())
}
