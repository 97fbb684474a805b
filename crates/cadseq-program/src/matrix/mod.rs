//! The feature matrix: a program as integers of fixed shape, what a network reads and writes.
//!
//! Rows are SOP, the operations, EOP and further EOPs up to the last row; columns are the
//! [`Variable`]s that a [`MatrixConfig`] chooses (paper, Table 3). A slot that an operation does not
//! use holds [`UNUSED`]. Lines and arcs keep their end point only: the start is the end of the
//! line or arc before it in the sketch (circles do not count), or the sketch's origin. A program may
//! have several sketches and several extrudes a sketch.
//!
//! What the integers cannot carry is an [`EncodeError`], never a silent loss: a chain of curves
//! that is broken or does not start at the origin, a value beyond the range, a profile or op that
//! the variables leave out, a detail smaller than a level, and what no variable says: a sketch on a
//! face or on a plane other than XY, XZ and YZ, several profiles in one extrude, an extrude that is
//! not one-sided. Two consequences of 256 levels with an
//! exact 0 remain, both of at most one level: +1 is not representable (it becomes 127/128), and a
//! sweep nearer to 0 than half a level becomes a line.
//!
//! [`decode`] chains the curves through the exact points of the levels, so a loop whose last end
//! has level 0 closes exactly.

mod config;
mod decode;
mod encode;
mod feature_matrix;
mod level;
#[cfg(test)]
mod tests;
mod variable;

use thiserror::Error;

pub use config::{ConfigError, MatrixConfig};
pub use decode::{DecodeError, decode};
pub use encode::{EncodeError, encode};
pub use feature_matrix::{FeatureMatrix, ShapeError, UNUSED};
pub use level::Level;
pub use variable::{RowKind, Variable};

use crate::Program;

/// Why a program has no quantized form.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum QuantizeError {
    /// The matrix cannot carry it.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// Its quantized values make no program.
    #[error(transparent)]
    Decode(#[from] DecodeError),
}

/// The program whose values are exactly those of the levels nearest to `program`'s.
///
/// Quantizing twice is quantizing once.
///
/// # Errors
/// See [`encode`] and [`decode`].
pub fn quantized(program: &Program, config: &MatrixConfig) -> Result<Program, QuantizeError> {
    Ok(decode(&encode(program, config)?)?)
}
