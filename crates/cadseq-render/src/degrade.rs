//! What cameras, scanners and web sites do to a picture: blur, noise, tone, JPEG.

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::{DynamicImage, ExtendedColorType};
use rand::Rng;

use crate::Picture;

/// How strongly a picture is degraded; zero everywhere leaves it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Degradation {
    /// Standard deviation of a Gaussian blur, in pixels.
    pub blur_px: f32,
    /// Standard deviation of the noise of each pixel, in grey values of [0, 1].
    pub noise: f32,
    /// Exponent of a tone curve less 1: 0 leaves tones alone.
    pub gamma: f32,
    /// JPEG quality in 1..=100, if the picture goes through JPEG.
    pub jpeg_quality: Option<u8>,
}

/// Degrades a picture in the order blur, tone, noise, JPEG.
///
/// Noise may take values out of [0, 1], by at most 3.5 times its deviation; JPEG cuts them off.
pub fn degrade(picture: &Picture, degradation: &Degradation, rng: &mut impl Rng) -> Picture {
    let mut result = blur(picture, degradation.blur_px);
    if degradation.gamma != 0.0 {
        for value in &mut result.luma {
            *value = libm::powf(value.clamp(0.0, 1.0), 1.0 + degradation.gamma);
        }
    }
    if degradation.noise > 0.0 {
        for value in &mut result.luma {
            *value += degradation.noise * nearly_normal(rng);
        }
    }
    match degradation.jpeg_quality {
        Some(quality) => through_jpeg(&result, quality),
        None => result,
    }
}

/// The sum of four uniform numbers, scaled to variance 1: near enough to a normal one for noise.
fn nearly_normal(rng: &mut impl Rng) -> f32 {
    let sum: f32 = (0..4).map(|_| rng.random::<f32>()).sum();
    (sum - 2.0) * 1.732
}

/// Gaussian blur, separable, borders repeated.
pub fn blur(picture: &Picture, sigma_px: f32) -> Picture {
    if sigma_px < 0.05 {
        return picture.clone();
    }
    let reach = (sigma_px * 3.0).ceil() as isize;
    let mut kernel: Vec<f32> = (-reach..=reach)
        .map(|i| libm::expf(-0.5 * (i as f32 / sigma_px).powi(2)))
        .collect();
    let total: f32 = kernel.iter().sum();
    for weight in &mut kernel {
        *weight /= total;
    }
    let (width, height) = (picture.width as isize, picture.height as isize);
    let mut rows = picture.clone();
    for y in 0..height {
        for x in 0..width {
            rows.luma[(y * width + x) as usize] = (-reach..=reach)
                .zip(&kernel)
                .map(|(i, weight)| {
                    weight * picture.luma[(y * width + (x + i).clamp(0, width - 1)) as usize]
                })
                .sum();
        }
    }
    let mut result = rows.clone();
    for y in 0..height {
        for x in 0..width {
            result.luma[(y * width + x) as usize] = (-reach..=reach)
                .zip(&kernel)
                .map(|(j, weight)| {
                    weight * rows.luma[((y + j).clamp(0, height - 1) * width + x) as usize]
                })
                .sum();
        }
    }
    result
}

fn through_jpeg(picture: &Picture, quality: u8) -> Picture {
    let size = [picture.width, picture.height];
    let decoded = jpeg_round_trip(&picture.to_grey8(), size, ExtendedColorType::L8, quality);
    let luma = decoded
        .into_luma8()
        .into_raw()
        .iter()
        .map(|&value| value as f32 / 255.0)
        .collect();
    Picture { luma, ..*picture }
}

/// Pixels of a kind, through JPEG and back.
pub(crate) fn jpeg_round_trip(
    pixels: &[u8],
    [width, height]: [usize; 2],
    kind: ExtendedColorType,
    quality: u8,
) -> DynamicImage {
    let mut encoded = Vec::new();
    JpegEncoder::new_with_quality(&mut encoded, quality)
        .encode(pixels, width as u32, height as u32, kind)
        .expect("a picture in memory always encodes");
    let decoder =
        JpegDecoder::new(std::io::Cursor::new(encoded)).expect("our own JPEG always decodes");
    DynamicImage::from_decoder(decoder).expect("our own JPEG always decodes")
}
