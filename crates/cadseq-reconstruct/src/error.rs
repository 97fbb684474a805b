//! Why a picture gives no program.

use thiserror::Error;

use crate::SeeError;

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
    /// No part is seen.
    #[error(transparent)]
    NotSeen(#[from] SeeError),
    /// A part is seen, but what was made of it does not look like it.
    #[error(
        "a part is seen, but no program was found that looks like it (best agreement {agreement:.2}); use a sharper \
         picture, or one from another side"
    )]
    Unlike {
        /// The best agreement with what is seen.
        agreement: f64,
    },
    /// The caller lost interest.
    #[error("the reconstruction was cancelled")]
    Cancelled,
}
