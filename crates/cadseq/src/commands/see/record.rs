//! What is seen of one picture, in words and as JSON.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use cadseq_model::EdgeClass;
use cadseq_reconstruct::camera::CameraGuess;
use cadseq_reconstruct::seeing::{PixelBox, Sight};
use cadseq_render::{Photo, Projection};
use serde::Serialize;

use crate::files::shown;

/// What is seen; one JSON object.
#[derive(Debug, Serialize)]
pub(super) struct Seen {
    picture: String,
    width_px: usize,
    height_px: usize,
    /// Left, top, right, bottom of every object, the largest and most central first.
    objects_px: Vec<[f64; 4]>,
    /// The same of the part that was looked at.
    box_px: [f64; 4],
    /// Mean probability of the part's pixels.
    certainty: f64,
    /// Median of the doubts of the part's normals.
    normal_doubt_deg: f64,
    /// Edge pixels of the maps by class.
    edge_pixels: serde_json::Map<String, serde_json::Value>,
    /// The best guess first.
    cameras: Vec<CameraRecord>,
    /// Equivalent focal length of the file's EXIF data.
    exif_focal_mm: Option<f64>,
    millis: [f64; 3],
}

#[derive(Debug, Serialize)]
struct CameraRecord {
    model: &'static str,
    projection: &'static str,
    /// Rows: picture right, down, viewing direction; columns: the part's X, Y, Z.
    camera_from_part: [[f64; 3]; 3],
    vertical_fov_deg: Option<f64>,
    sigma_rotation_deg: f64,
    sigma_log_focal: f64,
    /// The axis of a turned part, about which the rotation was chosen.
    free_axis: Option<&'static str>,
    /// Differences of this between guesses are differences of their log-probabilities.
    cost: f64,
}

impl Seen {
    pub(super) fn new(path: &Path, photo: &Photo, sight: &Sight) -> Self {
        let corners = |b: &PixelBox| [b.left, b.top, b.right, b.bottom].map(tenth);
        let maps = &sight.maps;
        let part = (0..maps.mask.len()).filter(|&pixel| maps.mask[pixel] > 0.5);
        let mut doubts: Vec<f32> = part.map(|pixel| maps.normal_doubts_deg[pixel]).collect();
        doubts.sort_by(f32::total_cmp);
        let edges = |class: EdgeClass| {
            let found = maps.edges[class.index()].iter().filter(|&&p| p > 0.5);
            (class.name().to_owned(), found.count().into())
        };
        let millis = sight.millis;
        Self {
            picture: shown(path),
            width_px: photo.picture.width(),
            height_px: photo.picture.height(),
            objects_px: sight.objects.iter().map(corners).collect(),
            box_px: corners(&sight.bounds),
            certainty: sight.certainty,
            normal_doubt_deg: doubts.get(doubts.len() / 2).map_or(0.0, |&d| f64::from(d)),
            edge_pixels: EdgeClass::ALL.into_iter().map(edges).collect(),
            cameras: sight.cameras.iter().map(CameraRecord::new).collect(),
            exif_focal_mm: photo.lens.map(|lens| tenth(lens.equivalent_mm())),
            millis: [millis.find, millis.maps, millis.camera].map(tenth),
        }
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

impl CameraRecord {
    fn new(guess: &CameraGuess) -> Self {
        Self {
            model: guess.model.name(),
            projection: match guess.projection {
                Projection::Perspective => "perspective",
                Projection::Orthographic => "orthographic",
            },
            camera_from_part: guess.camera_from_part.transpose().to_cols_array_2d(),
            vertical_fov_deg: guess.vertical_fov_deg,
            sigma_rotation_deg: guess.sigma_rotation_deg,
            sigma_log_focal: guess.sigma_log_focal,
            free_axis: guess.free_axis.map(|axis| ["X", "Y", "Z"][axis]),
            cost: guess.cost,
        }
    }
}

impl Display for Seen {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [left, top, right, bottom] = self.box_px.map(f64::round);
        let others = self.objects_px.len().saturating_sub(1);
        writeln!(
            f,
            "{}: a part at {left}, {top} to {right}, {bottom} pixels ({:.0} % certain){}",
            self.picture,
            self.certainty * 100.0,
            if others > 0 {
                format!("; {others} more objects, see --object")
            } else {
                String::new()
            },
        )?;
        write!(
            f,
            "  normals within about {:.1} degrees",
            self.normal_doubt_deg
        )?;
        for camera in &self.cameras {
            write!(f, "\n  camera: {camera}")?;
        }
        Ok(())
    }
}

impl Display for CameraRecord {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.model)?;
        if let Some(fov) = self.vertical_fov_deg {
            write!(f, ", {fov:.1} degrees of vertical view")?;
            if self.sigma_log_focal > 0.0 {
                write!(f, " (lens within {:.0} %)", self.sigma_log_focal * 100.0)?;
            }
        }
        write!(
            f,
            ", rotation within {:.1} degrees",
            self.sigma_rotation_deg
        )?;
        if let Some(axis) = self.free_axis {
            write!(f, ", free about {axis}")?;
        }
        Ok(())
    }
}
