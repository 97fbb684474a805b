//! Which curves are an outline and which are not.

use cadseq_program::{Circle, Curve, Line};
use glam::DVec2;

use super::{DEFAULT_TOLERANCE, Outline};
use crate::BuildError;

/// A loop through the corners; `sweeps[i]` bends the curve from corner i to the next (0: a line).
fn curves(corners: &[[f64; 2]], sweeps: &[f64]) -> Vec<Curve> {
    (0..corners.len())
        .map(|i| {
            let (start, end) = (corners[i], corners[(i + 1) % corners.len()]);
            let sweep = (sweeps[i] != 0.0).then_some(sweeps[i]);
            Curve::from_end(start.into(), end.into(), sweep).expect("a curve")
        })
        .collect()
}

fn outline(corners: &[[f64; 2]], sweeps: &[f64]) -> Result<Outline, BuildError> {
    Outline::new(&curves(corners, sweeps), DEFAULT_TOLERANCE)
}

fn check_area(corners: &[[f64; 2]], sweeps: &[f64], expected: f64) {
    let built = outline(corners, sweeps).expect("simple");
    assert!(
        (built.area() - expected).abs() < 1e-9,
        "{} {expected}",
        built.area()
    );
    let sources: Vec<u32> = built.segments().iter().map(|s| s.source).collect();
    assert_eq!(sources.len(), corners.len());
}

fn check_contact(corners: &[[f64; 2]], sweeps: &[f64], pair: (usize, usize), at: Option<[f64; 2]>) {
    match outline(corners, sweeps) {
        Err(BuildError::Contact {
            first,
            second,
            point,
        }) => {
            assert_eq!((first, second), pair, "{point}");
            if let Some(at) = at {
                assert!(point.distance(at.into()) < 1e-5, "{point}");
            }
        }
        other => panic!("{corners:?} {sweeps:?}: {other:?}"),
    }
}

const RIGHT: [[f64; 2]; 3] = [[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]];
const PI: f64 = std::f64::consts::PI;

#[test]
fn simple_loops_are_accepted() {
    check_area(&RIGHT, &[0.0; 3], 2.0);
    check_area(&[[0.0, 0.0], [0.0, 2.0], [2.0, 0.0]], &[0.0; 3], 2.0);
    check_area(&[[0.0, 0.0], [2.0, 0.0]], &[0.0, 180.0], PI / 2.0);
    check_area(&[[0.0, 0.0], [2.0, 0.0]], &[180.0, 180.0], PI);
    check_area(
        &[[0.0, 0.0], [2.0, 0.0]],
        &[-90.0, 180.0],
        0.5 * PI - (0.5 * PI - 1.0),
    );
    // A flat corner, a smooth join, and a tangent cusp that encloses an area.
    check_area(
        &[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [0.0, 2.0]],
        &[0.0; 4],
        2.0,
    );
    check_area(
        &[[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]],
        &[0.0, 180.0, 0.0, 0.0],
        4.0 + PI / 2.0,
    );
    check_area(
        &[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]],
        &[0.0, 0.0, -90.0],
        1.0 - PI / 4.0,
    );
    // Three thirds of one circle.
    let third = |k: f64| [libm::cos(k * 2.0 * PI / 3.0), libm::sin(k * 2.0 * PI / 3.0)];
    check_area(&[third(0.0), third(1.0), third(2.0)], &[120.0; 3], PI);
    check_area(&[third(0.0), third(2.0), third(1.0)], &[-120.0; 3], PI);
}

#[test]
fn contacts_are_named() {
    // Bow-tie.
    check_contact(
        &[[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0]],
        &[0.0; 4],
        (0, 2),
        Some([0.5, 0.5]),
    );
    // A corner touches a side.
    check_contact(
        &[[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [2.0, 0.0], [0.0, 2.0]],
        &[0.0; 5],
        (0, 3),
        Some([2.0, 0.0]),
    );
    // An arc dips through the opposite sides: neighbours that meet twice.
    check_contact(&RIGHT, &[0.0, -120.0, 0.0], (0, 1), None);
    // An arc touches the opposite line.
    check_contact(
        &[[0.0, 0.0], [4.0, 0.0], [3.0, 1.0], [1.0, 1.0]],
        &[0.0, 0.0, -180.0, 0.0],
        (0, 2),
        Some([2.0, 0.0]),
    );
    // Out and back over the same line, the same arc, and part of a line.
    check_contact(&[[0.0, 0.0], [1.0, 0.0]], &[0.0, 0.0], (0, 1), None);
    check_contact(&[[0.0, 0.0], [1.0, 0.0]], &[90.0, -90.0], (0, 1), None);
    check_contact(
        &[[0.0, 0.0], [2.0, 0.0], [1.0, 0.0]],
        &[0.0; 3],
        (0, 2),
        None,
    );
    // An arc that cuts the opposite side.
    check_contact(
        &[[0.0, 0.0], [2.0, 0.0], [1.0, 0.3]],
        &[0.0, -150.0, -150.0],
        (0, 2),
        None,
    );
}

#[test]
fn other_faults_are_named() {
    let fault = |curves: &[Curve]| {
        Outline::new(curves, DEFAULT_TOLERANCE)
            .expect_err("a fault")
            .to_string()
    };
    let line = |a: [f64; 2], b: [f64; 2]| {
        Curve::Line(Line {
            start: a.into(),
            end: b.into(),
        })
    };
    let circle = |radius| {
        Curve::Circle(Circle {
            center: DVec2::ZERO,
            radius,
        })
    };
    assert!(fault(&[]).contains("no curve"));
    assert!(fault(&[line([0.0, 0.0], [1.0, 0.0])]).contains("open"));
    assert!(fault(&[circle(1e-9)]).contains("no length"));
    assert!(fault(&[circle(f64::NAN)]).contains("usable"));
    assert!(fault(&[circle(1.0), circle(2.0)]).contains("curve 1 starts a second loop"));
    let mut two = curves(&RIGHT, &[0.0; 3]);
    two.extend(curves(&[[5.0, 5.0], [6.0, 5.0], [5.0, 6.0]], &[0.0; 3]));
    assert!(fault(&two).contains("curve 3 starts a second loop"));
    let open = [
        line([0.0, 0.0], [1.0, 0.0]),
        line([1.0, 0.0], [1.0, 1.0]),
        line([1.0, 1.0], [0.0, 0.5]),
    ];
    assert!(fault(&open).contains("curve 2 ends at (0.000000, 0.500000) but curve 0 starts"));
    let stub = [line([0.0, 0.0], [0.0, 0.0]), line([0.0, 0.0], [1.0, 1.0])];
    assert!(fault(&stub).contains("curve 0 has no length"));
}

#[test]
fn small_gaps_are_closed() {
    let mut gap = curves(&RIGHT, &[0.0, 100.0, 0.0]);
    if let Curve::Line(line) = &mut gap[0] {
        line.end.x += 4e-7;
    }
    let built = Outline::new(&gap, DEFAULT_TOLERANCE).expect("closed within the tolerance");
    for (i, segment) in built.segments().iter().enumerate() {
        assert_eq!(segment.end, built.segments()[(i + 1) % 3].start);
    }
}

#[test]
fn bounds_hold_the_arcs_extremes() {
    let bounds = outline(&[[0.0, 0.0], [2.0, 0.0]], &[0.0, 180.0])
        .expect("half disc")
        .bounds();
    assert!(bounds.min.distance(DVec2::ZERO) < 1e-12);
    assert!(bounds.max.distance(DVec2::new(2.0, 1.0)) < 1e-12);
}
