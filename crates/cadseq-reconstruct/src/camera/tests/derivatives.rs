//! Derivatives against finite differences.

use glam::{DVec2, DVec3, DVec4};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::scene::{Noise, Scene, mesh_of};
use crate::camera::explanation::misalignment;
use crate::camera::frame::turned;
use crate::camera::likelihood::{Axes, Evidence, State};
use crate::camera::{Directions, LineSegment, isometric_rotation};

/// The program of a plate with slots.
const PLATE: &str = include_str!("../../../../../examples/parts/slotted-plate.cad");

#[test]
fn misalignment_has_the_derivative_that_it_says() {
    let segment = LineSegment {
        ends: [DVec2::new(120.0, -80.0), DVec2::new(150.0, 30.0)],
        straightness: 1.0,
        weight: 1.0,
        error_px: 0.7,
    };
    let state = State {
        rotation: isometric_rotation(),
        inverse_focal: 1.0 / 500.0,
    };
    for axis in 0..3 {
        let value = |step: DVec4| {
            let moved = state.moved(step);
            misalignment(&segment, moved.rotation.col(axis), moved.inverse_focal).0
        };
        let (_, derivative) = misalignment(&segment, state.rotation.col(axis), state.inverse_focal);
        check(value, derivative, 1e-7);
    }
}

#[test]
fn the_cost_has_the_gradient_that_it_says() {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let noise = Noise {
        face_deg: 3.0,
        pixel_deg: 5.0,
        end_px: 0.5,
        outliers: 0.3,
    };
    let scene = Scene::new(
        mesh_of(PLATE),
        turned(isometric_rotation(), DVec3::new(0.1, 0.2, -0.1)),
        Some(45.0),
        [640, 480],
        DVec2::new(60.0, -40.0),
        0.8,
    );
    let maps = scene.maps(noise, &mut rng);
    let directions = Directions::of(&maps);
    let lines = scene.lines(noise, &mut rng);
    assert!(!lines.curves.is_empty(), "rounded corners");
    let evidence = Evidence {
        lines: &lines,
        directions: &directions,
        framing: scene.framing,
        log_focal: (6.0, 0.5),
    };
    let state = State {
        rotation: turned(scene.rotation(), DVec3::new(0.01, -0.02, 0.015)),
        inverse_focal: 1.0 / 550.0,
    };
    for axes in [Axes::Three, Axes::One] {
        for blur_rad in [0.0, 0.05] {
            let value = |step: DVec4| evidence.assess(&state.moved(step), axes, blur_rad).cost;
            let gradient = evidence.assess(&state, axes, blur_rad).gradient;
            check(value, gradient, 1e-4 * gradient.length());
        }
    }
}

/// Central differences of `value` about zero against its `derivative`.
fn check(value: impl Fn(DVec4) -> f64, derivative: DVec4, tolerance: f64) {
    const STEP: f64 = 1e-6;
    for (index, unit) in DVec4::AXES.into_iter().enumerate() {
        let numeric = (value(unit * STEP) - value(-unit * STEP)) / (2.0 * STEP);
        let difference = (numeric - derivative[index]).abs();
        assert!(
            difference < tolerance.max(1e-7),
            "{index}: {numeric} {}",
            derivative[index]
        );
    }
}
