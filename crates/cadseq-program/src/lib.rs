//! The CAD program: what cadseq reads, predicts, edits and builds.
//!
//! A [`Program`] is a short list of sketch-and-extrude operations in the signatures of the
//! Fusion 360 Gallery DSL. Lengths are in model units (1 unit = 1 cm), angles in degrees, sketch
//! coordinates in the [`Frame`] of their [`SketchPlane`].
//!
//! - [`text`]: a program as text that a person reads and edits, `text.parse::<Program>()` and
//!   `program.to_string()`.
//! - [`matrix`]: a program as a matrix of integers that a network reads and writes, [`encode`],
//!   [`decode`] and [`quantized`].
//! - [`equivalence`]: programs of one solid or one picture, [`canonical`] and [`equivalents`].
//!
//! ```
//! use cadseq_program::{CanonicalOptions, MatrixConfig, Program, canonical, decode, encode};
//!
//! let text = "add_sketch(XY)\nadd_circle(2.5, 0, 5)  # a cylinder\nadd_extrude(0, 7.5, new)";
//! let program: Program = text.parse()?;
//! let matrix = encode(&program, &MatrixConfig::paper())?;
//! assert_eq!(matrix.row(2), [3, -1, 160, 128, -1, 127, -1]);
//! assert_eq!(decode(&matrix)?, program);
//! assert_eq!(canonical(&program, &CanonicalOptions::default()), program);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This crate knows no geometry library, no picture and no tensor; it does no I/O.

#[cfg(test)]
mod arbitrary;
pub mod curve;
pub mod equivalence;
pub mod extrude;
pub mod frame;
pub mod matrix;
pub mod operation;
pub mod plane;
pub mod program;
pub mod sketch_plane;
pub mod text;

pub use curve::{Arc, Circle, Curve, Line};
pub use equivalence::{CanonicalOptions, are_equivalent, canonical, equivalents, signed_area};
pub use extrude::{BooleanOperation, Extent, Extrude};
pub use frame::{Frame, FrameError};
pub use matrix::{
    ConfigError, DecodeError, EncodeError, FeatureMatrix, Level, MatrixConfig, QuantizeError,
    RowKind, ShapeError, UNUSED, Variable, decode, encode, quantized,
};
pub use operation::{Operation, OperationKind, Role};
pub use plane::Plane;
pub use program::{
    MAX_CENTER, MAX_COORDINATE, MAX_OPERATIONS, Program, ProgramError, SingleExtrude,
};
pub use sketch_plane::{FaceReference, SketchPlane};
pub use text::{MAX_TEXT_BYTES, TextError, TextFault};
