//! Damage is measured, bounded and the same every time.

use cadseq_program::Plane;
use cadseq_render::degrade::blur;
use cadseq_render::{Degradation, Picture, Style, View, degrade, draw};
use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::shapes::{bracket, mesh};

fn scene() -> Picture {
    draw(
        &mesh(&bracket(Plane::XZ)),
        &View::paper(64),
        &Style::paper(),
    )
}

fn damaged(picture: &Picture, degradation: &Degradation, seed: u64) -> Picture {
    degrade(picture, degradation, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

fn range(picture: &Picture) -> (f32, f32) {
    let fold = |start, pick: fn(f32, f32) -> f32| picture.luma.iter().copied().fold(start, pick);
    (fold(1.0, f32::min), fold(0.0, f32::max))
}

#[test]
fn no_damage_leaves_every_value() {
    assert_eq!(damaged(&scene(), &Degradation::default(), 1), scene());
}

#[test]
fn the_seed_decides() {
    let damage = Degradation {
        blur_px: 0.7,
        noise: 0.02,
        gamma: 0.2,
        jpeg_quality: Some(70),
    };
    let picture = scene();
    assert_eq!(damaged(&picture, &damage, 1), damaged(&picture, &damage, 1));
    assert_ne!(damaged(&picture, &damage, 1), damaged(&picture, &damage, 2));
}

#[test]
fn noise_has_the_strength_it_says() {
    let grey = Picture::filled(100, 100, 0.5);
    let noisy = damaged(
        &grey,
        &Degradation {
            noise: 0.02,
            ..Degradation::default()
        },
        7,
    );
    let offsets = || noisy.luma.iter().map(|&v| f64::from(v - 0.5));
    assert!(mean(offsets()).abs() < 0.001);
    let deviation = mean(offsets().map(|v| v * v)).sqrt();
    assert!((deviation - 0.02).abs() < 0.001, "{deviation}");
}

#[test]
fn blur_has_the_width_it_says() {
    let mut point = Picture::filled(31, 31, 0.0);
    point.luma[15 * 31 + 15] = 1.0;
    let blurred = blur(&point, 2.0);
    let total: f32 = blurred.luma.iter().sum();
    assert!((total - 1.0).abs() < 1e-4);
    let spread: f64 = (0..31 * 31)
        .map(|i| f64::from(blurred.luma[i]) * (i as f64 % 31.0 - 15.0).powi(2))
        .sum();
    assert!((spread.sqrt() - 2.0).abs() < 0.1, "{spread}");
    assert_eq!(blurred.at(12, 15), blurred.at(15, 12));
}

#[test]
fn better_jpeg_is_closer() {
    let picture = scene();
    let error = |quality| {
        let damage = Degradation {
            jpeg_quality: Some(quality),
            ..Degradation::default()
        };
        damaged(&picture, &damage, 1).mean_squared_difference(&picture)
    };
    assert!(
        error(95) < error(40) && error(95) < 1e-4,
        "{} {}",
        error(95),
        error(40)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Blur and tone keep the range; noise leaves it by at most four times half its width, and
    /// JPEG, as any file, cuts it off.
    #[test]
    fn values_stay_in_range(
        blur_px in 0.0..3.0_f32,
        gamma in -0.5..0.5_f32,
        noise in prop_oneof![Just(0.0), 0.0..0.1_f32],
        jpeg_quality in proptest::option::of(1..=100_u8),
    ) {
        let picture = scene();
        let calm = Degradation { blur_px, gamma, ..Degradation::default() };
        let (low, high) = range(&damaged(&picture, &calm, 1));
        prop_assert!(low >= 0.0 && high <= 1.0 + 1e-5, "{low} {high}");
        let noisy = damaged(&picture, &Degradation { noise, jpeg_quality, ..calm }, 1);
        let (low, high) = range(&noisy);
        let allowed = if jpeg_quality.is_some() { 0.0 } else { 3.5 * noise + 1e-5 };
        prop_assert!(low >= -allowed && high <= 1.0 + allowed, "{low} {high}");
        prop_assert_eq!((noisy.width, noisy.height), (picture.width, picture.height));
    }

    #[test]
    fn even_grey_stays_even(value in 0.0..1.0_f32, blur_px in 0.0..3.0_f32) {
        let grey = Picture::filled(9, 5, value);
        let found = blur(&grey, blur_px);
        prop_assert!(found.luma.iter().all(|v| (v - value).abs() < 1e-5));
    }
}
