//! Why strokes have no arrangement.

use thiserror::Error;

/// The fault that keeps strokes from being arranged. Strokes are numbered from 0 as given.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum ArrangementError {
    /// The tolerance is no positive finite number.
    #[error("the tolerance {tolerance} is not a positive length")]
    Tolerance {
        /// The tolerance that was given, in model units.
        tolerance: f64,
    },
    /// A number of a stroke is not finite, or so large that the tolerance is lost in its rounding.
    #[error("stroke {stroke} has a coordinate that is not finite or too large for the tolerance")]
    NotUsable {
        /// The stroke.
        stroke: usize,
    },
    /// More strokes than the limit.
    #[error("{count} strokes are more than the limit of {limit}")]
    TooManyStrokes {
        /// How many there are.
        count: usize,
        /// The limit, [`MAX_STROKES`](super::MAX_STROKES).
        limit: usize,
    },
    /// The strokes cut each other into more pieces than the limit.
    #[error("the curves cut each other into more than {limit} pieces; draw fewer that cross")]
    TooManyCrossings {
        /// The limit, [`MAX_PIECES`](super::MAX_PIECES).
        limit: usize,
    },
    /// Too many strokes in one another's boxes.
    #[error(
        "more than {limit} pairs of curves lie in one another's boxes; draw fewer, or in several \
         sketches"
    )]
    TooManyPairs {
        /// The limit, [`MAX_PAIRS`](super::MAX_PAIRS).
        limit: usize,
    },
    /// Curves that run so close to each other that the tolerance does not tell which is where.
    #[error(
        "the curves run so close to each other, for lengths near the tolerance {tolerance:e}, that \
         their order is not clear; remove the small pieces or change the tolerance"
    )]
    Unclear {
        /// The tolerance that was given, in model units.
        tolerance: f64,
    },
}
