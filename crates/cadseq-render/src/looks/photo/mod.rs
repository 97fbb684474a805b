//! The look of a photograph: a part on a table, lights, a lens.

mod backdrop;
mod material;
mod paint;

use glam::Vec3;
use rand::Rng;

use super::lens::Lens;
use super::texture::{Pattern, Texture};
use super::tone::{Color, log_uniform};
use material::Material;

pub(crate) use paint::paint;

/// The numbers of a photograph. Angles are in the table's frame, lengths in radii of the part.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoLook {
    pub(crate) backdrop: Backdrop,
    pub(crate) material: Material,
    /// Materials of the things around, taken in turn.
    pub(crate) others: [Material; 3],
    /// How many things lie around.
    pub(crate) things: usize,
    pub(crate) key: Light,
    pub(crate) fill: Light,
    pub(crate) sky: Color,
    /// Share of the table's colour in the light from below.
    pub(crate) bounce: f32,
    pub(crate) bands: f32,
    /// Blur of the shadow on the table, in cells.
    pub(crate) shadow_blur: usize,
    /// Strength of the shadow of the sky below the part.
    pub(crate) contact: f32,
    /// Strength of the darkening of inner corners.
    pub(crate) corners: f32,
    /// Brightness of worn convex edges: above 0 bright, below dark.
    pub(crate) worn_edges: f32,
    /// Whether the part throws shadows onto itself.
    pub(crate) self_shadows: bool,
    pub(crate) lens: Lens,
}

/// A light far away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Light {
    /// Unit direction to the light, in the table's frame.
    pub toward: Vec3,
    /// Linear light at normal incidence.
    pub color: Color,
    /// Half the light's angle, as a tangent.
    pub spread: f32,
}

/// What is behind the part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Backdrop {
    /// A table; if the view reaches over its end, a wall (its distance in radii and its turn) or a room
    /// out of focus.
    Table {
        ground: Texture,
        wall: Option<(f32, f32, Texture)>,
        /// Blur of the ground and of what is behind, in pixels of a picture of 128.
        blur_px: f32,
    },
    /// A sheet that rises behind the part without an edge, of one texture.
    Sheet { ground: Texture, gradient: f32 },
    /// Something flat behind a part that is held up or cut out: no table, no shadow.
    Screen { behind: Texture, blur_px: f32 },
}

impl PhotoLook {
    /// Random numbers.
    pub fn random(rng: &mut impl Rng) -> Self {
        let key_elevation = rng.random_range(18.0..85.0);
        let strength = rng.random_range(0.3..1.3);
        let key = Light::random(key_elevation, strength, rng);
        let fill_elevation = rng.random_range(5.0..70.0);
        let fill_strength = if rng.random_bool(0.4) {
            0.0
        } else {
            rng.random_range(0.05..0.5)
        };
        let fill = Light::random(fill_elevation, fill_strength, rng);
        let sky = light_color(log_uniform(0.08, 0.8, rng), 0.25, rng);
        Self {
            backdrop: Backdrop::random(rng),
            material: Material::random(rng),
            others: std::array::from_fn(|_| Material::random(rng)),
            things: if rng.random_bool(0.3) {
                rng.random_range(1..5)
            } else {
                0
            },
            key,
            fill,
            sky,
            bounce: rng.random_range(0.2..0.9),
            bands: if rng.random() {
                0.0
            } else {
                rng.random_range(0.2..1.5)
            },
            shadow_blur: rng.random_range(0..4),
            contact: rng.random_range(0.2..0.9),
            corners: if rng.random_bool(0.35) {
                0.0
            } else {
                rng.random_range(0.2..1.2)
            },
            worn_edges: match rng.random::<f32>() {
                chance if chance < 0.7 => 0.0,
                chance if chance < 0.9 => rng.random_range(0.1..0.8),
                _ => rng.random_range(-0.6..-0.1),
            },
            self_shadows: rng.random_bool(0.85),
            lens: Lens::of_photo(rng),
        }
    }
}

impl Light {
    fn random(elevation_deg: f32, strength: f32, rng: &mut impl Rng) -> Self {
        let azimuth = rng.random_range(0.0..std::f32::consts::TAU);
        let elevation = elevation_deg.to_radians();
        let level = libm::cosf(elevation);
        Self {
            toward: Vec3::new(
                level * libm::cosf(azimuth),
                level * libm::sinf(azimuth),
                libm::sinf(elevation),
            ),
            color: light_color(strength, 0.2, rng),
            spread: if rng.random_bool(0.3) {
                0.0
            } else {
                log_uniform(0.02, 0.7, rng)
            },
        }
    }
}

fn light_color(strength: f32, tint: f32, rng: &mut impl Rng) -> Color {
    let warm = rng.random_range(-tint..tint);
    [strength * (1.0 + warm), strength, strength * (1.0 - warm)]
}

impl Backdrop {
    fn random(rng: &mut impl Rng) -> Self {
        match rng.random::<f32>() {
            chance if chance < 0.76 => Self::Table {
                ground: Texture::random(rng),
                wall: rng.random_bool(0.7).then(|| {
                    let distance = log_uniform(1.6, 9.0, rng);
                    (distance, rng.random_range(-0.6..0.6), Texture::random(rng))
                }),
                blur_px: if rng.random_bool(0.75) {
                    0.0
                } else {
                    rng.random_range(0.8..4.0)
                },
            },
            chance if chance < 0.9 => Self::Sheet {
                ground: Texture::of(
                    if rng.random_bool(0.7) {
                        Pattern::Plain
                    } else {
                        Pattern::Mottled
                    },
                    rng,
                ),
                gradient: rng.random_range(-0.4..0.4),
            },
            _ => Self::Screen {
                behind: Texture::random(rng),
                blur_px: if rng.random() {
                    0.0
                } else {
                    rng.random_range(0.5..4.0)
                },
            },
        }
    }
}
