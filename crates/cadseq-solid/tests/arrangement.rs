//! Properties of arrangements of random strokes: on a grid, so that they coincide often; off it by
//! about the tolerance; and anywhere.

use cadseq_program::Arc;
use cadseq_solid::arrangement::{Arrangement, Stroke};
use cadseq_solid::outline::{Bend, Segment};
use glam::DVec2;
use proptest::prelude::*;

const TOLERANCE: f64 = 1e-5;

/// Where the points of a drawing are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Places {
    /// On a grid of unit squares.
    Grid,
    /// On the grid, or off it by a part or a few of the tolerance.
    NearGrid,
    Anywhere,
}

fn point(places: Places) -> BoxedStrategy<DVec2> {
    let grid = (-3..=3_i32, -3..=3_i32).prop_map(|(x, y)| DVec2::new(x.into(), y.into()));
    let steps = prop::sample::select(vec![0.3, 0.6, 0.95, 1.05, 1.5, 2.2, 5.0, 20.0]);
    match places {
        Places::Grid => grid.boxed(),
        Places::NearGrid => (grid, any::<bool>(), steps, 0.0..7.0)
            .prop_map(|(point, is_off, steps, angle)| {
                let step = if is_off { steps * TOLERANCE } else { 0.0 };
                point + DVec2::from_angle(angle) * step
            })
            .boxed(),
        Places::Anywhere => (-5.0..5.0, -5.0..5.0).prop_map(DVec2::from).boxed(),
    }
}

fn radius(places: Places) -> BoxedStrategy<f64> {
    match places {
        Places::Anywhere => (0.1..4.0).boxed(),
        _ => prop::sample::select(vec![0.5, 1.0, 2.0_f64.sqrt(), 2.0, 3.0, 5.0]).boxed(),
    }
}

fn around(center: DVec2, radius: f64, from_deg: f64, sweep_deg: f64) -> Segment {
    let at = |deg: f64| center + DVec2::from_angle(deg.to_radians()) * radius;
    let end = if sweep_deg.abs() == 360.0 {
        at(from_deg)
    } else {
        at(from_deg + sweep_deg)
    };
    let bend = Some(Bend {
        center,
        radius,
        sweep_rad: sweep_deg.to_radians(),
    });
    Segment {
        start: at(from_deg),
        end,
        bend,
        source: 0,
    }
}

fn line(start: DVec2, end: DVec2) -> Segment {
    let (bend, source) = (None, 0);
    Segment {
        start,
        end,
        bend,
        source,
    }
}

fn arc_between(start: DVec2, end: DVec2, sweep_deg: f64) -> Segment {
    let bend = Arc::from_end(start, end, sweep_deg).map(|arc| Bend {
        center: arc.center,
        radius: arc.radius(),
        sweep_rad: sweep_deg.to_radians(),
    });
    Segment {
        bend,
        ..line(start, end)
    }
}

/// Lines, arcs of all kinds (some nearly straight) and circles.
fn segment(places: Places) -> BoxedStrategy<Segment> {
    let turn = (0..12_i32).prop_map(|twelfths| f64::from(twelfths) * 30.0);
    let sweep = (1..12_i32, any::<bool>())
        .prop_map(|(twelfths, left)| f64::from(twelfths) * if left { 30.0 } else { -30.0 });
    let bulge = prop::sample::select(vec![30.0, 90.0, 180.0, 270.0, 1.0, 0.1, 1e-3, -60.0, -90.0]);
    prop_oneof![
        2 => (point(places), point(places)).prop_map(|(start, end)| line(start, end)),
        1 => (point(places), radius(places)).prop_map(|(c, r)| around(c, r, 0.0, 360.0)),
        1 => (point(places), radius(places), turn, sweep)
            .prop_map(|(center, radius, from, sweep)| around(center, radius, from, sweep)),
        1 => (point(places), point(places), bulge)
            .prop_map(|(start, end, sweep)| arc_between(start, end, sweep)),
    ]
    .boxed()
}

fn drawing(places: Places) -> impl Strategy<Value = Vec<Segment>> {
    prop::collection::vec(segment(places), 1..24)
}

fn any_drawing() -> impl Strategy<Value = Vec<Segment>> {
    prop_oneof![
        drawing(Places::Grid),
        drawing(Places::NearGrid),
        drawing(Places::Anywhere)
    ]
}

fn arrange(segments: &[Segment]) -> Arrangement {
    let strokes: Vec<Stroke> = segments
        .iter()
        .map(|&segment| Stroke { segment, tag: 0 })
        .collect();
    Arrangement::new(&strokes, TOLERANCE).expect("an arrangement")
}

fn areas(arrangement: &Arrangement) -> Vec<f64> {
    let mut areas: Vec<f64> = (1..arrangement.cells.len())
        .map(|cell| arrangement.area(cell))
        .collect();
    areas.sort_by(f64::total_cmp);
    areas
}

/// Connected components of the vertices.
fn components(arrangement: &Arrangement) -> usize {
    let mut label: Vec<usize> = (0..arrangement.vertices.len()).collect();
    loop {
        let before = label.clone();
        for edge in &arrangement.edges {
            let lowest = label[edge.start].min(label[edge.end]);
            (label[edge.start], label[edge.end]) = (lowest, lowest);
        }
        if label == before {
            return label
                .iter()
                .enumerate()
                .filter(|(vertex, label)| vertex == *label)
                .count();
        }
    }
}

/// A drawing of closed shapes alone, for which membership is known.
#[derive(Debug, Clone)]
enum Shape {
    Disc(DVec2, f64),
    Polygon(Vec<DVec2>),
}

impl Shape {
    fn segments(&self) -> Vec<Segment> {
        match self {
            Self::Disc(center, radius) => vec![around(*center, *radius, 0.0, 360.0)],
            Self::Polygon(corners) => {
                let next = corners.iter().cycle().skip(1);
                corners
                    .iter()
                    .zip(next)
                    .map(|(&start, &end)| line(start, end))
                    .collect()
            }
        }
    }

    /// Winding number around a point off the boundary.
    fn winding(&self, point: DVec2) -> i32 {
        match self {
            Self::Disc(center, radius) => i32::from(center.distance(point) < *radius),
            Self::Polygon(corners) => {
                let next = corners.iter().cycle().skip(1);
                let angle = |(a, b): (&DVec2, &DVec2)| {
                    let (a, b) = (*a - point, *b - point);
                    libm::atan2(a.perp_dot(b), a.dot(b))
                };
                let sum: f64 = corners.iter().zip(next).map(angle).sum();
                (sum / std::f64::consts::TAU).round() as i32
            }
        }
    }

    /// Integral of the winding number.
    fn winding_area(&self) -> f64 {
        match self {
            Self::Disc(_, radius) => std::f64::consts::PI * radius * radius,
            Self::Polygon(corners) => {
                let next = corners.iter().cycle().skip(1);
                corners
                    .iter()
                    .zip(next)
                    .map(|(a, b)| 0.5 * a.perp_dot(*b))
                    .sum()
            }
        }
    }
}

fn shape(places: Places) -> impl Strategy<Value = Shape> {
    prop_oneof![
        (point(places), radius(places)).prop_map(|(center, radius)| Shape::Disc(center, radius)),
        prop::collection::vec(point(places), 3..7).prop_map(Shape::Polygon),
    ]
}

fn shapes() -> impl Strategy<Value = Vec<Shape>> {
    prop_oneof![
        prop::collection::vec(shape(Places::Grid), 1..7),
        prop::collection::vec(shape(Places::NearGrid), 1..7),
        prop::collection::vec(shape(Places::Anywhere), 1..7),
    ]
}

fn all_segments(shapes: &[Shape]) -> Vec<Segment> {
    shapes.iter().flat_map(Shape::segments).collect()
}

fn is_off(point: DVec2, segments: &[Segment]) -> bool {
    segments
        .iter()
        .all(|segment| segment.distance_to(point) > 4.0 * TOLERANCE)
}

/// Area of the union of the shapes by counting on a fine raster of scan lines.
fn scanned_area(shapes: &[Shape]) -> f64 {
    let (steps, step) = (360, 0.05);
    // Off the grid of the drawings.
    let low = DVec2::new(-9.0123, -9.0217);
    let at = |i: i32, j: i32| low + DVec2::new(i.into(), j.into()) * step;
    let covered = (0..steps).flat_map(|i| (0..steps).map(move |j| at(i, j)));
    let is_inside = |point: &DVec2| shapes.iter().any(|shape| shape.winding(*point) != 0);
    covered.filter(is_inside).count() as f64 * step * step
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_topology_is_sound(segments in any_drawing()) {
        let arrangement = arrange(&segments);
        let (vertices, edges) = (arrangement.vertices.len(), arrangement.edges.len());
        prop_assert_eq!(vertices + arrangement.cells.len(), edges + 1 + components(&arrangement));
        let mut beside = vec![[None; 2]; edges];
        for (number, cell) in arrangement.cells.iter().enumerate() {
            for walk in &cell.boundaries {
                let next = walk.iter().cycle().skip(1);
                for (&half_edge, &next) in walk.iter().zip(next) {
                    let side = &mut beside[half_edge.edge][usize::from(half_edge.reversed)];
                    prop_assert_eq!(side.replace(number), None, "a half-edge twice");
                    prop_assert_eq!(arrangement.origin(half_edge.twin()), arrangement.origin(next));
                }
            }
        }
        for (edge, beside) in arrangement.edges.iter().zip(beside) {
            prop_assert_eq!(beside, [Some(edge.left), Some(edge.right)]);
            prop_assert_ne!(edge.left, edge.right);
            prop_assert_ne!(edge.start, edge.end);
            if let Some(bend) = edge.bend {
                for end in [edge.start, edge.end] {
                    let distance = arrangement.vertices[end].distance(bend.center);
                    prop_assert!((distance - bend.radius).abs() < 1e-12 * bend.radius.max(1e3));
                }
            }
        }
        for (i, a) in arrangement.vertices.iter().enumerate() {
            for b in &arrangement.vertices[i + 1..] {
                prop_assert!(a.distance(*b) > TOLERANCE);
            }
        }
    }

    #[test]
    fn edges_follow_their_strokes(segments in any_drawing()) {
        let arrangement = arrange(&segments);
        for edge in 0..arrangement.edges.len() {
            let half_edge = cadseq_solid::arrangement::HalfEdge { edge, reversed: false };
            let segment = arrangement.segment(half_edge);
            prop_assert!(!arrangement.edges[edge].strokes[0].reversed);
            for stroke in &arrangement.edges[edge].strokes {
                for t in [0.0, 0.25, 0.5, 0.75, 1.0] {
                    let distance = segments[stroke.stroke].distance_to(segment.point_at(t));
                    prop_assert!(distance < 4.0 * TOLERANCE, "{}", distance / TOLERANCE);
                }
            }
        }
    }

    #[test]
    fn interior_points_are_inside(segments in any_drawing()) {
        let arrangement = arrange(&segments);
        for cell in 0..arrangement.cells.len() {
            let point = arrangement.interior_point(cell);
            prop_assert_eq!(arrangement.cell_at(point), cell);
            if cell == 0 {
                continue;
            }
            let boundary = arrangement.cells[cell].boundaries.iter().flatten();
            let boundary: Vec<Segment> = boundary.map(|&half| arrangement.segment(half)).collect();
            let perimeter: f64 = boundary.iter().map(Segment::length).sum();
            let clearance = boundary.iter().map(|s| s.distance_to(point)).fold(9e9, f64::min);
            // Half of the mean width is what a strip has.
            let width = arrangement.area(cell) / perimeter;
            prop_assert!(clearance > 0.05 * width, "{clearance} {width}");
        }
    }

    #[test]
    fn cells_are_the_same_in_any_order_and_direction(
        (segments, shuffled) in prop_oneof![drawing(Places::Grid), drawing(Places::Anywhere)]
            .prop_flat_map(|segments| (Just(segments.clone()), Just(segments).prop_shuffle())),
        turned in any::<bool>(),
    ) {
        let changed: Vec<Segment> = shuffled
            .iter()
            .enumerate()
            .map(|(i, segment)| if i % 2 == 0 { backwards(segment) } else { *segment })
            .map(|segment| if turned { quarter_turned(&segment) } else { segment })
            .collect();
        let (first, second) = (areas(&arrange(&segments)), areas(&arrange(&changed)));
        let sums = [&first, &second].map(|areas| areas.iter().sum::<f64>());
        prop_assert!((sums[0] - sums[1]).abs() < 1e-3, "{first:?} {second:?}");
        // Slivers may come and go with the last digits.
        let large = |areas: Vec<f64>| areas.into_iter().filter(|&area| area > 1e-3);
        for (a, b) in large(first.clone()).zip(large(second.clone())) {
            prop_assert!((a - b).abs() < 1e-3, "{first:?} {second:?}");
        }
    }

    #[test]
    fn the_same_input_gives_the_same_output(segments in any_drawing()) {
        let (first, second) = (arrange(&segments), arrange(&segments));
        prop_assert_eq!(first.vertices, second.vertices);
        prop_assert_eq!(first.edges, second.edges);
        prop_assert_eq!(first.cells, second.cells);
    }

    #[test]
    fn areas_agree_with_winding_numbers(shapes in shapes()) {
        let segments = all_segments(&shapes);
        let arrangement = arrange(&segments);
        let inside: Vec<(DVec2, f64)> = (1..arrangement.cells.len())
            .map(|cell| (arrangement.interior_point(cell), arrangement.area(cell)))
            .collect();
        // A piece that dangles may run through.
        prop_assume!(inside.iter().all(|(point, _)| is_off(*point, &segments)));
        for shape in &shapes {
            let sum: f64 = inside.iter().map(|(p, area)| f64::from(shape.winding(*p)) * area).sum();
            prop_assert!((sum - shape.winding_area()).abs() < 3e-3, "{sum} {shape:?}");
        }
    }

    #[test]
    fn points_are_found_in_their_cells(
        shapes in shapes(),
        points in prop::collection::vec((-6.0..6.0, -6.0..6.0).prop_map(DVec2::from), 40),
    ) {
        let segments = all_segments(&shapes);
        let arrangement = arrange(&segments);
        let windings = |p: DVec2| shapes.iter().map(|s| s.winding(p)).collect::<Vec<_>>();
        for point in points {
            let inside = arrangement.interior_point(arrangement.cell_at(point));
            if is_off(point, &segments) && is_off(inside, &segments) {
                prop_assert_eq!(windings(point), windings(inside));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn areas_agree_with_a_raster(shapes in shapes()) {
        let segments = all_segments(&shapes);
        let arrangement = arrange(&segments);
        let is_inside = |point| shapes.iter().any(|shape| shape.winding(point) != 0);
        let cells = (1..arrangement.cells.len())
            .filter(|&cell| is_inside(arrangement.interior_point(cell)));
        let area: f64 = cells.map(|cell| arrangement.area(cell)).sum();
        let scanned = scanned_area(&shapes);
        let length: f64 = segments.iter().map(Segment::length).sum();
        prop_assert!((area - scanned).abs() < 0.02 * length + 0.01, "{area} {scanned}");
    }
}

fn backwards(segment: &Segment) -> Segment {
    let bend = segment.bend.map(|bend| Bend {
        sweep_rad: -bend.sweep_rad,
        ..bend
    });
    Segment {
        start: segment.end,
        end: segment.start,
        bend,
        source: segment.source,
    }
}

fn quarter_turned(segment: &Segment) -> Segment {
    let bend = segment.bend.map(|bend| Bend {
        center: bend.center.perp(),
        ..bend
    });
    let (start, end) = (segment.start.perp(), segment.end.perp());
    Segment {
        start,
        end,
        bend,
        source: segment.source,
    }
}
