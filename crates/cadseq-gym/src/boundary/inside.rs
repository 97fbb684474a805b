//! Whether a point lies in a body: a ray from it leaves the body's triangles once more often than it enters them.

use cadseq_solid::mesh::place_on_ray;
use glam::DVec3;

use super::{Boundary, BoundaryFace};

/// The ray's direction, along nothing that people draw.
const RAY: DVec3 = DVec3::new(0.567_812_3, 0.412_309_7, 0.712_493_1);

/// How far beside a surface is asked, as a share of the diagonal of the box around all bodies.
const BESIDE: f64 = 1e-5;

impl Boundary {
    /// Whether a point of the surface of a face lies inside of the face's body or on its boundary: the body is
    /// there on one of its sides.
    pub(super) fn is_inside(&self, face: &BoundaryFace, point: DVec3) -> bool {
        let Some(bounds) = self.bounds else {
            return false;
        };
        let beside = face.surface.normal_at(point) * (bounds.diagonal() * BESIDE);
        [point - beside, point + beside].into_iter().any(|point| {
            let low = point.cmpge(bounds.min - bounds.diagonal() * BESIDE).all();
            let high = point.cmple(bounds.max + bounds.diagonal() * BESIDE).all();
            low && high && self.is_in(face.body, point)
        })
    }

    fn is_in(&self, body: usize, point: DVec3) -> bool {
        let faces = self.faces.iter().filter(|face| face.body == body);
        let triangles = faces.flat_map(|face| &face.triangles);
        let meets = |triangle: &&[DVec3; 3]| {
            place_on_ray(point, RAY, **triangle).is_some_and(|place| place > 0.0)
        };
        triangles.filter(meets).count() % 2 == 1
    }
}
