//! Why bytes are not a picture.

use std::error::Error;
use std::io;

use image::ImageError;
use thiserror::Error;

use super::MAX_PIXELS;

/// Why bytes are not a picture.
#[derive(Debug, Error)]
pub enum CodecError {
    /// Nothing there.
    #[error("the file is empty")]
    Empty,
    /// The bytes start like nothing that is known here.
    #[error(
        "this is not a PNG, JPEG, HEIC, GIF, WebP, BMP or TIFF picture; convert it to PNG first"
    )]
    UnknownFormat,
    /// A file of another kind.
    #[error("this is {seen}, not a picture; convert it to PNG first")]
    NotAPicture {
        /// What it is, with its article.
        seen: &'static str,
    },
    /// A picture in a format that is known by name only.
    #[error("this is {seen}, which is not read; convert it to PNG or JPEG first")]
    NotRead {
        /// What it is, with its article.
        seen: &'static str,
    },
    /// The picture is too large to decode safely.
    #[error(
        "the picture has {width} x {height} pixels, above the limit of {MAX_PIXELS}; make it smaller first"
    )]
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The picture claims a size whose parts alone would fill the memory.
    #[error("the picture is far above the limit of {MAX_PIXELS} pixels; make it smaller first")]
    TooMuchMemory,
    /// The bytes stop before the picture does.
    #[error("the picture is damaged: it ends early; copy or save it again")]
    EndsEarly,
    /// The format is known but the data is damaged.
    #[error("the picture is damaged or of an unusual kind ({}); save it again as PNG", one_line(.0))]
    Damaged(#[source] ImageError),
    /// The same of a HEIC picture.
    #[error("the HEIC picture is damaged or of an unusual kind ({}); save it again as PNG", one_line(.0))]
    DamagedHeic(#[source] heifer::Error),
}

impl From<ImageError> for CodecError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooMuchMemory,
            error if ends_early(&error) => Self::EndsEarly,
            error => Self::Damaged(error),
        }
    }
}

impl From<heifer::Error> for CodecError {
    fn from(error: heifer::Error) -> Self {
        use heifer::heifer_isobmff::Error::UnexpectedEof;
        match error {
            heifer::Error::Container(UnexpectedEof) => Self::EndsEarly,
            error => Self::DamagedHeic(error),
        }
    }
}

impl From<heifer::heifer_isobmff::Error> for CodecError {
    fn from(error: heifer::heifer_isobmff::Error) -> Self {
        heifer::Error::Container(error).into()
    }
}

/// Whether a decoder asked for more bytes than there are. The PNG decoder does not hand on what went wrong below it, only
/// its words.
fn ends_early(error: &(dyn Error + 'static)) -> bool {
    let words = io::Error::from(io::ErrorKind::UnexpectedEof).to_string();
    std::iter::successors(Some(error), |&error| error.source()).any(|error| {
        let cause = error.downcast_ref::<io::Error>();
        cause.is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof)
            || error.to_string() == words
    })
}

/// The decoder's words without their line breaks.
fn one_line(error: &impl ToString) -> String {
    let text = error.to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
