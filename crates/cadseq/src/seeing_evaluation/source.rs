//! Pictures of parts with their true cameras.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_render::ColorPicture;
use cadseq_solid::Mesh;

use super::fresh;
use super::truth::Truth;
use crate::files::{CameraFile, read_bytes, read_photo, stem};
use crate::part_pictures::{PartPictures, read_part};

/// Longest camera file that is read.
const MAX_CAMERA_BYTES: u64 = 1 << 20;

/// Fresh pictures, or files with their parts and cameras.
pub(crate) type SeeingSource = PartPictures<Entry>;

/// A picture's file with what it shows.
#[derive(Debug)]
pub(crate) struct Entry {
    picture: PathBuf,
    mesh: Mesh,
    camera: CameraFile,
}

/// A picture to judge.
#[derive(Debug)]
pub(crate) struct Item {
    /// Name of the picture.
    pub(crate) name: String,
    /// Kind of look of a fresh picture.
    pub(crate) look: Option<&'static str>,
    /// The picture with its truth; a broken file counts as one in which nothing is seen.
    pub(crate) shown: Result<Shown>,
}

/// A picture and what it truly shows.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The picture.
    pub(crate) picture: ColorPicture,
    /// What it shows.
    pub(crate) truth: Truth,
}

impl SeeingSource {
    /// The pictures of a folder, each with its camera file and program beside it.
    ///
    /// # Errors
    /// Where a picture lacks one of them, or there is none at all.
    pub(crate) fn folder(folder: &Path) -> Result<Self> {
        Self::of_folder(folder, Entry::new)
    }

    /// The picture with this index.
    pub(crate) fn item(&self, index: u64) -> Item {
        match self {
            Self::Drawn(fresh) => fresh::item(fresh, index).0,
            Self::Folder { entries, .. } => entries[index as usize].item(),
        }
    }
}

impl Entry {
    fn new(picture: PathBuf) -> Result<Self> {
        let beside = picture.with_extension("camera.json");
        let camera = read_bytes(&beside, MAX_CAMERA_BYTES)
            .with_context(|| format!("{} needs its camera beside it", picture.display()))?;
        let camera = CameraFile::parse(&camera).with_context(|| beside.display().to_string())?;
        let program = match &camera.program {
            None => picture.with_extension("cad"),
            Some(name) => picture.with_file_name(name),
        };
        let (_, mesh) = read_part(&program)
            .with_context(|| format!("{} needs its program", picture.display()))?;
        Ok(Self {
            picture,
            mesh,
            camera,
        })
    }

    fn item(&self) -> Item {
        Item {
            name: stem(&self.picture),
            look: None,
            shown: self.shown(),
        }
    }

    fn shown(&self) -> Result<Shown> {
        let picture = read_photo(&self.picture)?.picture;
        let view = self.camera.view(picture.width(), picture.height())?;
        Ok(Shown {
            picture,
            truth: Truth::new(self.mesh.clone(), view),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_picture_without_camera_or_program_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let refused = |expected: &str| {
            let error = SeeingSource::folder(folder.path()).expect_err("refused");
            let error = format!("{error:#}");
            assert!(error.contains(expected), "no {expected:?} in {error}");
        };
        let write = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).expect("written");
        };
        refused("no PNG or JPEG");
        write("a.png", "broken");
        refused("a.png needs its camera beside it");
        write("a.camera.json", "{}");
        refused("a.camera.json");
        let camera = "{\"projection\": \"orthographic\", \"position\": [0, 0, 50], \"half_height\": 9, \
                      \"camera_from_world\": [[1, 0, 0], [0, -1, 0], [0, 0, -1]], \"program\": \"b.cad\"}";
        write("a.camera.json", camera);
        refused("b.cad");
        write(
            "b.cad",
            "add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 2, new)\n",
        );
        let source = SeeingSource::folder(folder.path()).expect("pictures");
        assert_eq!(source.len(), 1);
        assert!(
            source.item(0).shown.is_err(),
            "a broken picture is told in the report"
        );
    }
}
