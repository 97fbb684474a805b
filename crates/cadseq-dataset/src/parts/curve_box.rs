//! The box around curves, exact for arcs.

use cadseq_program::{Arc, Curve};
use glam::DVec2;

/// Lowest and highest coordinates that the curves reach; `None` without a curve.
pub(crate) fn box_of<'a>(curves: impl Iterator<Item = &'a Curve>) -> Option<(DVec2, DVec2)> {
    curves
        .map(curve_box)
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

fn curve_box(curve: &Curve) -> (DVec2, DVec2) {
    match curve {
        Curve::Line(line) => (line.start.min(line.end), line.start.max(line.end)),
        Curve::Circle(circle) => (circle.center - circle.radius, circle.center + circle.radius),
        Curve::Arc(arc) => arc_box(arc),
    }
}

/// The ends, and of the circle's four extreme points those that the sweep passes.
fn arc_box(arc: &Arc) -> (DVec2, DVec2) {
    let (start, end) = (arc.start, arc.end());
    let (mut low, mut high) = (start.min(end), start.max(end));
    let from = start - arc.center;
    let sweep_rad = arc.sweep_deg.to_radians();
    for direction in [DVec2::X, DVec2::Y, DVec2::NEG_X, DVec2::NEG_Y] {
        let turn_rad = libm::atan2(from.perp_dot(direction), from.dot(direction));
        let ahead = (turn_rad * sweep_rad.signum()).rem_euclid(std::f64::consts::TAU);
        if ahead <= sweep_rad.abs() {
            let extreme = arc.center + direction * arc.radius();
            (low, high) = (low.min(extreme), high.max(extreme));
        }
    }
    (low, high)
}
