//! Why something is not written.

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
}
