//! Solids to draw: some by hand, some random.

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_solid::{Mesh, Prism};
use glam::DVec2;
use proptest::prelude::*;

/// Chord tolerance of the meshes: a tenth of a pixel of the paper's picture.
pub(crate) const TOLERANCE: f64 = 0.008;

/// The solid of a program.
pub(crate) fn prism(program: &Program) -> Prism {
    Prism::from_program(program).expect("a solid")
}

/// The mesh of a program.
pub(crate) fn mesh(program: &Program) -> Mesh {
    prism(program).mesh(TOLERANCE)
}

/// One circle, extruded.
pub(crate) fn cylinder(plane: Plane, center: DVec2, radius: f64, depth: f64) -> Program {
    let circle = Curve::Circle(Circle { center, radius });
    Program::prism(plane, [circle], depth).expect("well-formed")
}

/// A loop from the origin through two corners, each side with its sweep; `None` where a side has
/// no such arc.
pub(crate) fn three_curves(
    plane: Plane,
    corners: [DVec2; 2],
    sweeps_deg: [Option<f64>; 3],
    depth: f64,
) -> Option<Program> {
    let corners = [DVec2::ZERO, corners[0], corners[1]];
    let curves: Option<Vec<Curve>> = (0..3)
        .map(|i| Curve::from_end(corners[i], corners[(i + 1) % 3], sweeps_deg[i]))
        .collect();
    Program::prism(plane, curves?, depth).ok()
}

/// A prism with a line, an outward and an inward arc.
pub(crate) fn bracket(plane: Plane) -> Program {
    three_curves(
        plane,
        [DVec2::new(8.0, 1.0), DVec2::new(2.0, 7.0)],
        [Some(80.0), None, Some(-70.0)],
        -4.0,
    )
    .expect("its arcs exist")
}

/// A triangular prism.
pub(crate) fn wedge(plane: Plane) -> Program {
    let corners = [DVec2::new(7.0, -2.0), DVec2::new(3.0, 6.0)];
    three_curves(plane, corners, [None; 3], 5.0).expect("its lines exist")
}

fn plane() -> impl Strategy<Value = Plane> {
    (0..3_usize).prop_map(|index| Plane::ALL[index])
}

/// Thick and thin, of both signs.
fn depth() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.5..10.0, 1 => 0.05..0.5]
        .prop_flat_map(|depth: f64| prop_oneof![Just(depth), Just(-depth)])
}

/// A random cylinder, small ones and far ones included.
pub(crate) fn any_cylinder() -> impl Strategy<Value = Program> {
    let center = (-10.0..10.0_f64, -10.0..10.0_f64).prop_map(DVec2::from);
    let radius = prop_oneof![4 => 0.5..10.0_f64, 1 => 0.05..0.5_f64];
    (plane(), center, radius, depth())
        .prop_map(|(plane, center, radius, depth)| cylinder(plane, center, radius, depth))
}

/// A random loop of three curves that gives a solid.
pub(crate) fn any_loop() -> impl Strategy<Value = Program> {
    let point = || (-10.0..10.0_f64, -10.0..10.0_f64).prop_map(DVec2::from);
    let sweep = || prop_oneof![Just(None), (-179.0..179.0_f64).prop_map(Some)];
    (
        plane(),
        [point(), point()],
        [sweep(), sweep(), sweep()],
        depth(),
    )
        .prop_filter_map("a solid", |(plane, corners, sweeps_deg, depth)| {
            let program = three_curves(plane, corners, sweeps_deg, depth)?;
            Prism::from_program(&program).is_ok().then_some(program)
        })
}
