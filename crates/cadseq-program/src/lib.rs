//! The CAD program: what cadseq reads, predicts, edits and builds.
//!
//! A [`Program`] is a short list of sketch-and-extrude operations in the signatures of the
//! Fusion 360 Gallery DSL. Lengths are in model units (1 unit = 1 cm), angles in degrees, sketch
//! coordinates in the frame of their [`Plane`].
//!
//! This crate knows no geometry library, no picture and no tensor; it does no I/O.

pub mod curve;
pub mod equivalence;
pub mod matrix;
pub mod operation;
pub mod plane;
pub mod program;
pub mod text;

pub use curve::{Arc, Circle, Curve, Line};
pub use equivalence::{CanonicalOptions, are_equivalent, canonical, equivalents, signed_area};
pub use matrix::{
    ConfigError, DecodeError, EncodeError, FeatureMatrix, Level, MatrixConfig, QuantizeError,
    RowKind, ShapeError, UNUSED, Variable, decode, encode, quantized,
};
pub use operation::{BooleanOperation, Extrude, Operation, OperationKind};
pub use plane::Plane;
pub use program::{MAX_CENTER, MAX_COORDINATE, MAX_OPERATIONS, Program, ProgramError};
pub use text::{MAX_TEXT_BYTES, TextError, TextFault};
