//! Random programs of the paper's template shapes, for tests: every value on the 256-level grid.

#![allow(dead_code, reason = "each user needs some of it")]

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_solid::Prism;
use glam::DVec2;
use proptest::prelude::*;

/// Scale of the paper's setting: normalized 1 is 10 units.
const SCALE: f64 = 10.0;

fn level() -> impl Strategy<Value = f64> {
    (0..256_i32).prop_map(|q| (f64::from(q) / 128.0 - 1.0) * SCALE)
}

/// Levels near the middle more often than not: small shapes, close to degenerate.
fn point() -> impl Strategy<Value = DVec2> {
    let near = (124..132_i32).prop_map(|q| (f64::from(q) / 128.0 - 1.0) * SCALE);
    prop_oneof![
        4 => (level(), level()),
        1 => (near.clone(), near),
    ]
    .prop_map(DVec2::from)
}

fn sweep() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        2 => Just(None),
        3 => (0..256_i32).prop_map(|q| Some((f64::from(q) / 128.0 - 1.0) * 180.0)),
        1 => prop_oneof![Just(Some(90.0)), Just(Some(-90.0)), Just(Some(180.0)), Just(Some(-180.0))],
    ]
}

fn triangle() -> impl Strategy<Value = Vec<Curve>> {
    (point(), point(), [sweep(), sweep(), sweep()]).prop_filter_map("a curve", |(a, b, sweeps)| {
        let corners = [DVec2::ZERO, a, b];
        (0..3)
            .map(|i| Curve::from_end(corners[i], corners[(i + 1) % 3], sweeps[i]))
            .collect()
    })
}

fn circle() -> impl Strategy<Value = Vec<Curve>> {
    (point(), 1..=256_i32).prop_map(|(center, q)| {
        vec![Curve::Circle(Circle {
            center,
            radius: f64::from(q) / 256.0 * SCALE,
        })]
    })
}

/// A random program that makes a prism.
pub(crate) fn program() -> impl Strategy<Value = Program> {
    let curves = prop_oneof![7 => triangle(), 1 => circle()];
    (0..3_usize, curves, level()).prop_filter_map("a solid", |(plane, curves, depth)| {
        let program = Program::prism(Plane::from_index(plane)?, curves, depth).ok()?;
        Prism::from_program(&program).is_ok().then_some(program)
    })
}

/// A prism of a random program.
pub(crate) fn prism() -> impl Strategy<Value = Prism> {
    program().prop_map(|program| Prism::from_program(&program).expect("a prism"))
}
