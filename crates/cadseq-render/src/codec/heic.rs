//! HEIC, the format of phones: still pictures coded as HEVC, alone or as a grid of tiles.
//!
//! The boxes of the file say how the picture is turned; its EXIF orientation says it again for
//! programs that do not read boxes, and is ignored as the standard (ISO/IEC 23008-12) wants it.

use heifer::heifer_isobmff::{FourCC, HeifFile};
use heifer::{Image, Options};
use image::{DynamicImage, ImageBuffer};

use super::decode::{Decoded, check_size};
use super::{CodecError, MAX_PIXELS};

/// How many derivations of derivations are followed to the coded picture.
const MAX_DERIVATIONS: usize = 4;

/// Decodes the primary picture, turned and cropped as its boxes say.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, CodecError> {
    let file = HeifFile::parse(bytes).map_err(|error| sequence(bytes).unwrap_or(error.into()))?;
    check_coding(&file)?;
    if let Some((width, height)) = file.image_size(file.primary_id)? {
        check_size(width, height)?;
    }
    let options = Options {
        max_pixels: MAX_PIXELS,
        ..Options::default()
    };
    let image = heifer::decode_with_options(bytes, &options)?;
    if image.width == 0 || image.height == 0 {
        return Err(heifer::Error::Invalid("a picture without pixels").into());
    }
    Ok(Decoded {
        image: pixels(&image),
        // Only decoration: without it, the picture is still one.
        exif: file.exif(file.primary_id).ok().flatten(),
    })
}

/// Samples of the usual depth.
fn pixels(image: &Image) -> DynamicImage {
    let full = u32::from(image.max_value());
    let (width, height) = (image.width, image.height);
    let size = "a sample for each channel of each pixel";
    if image.bit_depth <= 8 {
        let samples = image.data.iter();
        let samples = samples.map(|&sample| (u32::from(sample) * 255 / full) as u8);
        let buffer = ImageBuffer::from_raw(width, height, samples.collect()).expect(size);
        return DynamicImage::ImageRgba8(buffer);
    }
    let samples = image.data.iter();
    let samples = samples.map(|&sample| ((u32::from(sample) * 65_535 + full / 2) / full) as u16);
    let buffer = ImageBuffer::from_raw(width, height, samples.collect()).expect(size);
    DynamicImage::ImageRgba16(buffer)
}

/// The name of a file that has a film and no picture of its own.
fn sequence(bytes: &[u8]) -> Option<CodecError> {
    let brand = bytes.get(8..12)?;
    let seen = match brand {
        b"hevc" | b"hevx" | b"msf1" => "a sequence of HEIC pictures",
        _ => return None,
    };
    Some(CodecError::NotRead { seen })
}

/// Refuses by name what is not coded as HEVC.
fn check_coding(file: &HeifFile<'_>) -> Result<(), CodecError> {
    let mut item = file.primary_id;
    for _ in 0..MAX_DERIVATIONS {
        let FourCC(coding) = file.item(item)?.item_type;
        let seen = match &coding {
            b"av01" => "an AVIF picture",
            b"avc1" => "a HEIF picture coded as H.264",
            b"vvc1" => "a HEIF picture coded as VVC",
            b"jpeg" => "a HEIF picture coded as JPEG",
            b"j2k1" => "a HEIF picture coded as JPEG 2000",
            b"unci" => "a HEIF picture without compression",
            b"grid" | b"iovl" | b"iden" => match file.referenced_items(item, b"dimg") {
                [first, ..] => {
                    item = *first;
                    continue;
                }
                [] => return Ok(()),
            },
            _ => return Ok(()),
        };
        return Err(CodecError::NotRead { seen });
    }
    Ok(())
}
