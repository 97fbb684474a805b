//! Why nothing is made of a picture.

use thiserror::Error;

/// Why a picture gives no sight of a part.
#[derive(Debug, Error, Clone, PartialEq)]
pub enum SeeError {
    /// Too few pixels.
    #[error("the picture has {width} x {height} pixels; at least 32 x 32 are needed")]
    TooSmall {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// Every pixel is the same.
    #[error("the picture is one plain {shade} area; use a picture that shows a part")]
    Plain {
        /// `black`, `white` or `grey`.
        shade: &'static str,
    },
    /// Nothing looks like a part.
    #[error(
        "no part found in the picture (the most likely place is only {percent:.0} % certain); use a \
         picture of one part"
    )]
    NoPart {
        /// Largest probability of a pixel to show a part, in percent.
        percent: f64,
    },
    /// A smaller number of parts than asked for.
    #[error("the picture shows {found} object(s); there is no object {wanted}")]
    NoSuchObject {
        /// Objects found.
        found: usize,
        /// The one asked for, counted from 1.
        wanted: usize,
    },
    /// The part leaves the picture.
    #[error(
        "the part is cut off at the {side} border of the picture; use a picture that shows all of it"
    )]
    CutOff {
        /// `left`, `right`, `upper` or `lower`.
        side: &'static str,
    },
}
