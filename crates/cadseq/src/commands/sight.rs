//! What a person may say of where the part is and of the camera, for `see` and `reconstruct`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_reconstruct::SeeOptions;
use cadseq_reconstruct::camera::{KnownCamera, Lens};
use cadseq_render::Photo;
use clap::Args;

use crate::files::{CameraFile, read_bytes};

/// Longest camera file that is read.
const MAX_CAMERA_BYTES: u64 = 1 << 20;

/// What is known beside the picture.
#[derive(Debug, Args)]
pub(crate) struct SightArguments {
    /// Which object, the largest and most central first.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    object: u16,
    /// Vertical angle of view of the whole picture in degrees, where it is known better than from
    /// EXIF.
    #[arg(long, value_name = "DEGREES", value_parser = angle)]
    fov: Option<f64>,
    /// The camera, where it is known: `paper`, `isometric`, or a JSON file with its direction and
    /// lens. It then is not looked for.
    #[arg(long, value_name = "FILE|NAME", conflicts_with = "fov")]
    camera: Option<PathBuf>,
    /// Takes a part that the border cuts off as well.
    #[arg(long)]
    accept_cut_off: bool,
}

impl SightArguments {
    /// The camera that is named or in a file, if one is.
    ///
    /// # Errors
    /// One that names the file and the field.
    pub(super) fn camera(&self) -> Result<Option<KnownCamera>> {
        self.camera.as_deref().map(known_camera).transpose()
    }

    /// What to look for in a photo; `camera` is [`Self::camera`].
    pub(super) fn options(&self, camera: Option<KnownCamera>, photo: &Photo) -> SeeOptions {
        SeeOptions {
            object: usize::from(self.object) - 1,
            accept_cut_off: self.accept_cut_off,
            lens: Lens::known(self.fov, photo),
            camera,
        }
    }
}

fn known_camera(camera: &Path) -> Result<KnownCamera> {
    if let Some(named) = camera.to_str().and_then(KnownCamera::named) {
        return Ok(named);
    }
    let known = || CameraFile::parse(&read_bytes(camera, MAX_CAMERA_BYTES)?)?.known();
    known().with_context(|| format!("--camera {}", camera.display()))
}

fn angle(text: &str) -> Result<f64, String> {
    let [low, high] = Lens::FOV_DEG;
    match text.parse::<f64>() {
        Ok(value) if value > low && value < high => Ok(value),
        _ => Err(format!("write an angle between {low} and {high} degrees")),
    }
}
