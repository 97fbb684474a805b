//! Pictures that show no part.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use cadseq_program::Plane;
use cadseq_reconstruct::ReconstructError;
use cadseq_render::{Picture, StyleName};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::shown::{cylinder, picture, reconstruct};

fn drawn(size: usize, mut luma: impl FnMut(usize, usize) -> f32) -> Picture {
    let pixels = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    Picture {
        width: size,
        height: size,
        luma: pixels.map(|(x, y)| luma(x, y)).collect(),
    }
}

fn refusal(picture: &Picture) -> ReconstructError {
    reconstruct(picture).expect_err("no part to be seen")
}

#[test]
fn blank_picture_has_no_object() {
    for luma in [0.0, 0.5, 1.0] {
        let error = refusal(&Picture::filled(512, 512, luma));
        assert!(matches!(error, ReconstructError::NoObject), "{error}");
    }
}

#[test]
fn noise_is_no_object() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for reach in [0.02, 0.1, 0.3] {
        let error = refusal(&drawn(256, |_, _| 1.0 - reach * rng.random::<f32>()));
        assert!(
            matches!(error, ReconstructError::NoObject),
            "{reach}: {error}"
        );
    }
}

#[test]
fn noise_from_black_to_white_is_no_background() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let error = refusal(&drawn(256, |_, _| rng.random()));
    assert!(matches!(error, ReconstructError::BusyBackground), "{error}");
}

#[test]
fn sixteen_pixels_are_too_few() {
    let error = refusal(&Picture::filled(16, 16, 1.0));
    assert!(
        matches!(
            error,
            ReconstructError::TooSmall {
                width: 16,
                height: 16
            }
        ),
        "{error}"
    );
}

#[test]
fn part_on_a_busy_background_is_refused() {
    let backgrounds: [fn(usize, usize) -> f32; 2] = [
        |x, y| [0.1, 0.4, 0.7, 1.0][(x / 8 + y / 8) % 4],
        |x, _| x as f32 / 511.0,
    ];
    let part = picture(
        &cylinder(Plane::XY, [1.5, -1.0], 4.0, 5.0),
        StyleName::Paper,
        512,
    );
    for background in backgrounds {
        let behind = drawn(512, |x, y| match part.at(x, y) {
            1.0 => background(x, y),
            luma => luma,
        });
        let error = refusal(&behind);
        assert!(matches!(error, ReconstructError::BusyBackground), "{error}");
    }
}

#[test]
fn ring_is_no_prism() {
    let ring = drawn(512, |x, y| {
        let distance = (x as f64 - 255.5).hypot(y as f64 - 255.5);
        if (120.0..150.0).contains(&distance) {
            0.4
        } else {
            1.0
        }
    });
    let error = refusal(&ring);
    assert!(
        matches!(error, ReconstructError::NotExplained { .. }),
        "{error}"
    );
}
