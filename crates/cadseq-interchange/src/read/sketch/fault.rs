//! Why loops are no sketch.

use cadseq_solid::sketch::SketchError;
use thiserror::Error;

/// Why the loops that a file gives are no profiles of a sketch.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SketchFault {
    /// A profile without a loop, or a loop without a curve.
    #[error("there is no curve")]
    NoCurve,
    /// A circle among other curves of a loop.
    #[error("a full circle closes by itself; it cannot be one of several curves of a loop")]
    CircleInLoop,
    /// A loop that does not close.
    #[error(
        "the loop is open: the nearest other end is {distance:?} away, and at most {limit:?} is taken for closed"
    )]
    Open {
        /// Length of the gap.
        distance: f64,
        /// Longest gap that is closed.
        limit: f64,
    },
    /// Curves beside a loop that is closed without them.
    #[error("the loop closes without this curve")]
    Beside,
    /// A loop around nothing.
    #[error("the loop encloses no area")]
    NoArea,
    /// Curves that are no sketch.
    #[error(transparent)]
    Sketch(#[from] SketchError),
    /// Profiles that are not regions of their curves.
    #[error(
        "the profiles are no regions of the plane: their loops enclose {named:?}, the regions \
         between them {found:?}"
    )]
    Regions {
        /// Area of the profiles by their loops.
        named: f64,
        /// Area of the regions.
        found: f64,
    },
}
