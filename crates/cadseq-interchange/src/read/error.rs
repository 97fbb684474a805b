//! Why a file gives no program, and where in it.

use cadseq_program::{FrameError, ProgramError, TextError};
use thiserror::Error;

use super::sketch::SketchFault;
use super::text2cad::Text2CadFault;
use super::timeline::TimelineFault;
use crate::Format;
use crate::vector::VectorFault;

/// A fault with its place in the file.
#[derive(Debug, Clone, PartialEq, Error)]
pub struct ReadError {
    /// Where: a JSON path such as `entities.F1.extent_one.distance`, a row such as `row 3`, or
    /// nothing where it is the whole file or the fault says the place itself.
    pub place: String,
    /// What is wrong there.
    pub fault: ReadFault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ReadFault {
    /// A format that is only written.
    #[error("{} is a format that is only written", format.title())]
    Format {
        /// The format.
        format: Format,
    },
    /// A unit for a format whose unit is settled.
    #[error(
        "lengths of {} are in centimetres; no other unit can be given",
        format.title()
    )]
    Unit {
        /// The format.
        format: Format,
    },
    /// More than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    #[error(
        "the file has {bytes} bytes; at most {} are read",
        super::MAX_FILE_BYTES
    )]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
    /// Bytes that are no text.
    #[error("the file is no UTF-8 text: the byte at position {position} fits nowhere")]
    Encoding {
        /// Position of the first such byte, from 0.
        position: usize,
    },
    /// What is no JSON, or JSON of another shape than the format's.
    #[error("{message}")]
    Json {
        /// What is wrong, with line and column where the whole file is meant.
        message: String,
    },
    /// JSON of a program that another version wrote.
    #[error(
        "the file says schema {found:?}; this version reads {:?}",
        crate::record::SCHEMA
    )]
    Schema {
        /// What it says.
        found: String,
    },
    /// A text that is no program.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Features of other tools that are no program.
    #[error(transparent)]
    Timeline(#[from] TimelineFault),
    /// Parts of Text2CAD that are no program.
    #[error(transparent)]
    Text2Cad(#[from] Text2CadFault),
    /// Rows that are no program.
    #[error(transparent)]
    Vector(#[from] VectorFault),
    /// Loops that are no profiles of a sketch.
    #[error(transparent)]
    Sketch(#[from] SketchFault),
    /// A plane whose vectors make no frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// Operations that make no program.
    #[error(transparent)]
    Program(#[from] ProgramError),
}

impl ReadError {
    pub(crate) fn at(place: impl Into<String>, fault: impl Into<ReadFault>) -> Self {
        Self {
            place: place.into(),
            fault: fault.into(),
        }
    }

    pub(crate) fn whole(fault: impl Into<ReadFault>) -> Self {
        Self::at("", fault)
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.place.is_empty() {
            self.fault.fmt(f)
        } else {
            write!(f, "{}: {}", self.place, self.fault)
        }
    }
}
