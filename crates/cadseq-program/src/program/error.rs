//! Why a list of operations is no program.

use thiserror::Error;

use super::MAX_OPERATIONS;
use crate::OperationKind;

/// Why a list of operations is no program. Indices count operations from 0.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ProgramError {
    /// No operation at all.
    #[error("the program is empty; it needs a sketch, curves and an extrude")]
    Empty,
    /// More than [`MAX_OPERATIONS`].
    #[error("the program has {count} operations; at most {MAX_OPERATIONS} are allowed")]
    TooLong {
        /// How many there are.
        count: usize,
    },
    /// An operation stands where the grammar does not allow it.
    #[error("operation {number} ({}) is out of place: {reason}", kind.name(), number = index + 1)]
    OutOfPlace {
        /// Position of the operation.
        index: usize,
        /// Its type.
        kind: OperationKind,
        /// What the grammar wants there.
        reason: &'static str,
    },
    /// The last sketch was never extruded.
    #[error("the last sketch is never extruded; end it with add_extrude(profile, depth, op)")]
    Unfinished,
    /// A coordinate, radius, angle or depth that is no usable number.
    #[error(
        "operation {number}: {name} = {value} is out of range; it must be finite and at most {limit} in size",
        number = index + 1
    )]
    Number {
        /// Position of the operation.
        index: usize,
        /// Name of the parameter.
        name: &'static str,
        /// The offending value.
        value: f64,
        /// Largest allowed magnitude.
        limit: f64,
    },
    /// A circle whose radius is not above zero.
    #[error("operation {number}: the radius {value} must be above 0", number = index + 1)]
    Radius {
        /// Position of the operation.
        index: usize,
        /// The offending value.
        value: f64,
    },
    /// An extrude of no profile.
    #[error(
        "operation {number}: no profile is extruded; name at least one, such as 0",
        number = index + 1
    )]
    NoProfile {
        /// Position of the operation.
        index: usize,
    },
    /// An extrude that lists a profile twice.
    #[error(
        "operation {number}: profile {profile} is listed twice; list it once",
        number = index + 1
    )]
    RepeatedProfile {
        /// Position of the operation.
        index: usize,
        /// The profile.
        profile: usize,
    },
    /// A symmetric or two-sided extrude with nothing between its two heights.
    #[error(
        "operation {number}: the extrude starts and ends at the height {height}, so it has no depth",
        number = index + 1
    )]
    NoDepth {
        /// Position of the operation.
        index: usize,
        /// Where it starts and ends.
        height: f64,
    },
    /// A sketch on a face before the first extrude.
    #[error(
        "operation {number}: there is no solid yet on whose face it could sketch; start with XY, \
         XZ, YZ or plane(...)",
        number = index + 1
    )]
    NoSolid {
        /// Position of the operation.
        index: usize,
    },
    /// A reference to an extrude, sketch or curve that does not come before.
    #[error(
        "operation {number} refers to {what} {wanted}, but there are {count} such before it (the \
         first is 0)",
        number = index + 1
    )]
    Reference {
        /// Position of the operation.
        index: usize,
        /// What is missing: extrude, sketch, or curve of a sketch.
        what: &'static str,
        /// Its index.
        wanted: usize,
        /// How many there are.
        count: usize,
    },
    /// A reference to what an arc or a circle sweeps.
    #[error(
        "operation {number}: the side of curve {curve} of sketch {sketch} is round; only the side \
         of a line is a plane",
        number = index + 1
    )]
    RoundSide {
        /// Position of the operation.
        index: usize,
        /// Index of the sketch.
        sketch: usize,
        /// Index of its curve.
        curve: usize,
    },
}

impl ProgramError {
    /// The operation that is at fault; `None` where it is the whole program.
    pub const fn index(&self) -> Option<usize> {
        match *self {
            Self::Empty | Self::TooLong { .. } | Self::Unfinished => None,
            Self::OutOfPlace { index, .. }
            | Self::Number { index, .. }
            | Self::Radius { index, .. }
            | Self::NoProfile { index }
            | Self::RepeatedProfile { index, .. }
            | Self::NoDepth { index, .. }
            | Self::NoSolid { index }
            | Self::Reference { index, .. }
            | Self::RoundSide { index, .. } => Some(index),
        }
    }
}
