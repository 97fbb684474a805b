//! Cells of hand-made strokes.

use super::*;

const TOLERANCE: f64 = 1e-5;
const PI: f64 = std::f64::consts::PI;

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

#[test]
fn discs() {
    let lens = 2.0 * PI / 3.0 - 3.0_f64.sqrt() / 2.0;
    check(&[circle([0.0, 0.0], 1.0)], &[PI]);
    check(
        &[circle([0.0, 0.0], 1.0), circle([1.0, 0.0], 1.0)],
        &[lens, PI - lens, PI - lens],
    );
}
