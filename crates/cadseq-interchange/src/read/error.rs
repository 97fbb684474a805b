//! Why a file gives no program, and where in it.

use cadseq_program::TextError;
use thiserror::Error;

use crate::Format;

/// A fault with its place in the file.
#[derive(Debug, Clone, PartialEq, Error)]
pub struct ReadError {
    /// Where: a JSON path such as `entities.F1.extent_one.distance`, a row, or nothing for the
    /// whole file.
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
    /// Bytes that are no text.
    #[error("the file is no UTF-8 text: the byte at position {position} fits nowhere")]
    Encoding {
        /// Position of the first such byte, from 0.
        position: usize,
    },
    /// A text that is no program.
    #[error(transparent)]
    Text(#[from] TextError),
}

impl ReadError {
    pub(crate) fn whole(fault: impl Into<ReadFault>) -> Self {
        Self {
            place: String::new(),
            fault: fault.into(),
        }
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
