//! Properties of the profiles of random sketches, most of them on a grid so that curves coincide.

use std::collections::BTreeSet;

use cadseq_program::{Circle, Curve, Line};
use cadseq_solid::arrangement::Arrangement;
use cadseq_solid::outline::{DEFAULT_TOLERANCE, Segment};
use cadseq_solid::sketch::{Sketch, SketchError, profiles};
use cadseq_solid::{Outline, Region};
use glam::DVec2;
use proptest::prelude::*;

fn point() -> impl Strategy<Value = DVec2> {
    let grid = (-3..=3_i32, -3..=3_i32).prop_map(|(x, y)| DVec2::new(x.into(), y.into()));
    prop_oneof![4 => grid, 1 => (-3.0..3.0, -3.0..3.0).prop_map(DVec2::from)]
}

fn curve() -> impl Strategy<Value = Curve> {
    let radius = prop::sample::select(vec![0.5, 1.0, 2.0_f64.sqrt(), 2.0]);
    let sweep = prop::sample::select(vec![90.0, 180.0, 270.0, 60.0, -90.0, -200.0, 1.0]);
    prop_oneof![
        3 => (point(), point()).prop_map(|(start, end)| Curve::Line(Line { start, end })),
        2 => (point(), radius).prop_map(|(center, radius)| Curve::Circle(Circle { center, radius })),
        2 => (point(), point(), sweep).prop_filter_map("a curve", |(start, end, sweep)| {
            Curve::from_end(start, end, Some(sweep))
        }),
    ]
}

fn curves() -> impl Strategy<Value = Vec<Curve>> {
    let loops = prop::collection::vec(point(), 3..6).prop_map(|corners| {
        let next = corners.iter().cycle().skip(1);
        let sides = corners.iter().zip(next);
        sides
            .map(|(&start, &end)| Curve::Line(Line { start, end }))
            .collect::<Vec<_>>()
    });
    let parts = prop_oneof![loops, curve().prop_map(|curve| vec![curve])];
    prop::collection::vec(parts, 1..10).prop_map(|parts| {
        let has_length = |curve: &Curve| curve.start() != curve.end() || curve.sweep_deg() != 0.0;
        parts.into_iter().flatten().filter(has_length).collect()
    })
}

fn sketch(curves: &[Curve]) -> Option<Sketch> {
    match Sketch::new(curves, DEFAULT_TOLERANCE) {
        Ok(sketch) => Some(sketch),
        Err(SketchError::NoCurve | SketchError::Open(_) | SketchError::NoArea) => None,
        Err(other) => panic!("{other}"),
    }
}

/// The region's sides, a circle as one of a full turn.
fn sides(region: &Region) -> Vec<(u32, DVec2)> {
    let of_outline = |outline: &Outline| match outline {
        Outline::Circle {
            center,
            radius,
            source,
        } => vec![(*source, *center + DVec2::Y * *radius)],
        Outline::Loop(segments) => segments
            .iter()
            .map(|segment| (segment.source, segment.point_at(0.5)))
            .collect(),
    };
    region.boundaries().flat_map(of_outline).collect()
}

fn check_closed(outline: &Outline) -> Result<(), TestCaseError> {
    let segments = outline.segments();
    let next = segments.iter().cycle().skip(1);
    for (segment, next) in segments.iter().zip(next) {
        prop_assert_eq!(segment.end, next.start);
        prop_assert!(segment.start != segment.end);
    }
    prop_assert!(outline.area() > 0.0 && segments.len() != 1);
    Ok(())
}

/// For each profile the place where the pen first meets it: curve, distance along it, right side.
fn first_meetings(arrangement: &Arrangement, curves: &[Curve]) -> Vec<(usize, f64, bool)> {
    let mut first = vec![(usize::MAX, 0.0, true); arrangement.cells.len()];
    for edge in &arrangement.edges {
        let stroke = edge.strokes[0];
        let start = arrangement.vertices[edge.start];
        let along = distance_along(&curves[stroke.stroke], start);
        for (cell, is_right) in [(edge.left, false), (edge.right, true)] {
            let meeting = (stroke.stroke, along, is_right);
            if meeting < first[cell] {
                first[cell] = meeting;
            }
        }
    }
    first.remove(0);
    first
}

/// Length of the chord, or angle, from the start of a curve to a point on it.
fn distance_along(curve: &Curve, point: DVec2) -> f64 {
    let center = match curve {
        Curve::Line(line) => return line.start.distance(point),
        Curve::Arc(arc) => arc.center,
        Curve::Circle(circle) => circle.center,
    };
    let (from, to) = (curve.start() - center, point - center);
    let angle = libm::atan2(from.perp_dot(to), from.dot(to)) * curve.sweep_deg().signum();
    let angle = angle.rem_euclid(std::f64::consts::TAU);
    // A start that is rounded backwards.
    if angle > std::f64::consts::TAU - 1e-6 {
        0.0
    } else {
        angle
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn profiles_are_the_cells(curves in curves()) {
        let Some(sketch) = sketch(&curves) else { return Ok(()) };
        let regions = profiles(&curves, DEFAULT_TOLERANCE).expect("as before");
        let arrangement = sketch.arrangement();
        // No sliver in drawings like these: profile i is cell i + 1.
        prop_assume!(regions.len() + 1 == arrangement.cells.len());
        for (region, cell) in regions.iter().zip(1..) {
            prop_assert!((region.area() - arrangement.area(cell)).abs() < 1e-3);
            prop_assert!(region.contains(arrangement.interior_point(cell)));
            for (other, _) in regions.iter().zip(1..).filter(|(_, number)| *number != cell) {
                prop_assert!(!other.contains(arrangement.interior_point(cell)));
            }
            region.boundaries().try_for_each(check_closed)?;
            for (source, point) in sides(region) {
                let curve = &curves[source as usize];
                let off = match curve {
                    Curve::Line(line) => {
                        let (bend, source) = (None, 0);
                        Segment { start: line.start, end: line.end, bend, source }.distance_to(point)
                    }
                    Curve::Arc(arc) => (arc.center.distance(point) - arc.radius()).abs(),
                    Curve::Circle(circle) => (circle.center.distance(point) - circle.radius).abs(),
                };
                prop_assert!(off < 4.0 * DEFAULT_TOLERANCE, "{source} {point} {off}");
            }
        }
    }

    #[test]
    fn profiles_come_as_a_pen_meets_them(curves in curves()) {
        let Some(sketch) = sketch(&curves) else { return Ok(()) };
        let meetings = first_meetings(sketch.arrangement(), &curves);
        prop_assert!(meetings.is_sorted_by(|a, b| (a.0, a.1) <= (b.0, b.1)), "{meetings:?}");
        for pair in meetings.windows(2) {
            if (pair[0].0, pair[0].1) == (pair[1].0, pair[1].1) {
                prop_assert!(pair[0].2 <= pair[1].2, "left before right");
            }
        }
    }

    #[test]
    fn unions_keep_the_area(curves in curves(), chosen in prop::collection::vec(any::<u16>(), 1..6)) {
        let Some(sketch) = sketch(&curves) else { return Ok(()) };
        let chosen: Vec<usize> =
            chosen.iter().map(|&number| usize::from(number) % sketch.profile_count()).collect();
        let unique: BTreeSet<usize> = chosen.iter().copied().collect();
        let parts: Vec<Region> =
            unique.iter().map(|&profile| sketch.profile(profile).expect("in range")).collect();
        let union = sketch.union(&chosen).expect("in range");
        let area = |regions: &[Region]| regions.iter().map(Region::area).sum::<f64>();
        prop_assert!((area(&union) - area(&parts)).abs() < 1e-3);
        prop_assert!(union.len() <= unique.len());
        for region in &union {
            region.boundaries().try_for_each(check_closed)?;
        }
    }
}
