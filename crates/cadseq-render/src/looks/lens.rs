//! What a camera and the way of a picture to us do to it, in colour.

use image::ExtendedColorType;
use rand::Rng;

use crate::ColorPicture;
use crate::degrade::{blur, jpeg_round_trip};

use super::noise::Grain;
use super::tone::{encode, log_uniform};

/// The numbers of a lens, a sensor and a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lens {
    /// Mean linear light that exposure aims at; 0 leaves the light as it is.
    pub exposure: f32,
    /// Factors of red, green and blue.
    pub white_balance: [f32; 3],
    /// How much darker the corners are.
    pub vignette: f32,
    /// Deviation of the blur, in pixels of a picture of 128.
    pub blur_px: f32,
    /// Length and direction of a motion blur, in pixels of a picture of 128.
    pub motion_px: [f32; 2],
    /// Strength of the S of the tone curve.
    pub contrast: f32,
    /// Black is lifted by this.
    pub haze: f32,
    /// 1 leaves colours, 0 makes grey.
    pub saturation: f32,
    /// Strength of sharpening.
    pub sharpening: f32,
    /// Deviation of noise in the dark and in the light, in sRGB values.
    pub noise: [f32; 2],
    /// Share of the noise that is of one colour.
    pub grey_noise: f32,
    /// JPEG quality, if any.
    pub jpeg_quality: Option<u8>,
    pub seed: u32,
}

impl Lens {
    /// A phone or a camera, good or bad.
    pub(crate) fn of_photo(rng: &mut impl Rng) -> Self {
        let warm = rng.random_range(-0.22..0.22_f32);
        let tint = rng.random_range(-0.06..0.06_f32);
        let noise = if rng.random_bool(0.3) {
            0.0
        } else {
            log_uniform(0.003, 0.05, rng)
        };
        let is_grey = rng.random_bool(0.04);
        Self {
            exposure: log_uniform(0.1, 0.5, rng),
            white_balance: [1.0 + warm, 1.0 + tint, 1.0 - warm],
            vignette: if rng.random() {
                0.0
            } else {
                rng.random_range(0.0..0.55)
            },
            blur_px: match rng.random::<f32>() {
                chance if chance < 0.35 => 0.0,
                chance if chance < 0.85 => rng.random_range(0.2..0.8),
                _ => rng.random_range(0.8..1.7),
            },
            motion_px: if rng.random_bool(0.08) {
                [rng.random_range(-3.0..3.0), rng.random_range(-3.0..3.0)]
            } else {
                [0.0; 2]
            },
            contrast: rng.random_range(-0.2..0.6),
            haze: if rng.random_bool(0.2) {
                rng.random_range(0.0..0.15)
            } else {
                0.0
            },
            saturation: if is_grey {
                0.0
            } else {
                rng.random_range(0.6..1.3)
            },
            sharpening: if rng.random_bool(0.4) {
                rng.random_range(0.2..1.2)
            } else {
                0.0
            },
            noise: [noise, noise * rng.random_range(0.3..1.2)],
            grey_noise: rng.random(),
            jpeg_quality: rng.random_bool(0.6).then(|| rng.random_range(35..96)),
            seed: rng.random(),
        }
    }

    /// The way of a screenshot or a scan: mostly clean.
    pub(crate) fn of_screen(rng: &mut impl Rng) -> Self {
        let is_clean = rng.random_bool(0.55);
        let noise = if is_clean || rng.random() {
            0.0
        } else {
            rng.random_range(0.0..0.025)
        };
        Self {
            exposure: 0.0,
            white_balance: [1.0; 3],
            vignette: 0.0,
            blur_px: match rng.random::<f32>() {
                chance if chance < 0.6 => 0.0,
                chance if chance < 0.92 => rng.random_range(0.2..0.7),
                _ => rng.random_range(0.7..1.3),
            },
            motion_px: [0.0; 2],
            contrast: if is_clean {
                0.0
            } else {
                rng.random_range(-0.2..0.3)
            },
            haze: 0.0,
            saturation: if rng.random_bool(0.06) { 0.0 } else { 1.0 },
            sharpening: if rng.random_bool(0.12) {
                rng.random_range(0.2..0.8)
            } else {
                0.0
            },
            noise: [noise; 2],
            grey_noise: 0.8,
            jpeg_quality: (!is_clean && rng.random()).then(|| rng.random_range(30..95)),
            seed: rng.random(),
        }
    }

    /// Exposes a picture of linear light and sends it through lens, sensor and file.
    pub(crate) fn expose(&self, mut light: ColorPicture) -> ColorPicture {
        let (width, height) = (light.width(), light.height());
        let mut gain = 1.0;
        if self.exposure > 0.0 {
            let green = &light.planes[1].luma;
            let red = &light.planes[0].luma;
            let sum: f32 = green.iter().zip(red).map(|(g, r)| 0.7 * g + 0.3 * r).sum();
            let mean = sum / green.len() as f32;
            gain = (self.exposure / mean.max(1e-4)).clamp(0.2, 6.0);
        }
        for (channel, plane) in light.planes.iter_mut().enumerate() {
            let factor = gain * self.white_balance[channel];
            for (index, value) in plane.luma.iter_mut().enumerate() {
                let (x, y) = (index % width, index / width);
                let u = (x as f32 + 0.5) / width as f32 - 0.5;
                let v = (y as f32 + 0.5) / height as f32 - 0.5;
                *value *= factor * (1.0 - self.vignette * (u * u + v * v) * 2.0);
            }
        }
        self.blur(&mut light);
        for plane in &mut light.planes {
            for value in &mut plane.luma {
                *value = encode(*value);
            }
        }
        self.finish(light)
    }

    /// Sends an encoded picture through lens and file, without exposing it.
    pub(crate) fn scan(&self, mut picture: ColorPicture) -> ColorPicture {
        self.blur(&mut picture);
        self.finish(picture)
    }

    fn blur(&self, picture: &mut ColorPicture) {
        let scale = picture.width() as f32 / 128.0;
        for plane in &mut picture.planes {
            if self.blur_px > 0.0 {
                *plane = blur(plane, self.blur_px * scale);
            }
            let [dx, dy] = self.motion_px.map(|length| length * scale);
            if dx != 0.0 || dy != 0.0 {
                let source = plane.clone();
                for (index, value) in plane.luma.iter_mut().enumerate() {
                    let x = (index % source.width) as f64 + 0.5;
                    let y = (index / source.width) as f64 + 0.5;
                    let sum: f32 = [-0.5, -0.25, 0.0, 0.25, 0.5]
                        .iter()
                        .map(|t| source.sample(x + t * f64::from(dx), y + t * f64::from(dy)))
                        .sum();
                    *value = sum / 5.0;
                }
            }
        }
    }

    /// Tones, colours, sharpening, noise and JPEG of an encoded picture.
    fn finish(&self, mut picture: ColorPicture) -> ColorPicture {
        let curve = |value: f32| {
            let value = value.clamp(0.0, 1.0);
            let bent = value * value * (3.0 - 2.0 * value);
            let value = value + (bent - value) * self.contrast;
            self.haze + (1.0 - self.haze) * value
        };
        let mut grain = Grain::new(self.seed);
        let noisy = self.noise[0] > 0.0 || self.noise[1] > 0.0;
        let [red, green, blue] = &mut picture.planes;
        if self.sharpening > 0.0 {
            for plane in [&mut *red, &mut *green, &mut *blue] {
                let soft = blur(plane, 0.8);
                for (value, soft) in plane.luma.iter_mut().zip(&soft.luma) {
                    *value += (*value - soft) * self.sharpening;
                }
            }
        }
        for ((r, g), b) in red.luma.iter_mut().zip(&mut green.luma).zip(&mut blue.luma) {
            let mut color = [curve(*r), curve(*g), curve(*b)];
            let grey = 0.3 * color[0] + 0.6 * color[1] + 0.1 * color[2];
            color = color.map(|value| grey + (value - grey) * self.saturation);
            if noisy {
                let deviation = self.noise[0] + (self.noise[1] - self.noise[0]) * grey;
                let shared = grain.normal() * self.grey_noise;
                color = color.map(|value| {
                    value + deviation * (shared + grain.normal() * (1.0 - self.grey_noise))
                });
            }
            [*r, *g, *b] = color.map(|value| value.clamp(0.0, 1.0));
        }
        match self.jpeg_quality {
            Some(quality) => through_jpeg(&picture, quality),
            None => picture,
        }
    }
}

fn through_jpeg(picture: &ColorPicture, quality: u8) -> ColorPicture {
    let size = [picture.width(), picture.height()];
    let decoded = jpeg_round_trip(&picture.to_rgb8(), size, ExtendedColorType::Rgb8, quality);
    let bytes = decoded.into_rgb8().into_raw();
    let mut result = picture.clone();
    for (index, color) in bytes.chunks_exact(3).enumerate() {
        for (plane, &value) in result.planes.iter_mut().zip(color) {
            plane.luma[index] = f32::from(value) / 255.0;
        }
    }
    result
}
