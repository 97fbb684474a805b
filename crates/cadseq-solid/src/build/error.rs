//! Why a program makes no solid.

use glam::DVec3;
use thiserror::Error;

use crate::body::BodyError;
use crate::kernel::KernelError;
use crate::sketch::SketchError;
use crate::stack::StackError;

/// A fault and the operation that has it.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("operation {}: {fault}", operation + 1)]
pub struct PartError {
    /// Index of the operation; the message counts from 1, as a reader does.
    pub operation: usize,
    /// What is wrong.
    #[source]
    pub fault: PartFault,
}

/// What keeps an operation from being done.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum PartFault {
    /// The curves of the sketch.
    #[error(transparent)]
    Sketch(#[from] SketchError),
    /// The extrude names a profile that the sketch does not have.
    #[error("profile {profile} does not exist; the sketch has {count}, counted from 0")]
    Profile {
        /// The profile that was asked for.
        profile: usize,
        /// How many there are.
        count: usize,
    },
    /// The face that the sketch lies on.
    #[error(transparent)]
    Face(#[from] FaceFault),
    /// The profile cannot be swept.
    #[error(transparent)]
    Extrude(#[from] StackError),
    /// The swept profile cannot be combined with the solid so far.
    #[error("{operation} failed: {fault}")]
    Boolean {
        /// join, cut or intersect.
        operation: &'static str,
        /// Why.
        #[source]
        fault: BodyError,
    },
    /// The kernel cannot answer a question about a solid.
    #[error(transparent)]
    Kernel(#[from] KernelError),
    /// The caller lost interest.
    #[error("building was cancelled before it")]
    Cancelled,
}

/// Why a reference names no plane for a sketch.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum FaceFault {
    /// There is no planar face at the point.
    #[error(
        "no planar face of the solid so far holds the point ({:.6}, {:.6}, {:.6}); give a point \
         well inside of the face", point.x, point.y, point.z
    )]
    NothingThere {
        /// The point in the world.
        point: DVec3,
    },
    /// Several faces meet at the point.
    #[error(
        "{count} planar faces meet at ({:.6}, {:.6}, {:.6}); give a point well inside of one",
        point.x, point.y, point.z
    )]
    SeveralThere {
        /// The point in the world.
        point: DVec3,
        /// How many.
        count: usize,
    },
    /// Nothing is left of the face, or it is not flat.
    #[error("no flat piece of {face} is left on the solid so far")]
    Gone {
        /// The reference as the program's text has it.
        face: String,
    },
    /// What is left of the face lies on several planes or faces both ways.
    #[error(
        "{face} names {count} different planes of the solid so far; name the one by a point: \
         face(x, y, z)"
    )]
    Ambiguous {
        /// The reference as the program's text has it.
        face: String,
        /// How many.
        count: usize,
    },
}
