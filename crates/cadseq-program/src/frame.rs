//! Where a sketch lies in the world: origin, axes, normal; and the rule that lays a frame on a face.

use glam::{DMat3, DVec2, DVec3};
use thiserror::Error;

use crate::Plane;

/// Shortest vector that says a direction.
const MIN_LENGTH: f64 = 1e-6;

/// How far the cosine between x axis and normal may be from 0: six decimals a component.
const PERPENDICULAR_TOLERANCE: f64 = 1e-6;

/// Axes this near to unit length and to perpendicular are kept bit for bit: far above the rounding
/// of a normalization, so that making a frame of a frame's own axes changes nothing.
const EXACT: f64 = 1e-12;

/// A normal this near to +Z or -Z (sine of the angle) has no horizontal direction of its own.
const VERTICAL: f64 = 1e-9;

/// A right-handed orthonormal frame of a sketch: `y_axis = normal x x_axis`.
///
/// [`Frame::on_plane`] is the rule for sketches on faces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    origin: DVec3,
    x_axis: DVec3,
    y_axis: DVec3,
    normal: DVec3,
}

/// Why origin, normal and x axis make no frame.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum FrameError {
    /// The origin is not finite.
    #[error("the origin {origin} is not finite")]
    Origin {
        /// What was given.
        origin: DVec3,
    },
    /// The normal is no direction.
    #[error(
        "the normal {vector} says no direction; it must be finite and at least {MIN_LENGTH} long"
    )]
    Normal {
        /// What was given.
        vector: DVec3,
    },
    /// The x axis is no direction.
    #[error(
        "the x axis {vector} says no direction; it must be finite and at least {MIN_LENGTH} long"
    )]
    XAxis {
        /// What was given.
        vector: DVec3,
    },
    /// The x axis leaves the plane.
    #[error(
        "the x axis leaves the plane: its cosine with the normal is {cosine}; it must be 0 to \
         {PERPENDICULAR_TOLERANCE}"
    )]
    NotPerpendicular {
        /// Cosine of the angle between x axis and normal.
        cosine: f64,
    },
}

impl Frame {
    /// The frame with this origin, normal and x axis.
    ///
    /// The axes may have any length from 1e-6, and are made unit vectors. The x axis must be
    /// perpendicular to the normal to 1e-6 and is made perpendicular. Axes that are so to 1e-12 are
    /// kept bit for bit, so a frame's own origin, normal and x axis give that very frame.
    ///
    /// # Errors
    /// See [`FrameError`].
    pub fn new(origin: DVec3, normal: DVec3, x_axis: DVec3) -> Result<Self, FrameError> {
        if !origin.is_finite() {
            return Err(FrameError::Origin { origin });
        }
        let normal = unit(normal).ok_or(FrameError::Normal { vector: normal })?;
        let x_axis = unit(x_axis).ok_or(FrameError::XAxis { vector: x_axis })?;
        let cosine = x_axis.dot(normal);
        if cosine.abs() > PERPENDICULAR_TOLERANCE {
            return Err(FrameError::NotPerpendicular { cosine });
        }
        let x_axis = if cosine.abs() > EXACT {
            (x_axis - normal * cosine).normalize()
        } else {
            x_axis
        };
        Ok(Self {
            origin,
            x_axis,
            // Adding 0 makes minus zero 0.
            y_axis: normal.cross(x_axis) + DVec3::ZERO,
            normal,
        })
    }

    /// The same axes with the origin `factor` times as far from the world's.
    pub(crate) fn scaled(&self, factor: f64) -> Self {
        Self {
            origin: self.origin * factor,
            ..*self
        }
    }

    /// The frame with this origin and normal whose x axis is horizontal: `Z x normal`, or +X where
    /// the normal is +Z or -Z to 1e-9. So y points up wherever there is an up.
    ///
    /// # Errors
    /// Where the origin is not finite or the normal is no direction.
    pub fn upright(origin: DVec3, normal: DVec3) -> Result<Self, FrameError> {
        let unit_normal = unit(normal).ok_or(FrameError::Normal { vector: normal })?;
        let horizontal = DVec3::Z.cross(unit_normal);
        let x_axis = if horizontal.length() > VERTICAL {
            horizontal.normalize() + DVec3::ZERO
        } else {
            DVec3::X
        };
        Self::new(origin, unit_normal, x_axis)
    }

    /// The frame of a sketch on a face: the one rule for all faces.
    ///
    /// The origin is the foot of the world's origin on the face's plane, which goes through
    /// `point` with the outward `normal` (of any length from 1e-6). The axes are those of
    /// [`Frame::upright`]:
    ///
    /// | face | sketch x | sketch y |
    /// |---|---|---|
    /// | +Z | +X | +Y |
    /// | -Z | +X | -Y |
    /// | +X | +Y | +Z |
    /// | -X | -Y | +Z |
    /// | +Y | -X | +Z |
    /// | -Y | +X | +Z |
    ///
    /// # Errors
    /// Where the point is not finite or the normal is no direction.
    pub fn on_plane(point: DVec3, normal: DVec3) -> Result<Self, FrameError> {
        let upright = Self::upright(point, normal)?;
        let foot = upright.normal * point.dot(upright.normal) + DVec3::ZERO;
        Ok(Self {
            origin: foot,
            ..upright
        })
    }

    /// World position of the sketch's origin.
    pub const fn origin(&self) -> DVec3 {
        self.origin
    }

    /// World direction of sketch x, a unit vector.
    pub const fn x_axis(&self) -> DVec3 {
        self.x_axis
    }

    /// World direction of sketch y, a unit vector.
    pub const fn y_axis(&self) -> DVec3 {
        self.y_axis
    }

    /// World direction of a positive extrusion, a unit vector.
    pub const fn normal(&self) -> DVec3 {
        self.normal
    }

    /// Rotation that takes directions (x, y, height) of the sketch to the world.
    pub const fn world_from_sketch(&self) -> DMat3 {
        DMat3::from_cols(self.x_axis, self.y_axis, self.normal)
    }

    /// World position of a sketch point lifted by `height` along the normal.
    pub fn to_world(&self, point: DVec2, height: f64) -> DVec3 {
        self.origin + self.x_axis * point.x + self.y_axis * point.y + self.normal * height
    }

    /// Sketch coordinates and height of a world point, the inverse of [`Frame::to_world`].
    pub fn to_sketch(&self, world: DVec3) -> (DVec2, f64) {
        let offset = world - self.origin;
        (
            DVec2::new(offset.dot(self.x_axis), offset.dot(self.y_axis)),
            offset.dot(self.normal),
        )
    }
}

impl From<Plane> for Frame {
    fn from(plane: Plane) -> Self {
        Self {
            origin: DVec3::ZERO,
            x_axis: plane.x_axis(),
            y_axis: plane.y_axis(),
            normal: plane.normal(),
        }
    }
}

/// The vector with length 1, itself where it has that already; `None` where it says no direction.
fn unit(vector: DVec3) -> Option<DVec3> {
    let length = vector.length();
    if !vector.is_finite() || !length.is_finite() || length < MIN_LENGTH {
        None
    } else if (length - 1.0).abs() <= EXACT {
        Some(vector)
    } else {
        Some(vector / length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rule_on_the_six_sides() {
        let check = |normal: DVec3, x_axis: DVec3, y_axis: DVec3| {
            let point = DVec3::new(1.0, 2.0, 3.0);
            let frame = Frame::on_plane(point, normal * 2.5).expect("a frame");
            let axes = (frame.x_axis(), frame.y_axis(), frame.normal());
            assert_eq!(axes, (x_axis, y_axis, normal));
            assert_eq!(frame.origin(), point * normal.abs(), "the foot");
        };
        check(DVec3::Z, DVec3::X, DVec3::Y);
        check(DVec3::NEG_Z, DVec3::X, DVec3::NEG_Y);
        check(DVec3::X, DVec3::Y, DVec3::Z);
        check(DVec3::NEG_X, DVec3::NEG_Y, DVec3::Z);
        check(DVec3::Y, DVec3::NEG_X, DVec3::Z);
        check(DVec3::NEG_Y, DVec3::X, DVec3::Z);
    }

    #[test]
    fn nearly_vertical_normals_have_the_x_axis() {
        let tilted = |sine: f64| {
            let normal = DVec3::new(0.0, sine, -1.0);
            Frame::on_plane(DVec3::ONE, normal).expect("a frame")
        };
        assert_eq!(tilted(1e-10).x_axis(), DVec3::X);
        assert_eq!(tilted(1e-8).x_axis(), DVec3::NEG_X);
    }

    #[test]
    fn planes_are_frames() {
        for plane in Plane::ALL {
            let frame = plane.frame();
            let again = Frame::new(DVec3::ZERO, plane.normal(), plane.x_axis());
            assert_eq!(again, Ok(frame), "{plane}");
            let point = DVec2::new(1.5, -2.0);
            assert_eq!(frame.to_world(point, 3.0), plane.to_world(point, 3.0));
        }
    }

    #[test]
    fn faults_are_named() {
        let check = |origin, normal, x_axis, expected: &str| {
            let error = Frame::new(origin, normal, x_axis).expect_err(expected);
            assert!(error.to_string().contains(expected), "{error}");
        };
        let (zero, x, z) = (DVec3::ZERO, DVec3::X, DVec3::Z);
        check(DVec3::NAN, z, x, "the origin");
        check(zero, DVec3::splat(1e-7), x, "the normal");
        check(zero, DVec3::splat(f64::INFINITY), x, "the normal");
        check(zero, DVec3::splat(1e200), x, "the normal");
        check(zero, z, DVec3::NAN, "the x axis [NaN");
        check(zero, z, DVec3::new(1.0, 0.0, 1e-5), "leaves the plane");
        assert!(Frame::upright(zero, zero).is_err());
        assert!(Frame::on_plane(DVec3::NAN, z).is_err());
    }

    fn direction() -> impl Strategy<Value = DVec3> {
        let component = prop_oneof![Just(0.0), Just(1.0), Just(1e-8), Just(-1e-8), -1.0..1.0];
        [component.clone(), component.clone(), component]
            .prop_map(DVec3::from_array)
            .prop_filter("long enough", |vector| vector.length() > 1e-3)
    }

    fn position() -> impl Strategy<Value = DVec3> {
        [-10.0..10.0, -10.0..10.0, -10.0..10.0].prop_map(DVec3::from_array)
    }

    fn near(a: DVec3, b: DVec3) -> bool {
        a.distance(b) < 1e-12
    }

    proptest! {
        #[test]
        fn frames_are_right_handed_and_made_of_themselves(
            origin in position(), normal in direction(), turned in direction(),
            error in -9e-7..9e-7,
        ) {
            let normal_unit = normal.normalize();
            let in_plane = turned - normal_unit * turned.dot(normal_unit);
            let in_plane = if in_plane.length() > 1e-3 {
                in_plane.normalize()
            } else {
                normal_unit.any_orthonormal_vector()
            };
            let x_axis = in_plane + normal_unit * error;
            let frame = Frame::new(origin, normal, x_axis).expect("a frame");
            prop_assert!(near(frame.x_axis().cross(frame.y_axis()), frame.normal()));
            prop_assert!((frame.world_from_sketch().determinant() - 1.0).abs() < 1e-12);
            prop_assert!(frame.x_axis().dot(frame.normal()).abs() < EXACT);
            prop_assert_eq!(Frame::new(origin, frame.normal(), frame.x_axis()), Ok(frame));
        }

        #[test]
        fn the_rule_is_upright_and_its_origin_the_foot(
            point in position(), normal in direction(),
        ) {
            let frame = Frame::on_plane(point, normal).expect("a frame");
            prop_assert!(frame.x_axis().z.abs() <= 1e-8);
            prop_assert!(frame.y_axis().z >= -1e-8);
            prop_assert!(frame.origin().cross(frame.normal()).length() < 1e-12);
            prop_assert!(frame.to_sketch(point).1.abs() < 1e-12);
            let again = Frame::on_plane(frame.origin(), frame.normal()).expect("a frame");
            prop_assert!(near(again.origin(), frame.origin()));
            prop_assert_eq!(again.world_from_sketch(), frame.world_from_sketch());
        }

        #[test]
        fn to_the_sketch_and_back(
            origin in position(), normal in direction(), world in position(),
        ) {
            let frame = Frame::upright(origin, normal).expect("a frame");
            let (point, height) = frame.to_sketch(world);
            prop_assert!(near(frame.to_world(point, height), world));
        }
    }
}
