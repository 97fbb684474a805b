//! Noise from hashes: the same everywhere, without tables or state.

use glam::{Vec2, Vec3};

/// A well mixed word of three.
pub(crate) fn hash(x: i32, y: i32, seed: u32) -> u32 {
    let mut word = (x as u32).wrapping_mul(0x85EB_CA6B)
        ^ (y as u32).wrapping_mul(0xC2B2_AE35)
        ^ seed.wrapping_mul(0x27D4_EB2F);
    word ^= word >> 15;
    word = word.wrapping_mul(0x2C1B_3C6D);
    word ^= word >> 12;
    word = word.wrapping_mul(0x297A_2D39);
    word ^ (word >> 15)
}

/// A number in [0, 1) of three words.
pub(crate) fn unit(x: i32, y: i32, seed: u32) -> f32 {
    (hash(x, y, seed) >> 8) as f32 / 16_777_216.0
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// The next whole number below and the rest; faster than `floor` where that is a call.
pub(crate) fn split(value: f32) -> (i32, f32) {
    let truncated = value as i32;
    let whole = truncated - i32::from(value < truncated as f32);
    (whole, value - whole as f32)
}

/// Smooth noise in [0, 1] with one hill or hollow per unit.
pub(crate) fn noise(at: Vec2, seed: u32) -> f32 {
    let ((x, fx), (y, fy)) = (split(at.x), split(at.y));
    let (fx, fy) = (smooth(fx), smooth(fy));
    let top = unit(x, y, seed) * (1.0 - fx) + unit(x + 1, y, seed) * fx;
    let bottom = unit(x, y + 1, seed) * (1.0 - fx) + unit(x + 1, y + 1, seed) * fx;
    top * (1.0 - fy) + bottom * fy
}

/// Smooth noise in space, in [0, 1].
pub(crate) fn noise3(at: Vec3, seed: u32) -> f32 {
    let (z, fz) = split(at.z);
    let layer = |z: i32| noise(at.truncate(), seed ^ (z as u32).wrapping_mul(0x9E37_79B9));
    let fz = smooth(fz);
    layer(z) * (1.0 - fz) + layer(z + 1) * fz
}

/// `octaves` of noise, each twice as fine and half as strong, in [0, 1].
pub(crate) fn fractal(at: Vec2, octaves: u32, seed: u32) -> f32 {
    let (mut sum, mut weight, mut total, mut at) = (0.0, 1.0, 0.0, at);
    for octave in 0..octaves {
        sum += weight * noise(at, seed.wrapping_add(octave));
        total += weight;
        weight *= 0.5;
        at = at * 2.0 + 17.3;
    }
    sum / total
}

/// A stream of numbers for noise of pixels: faster than a generator that cannot be guessed.
pub(crate) struct Grain(u32);

impl Grain {
    pub(crate) fn new(seed: u32) -> Self {
        Self(seed | 1)
    }

    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// Nearly normal, with variance 1: four bytes of one word added.
    pub(crate) fn normal(&mut self) -> f32 {
        let word = self.next();
        let sum = (word & 255) + (word >> 8 & 255) + (word >> 16 & 255) + (word >> 24);
        (sum as f32 - 510.0) * (1.0 / 147.8)
    }
}
