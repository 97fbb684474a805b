//! Decoded pixels as pictures: sRGB in [0, 1], what is transparent shows white.

use image::{DynamicImage, ImageBuffer, Pixel};

use crate::{ColorPicture, Picture};

/// Grey values of an image.
pub(super) fn grey(image: &DynamicImage) -> Picture {
    let luma = image
        .to_luma_alpha32f()
        .pixels()
        .map(|pixel| {
            let [luma, alpha] = pixel.0;
            (luma * alpha + 1.0 - alpha).clamp(0.0, 1.0)
        })
        .collect();
    Picture {
        width: image.width() as usize,
        height: image.height() as usize,
        luma,
    }
}

/// Colours of an image. The usual pixel types go without an intermediate image of floats, which
/// would take a gigabyte for the largest pictures.
pub(super) fn color(image: &DynamicImage) -> ColorPicture {
    let (byte, word) = (f32::from(u8::MAX), f32::from(u16::MAX));
    match image {
        DynamicImage::ImageLuma8(pixels) => planes(pixels, byte),
        DynamicImage::ImageLumaA8(pixels) => planes(pixels, byte),
        DynamicImage::ImageRgb8(pixels) => planes(pixels, byte),
        DynamicImage::ImageRgba8(pixels) => planes(pixels, byte),
        DynamicImage::ImageLuma16(pixels) => planes(pixels, word),
        DynamicImage::ImageLumaA16(pixels) => planes(pixels, word),
        DynamicImage::ImageRgb16(pixels) => planes(pixels, word),
        DynamicImage::ImageRgba16(pixels) => planes(pixels, word),
        DynamicImage::ImageRgba32F(pixels) => planes(pixels, 1.0),
        other => planes(&other.to_rgba32f(), 1.0),
    }
}

/// The planes of an image whose samples reach from 0 to `full`.
fn planes<P>(image: &ImageBuffer<P, Vec<P::Subpixel>>, full: f32) -> ColorPicture
where
    P: Pixel,
    f32: From<P::Subpixel>,
{
    let (width, height) = (image.width() as usize, image.height() as usize);
    let mut planes: [Vec<f32>; 3] = std::array::from_fn(|_| Vec::with_capacity(width * height));
    for pixel in image.pixels() {
        let [red, green, blue, alpha] = pixel.to_rgba().0.map(|sample| f32::from(sample) / full);
        for (plane, value) in planes.iter_mut().zip([red, green, blue]) {
            plane.push((value * alpha + 1.0 - alpha).clamp(0.0, 1.0));
        }
    }
    ColorPicture {
        planes: planes.map(|luma| Picture {
            width,
            height,
            luma,
        }),
    }
}
