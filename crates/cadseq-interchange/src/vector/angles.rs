//! The orientation of a sketch as three angles.
//!
//! theta and phi are the polar angles of the normal. Turning the world's x axis by theta about y
//! and then by phi about z gives an axis of reference in the plane, from which gamma turns about
//! the normal to the sketch's x axis.

use std::f64::consts::PI;

use glam::DVec3;

use super::level;

/// Below this sine of theta, phi says nothing and is 0.
const AT_POLE: f64 = 1e-9;

/// The normal and the x axis of the levels of theta, phi and gamma.
pub(crate) fn axes(levels: [u8; 3]) -> (DVec3, DVec3) {
    let [theta, phi, gamma] = levels.map(|level| level::signed(level) * PI);
    let (normal, reference, across) = reference(theta, phi);
    (
        normal,
        reference * libm::cos(gamma) + across * libm::sin(gamma),
    )
}

/// The nearest levels of theta, phi and gamma of a normal and an x axis.
pub(crate) fn angles(normal: DVec3, x_axis: DVec3) -> [u8; 3] {
    let sine = libm::hypot(normal.x, normal.y);
    let theta = libm::atan2(sine, normal.z);
    let phi = if sine < AT_POLE {
        0.0
    } else {
        libm::atan2(normal.y, normal.x)
    };
    let (_, reference, across) = reference(theta, phi);
    let gamma = libm::atan2(x_axis.dot(across), x_axis.dot(reference));
    // Level 256, a half turn, is level 0, the half turn the other way round.
    [theta, phi, gamma].map(|angle| level::from_signed(angle / PI).unwrap_or(0))
}

/// The normal, the axis of reference, and the axis across it.
fn reference(theta: f64, phi: f64) -> (DVec3, DVec3, DVec3) {
    let [sin_theta, sin_phi] = [theta, phi].map(libm::sin);
    let [cos_theta, cos_phi] = [theta, phi].map(libm::cos);
    (
        DVec3::new(sin_theta * cos_phi, sin_theta * sin_phi, cos_theta),
        DVec3::new(cos_theta * cos_phi, cos_theta * sin_phi, -sin_theta),
        DVec3::new(-sin_phi, cos_phi, 0.0),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_twenty_four_right_angled_frames_are_kept() {
        let axis = |index: usize| {
            let mut components = [0.0; 3];
            components[index / 2] = if index.is_multiple_of(2) { 1.0 } else { -1.0 };
            DVec3::from_array(components)
        };
        let mut count = 0;
        for (normal, x_axis) in (0..36).map(|index| (axis(index / 6), axis(index % 6))) {
            if normal.dot(x_axis) == 0.0 {
                let (normal_again, x_again) = axes(angles(normal, x_axis));
                assert!(normal_again.distance(normal) < 1e-12, "{normal} {x_axis}");
                assert!(x_again.distance(x_axis) < 1e-12, "{normal} {x_axis}");
                count += 1;
            }
        }
        assert_eq!(count, 24);
    }

    proptest! {
        #[test]
        fn axes_are_a_frame_and_come_back_within_a_level(levels in [0u8.., 0u8.., 0u8..]) {
            let (normal, x_axis) = axes(levels);
            prop_assert!((normal.length() - 1.0).abs() < 1e-12);
            prop_assert!((x_axis.length() - 1.0).abs() < 1e-12);
            prop_assert!(normal.dot(x_axis).abs() < 1e-12);
            let (normal_again, x_again) = axes(angles(normal, x_axis));
            prop_assert!(normal_again.distance(normal) < 1e-9);
            prop_assert!(x_again.distance(x_axis) < 0.03);
        }
    }
}
