//! What decides whether two programs are the same.

use glam::DVec3;

use super::PAPER_CAMERA_WORLD;

/// The camera, the range and the tolerances of an equivalence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CanonicalOptions {
    /// Position of the camera in the world; `None` where only the same solid counts as the same,
    /// not the same picture.
    pub camera_world: Option<DVec3>,
    /// Largest magnitude of a coordinate, radius or depth of a scaled member, in model units.
    pub range: f64,
    /// Widest gap between curves that counts as connected, and farthest vertex that counts as the
    /// origin, in model units.
    pub tolerance: f64,
    /// Largest sweep that counts as none, and largest gap that leaves an arc a full circle, in
    /// degrees.
    pub sweep_tolerance_deg: f64,
}

impl Default for CanonicalOptions {
    /// The paper's camera and range; tolerances far above rounding and far below a level.
    fn default() -> Self {
        Self {
            camera_world: Some(PAPER_CAMERA_WORLD),
            range: 10.0,
            tolerance: 1e-6,
            sweep_tolerance_deg: 1e-6,
        }
    }
}
