//! Cameras that a caller knows.

use cadseq_render::{Camera, Projection};
use glam::DMat3;

use super::frame::isometric_rotation;
use super::guess::focal_of_angle;
use super::likelihood::{Axes, State};
use super::models::named_guess;
use super::{CameraGuess, CameraModel, Framing};

/// The paper's vertical angle of view in degrees.
pub(super) const PAPER_ANGLE_DEG: f64 = 60.0;

/// A camera that is known beforehand, as far as its direction and lens go: its place says nothing, for a picture does not tell how large
/// a part is and how far away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum KnownCamera {
    /// The paper's: from (20, 20, 20) at the origin, 60 degrees.
    Paper,
    /// Exactly isometric, parallel projection.
    Isometric,
    /// Any other, by its rotation (rows: picture right, picture down, viewing direction) and its lens.
    Other {
        /// From the frame along whose axes the part stands.
        camera_from_world: DMat3,
        /// The vertical angle of view in degrees of a perspective camera; `None` is a parallel projection.
        vertical_fov_deg: Option<f64>,
    },
}

impl KnownCamera {
    /// The camera of a name: `paper` or `isometric`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "paper" => Some(Self::Paper),
            "isometric" => Some(Self::Isometric),
            _ => None,
        }
    }

    /// What a camera shows in a picture `half_height` high in the view plane.
    pub fn of(camera: &Camera, half_height: f64) -> Self {
        Self::Other {
            camera_from_world: camera.camera_from_world,
            vertical_fov_deg: match camera.projection {
                Projection::Perspective => Some(2.0 * libm::atan(half_height).to_degrees()),
                Projection::Orthographic => None,
            },
        }
    }

    /// As a guess without doubt, its axes named as SPEC 8 does.
    pub(crate) fn guess(self, framing: &Framing) -> CameraGuess {
        let (rotation, vertical_fov_deg, model) = match self {
            Self::Paper => (
                isometric_rotation(),
                Some(PAPER_ANGLE_DEG),
                CameraModel::Paper,
            ),
            Self::Isometric => (isometric_rotation(), None, CameraModel::Isometric),
            Self::Other {
                camera_from_world,
                vertical_fov_deg,
            } => {
                let model = CameraModel::of_lens(vertical_fov_deg);
                (camera_from_world, vertical_fov_deg, model)
            }
        };
        let inverse_focal = vertical_fov_deg.map_or(0.0, |angle| {
            1.0 / focal_of_angle(angle, framing.height as f64 / 2.0)
        });
        let state = State {
            rotation,
            inverse_focal,
        };
        named_guess(framing, &state, Axes::Three, model)
    }
}
