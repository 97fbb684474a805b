//! What parts are made of, and how light comes back from it.

use glam::Vec3;
use rand::Rng;

use crate::looks::noise::{noise3, split};
use crate::looks::tone::{Color, decode, log_uniform, mix, product, random_color, scaled};

/// The numbers of a material.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Material {
    /// Linear reflectance.
    pub color: Color,
    /// Reflectance of the surface itself, straight on.
    pub gloss: f32,
    /// How often the highlight is squared: 3 is broad, 7 is a mirror's.
    pub squarings: u32,
    /// Share of metal: no light from below the surface.
    pub metal: f32,
    /// Printed layers.
    pub layers: Option<Layers>,
    /// Strength of spots and unevenness.
    pub unevenness: f32,
    /// Spots per radius.
    pub spots: f32,
    /// Strength of wood's rings.
    pub rings: f32,
    pub seed: u32,
}

/// The layers of a printed part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Layers {
    /// Which of the part's axes the layers are stacked along.
    pub axis: usize,
    /// Layers per radius of the part.
    pub frequency: f32,
    /// How dark the grooves are.
    pub depth: f32,
    /// How much the normal rolls over each layer.
    pub roll: f32,
}

/// The lights of a scene, in camera coordinates.
pub(crate) struct Lights {
    /// Unit direction to the key light.
    pub key: Vec3,
    pub key_color: Color,
    /// How far the key light reaches around: a large light lights what turns a little away.
    pub wrap: f32,
    pub fill: Vec3,
    pub fill_color: Color,
    pub up: Vec3,
    pub sky: Color,
    /// Light from below, off the table.
    pub bounce: Color,
    /// Brightness of bands in what glossy parts mirror.
    pub bands: f32,
}

/// What one sample shows.
pub(crate) struct Spot {
    /// In the part's own axes, from its middle, in radii.
    pub in_part: Vec3,
    pub normal: Vec3,
    /// Size of a sample there, in radii.
    pub footprint: f32,
    /// Share of the key light that arrives.
    pub lit: f32,
    /// Share of the sky that is seen.
    pub open: f32,
}

impl Material {
    /// Plastics, painted and bare metals, wood, in any colour.
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        let metal = if rng.random_bool(0.2) {
            rng.random_range(0.4..1.0)
        } else {
            0.0
        };
        let color = if metal > 0.0 && rng.random_bool(0.8) {
            let grey = rng.random_range(0.35..0.85);
            let warm = rng.random_range(-0.04..0.12_f32);
            [grey + warm, grey + 0.3 * warm, grey - warm].map(|value| decode(value.clamp(0.0, 1.0)))
        } else {
            random_color(rng).map(|value| decode(value).clamp(0.012, 0.92))
        };
        let is_printed = metal == 0.0 && rng.random_bool(0.4);
        let layers = is_printed.then(|| Layers {
            axis: if rng.random_bool(0.6) {
                2
            } else {
                rng.random_range(0..3)
            },
            frequency: log_uniform(8.0, 70.0, rng),
            depth: rng.random_range(0.0..0.45),
            roll: rng.random_range(0.0..0.5),
        });
        Self {
            color,
            gloss: if rng.random_bool(0.35) {
                0.0
            } else {
                log_uniform(0.02, 0.16, rng)
            },
            squarings: rng.random_range(2..8),
            metal,
            layers,
            unevenness: if rng.random() {
                0.0
            } else {
                rng.random_range(0.0..0.35)
            },
            spots: log_uniform(1.5, 30.0, rng),
            rings: if rng.random_bool(0.05) {
                rng.random_range(0.2..0.6)
            } else {
                0.0
            },
            seed: rng.random(),
        }
    }

    /// The light that a sample sends to the camera, which looks along `view` (unit).
    pub(crate) fn shade(
        &self,
        spot: &Spot,
        view: Vec3,
        lights: &Lights,
        axes: &[Vec3; 3],
    ) -> Color {
        let (mut normal, mut shade) = (spot.normal, 1.0);
        if let Some(layers) = &self.layers {
            (normal, shade) = layers.bend(spot, axes[layers.axis], axes);
        }
        if self.unevenness > 0.0 {
            let spots = noise3(spot.in_part * self.spots, self.seed);
            let sharp = (1.2 - self.spots * spot.footprint).clamp(0.0, 1.0);
            shade *= 1.0 + self.unevenness * sharp * (spots - 0.5);
        }
        let mut color = scaled(self.color, shade);
        if self.rings > 0.0 {
            let at = spot.in_part * Vec3::new(9.0, 9.0, 1.0);
            let ring = split(at.truncate().length() + noise3(at * 0.4, self.seed)).1;
            color = scaled(color, 1.0 - self.rings * ring);
        }
        let facing = normal.dot(lights.key);
        let direct = ((facing + lights.wrap) / (1.0 + lights.wrap)).max(0.0) * spot.lit;
        let filled = normal.dot(lights.fill).max(0.0) * spot.open;
        let above = 0.5 + 0.5 * normal.dot(lights.up);
        let around = scaled(mix(lights.bounce, lights.sky, above), spot.open);
        let diffuse: Color = std::array::from_fn(|c| {
            lights.key_color[c] * direct + lights.fill_color[c] * filled + around[c]
        });
        let matte = scaled(product(color, diffuse), 1.0 - 0.9 * self.metal);
        if self.gloss == 0.0 && self.metal == 0.0 {
            return matte;
        }
        let shine = self.shine(normal, view, spot, lights);
        let tint = mix([1.0; 3], self.color, self.metal);
        std::array::from_fn(|c| matte[c] + tint[c] * shine[c])
    }

    /// Highlights and what the surface mirrors of a room of sky, floor and a few bands.
    fn shine(&self, normal: Vec3, view: Vec3, spot: &Spot, lights: &Lights) -> Color {
        let against = (-view.dot(normal)).clamp(0.0, 1.0);
        let graze = 1.0 - against;
        let graze = graze * graze * graze * graze * graze;
        let straight = self.gloss + (0.75 - self.gloss).max(0.0) * self.metal;
        let fresnel = straight + (1.0 - straight) * graze * 0.6;
        let half = (lights.key - view).normalize_or_zero();
        let mut peak = normal.dot(half).max(0.0);
        let mut sharpness = 1.0;
        for _ in 0..self.squarings {
            peak *= peak;
            sharpness *= 2.0;
        }
        let highlight = peak * (sharpness + 8.0) / 25.0 * spot.lit;
        let mirrored = view - normal * (2.0 * view.dot(normal));
        let height = mirrored.dot(lights.up);
        let mut room = mix(
            lights.bounce,
            lights.sky,
            (0.5 + 1.5 * height).clamp(0.0, 1.0),
        );
        if lights.bands > 0.0 {
            let band = split(height * 2.3 + mirrored.x * 1.7).1;
            let band = (1.0 - (band * 2.0 - 1.0).abs() * 2.2).clamp(-0.6, 1.0);
            room = scaled(room, (1.0 + lights.bands * band).max(0.1));
        }
        std::array::from_fn(|c| fresnel * (room[c] * spot.open + lights.key_color[c] * highlight))
    }
}

impl Layers {
    /// The normal and the shade of a sample between two layers, or on a layer's tracks.
    fn bend(&self, spot: &Spot, axis: Vec3, axes: &[Vec3; 3]) -> (Vec3, f32) {
        let flat = spot.normal.dot(axis).abs() > 0.93;
        // On top, tracks run diagonally and are wider than layers are high.
        let (place, direction) = if flat {
            let other = axes[(self.axis + 1) % 3];
            let (a, b) = (
                spot.in_part[(self.axis + 1) % 3],
                spot.in_part[(self.axis + 2) % 3],
            );
            ((a + b) * 0.45, other)
        } else {
            (spot.in_part[self.axis], axis)
        };
        let sharp = (1.5 - 2.2 * spot.footprint * self.frequency).clamp(0.0, 1.0);
        if sharp == 0.0 {
            return (spot.normal, 1.0);
        }
        let phase = split(place * self.frequency).1 * 2.0 - 1.0;
        let strength = sharp * if flat { 0.5 } else { 1.0 };
        let groove = phase * phase;
        let bent = spot.normal + direction * (phase * self.roll * strength);
        let normal = bent.normalize_or(spot.normal);
        (normal, 1.0 - self.depth * strength * groove * groove)
    }
}
