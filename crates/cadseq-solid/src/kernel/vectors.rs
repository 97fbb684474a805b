//! Vectors of this crate as vectors of the kernel, and back.

use arris::math::{Point3, Vec3};
use glam::DVec3;

pub(super) fn kernel_point(point: DVec3) -> Point3 {
    Point3::new(point.x, point.y, point.z)
}

pub(super) fn kernel_vector(vector: DVec3) -> Vec3 {
    Vec3::new(vector.x, vector.y, vector.z)
}

pub(super) fn point(point: Point3) -> DVec3 {
    DVec3::new(point.x, point.y, point.z)
}

pub(super) fn vector(vector: Vec3) -> DVec3 {
    DVec3::new(vector.x, vector.y, vector.z)
}
