//! Random looks around the style `paper`: light, tones, lines, camera errors, damage.

use cadseq_render::{Camera, Degradation, EdgeLines, Style};
use glam::DVec3;
use rand::Rng;

/// The paper's camera, in half the pictures a little off in place, target and roll.
pub fn random_camera(rng: &mut impl Rng) -> Camera {
    if rng.random_bool(0.5) {
        return Camera::paper();
    }
    let mut offset = |reach: f64| {
        DVec3::new(
            rng.random::<f64>(),
            rng.random::<f64>(),
            rng.random::<f64>(),
        ) * 2.0
            * reach
            - DVec3::splat(reach)
    };
    let position = DVec3::splat(20.0) + offset(0.3);
    let target = offset(0.1);
    let roll_rad = (rng.random::<f64>() - 0.5) * 0.02;
    Camera::look_at(position, target, DVec3::Z, roll_rad)
}

/// A style as other programs might have drawn it.
pub fn random_style(rng: &mut impl Rng, supersampling: usize) -> Style {
    let mut uniform = |low: f32, high: f32| low + (high - low) * rng.random::<f32>();
    let light = DVec3::new(
        f64::from(uniform(-0.6, 1.0)),
        f64::from(uniform(-0.6, 1.0)),
        f64::from(uniform(-0.2, 1.0)),
    );
    let (ambient, key) = (uniform(0.15, 0.8), uniform(0.2, 0.9));
    let albedo = uniform(0.2, 0.85) / (ambient + key);
    let background = if uniform(0.0, 1.0) < 0.6 {
        1.0
    } else {
        uniform(0.88, 1.0)
    };
    let edges = (uniform(0.0, 1.0) < 0.3).then(|| EdgeLines {
        width_px: uniform(0.5, 1.8),
        luma: if uniform(0.0, 1.0) < 0.7 {
            uniform(0.0, 0.2)
        } else {
            uniform(0.2, 0.5)
        },
    });
    let style = Style {
        light: light.normalize_or(DVec3::Z),
        ambient,
        key,
        albedo,
        background,
        edges,
        supersampling,
    };
    if edges.is_some() && uniform(0.0, 1.0) < 0.25 {
        Style {
            ambient: 1.0,
            key: 0.0,
            albedo: 1.0,
            ..style
        }
    } else {
        style
    }
}

/// Damage of a crop: most pictures get little.
pub fn random_degradation(rng: &mut impl Rng) -> Degradation {
    let mut chance = |probability: f64, low: f32, high: f32| {
        let amount = low + (high - low) * rng.random::<f32>();
        if rng.random_bool(probability) {
            amount
        } else {
            0.0
        }
    };
    let quality = chance(0.25, 40.0, 95.0);
    Degradation {
        blur_px: chance(0.5, 0.2, 1.3),
        noise: chance(0.4, 0.002, 0.03),
        gamma: chance(0.3, -0.3, 0.3),
        jpeg_quality: (quality > 0.0).then_some(quality as u8),
    }
}
