//! How far a rotation is from the true one, up to what no picture can tell.

use cadseq_solid::cube_turns;
use glam::{DMat3, DVec3};

/// The angle in degrees between two rotations (camera from part), up to the 24 turns of the cube:
/// which axis is called what, and with which sign, is a convention.
pub fn rotation_error_deg(guess: DMat3, truth: DMat3) -> f64 {
    cube_turns()
        .map(|turn| rotation_angle_deg(guess * turn, truth))
        .fold(f64::INFINITY, f64::min)
}

/// The angle in degrees between two axes without a sign, for turned parts.
pub fn axis_error_deg(guess: DVec3, truth: DVec3) -> f64 {
    let (guess, truth) = (guess.normalize(), truth.normalize());
    libm::atan2(guess.cross(truth).length(), guess.dot(truth).abs()).to_degrees()
}

/// The angle in degrees of the rotation between two rotations.
pub(super) fn rotation_angle_deg(a: DMat3, b: DMat3) -> f64 {
    // |a - b| = 2 sqrt(2) sin(angle / 2) in the Frobenius norm: exact for small angles.
    let difference = a - b;
    let squared = difference.x_axis.length_squared()
        + difference.y_axis.length_squared()
        + difference.z_axis.length_squared();
    2.0 * libm::asin((squared / 8.0).sqrt().min(1.0)).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::camera::frame::{isometric_rotation, turned};

    #[test]
    fn there_are_24_turns_of_the_cube() {
        let turns: Vec<DMat3> = cube_turns().collect();
        for (index, turn) in turns.iter().enumerate() {
            assert!((turn.determinant() - 1.0).abs() < 1e-12);
            assert!(turns[..index].iter().all(|other| other != turn));
        }
        assert_eq!(turns.len(), 24);
    }

    #[test]
    fn labels_of_axes_do_not_count() {
        let truth = isometric_rotation();
        let off = turned(truth, DVec3::new(0.0, 0.02, 0.0));
        let relabelled = off * cube_turns().nth(13).expect("24 turns");
        let error = rotation_error_deg(relabelled, truth);
        assert!((error - 0.02_f64.to_degrees()).abs() < 1e-3, "{error}");
        assert!(axis_error_deg(DVec3::Z, -DVec3::Z) < 1e-9);
    }
}
