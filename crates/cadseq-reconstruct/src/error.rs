//! Why a picture gives no program.

use thiserror::Error;

/// Why a picture gives no program.
#[derive(Debug, Error)]
pub enum ReconstructError {
    /// Too few pixels.
    #[error("the picture has {width} x {height} pixels; at least 32 x 32 are needed")]
    TooSmall {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// Nothing stands out from the background.
    #[error(
        "no object found: nothing stands out from the background; use a picture of one part on a plain light ground"
    )]
    NoObject,
    /// The border is not plain.
    #[error(
        "the background is not plain; use a picture of one part, not cut off, on a plain light ground"
    )]
    BusyBackground,
    /// Something is there, but no program of this version explains it.
    #[error(
        "the picture shows something that one sketch and one extrude do not explain (best score {score:.2}); use a picture of one extruded part from the standard camera"
    )]
    NotExplained {
        /// The best candidate's score.
        score: f64,
    },
    /// The caller lost interest.
    #[error("the reconstruction was cancelled")]
    Cancelled,
}
