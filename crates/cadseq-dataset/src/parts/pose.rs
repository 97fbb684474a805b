//! How a part's axes u, v, w lie in the world.

use cadseq_program::{Frame, Plane};
use glam::DVec3;

use crate::random::Random;

/// World directions of u, v and w, each along an axis of the world; left-handed in half of the poses, which
/// mirrors the part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pose {
    axes: [DVec3; 3],
}

impl Pose {
    /// w along the normal of one of the planes or against it, u and v turned by quarter turns.
    pub(crate) fn draw(random: &mut Random) -> Self {
        let plane = *random.pick(&Plane::ALL);
        let (x, y) = (plane.x_axis(), plane.y_axis());
        let [u, v] = *random.pick(&[[x, y], [y, -x], [-x, -y], [-y, x]]);
        let w = if random.chance(0.3) {
            -plane.normal()
        } else {
            plane.normal()
        };
        Self { axes: [u, v, w] }
    }

    /// World vector of one in (u, v, w).
    pub(crate) fn to_world(self, own: DVec3) -> DVec3 {
        let [u, v, w] = self.axes;
        u * own.x + v * own.y + w * own.z
    }
}

/// The origin plane whose normal lies along an axis of the world, either way.
pub(crate) fn plane_across(direction: DVec3) -> Plane {
    let along = |plane: &Plane| plane.normal().dot(direction).abs();
    Plane::ALL
        .into_iter()
        .max_by(|a, b| along(a).total_cmp(&along(b)))
        .expect("there are three planes")
}

/// The frame of `plane`, moved along its normal through `through`.
pub(crate) fn offset_frame(plane: Plane, through: DVec3) -> Frame {
    let normal = plane.normal();
    Frame::new(
        normal * through.dot(normal) + DVec3::ZERO,
        normal,
        plane.x_axis(),
    )
    .expect("the axes of a plane are perpendicular unit vectors")
}
