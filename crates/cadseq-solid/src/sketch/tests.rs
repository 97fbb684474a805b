//! Profiles of hand-made sketches: areas, order, sides and faults.

use cadseq_program::{Arc, Circle, Curve, Line};
use glam::DVec2;

use super::*;
use crate::Outline;
use crate::outline::DEFAULT_TOLERANCE;

const PI: f64 = std::f64::consts::PI;

fn line(start: [f64; 2], end: [f64; 2]) -> Curve {
    let (start, end) = (start.into(), end.into());
    Curve::Line(Line { start, end })
}

fn circle(center: [f64; 2], radius: f64) -> Curve {
    let center = center.into();
    Curve::Circle(Circle { center, radius })
}

fn arc(start: [f64; 2], center: [f64; 2], sweep_deg: f64) -> Curve {
    let (start, center) = (start.into(), center.into());
    Curve::Arc(Arc {
        start,
        center,
        sweep_deg,
    })
}

/// The closed polygon through the corners.
fn polygon(corners: &[[f64; 2]]) -> Vec<Curve> {
    let count = corners.len();
    (0..count)
        .map(|i| line(corners[i], corners[(i + 1) % count]))
        .collect()
}

fn rectangle(low: [f64; 2], high: [f64; 2]) -> Vec<Curve> {
    polygon(&[low, [high[0], low[1]], high, [low[0], high[1]]])
}

fn sketch(parts: &[Vec<Curve>]) -> Sketch {
    Sketch::new(&parts.concat(), DEFAULT_TOLERANCE).expect("profiles")
}

/// Checks the areas of all profiles, in their order.
fn check(parts: &[Vec<Curve>], expected: &[f64]) -> Vec<Region> {
    let regions = profiles(&parts.concat(), DEFAULT_TOLERANCE).expect("profiles");
    let areas: Vec<f64> = regions.iter().map(Region::area).collect();
    assert_eq!(areas.len(), expected.len(), "{areas:?} {expected:?}");
    for (area, expected) in areas.iter().zip(expected) {
        assert!((area - expected).abs() < 1e-9, "{areas:?} {expected:?}");
    }
    regions
}

fn fault(curves: &[Curve]) -> String {
    Sketch::new(curves, DEFAULT_TOLERANCE)
        .expect_err("a fault")
        .to_string()
}

fn sources(outline: &Outline) -> Vec<u32> {
    match outline {
        Outline::Circle { source, .. } => vec![*source],
        Outline::Loop(segments) => segments.iter().map(|segment| segment.source).collect(),
    }
}

#[test]
fn a_plate_with_holes_comes_before_its_discs() {
    let parts = [
        rectangle([0.0, 0.0], [10.0, 6.0]),
        vec![circle([2.0, 3.0], 1.0), circle([7.0, 3.0], 2.0)],
    ];
    let regions = check(&parts, &[60.0 - 5.0 * PI, PI, 4.0 * PI]);
    let plate = &regions[0];
    assert_eq!(sources(&plate.outer), [0, 1, 2, 3]);
    assert_eq!(
        plate.holes.iter().flat_map(sources).collect::<Vec<_>>(),
        [4, 5]
    );
    assert!((plate.perimeter() - (32.0 + 6.0 * PI)).abs() < 1e-12);
    let centroid =
        (DVec2::new(5.0, 3.0) * 60.0 - DVec2::new(2.0, 3.0) * PI - DVec2::new(7.0, 3.0) * 4.0 * PI)
            / (60.0 - 5.0 * PI);
    assert!(plate.centroid().distance(centroid) < 1e-12);
    assert!(plate.contains(DVec2::new(4.0, 3.0)) && !plate.contains(DVec2::new(2.5, 3.5)));
    assert!(!plate.contains(DVec2::new(-1.0, 3.0)));
    assert_eq!(plate.bounds().max, DVec2::new(10.0, 6.0));
    // The same curves the other way round: the large disc is first beside the pen.
    let turned = [parts.concat().iter().rev().map(Curve::reversed).collect()];
    check(&turned, &[4.0 * PI, 60.0 - 5.0 * PI, PI]);
}

#[test]
fn the_order_is_that_of_a_pen() {
    // Two unit squares with a common side, drawn as a square and a U: left before right.
    let middle = line([1.0, 0.0], [1.0, 1.0]);
    let left = [
        line([1.0, 1.0], [0.0, 1.0]),
        line([0.0, 1.0], [0.0, 0.0]),
        line([0.0, 0.0], [1.0, 0.0]),
    ];
    let right = [
        line([1.0, 0.0], [3.0, 0.0]),
        line([3.0, 0.0], [3.0, 1.0]),
        line([3.0, 1.0], [1.0, 1.0]),
    ];
    check(&[vec![middle], left.to_vec(), right.to_vec()], &[1.0, 2.0]);
    check(
        &[vec![middle.reversed()], left.to_vec(), right.to_vec()],
        &[2.0, 1.0],
    );
    check(&[right.to_vec(), vec![middle], left.to_vec()], &[2.0, 1.0]);
    // Along one curve: the strip between two lines is cut into three by others.
    let strip = vec![
        line([0.0, 0.0], [6.0, 0.0]),
        line([6.0, 0.0], [6.0, 1.0]),
        line([6.0, 1.0], [0.0, 1.0]),
        line([0.0, 1.0], [0.0, 0.0]),
    ];
    let cuts = vec![line([3.0, 0.0], [3.0, 1.0]), line([1.0, 1.0], [1.0, 0.0])];
    check(&[strip.clone(), cuts.clone()], &[1.0, 2.0, 3.0]);
    let backwards = strip.iter().rev().map(Curve::reversed).collect();
    check(&[backwards, cuts], &[1.0, 2.0, 3.0]);
}

#[test]
fn a_hole_counts_for_the_order() {
    // The ring's inner circle is drawn first; its disc is on the left, the ring on the right.
    check(
        &[vec![
            circle([0.0, 0.0], 1.0),
            circle([5.0, 0.0], 1.0),
            circle([0.0, 0.0], 2.0),
        ]],
        &[PI, 3.0 * PI, PI],
    );
}

#[test]
fn nested_five_deep() {
    let rings: Vec<Curve> = (1..=5)
        .rev()
        .map(|r| circle([0.1 * f64::from(r), 0.0], f64::from(r)))
        .collect();
    let regions = check(&[rings], &[9.0 * PI, 7.0 * PI, 5.0 * PI, 3.0 * PI, PI]);
    assert_eq!(
        regions
            .iter()
            .map(|region| region.holes.len())
            .collect::<Vec<_>>(),
        [1, 1, 1, 1, 0]
    );
}

#[test]
fn pieces_of_one_curve_are_one_side() {
    // Lines that dangle cut the sides of a square and a circle; they are no part of the profile.
    let spikes = vec![
        line([1.0, -1.0], [1.0, 0.5]),
        line([4.0, 2.0], [3.5, 2.0]),
        line([7.0, 2.0], [9.0, 2.0]),
    ];
    let parts = [
        rectangle([0.0, 0.0], [4.0, 4.0]),
        vec![circle([8.0, 2.0], 2.0)],
        spikes,
    ];
    let regions = check(&parts, &[16.0, 4.0 * PI]);
    assert_eq!(sources(&regions[0].outer), [0, 1, 2, 3]);
    let whole = Outline::Circle {
        center: DVec2::new(8.0, 2.0),
        radius: 2.0,
        source: 4,
    };
    assert_eq!(regions[1].outer, whole);
    // A chord cuts the circle: each half has one arc and one line; together they are the circle.
    let halves = sketch(&[vec![circle([0.0, 0.0], 2.0), line([0.0, -3.0], [0.0, 3.0])]]);
    for half in [0, 1] {
        assert_eq!(
            sources(&halves.profile(half).expect("a half").outer),
            [0, 1]
        );
    }
    let both = halves.union(&[0, 1, 0]).expect("both");
    assert_eq!(
        both[0].outer,
        Outline::Circle {
            center: DVec2::ZERO,
            radius: 2.0,
            source: 0
        }
    );
    assert_eq!(both.len(), 1);
}

#[test]
fn unions_dissolve_common_edges() {
    // A 4 x 4 board of unit squares.
    let lines = (0..5).flat_map(|i| {
        let at = f64::from(i);
        [line([0.0, at], [4.0, at]), line([at, 0.0], [at, 4.0])]
    });
    let board = sketch(&[lines.collect()]);
    assert_eq!(board.profile_count(), 16);
    let at = |x: f64, y: f64| {
        let is_there = |&i: &usize| {
            board
                .profile(i)
                .expect("a square")
                .contains(DVec2::new(x, y))
        };
        (0..16).find(is_there).expect("a square")
    };
    let everything = board
        .union(&(0..16).collect::<Vec<_>>())
        .expect("the board");
    assert_eq!(everything.len(), 1);
    assert_eq!(everything[0].outer.segments().len(), 4);
    let frame: Vec<usize> = (0..16).filter(|&i| i != at(1.5, 1.5)).collect();
    let frame = board.union(&frame).expect("a frame");
    assert_eq!((frame.len(), frame[0].holes.len()), (1, 1));
    assert!((frame[0].area() - 15.0).abs() < 1e-12);
    // Squares that touch in a point stay apart; a third one joins them.
    let (low, high) = (at(0.5, 0.5), at(1.5, 1.5));
    assert_eq!(board.union(&[high, low]).expect("two").len(), 2);
    let corner = board.union(&[high, at(1.5, 0.5), low]).expect("an L");
    assert_eq!(corner.len(), 1);
    assert_eq!(corner[0].outer.segments().len(), 6);
    // Around two free squares that touch: the hole is two holes.
    let free = [at(1.5, 1.5), at(2.5, 2.5)];
    let ring: Vec<usize> = (0..16).filter(|i| !free.contains(i)).collect();
    let ring = board.union(&ring).expect("a ring");
    assert_eq!((ring.len(), ring[0].holes.len()), (1, 2));
    assert!((ring[0].area() - 14.0).abs() < 1e-12);
}

#[test]
fn boundaries_that_touch_are_cut_there() {
    // A crescent between two circles that touch inside: outline and hole, each a closed arc.
    let regions = check(
        &[vec![circle([0.0, 0.0], 3.0), circle([2.0, 0.0], 1.0)]],
        &[8.0 * PI, PI],
    );
    assert_eq!(regions[0].holes.len(), 1);
    for outline in regions[0].boundaries() {
        let segments = outline.segments();
        assert!(segments.len() == 2 && segments[0].start.distance(DVec2::new(3.0, 0.0)) < 1e-9);
    }
    // Discs that touch outside are two profiles, each whole.
    let regions = check(
        &[vec![circle([0.0, 0.0], 3.0), circle([4.0, 0.0], 1.0)]],
        &[9.0 * PI, PI],
    );
    assert!(
        regions
            .iter()
            .all(|region| matches!(region.outer, Outline::Circle { .. }))
    );
    // Two discs in a plate that touch each other: two holes.
    let discs = vec![circle([-1.0, 0.0], 1.0), circle([1.0, 0.0], 1.0)];
    let regions = check(
        &[rectangle([-3.0, -2.0], [3.0, 2.0]), discs],
        &[24.0 - 2.0 * PI, PI, PI],
    );
    assert_eq!(regions[0].holes.len(), 2);
}

#[test]
fn arcs_of_any_sweep() {
    let pacman = vec![
        arc([2.0, 0.0], [0.0, 0.0], 270.0),
        line([0.0, -2.0], [0.0, 0.0]),
        line([2.0, 0.0], [0.0, 0.0]),
    ];
    let regions = check(&[pacman], &[3.0 * PI]);
    assert_eq!(sources(&regions[0].outer), [0, 1, 2]);
    // A full turn is a circle, in either direction.
    for sweep_deg in [360.0, -360.0] {
        let regions = check(&[vec![arc([2.0, 0.0], [0.0, 0.0], sweep_deg)]], &[4.0 * PI]);
        assert!(matches!(regions[0].outer, Outline::Circle { .. }));
    }
    // A gap within the tolerance, off the circle: the arc stays where it is.
    let nearly = vec![
        arc([2.0, 0.0], [0.0, 0.0], 359.999),
        line([2.0, 0.0], [2.000_009, -3.4e-5]),
    ];
    let regions = profiles(&nearly, DEFAULT_TOLERANCE).expect("a disc");
    assert!((regions[0].area() - 4.0 * PI).abs() < 2e-4);
    assert!(regions[0].bounds().min.distance(DVec2::splat(-2.0)) < 2e-5);
}

#[test]
fn faults_name_the_curve_and_the_place() {
    assert!(fault(&[]).contains("no curve"));
    assert!(fault(&[circle([0.0, 0.0], f64::NAN)]).contains("curve 0 has a coordinate"));
    assert!(
        fault(&[circle([0.0, 0.0], 1.0), line([1.0, 2.0], [1.0, 2.0])])
            .contains("curve 1 has no length")
    );
    assert!(fault(&[circle([0.0, 0.0], 1e-7)]).contains("curve 0 has no length"));
    let mut open = rectangle([0.0, 0.0], [2.0, 2.0]);
    open[3] = line([0.0, 2.0], [0.0, 0.02]);
    assert_eq!(
        fault(&open),
        "the curves enclose no area: curve 0 starts at (0.000000, 0.000000) and nothing else meets \
         it there; the nearest loose end is curve 3's end at (0.000000, 0.020000), 0.020000 units away"
    );
    // The ends of one line are no gap.
    let cross = fault(&[line([0.0, 0.0], [1.0, 0.0]), line([0.5, 0.0], [0.5, 2.0])]);
    assert!(
        cross.contains("curve 0 starts at (0.000000, 0.000000)"),
        "{cross}"
    );
    assert!(
        cross.contains("curve 1's end at (0.500000, 2.000000)"),
        "{cross}"
    );
    let twice = [line([0.0, 0.0], [1.0, 0.0]), line([1.0, 0.0], [0.0, 0.0])];
    assert!(fault(&twice).contains("run along each other"));
    let error = sketch(&[rectangle([0.0, 0.0], [1.0, 1.0])])
        .profile(1)
        .expect_err("one profile");
    assert_eq!(
        error,
        SketchError::ProfileOutOfRange {
            profile: 1,
            count: 1
        }
    );
}
