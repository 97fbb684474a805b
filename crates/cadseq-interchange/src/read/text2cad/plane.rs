//! The plane of a sketch.
//!
//! The rows of the matrix `Rx(c) Ry(b) Rz(a)` are the sketch's x axis, y axis and normal, where a, b
//! and c are the Euler angles in degrees: turns about the world's z, y and x axes, one after the other
//! (what `SciPy` calls `zyx`). An upright XZ plane, whose normal points to negative y, has (0, 0, -90).

use cadseq_program::{FrameError, SketchPlane};
use glam::DVec3;
use serde::Deserialize;

use crate::LengthUnit;
use crate::read::frame;

#[derive(Debug, Deserialize)]
pub(super) struct PlaneRecord {
    /// In degrees.
    #[serde(rename = "Euler Angles")]
    euler_angles: [f64; 3],
    /// The world position of the sketch's origin.
    #[serde(rename = "Translation Vector")]
    translation: [f64; 3],
}

/// The plane with its origin in model units.
pub(super) fn read(record: &PlaneRecord, unit: LengthUnit) -> Result<SketchPlane, FrameError> {
    let origin = DVec3::from_array(record.translation.map(|length| unit.to_model(length)));
    let [normal, x_axis] = axes(record.euler_angles);
    frame::plane(origin, normal, x_axis)
}

/// The normal and the x axis.
fn axes(euler_angles_deg: [f64; 3]) -> [DVec3; 2] {
    let [a, b, c] = euler_angles_deg.map(f64::to_radians);
    let [(sin_a, cos_a), (sin_b, cos_b), (sin_c, cos_c)] =
        [a, b, c].map(|angle| (libm::sin(angle), libm::cos(angle)));
    let x_axis = DVec3::new(cos_b * cos_a, -cos_b * sin_a, sin_b);
    let second = DVec3::new(sin_a, cos_a, 0.0);
    let third = DVec3::new(-sin_b * cos_a, sin_b * sin_a, cos_b);
    [second * sin_c + third * cos_c, x_axis]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_turn_about_z_then_y_then_x() {
        let check = |angles, normal: DVec3, x_axis: DVec3| {
            let [found_normal, found_x] = axes(angles);
            assert!(
                found_normal.distance(normal) < 1e-12,
                "{angles:?} {found_normal}"
            );
            assert!(found_x.distance(x_axis) < 1e-12, "{angles:?} {found_x}");
        };
        check([0.0; 3], DVec3::Z, DVec3::X);
        check([0.0, 0.0, -90.0], DVec3::NEG_Y, DVec3::X);
        check([-90.0, 0.0, -90.0], DVec3::X, DVec3::Y);
        // Of SciPy 1.17: Rotation.from_euler("zyx", [30, 40, 50], degrees=True).as_matrix().
        check(
            [30.0, 40.0, 50.0],
            DVec3::new(
                0.025_201_386_257_487_2,
                0.870_001_903_752_077_3,
                0.492_403_876_506_104,
            ),
            DVec3::new(
                0.663_413_948_168_938_2,
                -0.383_022_221_559_489,
                0.642_787_609_686_539_4,
            ),
        );
    }
}
