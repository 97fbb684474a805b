//! Overlaps of solids of several extrudes: against prisms, sample points, the kernel and themselves.

use std::f64::consts::PI;

use cadseq_program::{BooleanOperation, Program};
use cadseq_solid::{Body, OverlapMethod, Part, Solid, overlap};
use glam::{DVec2, DVec3};
use proptest::prelude::*;

use crate::recipe::{Feature, Motion, Recipe, Shape, build, heap, holds, motion, recipe};
use crate::{curves_of, random};

fn solid(text: &str) -> Solid {
    let program: Program = text.parse().expect("a program");
    Part::build(&program).expect("a solid").solid
}

fn rectangle([x, y]: [f64; 2], [z, w]: [f64; 2]) -> String {
    format!(
        "add_line({x}, {y}, {z}, {y})\nadd_line({z}, {y}, {z}, {w})\n\
         add_line({z}, {w}, {x}, {w})\nadd_line({x}, {w}, {x}, {y})\n"
    )
}

/// Intersection of two solids, and that of the second with the first.
fn shared(a: &Solid, b: &Solid) -> [f64; 2] {
    let found = [a.overlap(b), b.overlap(a)];
    found.map(|found| found.expect("axes at right angles").intersection)
}

/// Volume of the points in any body.
fn volume(solid: &Solid) -> f64 {
    solid.overlap(solid).expect("axes at right angles").union
}

/// All bodies of both.
fn together(a: &Solid, b: &Solid) -> Solid {
    Solid::new([a.bodies(), b.bodies()].concat())
}

/// Volume of the points of a grid that lie in both, and that of the box.
fn sampled(a: &Recipe, b: &Recipe) -> [f64; 2] {
    const STEPS: u32 = 30;
    let size = 10.0;
    let points = (0..STEPS.pow(3)).map(|i| {
        let cell = [i % STEPS, i / STEPS % STEPS, i / STEPS.pow(2)].map(f64::from);
        (DVec3::from(cell) + 0.4999) * (size / f64::from(STEPS)) - 0.5 * size
    });
    let both = points
        .filter(|&point| holds(a, point).unwrap_or(false) && holds(b, point).unwrap_or(false));
    let volume = size.powi(3);
    [
        volume * both.count() as f64 / f64::from(STEPS.pow(3)),
        volume,
    ]
}

fn check_sums(a: &Solid, b: &Solid, slack: f64) -> Result<(), TestCaseError> {
    let [there, back] = shared(a, b);
    let (sum, union) = (volume(a) + volume(b), volume(&together(a, b)));
    prop_assert!((there - back).abs() <= slack, "{there} {back}");
    prop_assert!(
        (there + union - sum).abs() <= slack,
        "{there} {union} {sum}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100, failure_persistence: None, max_global_rejects: 10_000, ..ProptestConfig::default()
    })]

    #[test]
    fn parts_of_one_extrude_are_prisms(a in random::prism(), b in random::prism()) {
        let [p, q] = [&a, &b].map(|prism| {
            let program = Program::prism(prism.plane(), curves_of(prism), prism.depth());
            Part::build(&program.expect("well-formed")).expect("a solid").solid
        });
        let (expected, found) = (overlap(&a, &b), p.overlap(&q).expect("axes at right angles"));
        let scale = a.surface_area().min(b.surface_area());
        prop_assert!((found.intersection - expected.intersection).abs() < 1e-5 * scale);
        prop_assert!((found.union - expected.union).abs() < 1e-5 * (a.surface_area() + b.surface_area()));
    }

    #[test]
    fn a_part_is_itself(a in recipe()) {
        let a = build(&a, &Motion::NONE);
        prop_assume!(a.is_some());
        let a = a.expect("checked");
        let found = a.overlap(&a).expect("axes at right angles");
        prop_assert!((found.iou() - 1.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn volumes_add_up(a in recipe(), b in recipe()) {
        let solids = build(&a, &Motion::NONE).zip(build(&b, &Motion::NONE));
        prop_assume!(solids.is_some());
        let (a, b) = solids.expect("checked");
        // Where edges run together, a stack is what it is to its tolerance only.
        let share = |solid: &Solid| solid.measures().expect("measures").map_or(0.0, |m| m.surface_area);
        check_sums(&a, &b, 1e-5 * (share(&a) + share(&b)))?;
    }

    #[test]
    fn volumes_of_bare_extrudes_add_up(a in heap(), b in heap()) {
        let [a, b] = [a, b].map(|recipe| build(&recipe, &Motion::NONE).expect("no Booleans"));
        check_sums(&a, &b, 1e-9)?;
    }

    #[test]
    fn sampling_agrees(a in recipe(), b in recipe()) {
        let solids = build(&a, &Motion::NONE).zip(build(&b, &Motion::NONE));
        prop_assume!(solids.is_some());
        let (p, q) = solids.expect("checked");
        let [expected, box_volume] = sampled(&a, &b);
        let [found, _] = shared(&p, &q);
        prop_assert!((found - expected).abs() < 0.01 * box_volume, "{found} {expected}");
    }

    #[test]
    fn moving_both_changes_nothing(a in recipe(), b in recipe(), motion in motion()) {
        let place = |motion| build(&a, motion).zip(build(&b, motion));
        let solids = place(&Motion::NONE).zip(place(&motion));
        prop_assume!(solids.is_some());
        let ((a, b), (p, q)) = solids.expect("checked");
        let [[here, _], [there, _]] = [shared(&a, &b), shared(&p, &q)];
        prop_assert!((here - there).abs() < 1e-4, "{here} {there}");
    }

    /// The kernel integrates over faces that it cut; here no face is cut.
    #[test]
    fn the_kernel_agrees(a in recipe()) {
        let a = build(&a, &Motion::NONE);
        prop_assume!(a.is_some());
        let a = a.expect("checked");
        for body in a.bodies() {
            let alone = Solid::new(vec![body.clone()]);
            let (found, measures) = (volume(&alone), body.measures().expect("measures"));
            prop_assert!((found - measures.volume).abs() < 1e-5 * (1.0 + measures.surface_area),
                "{found} {measures:?}");
        }
    }
}

fn check(a: &Solid, b: &Solid, expected: f64, method: OverlapMethod) {
    let found = a.overlap(b).expect("known");
    let error = (found.intersection - expected).abs();
    assert!(
        error < 1e-10 * expected.max(1.0),
        "{found:?} instead of {expected}"
    );
    assert!(error <= found.error, "{found:?} is off by {error:e}");
    assert_eq!(found.method, method);
}

#[test]
fn bodies_are_one_set_of_points() {
    // Two new bodies that share a unit cube, against one block over both.
    let pair = format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, new)\nadd_sketch(XY)\n{}add_extrude(0, 1, new)\n",
        rectangle([0.0, 0.0], [2.0, 1.0]),
        rectangle([1.0, 0.0], [3.0, 1.0])
    );
    let whole = format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, new)\n",
        rectangle([0.0, 0.0], [3.0, 1.0])
    );
    let (pair, whole) = (solid(&pair), solid(&whole));
    assert_eq!(pair.bodies().len(), 2);
    check(&pair, &whole, 3.0, OverlapMethod::ClosedForm);
    assert!((pair.overlap(&whole).expect("known").iou() - 1.0).abs() < 1e-12);
}

#[test]
fn crossed_cylinders() {
    let rod = |plane: &str| {
        solid(&format!(
            "add_sketch({plane})\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 8, new, symmetric)\n"
        ))
    };
    let [xy, xz, yz] = ["XY", "XZ", "YZ"].map(rod);
    let cube = 1.5_f64.powi(3);
    check(&xy, &yz, 16.0 / 3.0 * cube, OverlapMethod::Quadrature);
    check(&xy, &xy, 1.5 * 1.5 * PI * 8.0, OverlapMethod::ClosedForm);
    // The tricylinder: (16 - 8 sqrt 2) r^3.
    let bicylinder = solid(
        "add_sketch(XY)\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 8, new, symmetric)\n\
         add_sketch(YZ)\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 8, intersect, symmetric)\n",
    );
    assert!(matches!(&*bicylinder.bodies()[0], Body::Kernel(_)));
    let expected = (16.0 - 8.0 * 2.0_f64.sqrt()) * cube;
    check(&bicylinder, &xz, expected, OverlapMethod::Quadrature);
}

#[test]
fn oblique_planes_go_to_the_kernel() {
    let block = |plane: &str| {
        solid(&format!(
            "add_sketch({plane})\n{}add_extrude(0, 4, new, symmetric)\n",
            rectangle([-2.0, -2.0], [2.0, 2.0])
        ))
    };
    // Turned by an eighth about y: a regular octagon over the square.
    let found = block("XY")
        .overlap(&block("plane(0, 0, 0, 1, 0, 1)"))
        .expect("known");
    let expected = 4.0 * 32.0 * (2.0_f64.sqrt() - 1.0);
    assert!(
        (found.intersection - expected).abs() <= found.error.max(1e-9),
        "{found:?} {expected}"
    );
    assert_eq!(found.method, OverlapMethod::Kernel);
}

/// An arc under a line that it touches, but for rounding: they do not change their order there.
#[test]
fn an_arc_that_touches_a_line() {
    let feature = |shape| Feature {
        axis: 1,
        is_flipped: true,
        shape,
        heights: (0.0, -1.0),
        operation: BooleanOperation::Join,
    };
    let above = feature(Shape::Rectangle(
        DVec2::new(-2.0, 1.0),
        DVec2::new(0.0, 2.0),
    ));
    let below = feature(Shape::Half(DVec2::new(-1.0, 0.0), 1.0));
    let part = build(&vec![above, below], &Motion::NONE).expect("a part");
    check(&part, &part, 2.0 + 0.5 * PI, OverlapMethod::ClosedForm);
    assert!((volume(&part) - (2.0 + 0.5 * PI)).abs() < 1e-9);
}

#[test]
fn empty_solids() {
    let block = solid(&format!(
        "add_sketch(XY)\n{}add_extrude(0, 1, new)\n",
        rectangle([0.0, 0.0], [1.0, 1.0])
    ));
    let none = Solid::default();
    let found = none.overlap(&block).expect("known");
    assert_eq!(
        (found.intersection, found.union, found.iou()),
        (0.0, 1.0, 0.0)
    );
    assert_eq!(none.overlap(&none).expect("known").iou(), 1.0);
}
