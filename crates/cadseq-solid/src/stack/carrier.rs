//! Whether two neighbouring edges of a section lie on one line or one circle.

use super::section::{Section, half_edge};
use crate::segment::Segment;

/// Lines shorter than this many tolerances may be pieces of arcs: arrangements make such lines.
const SHORT: f64 = 16.0;

/// Whether `next`, which starts where `before` ends, goes on along the same line or circle to within
/// `tolerance` over the length of both.
pub(crate) fn continues(before: &Segment, next: &Segment, tolerance: f64) -> bool {
    let chords = [before, next].map(|s| s.end - s.start);
    let onwards = match (before.bend, next.bend) {
        (Some(a), Some(b)) => (a.sweep_rad > 0.0) == (b.sweep_rad > 0.0),
        _ => chords[0].dot(chords[1]) > 0.0,
    };
    onwards && same_carrier(before, next, tolerance)
}

/// Whether the shorter of two edges lies on the line or circle that carries the longer one.
pub(crate) fn same_carrier(a: &Segment, b: &Segment, tolerance: f64) -> bool {
    let (long, short) = if a.length() >= b.length() {
        (a, b)
    } else {
        (b, a)
    };
    let alike = match (long.bend, short.bend) {
        (Some(_), None) => short.length() < SHORT * tolerance,
        (None, Some(_)) => false,
        _ => true,
    };
    alike
        && (0..=4).all(|quarter| {
            let point = short.point_at(0.25 * f64::from(quarter));
            let distance = match long.bend {
                Some(bend) => bend.center.distance(point) - bend.radius,
                None => (long.end - long.start)
                    .normalize_or_zero()
                    .perp_dot(point - long.start),
            };
            distance.abs() <= tolerance
        })
}

impl Section {
    /// Whether one edge goes on along the line or circle of another beyond their common vertex.
    pub(crate) fn goes_on(&self, vertex: usize, [a, b]: [usize; 2], tolerance: f64) -> bool {
        let leaving = |edge: usize| {
            let is_end = self.edges[edge].end == vertex;
            self.directed(half_edge(2 * edge + usize::from(is_end)))
        };
        continues(&leaving(a).reversed(), &leaving(b), tolerance)
    }
}
