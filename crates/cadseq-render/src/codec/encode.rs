//! Pictures as PNG files.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::Picture;

/// The picture as an 8-bit grey PNG; fast rather than small.
pub fn encode_png(picture: &Picture) -> Vec<u8> {
    let (width, height) = (picture.width as u32, picture.height as u32);
    let mut encoded = Vec::new();
    PngEncoder::new_with_quality(&mut encoded, CompressionType::Fast, FilterType::Up)
        .write_image(&picture.to_grey8(), width, height, ExtendedColorType::L8)
        .expect("a picture in memory always encodes");
    encoded
}

/// An 8-bit RGB PNG of `rgb` (row by row, three bytes a pixel); small rather than fast.
pub fn encode_png_rgb(rgb: &[u8], width: usize, height: usize) -> Vec<u8> {
    encode_small(rgb, width, height, ExtendedColorType::Rgb8)
}

/// An 8-bit PNG with transparency of `rgba` (row by row, four bytes a pixel); small rather than fast.
pub fn encode_png_rgba(rgba: &[u8], width: usize, height: usize) -> Vec<u8> {
    encode_small(rgba, width, height, ExtendedColorType::Rgba8)
}

fn encode_small(bytes: &[u8], width: usize, height: usize, color: ExtendedColorType) -> Vec<u8> {
    let (width, height) = (width as u32, height as u32);
    let mut encoded = Vec::new();
    PngEncoder::new_with_quality(&mut encoded, CompressionType::Best, FilterType::Adaptive)
        .write_image(bytes, width, height, color)
        .expect("a picture in memory always encodes");
    encoded
}
