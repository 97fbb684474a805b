//! Why a text is no program, and where.

use thiserror::Error;

use super::MAX_TEXT_BYTES;
use crate::{FrameError, MAX_OPERATIONS, ProgramError};

/// A fault with its place in the text.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("line {line}, column {column}: {fault}")]
pub struct TextError {
    /// Line, counted from 1.
    pub line: usize,
    /// Column of the offending token, counted from 1 in characters.
    pub column: usize,
    /// What is wrong there.
    pub fault: TextFault,
}

/// What is wrong with a text. Tokens are shortened for display.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum TextFault {
    /// More than [`MAX_TEXT_BYTES`].
    #[error("the text has {bytes} bytes; at most {MAX_TEXT_BYTES} are read")]
    TextTooLong {
        /// Its length.
        bytes: usize,
    },
    /// More than [`MAX_OPERATIONS`].
    #[error("too many operations; at most {MAX_OPERATIONS} are allowed")]
    TooManyOperations,
    /// A name that is no operation.
    #[error(
        "unknown operation {token}; expected one of add_sketch, add_line, add_arc, add_circle, \
         add_extrude"
    )]
    UnknownOperation {
        /// The name.
        token: String,
    },
    /// Punctuation is missing or misplaced.
    #[error("expected {expected}, found {token}")]
    Syntax {
        /// What the grammar wants.
        expected: &'static str,
        /// What stands there.
        token: String,
    },
    /// Too few or too many parameters.
    #[error("{signature} got {given} parameter(s)")]
    Arity {
        /// The operation with its parameters.
        signature: &'static str,
        /// How many were given.
        given: usize,
    },
    /// A parameter that does not read as a finite number.
    #[error("{parameter} = {token} is not a finite decimal number such as 2.5 or -1e-3")]
    NotANumber {
        /// Name of the parameter.
        parameter: &'static str,
        /// What stands there.
        token: String,
    },
    /// A number outside its range.
    #[error("{parameter} = {token} is out of range; write a number from {low} to {high}")]
    OutOfRange {
        /// Name of the parameter.
        parameter: &'static str,
        /// What stands there.
        token: String,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// A radius that is not above zero.
    #[error("r = {token} must be above 0")]
    Radius {
        /// What stands there.
        token: String,
    },
    /// An index that is no whole number.
    #[error("{parameter} = {token} is not an index; write a whole number from 0, such as 0")]
    Index {
        /// Name of the parameter.
        parameter: &'static str,
        /// What stands there.
        token: String,
    },
    /// What is no plane.
    #[error(
        "unknown plane {token}; expected XY, XZ, YZ, plane(origin, normal), face(x, y, z), \
         start(extrude), end(extrude) or side(sketch, curve)"
    )]
    UnknownPlane {
        /// What stands there.
        token: String,
    },
    /// A plane whose vectors make no frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A name that is no Boolean operation.
    #[error("unknown op {token}; expected one of join, cut, intersect, new")]
    UnknownBoolean {
        /// The name.
        token: String,
    },
    /// A fourth parameter of an extrude that is no extent.
    #[error(
        "unknown extent {token}; expected symmetric, or how far the extrude goes backward, such \
         as 2"
    )]
    UnknownExtent {
        /// What stands there.
        token: String,
    },
    /// The operations do not make a program.
    #[error(transparent)]
    Program(#[from] ProgramError),
}

impl TextError {
    pub(super) fn new(line: usize, column: usize, fault: TextFault) -> Self {
        Self {
            line,
            column,
            fault,
        }
    }
}

/// Longest token that an error repeats, in characters.
const MAX_SHOWN: usize = 40;

/// The token for an error: quoted, control characters escaped, shortened.
pub(super) fn shown(token: &str) -> String {
    let mut characters = token.chars();
    let head: String = characters.by_ref().take(MAX_SHOWN).collect();
    match (head.is_empty(), characters.next()) {
        (true, _) => "nothing".to_owned(),
        (false, None) => format!("{head:?}"),
        (false, Some(_)) => format!("{head:?}..."),
    }
}
