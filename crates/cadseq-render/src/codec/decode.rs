//! Bytes to upright pixels.

use std::borrow::Cow;
use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::signature::{self, Kind};
use super::{CodecError, MAX_PIXELS, heic, jpeg};

/// A decoded file.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// Its pixels, upright.
    pub(super) image: DynamicImage,
    /// Its EXIF data: a TIFF structure.
    pub(super) exif: Option<Cow<'a, [u8]>>,
}

/// Decodes a picture of any supported format.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, CodecError> {
    match signature::kind(bytes)? {
        Kind::Raster(format) => raster(bytes, format),
        Kind::Heif => heic::decode(bytes),
    }
}

/// Decodes one of the `image` crate's formats.
fn raster(bytes: &[u8], format: ImageFormat) -> Result<Decoded<'_>, CodecError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 16);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let orientation = decoder.orientation()?;
    let exif = match format {
        // The file is such a structure itself.
        ImageFormat::Tiff => Some(Cow::Borrowed(bytes)),
        // Only decoration: without it, the picture is still one.
        _ => decoder.exif_metadata().ok().flatten().map(Cow::Owned),
    };
    let mut image = DynamicImage::from_decoder(decoder)?;
    if format == ImageFormat::Jpeg && !jpeg::is_whole(bytes) {
        return Err(CodecError::EndsEarly);
    }
    image.apply_orientation(orientation);
    Ok(Decoded { image, exif })
}

/// Refuses more pixels than [`MAX_PIXELS`].
pub(super) fn check_size(width: u32, height: u32) -> Result<(), CodecError> {
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(CodecError::TooLarge { width, height });
    }
    Ok(())
}
