//! Image files in memory: decoding whatever a person has, encoding PNG.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageFormat,
    ImageReader, Limits,
};
use thiserror::Error;

use crate::Picture;

/// Most pixels of a picture that is decoded: 64 megapixels, more than any phone's default.
pub const MAX_PIXELS: u64 = 64_000_000;

/// Why bytes are no picture.
#[derive(Debug, Error)]
pub enum CodecError {
    /// Nothing there.
    #[error("the file is empty")]
    Empty,
    /// The bytes start like no image format that is read here.
    #[error("this is not a PNG, JPEG, GIF, WebP, BMP or TIFF picture; convert it to PNG first")]
    UnknownFormat,
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
    /// The format is known but the data is damaged.
    #[error("the picture is damaged or of an unusual kind ({}); save it again as PNG", one_line(.0))]
    Damaged(#[source] ImageError),
}

impl From<ImageError> for CodecError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooMuchMemory,
            error => Self::Damaged(error),
        }
    }
}

/// The decoder's words without their line breaks.
fn one_line(error: &ImageError) -> String {
    let text = error.to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Decodes a picture of any supported format to grey: the first frame of an animation, turned as its
/// EXIF orientation says, transparency over white, 16 bits kept to float precision.
///
/// # Errors
/// See [`CodecError`].
pub fn decode_picture(bytes: &[u8]) -> Result<Picture, CodecError> {
    if bytes.is_empty() {
        return Err(CodecError::Empty);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| CodecError::Damaged(error.into()))?;
    let is_read = |format: ImageFormat| format.reading_enabled();
    if !reader.format().is_some_and(is_read) {
        return Err(CodecError::UnknownFormat);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 16);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(CodecError::TooLarge { width, height });
    }
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(over_white(&image))
}

/// Grey values of an image whose transparent parts show white.
fn over_white(image: &DynamicImage) -> Picture {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let luma = image
        .to_luma_alpha32f()
        .pixels()
        .map(|pixel| {
            let [luma, alpha] = pixel.0;
            (luma * alpha + 1.0 - alpha).clamp(0.0, 1.0)
        })
        .collect();
    Picture {
        width,
        height,
        luma,
    }
}

/// The picture as an 8-bit grey PNG; fast rather than small.
pub fn encode_png(picture: &Picture) -> Vec<u8> {
    let bytes: Vec<u8> = picture
        .luma
        .iter()
        .map(|value| (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8)
        .collect();
    let (width, height) = (picture.width as u32, picture.height as u32);
    let mut encoded = Vec::new();
    PngEncoder::new_with_quality(&mut encoded, CompressionType::Fast, FilterType::Up)
        .write_image(&bytes, width, height, ExtendedColorType::L8)
        .expect("a picture in memory always encodes");
    encoded
}

/// An 8-bit RGB PNG of `rgb` (row by row, three bytes a pixel); small rather than fast.
pub fn encode_png_rgb(rgb: &[u8], width: usize, height: usize) -> Vec<u8> {
    let (width, height) = (width as u32, height as u32);
    let mut encoded = Vec::new();
    PngEncoder::new_with_quality(&mut encoded, CompressionType::Best, FilterType::Adaptive)
        .write_image(rgb, width, height, ExtendedColorType::Rgb8)
        .expect("a picture in memory always encodes");
    encoded
}
