//! The surfaces of exact solids: planes and circular cylinders.

use glam::DVec3;

/// The surface under a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    /// A plane.
    Plane {
        /// A point of the plane.
        point: DVec3,
        /// Outward unit normal.
        normal: DVec3,
    },
    /// A circular cylinder.
    Cylinder {
        /// A point of the axis.
        axis_point: DVec3,
        /// Unit direction of the axis.
        axis: DVec3,
        /// Radius, above zero.
        radius: f64,
        /// Whether the solid lies outside the cylinder, so that normals point to the axis.
        concave: bool,
    },
}

impl Surface {
    /// Outward unit normal at a point of the surface.
    pub fn normal_at(&self, point: DVec3) -> DVec3 {
        match *self {
            Self::Plane { normal, .. } => normal,
            Self::Cylinder {
                axis_point,
                axis,
                concave,
                ..
            } => {
                let outward = (point - axis_point)
                    .reject_from_normalized(axis)
                    .normalize_or_zero();
                if concave { -outward } else { outward }
            }
        }
    }
}
