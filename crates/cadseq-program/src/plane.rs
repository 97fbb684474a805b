//! The three origin planes of a sketch and their frames (Fusion 360's conventions).

use glam::{DMat3, DVec2, DVec3};

use crate::Frame;

/// An origin plane of the world on which a sketch is drawn.
///
/// | plane | sketch x | sketch y | normal |
/// |---|---|---|---|
/// | XY | +X | +Y | +Z |
/// | XZ | +X | -Z | +Y |
/// | YZ | -Z | +Y | +X |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Plane {
    /// The ground plane, normal +Z.
    XY,
    /// Normal +Y; sketch y points down (-Z).
    XZ,
    /// Normal +X; sketch x points down (-Z).
    YZ,
}

impl Plane {
    /// All planes, in the order of their index in the feature matrix.
    pub const ALL: [Self; 3] = [Self::XY, Self::XZ, Self::YZ];

    /// The plane's index in the feature matrix: 0 XY, 1 XZ, 2 YZ.
    pub const fn index(self) -> usize {
        match self {
            Self::XY => 0,
            Self::XZ => 1,
            Self::YZ => 2,
        }
    }

    /// The plane with this index, the inverse of [`Plane::index`].
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The plane's name in the text form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::XY => "XY",
            Self::XZ => "XZ",
            Self::YZ => "YZ",
        }
    }

    /// World direction of sketch x.
    pub const fn x_axis(self) -> DVec3 {
        match self {
            Self::XY | Self::XZ => DVec3::X,
            Self::YZ => DVec3::NEG_Z,
        }
    }

    /// World direction of sketch y.
    pub const fn y_axis(self) -> DVec3 {
        match self {
            Self::XY | Self::YZ => DVec3::Y,
            Self::XZ => DVec3::NEG_Z,
        }
    }

    /// World direction of a positive extrusion: sketch x cross sketch y.
    pub const fn normal(self) -> DVec3 {
        match self {
            Self::XY => DVec3::Z,
            Self::XZ => DVec3::Y,
            Self::YZ => DVec3::X,
        }
    }

    /// The plane as a frame; its origin is the world's.
    pub fn frame(self) -> Frame {
        Frame::from(self)
    }

    /// Rotation that takes sketch coordinates (x, y, height) to the world; a proper rotation.
    pub const fn world_from_sketch(self) -> DMat3 {
        DMat3::from_cols(self.x_axis(), self.y_axis(), self.normal())
    }

    /// World position of a sketch point lifted by `height` along the normal.
    pub fn to_world(self, point: DVec2, height: f64) -> DVec3 {
        self.x_axis() * point.x + self.y_axis() * point.y + self.normal() * height
    }

    /// Sketch coordinates and height of a world point, the inverse of [`Plane::to_world`].
    pub fn to_sketch(self, world: DVec3) -> (DVec2, f64) {
        (
            DVec2::new(world.dot(self.x_axis()), world.dot(self.y_axis())),
            world.dot(self.normal()),
        )
    }
}

impl std::fmt::Display for Plane {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_right_handed() {
        for plane in Plane::ALL {
            assert_eq!(
                plane.x_axis().cross(plane.y_axis()),
                plane.normal(),
                "{plane}"
            );
            assert_eq!(plane.world_from_sketch().determinant(), 1.0, "{plane}");
            assert_eq!(Plane::from_index(plane.index()), Some(plane));
        }
    }

    #[test]
    fn sketch_to_world_and_back() {
        for plane in Plane::ALL {
            let point = DVec2::new(1.5, -2.0);
            assert_eq!(plane.to_sketch(plane.to_world(point, 3.0)), (point, 3.0));
        }
    }
}
