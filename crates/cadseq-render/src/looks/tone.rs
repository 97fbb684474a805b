//! Light and its encoding: sRGB both ways by tables, colours at random.

use std::sync::LazyLock;

use rand::Rng;

use crate::style::srgb_from_linear;

/// Entries of the tables; between them values run straight.
const ENTRIES: usize = 1024;

/// sRGB over the square root of linear light, which is nearly straight.
static ENCODED: LazyLock<Vec<f32>> = LazyLock::new(|| {
    (0..=ENTRIES + 1)
        .map(|index| {
            let root = index as f32 / ENTRIES as f32;
            srgb_from_linear(root * root)
        })
        .collect()
});

/// Linear light over sRGB.
static DECODED: LazyLock<Vec<f32>> = LazyLock::new(|| {
    (0..=ENTRIES + 1)
        .map(|index| {
            let encoded = index as f32 / ENTRIES as f32;
            if encoded <= 0.040_45 {
                encoded / 12.92
            } else {
                libm::powf((encoded + 0.055) / 1.055, 2.4)
            }
        })
        .collect()
});

fn interpolated(table: &[f32], at: f32) -> f32 {
    let place = at.clamp(0.0, 1.0) * ENTRIES as f32;
    let index = place as usize;
    let fraction = place - index as f32;
    table[index] + (table[index + 1] - table[index]) * fraction
}

/// The sRGB value of linear light, both in [0, 1].
pub(crate) fn encode(linear: f32) -> f32 {
    interpolated(&ENCODED, linear.max(0.0).sqrt())
}

/// The linear light of an sRGB value, both in [0, 1].
pub(crate) fn decode(encoded: f32) -> f32 {
    interpolated(&DECODED, encoded)
}

/// A colour, as red, green and blue.
pub(crate) type Color = [f32; 3];

/// `a` where `share` is 0, `b` where it is 1.
pub(crate) fn mix(a: Color, b: Color, share: f32) -> Color {
    std::array::from_fn(|channel| a[channel] + (b[channel] - a[channel]) * share)
}

/// A colour with all channels multiplied.
pub(crate) fn scaled(color: Color, factor: f32) -> Color {
    color.map(|value| value * factor)
}

/// Two colours multiplied, as light and reflectance are.
pub(crate) fn product(a: Color, b: Color) -> Color {
    std::array::from_fn(|channel| a[channel] * b[channel])
}

/// Rec. 709 luma.
pub(crate) fn luma(color: Color) -> f32 {
    0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
}

/// The sRGB colour of a hue in [0, 1), a saturation and a value in [0, 1].
pub(crate) fn from_hue(hue: f32, saturation: f32, value: f32) -> Color {
    [5.0, 3.0, 1.0].map(|offset: f32| {
        let k = (offset + hue * 6.0) % 6.0;
        value - value * saturation * k.min(4.0 - k).clamp(0.0, 1.0)
    })
}

/// Colours of grounds: greys and pale colours far more often than the rest.
pub(crate) fn random_ground_color(rng: &mut impl Rng) -> Color {
    let hue = rng.random::<f32>();
    match rng.random::<f32>() {
        chance if chance < 0.2 => from_hue(
            hue,
            rng.random_range(0.0..0.08),
            rng.random_range(0.85..1.0),
        ),
        chance if chance < 0.55 => {
            from_hue(hue, rng.random_range(0.0..0.2), rng.random_range(0.15..0.9))
        }
        chance if chance < 0.65 => from_hue(
            hue,
            rng.random_range(0.0..0.3),
            rng.random_range(0.02..0.15),
        ),
        // Woods, cardboard, skin, sand.
        chance if chance < 0.75 => from_hue(
            rng.random_range(0.04..0.13),
            rng.random_range(0.2..0.6),
            rng.random_range(0.3..0.95),
        ),
        _ => random_color(rng),
    }
}

/// Any colour that things have, in sRGB: greys, whites and blacks, then all hues.
pub(crate) fn random_color(rng: &mut impl Rng) -> Color {
    let hue = rng.random::<f32>();
    match rng.random::<f32>() {
        chance if chance < 0.13 => from_hue(
            hue,
            rng.random_range(0.0..0.06),
            rng.random_range(0.85..1.0),
        ),
        chance if chance < 0.26 => from_hue(
            hue,
            rng.random_range(0.0..0.25),
            rng.random_range(0.05..0.25),
        ),
        chance if chance < 0.48 => from_hue(
            hue,
            rng.random_range(0.0..0.12),
            rng.random_range(0.25..0.85),
        ),
        chance if chance < 0.65 => from_hue(
            hue,
            rng.random_range(0.15..0.5),
            rng.random_range(0.2..0.95),
        ),
        _ => from_hue(hue, rng.random_range(0.5..1.0), rng.random_range(0.25..1.0)),
    }
}

/// A number whose logarithm is uniform.
pub(crate) fn log_uniform(low: f32, high: f32, rng: &mut impl Rng) -> f32 {
    low * libm::powf(high / low, rng.random::<f32>())
}
