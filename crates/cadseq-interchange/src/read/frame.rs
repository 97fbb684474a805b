//! Frames from the numbers of a file.

use cadseq_program::{Frame, FrameError, Plane, SketchPlane};
use glam::DVec3;

/// Components this near to a whole number are that number: what is left of rotations by right
/// angles. Far below what the numbers of a file are good to.
const TIDY: f64 = 1e-12;

/// The plane with this origin, normal and x axis: XY, XZ or YZ where the frame is exactly theirs.
///
/// # Errors
/// As [`Frame::new`].
pub(super) fn plane(
    origin: DVec3,
    normal: DVec3,
    x_axis: DVec3,
) -> Result<SketchPlane, FrameError> {
    let frame = Frame::new(tidy(origin), tidy(normal), tidy(x_axis))?;
    let plane = Plane::ALL.into_iter().find(|plane| plane.frame() == frame);
    Ok(plane.map_or(SketchPlane::Frame(frame), SketchPlane::Origin))
}

/// The vector without rounding errors about whole numbers; minus zero becomes 0.
fn tidy(vector: DVec3) -> DVec3 {
    let component = |value: f64| {
        let whole = libm::round(value) + 0.0;
        if (value - whole).abs() < TIDY {
            whole
        } else {
            value
        }
    };
    DVec3::from_array(vector.to_array().map(component))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_are_named_where_the_frame_is_theirs() {
        let check = |origin, normal, x_axis, expected: &str| {
            let plane = plane(origin, normal, x_axis).expect("a plane");
            assert_eq!(plane.to_string(), expected);
        };
        let almost_x = DVec3::new(1.0, -0.0, 2.2e-16);
        check(DVec3::ZERO, DVec3::Z, almost_x, "XY");
        check(-DVec3::ZERO, DVec3::Y, almost_x, "XZ");
        check(DVec3::ZERO, DVec3::X, DVec3::NEG_Z, "YZ");
        check(DVec3::ZERO, DVec3::X, DVec3::Y, "plane(0, 0, 0, 1, 0, 0)");
        let origin = DVec3::new(0.0, 0.0, 1e-9);
        check(origin, DVec3::Z, DVec3::X, "plane(0, 0, 1e-9, 0, 0, 1)");
    }
}
