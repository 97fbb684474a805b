//! HEIC, the format of phones: still pictures coded as HEVC, alone or as a grid of tiles.
//!
//! The boxes of the file say how the picture is turned; its EXIF orientation says it again for
//! programs that do not read boxes, and is ignored as the standard (ISO/IEC 23008-12) wants it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use heifer::heifer_isobmff::{FourCC, HeifFile, ItemId};
use heifer::{Image, Options};
use image::{DynamicImage, ImageBuffer};

use super::decode::{Decoded, check_size};
use super::{CodecError, MAX_PIXELS};

/// How many derivations of derivations are followed to the coded picture.
const MAX_DERIVATIONS: usize = 4;

/// Decodes the primary picture, turned and cropped as its boxes say. The decoder panics on about one in 25,000 files
/// with damaged boxes (sizes that contradict each other), so a panic is caught and reported as damage.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, CodecError> {
    catch_unwind(AssertUnwindSafe(|| decode_primary(bytes)))
        .unwrap_or_else(|_| Err(heifer::Error::Invalid("sizes contradict each other").into()))
}

fn decode_primary(bytes: &[u8]) -> Result<Decoded<'_>, CodecError> {
    let file = HeifFile::parse(bytes).map_err(|error| sequence(bytes).unwrap_or(error.into()))?;
    let coded = coded_item(&file)?;
    if let Some((width, height)) = file.image_size(file.primary_id)? {
        check_size(width, height)?;
    }
    let options = Options {
        max_pixels: MAX_PIXELS,
        ..Options::default()
    };
    let depth = file.hevc_config(coded)?;
    let image = match depth.map(|config| config.bit_depth_luma.max(config.bit_depth_chroma)) {
        Some(..=8) => bytes_of(heifer::decode_rgba8(bytes, &options)?)?,
        _ => words_of(&heifer::decode_with_options(bytes, &options)?)?,
    };
    Ok(Decoded {
        image,
        // Only decoration: without it, the picture is still one.
        exif: file.exif(file.primary_id).ok().flatten().map(Into::into),
    })
}

/// An image of 8-bit samples.
fn bytes_of(image: Image<u8>) -> Result<DynamicImage, heifer::Error> {
    let buffer = ImageBuffer::from_raw(image.width, image.height, image.data);
    checked(buffer.map(DynamicImage::ImageRgba8))
}

/// An image of deeper samples, widened to 16 bits.
fn words_of(image: &Image) -> Result<DynamicImage, heifer::Error> {
    let full = u32::from(image.max_value());
    let widen = |&sample: &u16| ((u32::from(sample) * 65_535 + full / 2) / full) as u16;
    let samples = image.data.iter().map(widen).collect();
    let buffer = ImageBuffer::from_raw(image.width, image.height, samples);
    checked(buffer.map(DynamicImage::ImageRgba16))
}

/// An image that has pixels, and a sample for each channel of each.
fn checked(image: Option<DynamicImage>) -> Result<DynamicImage, heifer::Error> {
    image
        .filter(|image| image.width() > 0 && image.height() > 0)
        .ok_or(heifer::Error::Invalid("a picture without pixels"))
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

/// The primary picture, or the first that it is derived from; what is not coded as HEVC is refused by name.
fn coded_item(file: &HeifFile<'_>) -> Result<ItemId, CodecError> {
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
                [] => return Ok(item),
            },
            _ => return Ok(item),
        };
        return Err(CodecError::NotRead { seen });
    }
    Ok(item)
}
