//! Why something is not written.

use cadseq_solid::kernel::KernelError;
use thiserror::Error;

use crate::Format;

/// What a format cannot say, or what is not there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WriteError {
    /// A format that lacks what the program uses.
    #[error("{place}: {} has no {lacking}; {remedy}", format.title())]
    Unsupported {
        /// The format.
        format: Format,
        /// Which part of the program, such as `extrude 2` (counted from 0, as in the language).
        place: String,
        /// What the format lacks.
        lacking: &'static str,
        /// What helps.
        remedy: &'static str,
    },
    /// A sketch that is not there.
    #[error("there is no sketch {index}; the program has {count}, counted from 0")]
    NoSketch {
        /// What was asked for.
        index: usize,
        /// How many there are.
        count: usize,
    },
    /// A format that is only read.
    #[error("{} is a format that is only read", format.title())]
    Format {
        /// The format.
        format: Format,
    },
    /// A program that leaves no body, and a format that needs one.
    #[error("nothing is left of the solid, so there is no {} to write", format.title())]
    Empty {
        /// The format.
        format: Format,
    },
    /// A body that the kernel cannot give.
    #[error(transparent)]
    Kernel(#[from] KernelError),
}
