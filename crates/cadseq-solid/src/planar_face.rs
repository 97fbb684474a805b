//! Planar faces of a solid, as sketches on faces see them.

use glam::DVec3;

use crate::FaceOrigin;
use crate::origin::unite;

/// Cosine of the greatest angle between two pieces of one plane: pieces may be short, and their ends
/// snapped.
const SAME_DIRECTION: f64 = 1.0 - 1e-9;

/// A planar face of a solid, or the pieces of several that lie on one plane.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanarFace {
    /// What made it, sorted.
    pub origins: Vec<FaceOrigin>,
    /// A point of the plane, in world coordinates.
    pub point: DVec3,
    /// Outward unit normal.
    pub normal: DVec3,
}

/// Planes of which no two are the same.
pub(crate) struct Planes {
    tolerance: f64,
    pub(crate) found: Vec<PlanarFace>,
}

impl Planes {
    pub(crate) const fn new(tolerance: f64) -> Self {
        Self {
            tolerance,
            found: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, (point, normal): (DVec3, DVec3), origins: &[FaceOrigin]) {
        let is_same = |face: &&mut PlanarFace| {
            let distance = (face.point - point).dot(face.normal).abs();
            face.normal.dot(normal) > SAME_DIRECTION && distance <= 2.0 * self.tolerance
        };
        if let Some(face) = self.found.iter_mut().find(is_same) {
            unite(&mut face.origins, origins);
        } else {
            self.found.push(PlanarFace {
                origins: origins.to_vec(),
                point,
                normal,
            });
        }
    }
}
