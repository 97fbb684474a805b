//! Picture files in memory: decoding whatever a person has, encoding PNG.
//!
//! [`decode_photo`] keeps colour and what the file says of its lens, [`decode_picture`] is grey; both
//! see the same pixels. Colours stay as the file has them: an embedded colour profile is not applied.

mod decode;
mod encode;
mod error;
mod exif;
mod heic;
mod jpeg;
mod lens;
mod over_white;
mod signature;

pub use encode::{encode_png, encode_png_rgb, encode_png_rgba};
pub use error::CodecError;
pub use lens::{Lens, LensNote};

use crate::{ColorPicture, Picture};

/// Most pixels of a picture that is decoded: 64 megapixels, more than any phone's default.
pub const MAX_PIXELS: u64 = 64_000_000;

/// A picture file: its colours and its lens.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    /// The picture, upright, transparency over white.
    pub picture: ColorPicture,
    /// The lens, where the file says it credibly.
    pub lens: Option<Lens>,
    /// Why what the file says of its lens was not used.
    pub lens_note: Option<LensNote>,
}

/// Decodes a picture of any supported format in colour: the first frame of an animation, turned as its
/// EXIF orientation (HEIC: its boxes) says, transparency over white, 16 bits kept to float precision.
///
/// # Errors
/// See [`CodecError`].
pub fn decode_photo(bytes: &[u8]) -> Result<Photo, CodecError> {
    let decoded = decode::decode(bytes)?;
    let picture = over_white::color(&decoded.image);
    let (lens, lens_note) = match decoded.exif.as_deref().map(exif::read) {
        None => (None, None),
        Some(said) => lens::judge(&said, [picture.width(), picture.height()]),
    };
    Ok(Photo {
        picture,
        lens,
        lens_note,
    })
}

/// Decodes a picture of any supported format to grey; otherwise as [`decode_photo`].
///
/// # Errors
/// See [`CodecError`].
pub fn decode_picture(bytes: &[u8]) -> Result<Picture, CodecError> {
    Ok(over_white::grey(&decode::decode(bytes)?.image))
}
