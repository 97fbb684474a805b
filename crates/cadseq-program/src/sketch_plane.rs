//! What a sketch lies on: an origin plane, a plane given by its frame, or a face of the solid so far.

use glam::DVec3;

use crate::{Frame, Plane};

/// The plane of a sketch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SketchPlane {
    /// One of the three origin planes.
    Origin(Plane),
    /// A plane anywhere in the world.
    Frame(Frame),
    /// A planar face of the solid that the operations before the sketch make; its frame follows
    /// from the face by [`Frame::on_plane`].
    Face(FaceReference),
}

/// Which face of the solid so far. A point says what a person sees; the other three say where the
/// face comes from, so that a changed size upstream does not pick another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FaceReference {
    /// The face on which this world position lies.
    Point(DVec3),
    /// The face in which an extrude starts, see [`Extent::start_and_end`](crate::Extent).
    Start {
        /// Index among the program's extrudes, from 0.
        extrude: usize,
    },
    /// The face in which an extrude ends.
    End {
        /// Index among the program's extrudes, from 0.
        extrude: usize,
    },
    /// The face that a line of an earlier sketch sweeps.
    Side {
        /// Index among the program's sketches, from 0.
        sketch: usize,
        /// Index among the sketch's curves, from 0.
        curve: usize,
    },
}

impl SketchPlane {
    /// The frame, where it does not depend on the solid; `None` on a face.
    pub fn frame(&self) -> Option<Frame> {
        match *self {
            Self::Origin(plane) => Some(plane.frame()),
            Self::Frame(frame) => Some(frame),
            Self::Face(_) => None,
        }
    }

    /// The origin plane; `None` where it is none of the three by name.
    pub const fn origin_plane(&self) -> Option<Plane> {
        match *self {
            Self::Origin(plane) => Some(plane),
            Self::Frame(_) | Self::Face(_) => None,
        }
    }
}

impl From<Plane> for SketchPlane {
    fn from(plane: Plane) -> Self {
        Self::Origin(plane)
    }
}
