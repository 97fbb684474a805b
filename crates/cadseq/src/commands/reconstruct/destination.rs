//! Where the files of a reconstruction go.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::files::{Artifact, Inputs, is_folder, unique_stems};

/// What `-o` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// Nothing is written.
    Nowhere,
    /// One file of the only picture.
    File(PathBuf, Artifact),
    /// All files of all pictures, under these names.
    Folder(PathBuf, Vec<OsString>),
}

impl Destination {
    /// Understands `-o`: an existing folder, a path that ends in a separator or has no extension is a
    /// folder, and is made. Checks before any work that files can be written there.
    ///
    /// # Errors
    /// One that names the path.
    pub(super) fn choose(output: Option<&Path>, pictures: &[PathBuf]) -> Result<Self> {
        let Some(path) = output else {
            return Ok(Self::Nowhere);
        };
        let shown = path.display();
        if is_folder(path) {
            let hint = || format!("the folder {shown} cannot be made");
            fs::create_dir_all(path).with_context(hint)?;
            return Ok(Self::Folder(path.to_owned(), unique_stems(pictures)));
        }
        let artifact = Artifact::from_path(path)?;
        let count = pictures.len();
        ensure!(
            count == 1,
            "{shown} is one file but there are {count} pictures; give a folder"
        );
        Inputs::new(pictures).check_output(path)?;
        Ok(Self::File(path.to_owned(), artifact))
    }

    /// What the part of the picture with this index is called.
    pub(super) fn name(&self, index: usize) -> Cow<'_, str> {
        match self {
            Self::Nowhere => "".into(),
            Self::File(path, _) => path.file_stem().unwrap_or_default().to_string_lossy(),
            Self::Folder(_, stems) => stems[index].to_string_lossy(),
        }
    }

    /// The files of the picture with this index.
    pub(super) fn files(&self, index: usize) -> Vec<(PathBuf, Artifact)> {
        match self {
            Self::Nowhere => Vec::new(),
            Self::File(path, artifact) => vec![(path.clone(), *artifact)],
            Self::Folder(folder, stems) => {
                let place = |artifact: Artifact| folder.join(artifact.file_name(&stems[index]));
                Artifact::FOLDER
                    .map(|artifact| (place(artifact), artifact))
                    .to_vec()
            }
        }
    }
}
