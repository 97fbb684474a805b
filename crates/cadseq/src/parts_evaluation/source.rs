//! Pictures of parts with their programs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_program::Program;
use cadseq_render::{ColorPicture, LookKind};
use cadseq_solid::Mesh;

use crate::files::{read_photo, stem};
use crate::part_pictures::{Fresh, PartPictures, read_part};
use crate::seeing_evaluation::{Truth, fresh};

/// Fresh pictures, or files with their programs.
pub(crate) type PartsSource = PartPictures<Entry>;

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
        Self::of_folder(folder, Entry::new)
    }

    /// The picture with this index.
    pub(super) fn item(&self, index: u64) -> Item {
        match self {
            Self::Drawn(fresh) => drawn(fresh, index),
            Self::Folder { entries, .. } => entries[index as usize].item(),
        }
    }

    /// The source in words, with the look of fresh pictures.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Drawn(fresh) => {
                let look = fresh.look.map_or("any", LookKind::name);
                self.describe(&format!(", style {look}"))
            }
            Self::Folder { .. } => self.describe(""),
        }
    }
}

fn drawn(fresh: &Fresh, index: u64) -> Item {
    let (item, program) = fresh::item(fresh, index);
    let (picture, truth) = match item.shown {
        Ok(shown) => (Ok(shown.picture), Some(shown.truth)),
        Err(fault) => (Err(fault), None),
    };
    let mesh = truth.as_ref().map(|truth| truth.mesh().clone());
    Item {
        name: item.name,
        look: item.look,
        program,
        mesh: mesh.unwrap_or_default(),
        truth,
        picture,
    }
}

impl Entry {
    fn new(picture: PathBuf) -> Result<Self> {
        let program = picture.with_extension("cad");
        let (program, mesh) = read_part(&program)
            .with_context(|| format!("{} needs its program beside it", picture.display()))?;
        Ok(Self {
            picture,
            program,
            mesh,
        })
    }

    fn item(&self) -> Item {
        Item {
            name: stem(&self.picture),
            look: None,
            program: self.program.clone(),
            mesh: self.mesh.clone(),
            truth: None,
            picture: read_photo(&self.picture).map(|photo| photo.picture),
        }
    }
}
