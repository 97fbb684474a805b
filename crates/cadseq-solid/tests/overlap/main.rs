//! Intersection volumes: identities, known values, and a count of sample points.

#[path = "../random/mod.rs"]
mod random;
mod recipe;
mod solids;

use cadseq_program::{Circle, Curve, Plane};
use cadseq_solid::outline::Segment;
use cadseq_solid::{Outline, OverlapMethod, Prism, iou, overlap};
use glam::{DVec2, DVec3};
use proptest::prelude::*;

fn polygon(plane: Plane, corners: &[[f64; 2]], depth: f64) -> Prism {
    let curves: Vec<Curve> = (0..corners.len())
        .map(|i| {
            let end = corners[(i + 1) % corners.len()];
            Curve::from_end(corners[i].into(), end.into(), None).expect("a line")
        })
        .collect();
    Prism::new(plane, &curves, depth).expect("a solid")
}

fn cylinder(plane: Plane, center: [f64; 2], radius: f64, depth: f64) -> Prism {
    let circle = Curve::Circle(Circle {
        center: center.into(),
        radius,
    });
    Prism::new(plane, &[circle], depth).expect("a solid")
}

/// The curves of a prism's outline.
fn curves_of(prism: &Prism) -> Vec<Curve> {
    let curve = |segment: &Segment| {
        let sweep_deg = segment.bend.map(|bend| bend.sweep_rad.to_degrees());
        Curve::from_end(segment.start, segment.end, sweep_deg)
    };
    let circle = match *prism.outline() {
        Outline::Circle { center, radius, .. } => Some(Curve::Circle(Circle { center, radius })),
        Outline::Loop(_) => None,
    };
    let loop_of = prism.outline().segments().iter().map(curve);
    let curves = loop_of.chain(circle.map(Some)).collect::<Option<_>>();
    curves.expect("curves")
}

/// Whether a point is inside, by the winding of a fine polygon.
fn holds(prism: &Prism, polygon: &[DVec2], point: DVec3) -> bool {
    let (flat, height) = prism.plane().to_sketch(point);
    let (low, high) = prism.heights();
    let mut inside = false;
    for (i, &a) in polygon.iter().enumerate() {
        let b = polygon[(i + 1) % polygon.len()];
        if (a.y > flat.y) != (b.y > flat.y) {
            inside ^= flat.x < a.x + (flat.y - a.y) / (b.y - a.y) * (b.x - a.x);
        }
    }
    inside && height > low && height < high
}

/// Share of the points of a regular grid in the smaller box that lie in both, times its volume.
fn sampled(a: &Prism, b: &Prism) -> (f64, f64) {
    const STEPS: u32 = 40;
    let (p, q) = (a.outline().polyline(1e-4), b.outline().polyline(1e-4));
    let (low, high) = (
        a.bounds().min.max(b.bounds().min),
        a.bounds().max.min(b.bounds().max),
    );
    let size = (high - low).max(DVec3::ZERO);
    let mut count = 0;
    for i in 0..STEPS.pow(3) {
        let cell = [i % STEPS, i / STEPS % STEPS, i / STEPS / STEPS].map(|k| f64::from(k) + 0.5);
        let point = low + size * DVec3::from(cell) / f64::from(STEPS);
        count += u32::from(holds(a, &p, point) && holds(b, &q, point));
    }
    let volume = size.element_product();
    (volume * f64::from(count) / f64::from(STEPS.pow(3)), volume)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_solid_is_itself(prism in random::prism()) {
        prop_assert!((iou(&prism, &prism) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn identities_hold(a in random::prism(), b in random::prism()) {
        let (there, back) = (overlap(&a, &b), overlap(&b, &a));
        prop_assert!((there.intersection - back.intersection).abs() <= 1e-9 * a.volume().min(b.volume()));
        let sum = there.intersection + there.union;
        prop_assert!((sum - a.volume() - b.volume()).abs() <= 1e-12 * sum);
        prop_assert!((0.0..=1.0).contains(&there.iou()));
    }

    #[test]
    fn sampling_agrees(a in random::prism(), b in random::prism()) {
        let found = overlap(&a, &b).intersection;
        let (expected, box_volume) = sampled(&a, &b);
        prop_assert!((found - expected).abs() <= 0.04 * box_volume + 1e-9, "{found} {expected}");
    }

    /// Cutting one solid in two by a plane changes nothing in total.
    #[test]
    fn volumes_add_up(a in random::prism(), b in random::prism(), share in 0.1..0.9_f64) {
        let part = Prism::new(b.plane(), &curves_of(&b), b.depth() * share).expect("a solid");
        let whole = overlap(&a, &b).intersection;
        let kept = overlap(&a, &part).intersection;
        prop_assert!(kept <= whole + 1e-9 * a.volume());
    }
}

#[test]
fn known_volumes() {
    let check = |a: &Prism, b: &Prism, expected: f64| {
        let found = overlap(a, b).intersection;
        assert!(
            (found - expected).abs() < 1e-11 * expected.max(1.0),
            "{found} {expected}"
        );
    };
    let pi = std::f64::consts::PI;
    let square = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
    let shifted = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]];
    check(
        &polygon(Plane::XY, &square, 1.0),
        &polygon(Plane::XY, &shifted, 3.0),
        1.0,
    );
    check(
        &polygon(Plane::XY, &square, 1.0),
        &polygon(Plane::XY, &shifted, -3.0),
        0.0,
    );
    check(
        &polygon(Plane::XY, &square, 1.0),
        &polygon(Plane::XZ, &square, 1.0),
        2.0,
    );
    // Disc in a square, two discs that share a lens, and the Steinmetz solid's half.
    check(
        &polygon(Plane::YZ, &square, -1.0),
        &cylinder(Plane::YZ, [0.0, 0.0], 0.5, -1.0),
        pi / 4.0,
    );
    let lens = 2.0 * pi / 3.0 - 0.75_f64.sqrt();
    check(
        &cylinder(Plane::XZ, [0.0, 0.0], 1.0, 1.0),
        &cylinder(Plane::XZ, [1.0, 0.0], 1.0, 1.0),
        lens,
    );
    check(
        &cylinder(Plane::XY, [0.0, 0.0], 1.0, 5.0),
        &cylinder(Plane::XZ, [0.0, 0.0], 1.0, 5.0),
        4.0 / 3.0,
    );
}

#[test]
fn far_solids_are_disjoint() {
    let a = cylinder(Plane::XY, [0.0, 0.0], 1.0, 1.0);
    let found = overlap(&a, &cylinder(Plane::XY, [5.0, 0.0], 1.0, 1.0));
    assert_eq!(
        (found.intersection, found.method),
        (0.0, OverlapMethod::Disjoint)
    );
}
