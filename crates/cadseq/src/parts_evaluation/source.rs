//! Pictures of parts with their programs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_dataset::parts::part_sample;
use cadseq_program::Program;
use cadseq_render::{ColorPicture, LookKind};
use cadseq_solid::Mesh;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::files::{Reading, pictures_in, read_photo};
use crate::seeing_evaluation::{Truth, fresh};

/// Longest distance between a curve and its mesh, as a share of the longest side of the part's box.
const CHORD_SHARE: f64 = 0.001;

/// Where the pictures come from. They are made or read one at a time.
#[derive(Debug)]
pub(crate) enum PartsSource {
    /// Fresh random parts.
    Drawn {
        /// The seed.
        seed: u64,
        /// How many.
        count: u64,
        /// Width and height of the pictures in pixels.
        size: usize,
        /// The look of all; any look where it is not given.
        look: Option<LookKind>,
    },
    /// Files.
    Folder {
        /// Where.
        folder: PathBuf,
        /// Pictures with their programs and parts.
        entries: Vec<Entry>,
    },
}

/// A picture's file with the part that it shows.
#[derive(Debug)]
pub(crate) struct Entry {
    picture: PathBuf,
    program: Program,
    mesh: Mesh,
}

/// A picture to judge.
#[derive(Debug)]
pub(crate) struct Item {
    /// Name of the picture.
    pub(super) name: String,
    /// Kind of look of a fresh picture.
    pub(super) look: Option<&'static str>,
    /// The true program.
    pub(super) program: Program,
    /// The true part.
    pub(super) mesh: Mesh,
    /// The part before its camera, where that is known.
    pub(super) truth: Option<Truth>,
    /// The picture; a broken file counts as one without an answer.
    pub(super) picture: Result<ColorPicture>,
}

impl PartsSource {
    /// The pictures of a folder, each with its program beside it.
    ///
    /// # Errors
    /// Where a picture lacks one, or there is none at all.
    pub(crate) fn folder(folder: &Path) -> Result<Self> {
        let entries: Result<Vec<Entry>> = pictures_in(folder)?
            .into_par_iter()
            .map(Entry::new)
            .collect();
        Ok(Self::Folder {
            folder: folder.to_owned(),
            entries: entries?,
        })
    }

    /// How many pictures.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Self::Drawn { count, .. } => *count,
            Self::Folder { entries, .. } => entries.len() as u64,
        }
    }

    /// The picture with this index.
    pub(super) fn item(&self, index: u64) -> Item {
        match self {
            Self::Drawn {
                seed, size, look, ..
            } => drawn(*seed, index, *size, *look),
            Self::Folder { entries, .. } => entries[index as usize].item(),
        }
    }

    /// The source in words.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Drawn {
                seed,
                count,
                size,
                look,
            } => {
                let look = look.map_or("any", LookKind::name);
                format!(
                    "{count} fresh pictures of random parts, style {look}, seed {seed}, {size} x {size} pixels"
                )
            }
            Self::Folder { folder, entries } => {
                format!("{} pictures of {}", entries.len(), folder.display())
            }
        }
    }
}

fn drawn(seed: u64, index: u64, size: usize, look: Option<LookKind>) -> Item {
    let item = fresh::item(seed, index, size, look);
    let (picture, truth) = match item.shown {
        Ok(shown) => (Ok(shown.picture), Some(shown.truth)),
        Err(fault) => (Err(fault), None),
    };
    let sample = part_sample(seed, index);
    let mesh = truth.as_ref().map(|truth| truth.mesh().clone());
    Item {
        name: item.name,
        look: item.look,
        program: sample.program,
        mesh: mesh.unwrap_or_default(),
        truth,
        picture,
    }
}

impl Entry {
    fn new(picture: PathBuf) -> Result<Self> {
        let program = picture.with_extension("cad");
        let workpiece = Reading::default()
            .workpiece(&program)
            .with_context(|| format!("{} needs its program beside it", picture.display()))?;
        let solid = &workpiece.part.solid;
        let shown = || program.display().to_string();
        let measures = solid.measures().with_context(shown)?;
        let measures = measures.with_context(|| format!("{}: the solid is empty", shown()))?;
        let longest = (measures.bounds.max - measures.bounds.min).max_element();
        Ok(Self {
            mesh: solid.mesh(longest * CHORD_SHARE).with_context(shown)?,
            program: workpiece.program,
            picture,
        })
    }

    fn item(&self) -> Item {
        let name = self.picture.file_stem().unwrap_or_default();
        Item {
            name: name.to_string_lossy().into_owned(),
            look: None,
            program: self.program.clone(),
            mesh: self.mesh.clone(),
            truth: None,
            picture: read_photo(&self.picture).map(|photo| photo.picture),
        }
    }
}
