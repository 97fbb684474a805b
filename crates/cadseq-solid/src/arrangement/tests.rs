//! Cells of hand-made strokes.

use super::*;

const TOLERANCE: f64 = 1e-5;
const PI: f64 = std::f64::consts::PI;

fn line(start: [f64; 2], end: [f64; 2]) -> Segment {
    Segment {
        start: start.into(),
        end: end.into(),
        bend: None,
        source: 0,
    }
}

fn arc(center: [f64; 2], radius: f64, from_deg: f64, sweep_deg: f64) -> Segment {
    let center = DVec2::from(center);
    let at = |deg: f64| {
        center + DVec2::new(libm::cos(deg.to_radians()), libm::sin(deg.to_radians())) * radius
    };
    let bend = Bend {
        center,
        radius,
        sweep_rad: sweep_deg.to_radians(),
    };
    Segment {
        start: at(from_deg),
        end: at(from_deg + sweep_deg),
        bend: Some(bend),
        source: 0,
    }
}

fn circle(center: [f64; 2], radius: f64) -> Segment {
    arc(center, radius, 0.0, 360.0)
}

fn arrange(segments: &[Segment]) -> Arrangement {
    let strokes: Vec<Stroke> = segments
        .iter()
        .map(|&segment| Stroke { segment, tag: 0 })
        .collect();
    Arrangement::new(&strokes, TOLERANCE).expect("an arrangement")
}

/// The areas of the bounded cells in their order.
fn check(segments: &[Segment], expected: &[f64]) {
    let arrangement = arrange(segments);
    let areas: Vec<f64> = (1..arrangement.cells.len())
        .map(|cell| arrangement.area(cell))
        .collect();
    assert_eq!(areas.len(), expected.len(), "{areas:?} {expected:?}");
    for (area, expected) in areas.iter().zip(expected) {
        assert!((area - expected).abs() < 1e-9, "{areas:?} {expected:?}");
    }
    for cell in 0..arrangement.cells.len() {
        assert_eq!(arrangement.cell_at(arrangement.interior_point(cell)), cell);
    }
}

fn polygon(corners: &[[f64; 2]]) -> Vec<Segment> {
    let count = corners.len();
    (0..count)
        .map(|i| line(corners[i], corners[(i + 1) % count]))
        .collect()
}

fn square(low: f64, high: f64) -> Vec<Segment> {
    polygon(&[[low, low], [high, low], [high, high], [low, high]])
}

#[test]
fn discs_cross_touch_and_nest() {
    let lens = 2.0 * PI / 3.0 - 3.0_f64.sqrt() / 2.0;
    check(&[circle([0.0, 0.0], 1.0)], &[PI]);
    let crossing = [circle([0.0, 0.0], 1.0), circle([1.0, 0.0], 1.0)];
    // The pen starts at (1, 0), inside of the second disc.
    check(&crossing, &[lens, PI - lens, PI - lens]);
    check(
        &[circle([0.0, 0.0], 2.0), circle([0.0, 0.0], 1.0)],
        &[3.0 * PI, PI],
    );
    check(
        &[circle([0.0, 0.0], 1.0), circle([0.0, 0.0], 2.0)],
        &[PI, 3.0 * PI],
    );
    // Touching outside and inside, at places that are not exact in doubles too.
    let touching = |distance: f64, radius: f64| {
        let (sine, cosine) = libm::sincos(0.7);
        [
            circle([0.0, 0.0], 3.0),
            circle([distance * cosine, distance * sine], radius),
        ]
    };
    check(&touching(4.0, 1.0), &[9.0 * PI, PI]);
    check(&touching(2.0, 1.0), &[8.0 * PI, PI]);
    for gap in [-0.9e-5, -1e-9, 1e-9, 0.9e-5] {
        for [first, second] in [touching(4.0 + gap, 1.0), touching(2.0 + gap, 1.0)] {
            let arrangement = arrange(&[first, second]);
            assert_eq!(arrangement.cells.len(), 3, "{gap}");
            assert_eq!(
                arrangement.cells[0].boundaries.len(),
                1,
                "they hold together"
            );
        }
    }
}

#[test]
fn a_grid_of_lines_has_all_its_cells() {
    let lines = (0..6).flat_map(|i| {
        let at = f64::from(i);
        [line([-1.0, at], [6.0, at]), line([at, 6.0], [at, -1.0])]
    });
    let arrangement = arrange(&lines.collect::<Vec<_>>());
    assert_eq!(arrangement.vertices.len(), 36);
    assert_eq!(arrangement.edges.len(), 60);
    assert_eq!(arrangement.cells.len(), 26);
}

#[test]
fn junctions_close_small_gaps() {
    // A wall that falls short of one side and overshoots the other by less than the tolerance.
    for offset in [-0.9e-5, -1e-9, 0.0, 1e-9, 0.9e-5] {
        let wall = line([1.0, -offset], [1.0, 4.0 - offset]);
        let arrangement = arrange(&[square(0.0, 4.0), vec![wall]].concat());
        assert_eq!(arrangement.cells.len(), 3, "{offset}");
        assert_eq!(
            (arrangement.vertices.len(), arrangement.edges.len()),
            (6, 7)
        );
    }
    // A wall that falls short by more bounds nothing.
    check(
        &[square(0.0, 4.0), vec![line([1.0, 0.0], [1.0, 3.9999])]].concat(),
        &[16.0],
    );
}

#[test]
fn what_dangles_or_bridges_is_taken_out() {
    let inner = polygon(&[[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]]);
    let outer = square(0.0, 4.0);
    let bridge = line([2.0, 2.0], [4.0, 4.0]);
    let branch = [line([3.0, 3.0], [3.0, 3.5]), line([3.0, 3.5], [2.5, 3.5])];
    let outside = [
        line([4.0, 0.0], [5.0, 0.0]),
        arc([6.0, 0.0], 1.0, 180.0, 200.0),
    ];
    let slit = line([1.0, 1.5], [1.5, 1.5]);
    let all = [
        outer,
        inner,
        vec![bridge, slit],
        branch.to_vec(),
        outside.to_vec(),
    ]
    .concat();
    check(&all, &[15.0, 1.0]);
    // A line that runs into a square, and ends there.
    check(
        &[square(0.0, 2.0), vec![line([1.0, 0.0], [1.0, 1.0])]].concat(),
        &[4.0],
    );
    // A chain that leads nowhere and encloses nothing.
    assert_eq!(arrange(&[bridge, branch[0], branch[1]]).cells.len(), 1);
    assert_eq!(arrange(&[]).cells.len(), 1);
}

#[test]
fn strokes_that_run_together_are_one_edge() {
    // A square drawn twice, once backwards from another corner.
    let backwards = polygon(&[[2.0, 2.0], [2.0, 0.0], [0.0, 0.0], [0.0, 2.0]]);
    let twice = [square(0.0, 2.0), backwards].concat();
    check(&twice, &[4.0]);
    let arrangement = arrange(&twice);
    assert_eq!(arrangement.edges.len(), 4);
    let second = |edge: usize| arrangement.edges[edge].strokes[1];
    assert_eq!(
        second(0),
        StrokeUse {
            stroke: 5,
            reversed: true
        }
    );
    assert!((0..4).all(|edge| arrangement.edges[edge].strokes.len() == 2 && second(edge).reversed));
    // Sides of two rectangles in part along each other.
    let beside = polygon(&[[2.0, 0.5], [3.0, 0.5], [3.0, 3.0], [2.0, 3.0]]);
    check(&[square(0.0, 2.0), beside].concat(), &[4.0, 2.5]);
    // Arcs of one circle that overlap make it whole.
    let arcs = [
        arc([1.0, 1.0], 2.0, 10.0, 200.0),
        arc([1.0, 1.0], 2.0, 20.0, -220.0),
    ];
    check(&arcs, &[4.0 * PI]);
    check(
        &[circle([0.0, 0.0], 2.0), arc([0.0, 0.0], 2.0, 30.0, 60.0)],
        &[4.0 * PI],
    );
    // A circle twice, once turned and by a hair beside.
    let turned = arc([4e-6, 0.0], 2.0, 77.0, -360.0);
    let areas = arrange(&[circle([0.0, 0.0], 2.0), turned]);
    assert_eq!(areas.cells.len(), 2);
    assert!((areas.area(1) - 4.0 * PI).abs() < 1e-4);
}

#[test]
fn curves_that_cross_themselves() {
    let bow_tie = polygon(&[[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]]);
    check(&bow_tie, &[1.0, 1.0]);
    // An eight of two circles' worth of arcs through one point.
    let eight = [
        arc([-1.0, 0.0], 1.0, 0.0, 180.0),
        arc([-1.0, 0.0], 1.0, 180.0, 180.0),
        arc([1.0, 0.0], 1.0, 180.0, -180.0),
        arc([1.0, 0.0], 1.0, 0.0, -180.0),
    ];
    check(&eight, &[PI, PI]);
    let slit = polygon(&[
        [0.0, 0.0],
        [4.0, 0.0],
        [4.0, 4.0],
        [2.0, 4.0],
        [2.0, 1.0],
        [2.0, 4.0],
        [0.0, 4.0],
    ]);
    check(&slit, &[16.0]);
    let star: Vec<[f64; 2]> = (0..5)
        .map(|i| {
            let (sine, cosine) = libm::sincos(f64::from(i) * 0.8 * PI);
            [cosine, sine]
        })
        .collect();
    assert_eq!(arrange(&polygon(&star)).cells.len(), 7);
}

#[test]
fn tangent_pieces_keep_their_order_around_a_vertex() {
    // Circles of four sizes and a line through the origin, all with one tangent.
    let radii = [1.0, 2.0, -1.0, -3.0];
    let mut segments: Vec<Segment> = radii
        .iter()
        .map(|&r: &f64| circle([0.0, r], r.abs()))
        .collect();
    segments.extend([
        line([-4.0, 0.0], [4.0, 0.0]),
        line([4.0, 0.0], [0.0, 9.0]),
        line([0.0, 9.0], [-4.0, 0.0]),
    ]);
    check(&segments, &[PI, 3.0 * PI, 36.0 - 4.0 * PI, PI, 8.0 * PI]);
}

#[test]
fn pockets_of_a_fillet() {
    // A rounded corner beside the sharp one: the pocket between them ends in two tangencies.
    let fillet = arc([1.0, 1.0], 1.0, 180.0, 90.0);
    check(
        &[square(0.0, 4.0), vec![fillet]].concat(),
        &[1.0 - PI / 4.0, 15.0 + PI / 4.0],
    );
}

#[test]
fn strokes_without_length_are_ignored() {
    let points = vec![
        line([1.0, 1.0], [1.0, 1.0]),
        line([0.0, 0.0], [1e-6, 0.0]),
        circle([3.0, 3.0], 1e-6),
    ];
    check(&[points, square(0.0, 2.0)].concat(), &[4.0]);
}

#[test]
fn unusable_strokes_are_refused() {
    let fault = |segments: &[Segment], tolerance: f64| {
        let strokes: Vec<Stroke> = segments
            .iter()
            .map(|&segment| Stroke { segment, tag: 0 })
            .collect();
        Arrangement::new(&strokes, tolerance).expect_err("a fault")
    };
    let good = line([0.0, 0.0], [1.0, 0.0]);
    for bad in [
        line([0.0, f64::NAN], [1.0, 0.0]),
        line([0.0, 0.0], [f64::INFINITY, 0.0]),
        line([0.0, 0.0], [1e9, 0.0]),
        circle([0.0, 0.0], 1e200),
    ] {
        assert_eq!(
            fault(&[good, bad], TOLERANCE),
            ArrangementError::NotUsable { stroke: 1 }
        );
    }
    let mut flat = circle([0.0, 0.0], 1.0);
    flat.bend = flat.bend.map(|bend| Bend {
        radius: f64::NAN,
        ..bend
    });
    assert_eq!(
        fault(&[flat], TOLERANCE),
        ArrangementError::NotUsable { stroke: 0 }
    );
    for tolerance in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            fault(&[good], tolerance),
            ArrangementError::Tolerance { .. }
        ));
    }
    let many = vec![good; MAX_STROKES + 1];
    assert!(matches!(
        fault(&many, TOLERANCE),
        ArrangementError::TooManyStrokes { .. }
    ));
    let chord = |i: usize| {
        let (sine, cosine) = libm::sincos(PI * i as f64 / 10_000.0);
        line([cosine, sine], [-cosine, 0.001 * i as f64 - sine])
    };
    let chords: Vec<Segment> = (0..10_000).map(chord).collect();
    assert!(matches!(
        fault(&chords, TOLERANCE),
        ArrangementError::TooManyCrossings { .. }
    ));
}

/// The boxes of slanted lines meet although the lines do not.
#[test]
fn too_many_strokes_beside_one_another_are_refused() {
    let slanted = |i: u32| {
        let shift = 0.001 * f64::from(i);
        let segment = line([shift, 0.0], [shift + 100.0, 100.0]);
        Stroke { segment, tag: i }
    };
    let lines: Vec<Stroke> = (0..24_000).map(slanted).collect();
    assert!(matches!(
        Arrangement::new(&lines, TOLERANCE),
        Err(ArrangementError::TooManyPairs { .. })
    ));
}

#[test]
fn interior_points_keep_away_from_the_boundary() {
    // A comb with thin teeth, askew, with a hole in its back.
    let mut corners = vec![[0.0, 0.0]];
    for tooth in 0..8 {
        let y = f64::from(tooth);
        corners.extend([
            [1.0, y],
            [1.0, y + 0.5],
            [5.0, y + 0.5],
            [5.0, y + 0.52],
            [1.0, y + 0.52],
        ]);
    }
    corners.extend([[1.0, 8.0], [0.0, 8.0]]);
    let turn = DVec2::from_angle(0.4);
    let askew: Vec<[f64; 2]> = corners
        .iter()
        .map(|&corner| turn.rotate(corner.into()).into())
        .collect();
    let hole = turn.rotate(DVec2::new(0.5, 4.0));
    let arrangement = arrange(&[polygon(&askew), vec![circle(hole.into(), 0.4)]].concat());
    let point = arrangement.interior_point(1);
    let boundary = arrangement.cells[1].boundaries.iter().flatten();
    let clearance = boundary
        .map(|&half| arrangement.segment(half).distance_to(point))
        .fold(f64::INFINITY, f64::min);
    assert!(clearance > 0.1, "{clearance}");
    assert_eq!(arrangement.cell_at(point), 1);
}
