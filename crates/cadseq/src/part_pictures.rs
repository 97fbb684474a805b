//! Where pictures of parts come from: drawn from a seed, or files of a folder with what each shows.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_program::Program;
use cadseq_render::LookKind;
use cadseq_solid::Mesh;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::files::{Reading, pictures_in};

/// Longest distance between a curve and its mesh, as a share of the longest side of the part's box.
pub(crate) const CHORD_SHARE: f64 = 0.001;

/// Where the pictures come from. They are made or read one at a time.
#[derive(Debug)]
pub(crate) enum PartPictures<E> {
    /// Fresh random parts.
    Drawn(Fresh),
    /// Files.
    Folder {
        /// Where.
        folder: PathBuf,
        /// Pictures with what they show.
        entries: Vec<E>,
    },
}

/// Fresh pictures.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fresh {
    /// The seed.
    pub(crate) seed: u64,
    /// How many.
    pub(crate) count: u64,
    /// Width and height of the pictures in pixels.
    pub(crate) size: usize,
    /// The look of all; any look where it is not given.
    pub(crate) look: Option<LookKind>,
}

impl<E: Send> PartPictures<E> {
    /// The pictures of a folder, each as an entry.
    ///
    /// # Errors
    /// Where one lacks something, or there is none at all.
    pub(crate) fn of_folder(folder: &Path, entry: fn(PathBuf) -> Result<E>) -> Result<Self> {
        let entries: Result<Vec<E>> = pictures_in(folder)?.into_par_iter().map(entry).collect();
        Ok(Self::Folder {
            folder: folder.to_owned(),
            entries: entries?,
        })
    }

    /// How many pictures.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Self::Drawn(fresh) => fresh.count,
            Self::Folder { entries, .. } => entries.len() as u64,
        }
    }

    /// The source in words; `more` is said of fresh pictures.
    pub(crate) fn describe(&self, more: &str) -> String {
        match self {
            Self::Drawn(Fresh {
                seed, count, size, ..
            }) => format!(
                "{count} fresh pictures of random parts{more}, seed {seed}, {size} x {size} pixels"
            ),
            Self::Folder { folder, entries } => {
                format!("{} pictures of {}", entries.len(), folder.display())
            }
        }
    }
}

/// The program in a file and the mesh of its part.
///
/// # Errors
/// Where the program does not build, or into nothing.
pub(crate) fn read_part(program: &Path) -> Result<(Program, Mesh)> {
    let workpiece = Reading::default().workpiece(program)?;
    let solid = &workpiece.part.solid;
    let shown = || program.display().to_string();
    let measures = solid.measures().with_context(shown)?;
    let measures = measures.with_context(|| format!("{}: the solid is empty", shown()))?;
    let longest = (measures.bounds.max - measures.bounds.min).max_element();
    let mesh = solid.mesh(longest * CHORD_SHARE).with_context(shown)?;
    Ok((workpiece.program, mesh))
}
