//! The records of Fusion 360's API that commands and answers share.

use cadseq_program::{Frame, FrameError};
use cadseq_solid::Bounds3;
use glam::{DAffine3, DMat3, DVec3};
use serde::{Deserialize, Serialize};

/// A point, in cm.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(crate) struct Point {
    x: f64,
    y: f64,
    #[serde(default)]
    z: f64,
}

/// A vector of which no component may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(crate) struct Vector {
    x: f64,
    y: f64,
    z: f64,
}

/// The frame of a sketch in the world, as design files have it.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(crate) struct Transform {
    origin: Point,
    x_axis: Vector,
    y_axis: Vector,
    z_axis: Vector,
}

impl Point {
    pub(crate) fn new(point: DVec3) -> Self {
        let [x, y, z] = point.to_array();
        Self { x, y, z }
    }

    pub(crate) const fn position(self) -> DVec3 {
        DVec3::new(self.x, self.y, self.z)
    }
}

impl Vector {
    pub(crate) const fn components(self) -> DVec3 {
        DVec3::new(self.x, self.y, self.z)
    }
}

impl Transform {
    /// The map from sketch coordinates, height last, to the world.
    pub(crate) fn world_from_sketch(&self) -> DAffine3 {
        let [x, y, z] = [self.x_axis, self.y_axis, self.z_axis].map(Vector::components);
        DAffine3 {
            matrix3: DMat3::from_cols(x, y, z),
            translation: self.origin.position(),
        }
    }

    /// The plane of the sketch.
    ///
    /// # Errors
    /// Where the axes say no plane.
    pub(crate) fn frame(&self) -> Result<Frame, FrameError> {
        let [x, z] = [self.x_axis, self.z_axis].map(Vector::components);
        Frame::new(self.origin.position(), z, x)
    }
}

/// A point as answers have it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Point3D {
    r#type: &'static str,
    x: f64,
    y: f64,
    z: f64,
}

impl From<DVec3> for Point3D {
    fn from(point: DVec3) -> Self {
        // Adding 0 makes minus zero 0.
        let [x, y, z] = (point + DVec3::ZERO).to_array();
        Self {
            r#type: "Point3D",
            x,
            y,
            z,
        }
    }
}

/// A vector as answers have it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Vector3D {
    r#type: &'static str,
    x: f64,
    y: f64,
    z: f64,
    length: f64,
}

impl From<DVec3> for Vector3D {
    fn from(vector: DVec3) -> Self {
        let [x, y, z] = (vector + DVec3::ZERO).to_array();
        Self {
            r#type: "Vector3D",
            x,
            y,
            z,
            length: vector.length(),
        }
    }
}

/// A box as answers have it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct BoundingBox3D {
    r#type: &'static str,
    max_point: Point3D,
    min_point: Point3D,
}

impl From<Option<Bounds3>> for BoundingBox3D {
    /// Of nothing, the box is the origin.
    fn from(bounds: Option<Bounds3>) -> Self {
        let (min, max) = bounds.map_or((DVec3::ZERO, DVec3::ZERO), |bounds| {
            (bounds.min, bounds.max)
        });
        Self {
            r#type: "BoundingBox3D",
            max_point: max.into(),
            min_point: min.into(),
        }
    }
}
