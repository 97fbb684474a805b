//! Pictures from samples, as programs and draughtsmen make them: sRGB values are averaged.

use glam::{Vec2, Vec3};
use rand::Rng;

use super::noise::unit;
use super::tone::{Color, mix, random_color, scaled};
use crate::surfaces::BodySurface;
use crate::{ColorPicture, SurfaceBuffer};

/// A picture whose pixels are the means of their samples' colours; `color(column, row, index)`.
pub(crate) fn averaged(
    buffer: &SurfaceBuffer,
    color: impl Fn(usize, usize, usize) -> Color,
) -> ColorPicture {
    let factor = buffer.supersampling;
    let (width, height) = (buffer.width / factor, buffer.height / factor);
    let mut picture = ColorPicture::filled(width, height, [0.0; 3]);
    let weight = 1.0 / (factor * factor) as f32;
    for row in 0..buffer.height {
        for column in 0..buffer.width {
            let sample = color(column, row, row * buffer.width + column);
            let pixel = row / factor * width + column / factor;
            for (plane, value) in picture.planes.iter_mut().zip(sample) {
                plane.luma[pixel] += value * weight;
            }
        }
    }
    picture
}

/// The ground of a screen or a sheet, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ScreenGround {
    /// Colours at the two ends.
    pub ends: [Color; 2],
    /// Which way it runs from one colour to the other, per picture side.
    pub along: Vec2,
    /// Whether it runs from the middle outwards instead.
    pub is_radial: bool,
    /// Where in the whole screen this picture lies: share of the run at its middle and over it.
    pub middle: f32,
}

impl ScreenGround {
    /// White, grey, dark or coloured; one colour, or a gradient.
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        let first = match rng.random::<f32>() {
            chance if chance < 0.3 => [1.0; 3],
            chance if chance < 0.5 => [rng.random_range(0.6..1.0_f32); 3],
            chance if chance < 0.65 => [rng.random_range(0.0..0.35_f32); 3],
            chance if chance < 0.85 => {
                let blue = rng.random_range(0.5..1.0_f32);
                [
                    blue * rng.random_range(0.5..0.95),
                    blue * rng.random_range(0.6..1.0),
                    blue,
                ]
            }
            _ => random_color(rng),
        };
        let second = match rng.random::<f32>() {
            chance if chance < 0.5 => first,
            chance if chance < 0.7 => mix(first, [1.0; 3], rng.random_range(0.2..0.95)),
            chance if chance < 0.9 => scaled(first, rng.random_range(0.2..0.9)),
            _ => random_color(rng),
        };
        let run = rng.random_range(0.15..1.1);
        let along = match rng.random_range(0..4) {
            0 => Vec2::new(run, run * rng.random_range(-1.0..1.0)),
            1 => Vec2::NEG_Y * run,
            _ => Vec2::Y * run,
        };
        Self {
            ends: if rng.random() {
                [first, second]
            } else {
                [second, first]
            },
            along,
            is_radial: rng.random_bool(0.15),
            middle: rng.random_range(0.2..0.8),
        }
    }

    /// The colour at a place of the picture, from -0.5 to 0.5 each way.
    pub(crate) fn at(&self, place: Vec2) -> Color {
        let share = if self.is_radial {
            place.length() * 1.4
        } else {
            self.middle + self.along.dot(place)
        };
        mix(self.ends[0], self.ends[1], share.clamp(0.0, 1.0))
    }
}

/// How faces get their colours in programs and drawings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FacePaint {
    /// Colour of the part, sRGB.
    pub color: Color,
    /// How much faces differ in brightness, each by itself.
    pub uneven: f32,
    /// Whether each face has a colour of its own.
    pub is_motley: bool,
    pub seed: u32,
}

impl FacePaint {
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        Self {
            color: random_color(rng),
            uneven: if rng.random_bool(0.06) { 0.3 } else { 0.0 },
            is_motley: rng.random_bool(0.04),
            seed: rng.random(),
        }
    }

    pub(crate) fn of(&self, face: u32) -> Color {
        let random = |key: u32| unit(face as i32, 11, self.seed ^ key);
        if self.is_motley {
            return [random(1), random(2), random(3)];
        }
        scaled(self.color, 1.0 - self.uneven * random(4))
    }
}

/// Three lights that stand still before the camera, and light from everywhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HeadLights {
    /// Unit directions to the lights in the camera's frame, with their strengths.
    pub lights: [(Vec3, f32); 3],
    pub ambient: f32,
    /// Strength of the highlight, and how often it is squared.
    pub shine: (f32, u32),
}

impl HeadLights {
    /// A lamp at the camera, a lamp over a shoulder, or three lamps.
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        let mut light = |reach: f32, strength: f32| {
            let toward = Vec3::new(
                rng.random_range(-reach..=reach),
                rng.random_range(-reach..=reach * 0.4),
                -1.0,
            );
            (toward.normalize(), strength)
        };
        let none = (Vec3::NEG_Z, 0.0);
        let lamps = [
            light(0.0, 1.0),
            light(1.2, 1.0),
            light(2.0, 0.5),
            light(2.0, 0.35),
        ];
        let ambient = rng.random_range(0.1..0.75_f32);
        let mut lights = match rng.random_range(0..3) {
            0 => [lamps[0], none, none],
            1 => [lamps[1], none, none],
            _ => [lamps[1], lamps[2], lamps[3]],
        };
        let strength = (1.0 - ambient) * rng.random_range(0.7..1.2);
        for light in &mut lights {
            light.1 *= strength;
        }
        Self {
            lights,
            ambient,
            shine: if rng.random_bool(0.6) {
                (0.0, 4)
            } else {
                (rng.random_range(0.1..0.7), rng.random_range(3..7))
            },
        }
    }

    /// Brightness and highlight of a face with this normal.
    pub(crate) fn shade(&self, normal: Vec3) -> (f32, f32) {
        let mut shade = self.ambient;
        let mut highlight = 0.0;
        for (toward, strength) in self.lights {
            if strength == 0.0 {
                continue;
            }
            shade += strength * normal.dot(toward).max(0.0);
            if self.shine.0 > 0.0 {
                let half = (toward + Vec3::NEG_Z).normalize_or(Vec3::NEG_Z);
                let mut peak = normal.dot(half).max(0.0);
                for _ in 0..self.shine.1 {
                    peak *= peak;
                }
                highlight += peak * self.shine.0 * strength;
            }
        }
        (shade, highlight)
    }
}

/// Whether a sample lies on the line at which programs close a round face: along the axis, on the
/// side of `toward` (camera coordinates), `half_width` samples wide to each side.
pub(crate) fn is_on_closing_line(
    surface: &BodySurface,
    at: Vec3,
    toward: Vec3,
    half_width: f32,
) -> bool {
    let BodySurface::Cylinder { point, axis, .. } = *surface else {
        return false;
    };
    let side = toward - axis * axis.dot(toward);
    let out = at - point;
    let across = axis.cross(side).normalize_or_zero();
    out.dot(side) > 0.0 && out.dot(across).abs() < half_width
}
