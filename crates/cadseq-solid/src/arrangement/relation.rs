//! How the lines and circles that carry two pieces lie to each other.

use glam::DVec2;

use crate::segment::{Bend, Segment, carrier_meetings};

/// How two carriers lie to each other, as far as their pieces are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// The pieces are farther apart than the tolerance.
    Apart,
    /// One line or one circle to the tolerance: the pieces meet along themselves, from an end of
    /// one to an end of one.
    Same,
    /// The pieces may meet where the carriers do.
    Crossing,
}

pub(super) fn relation(a: &Segment, b: &Segment, tolerance: f64) -> Relation {
    match (a.bend, b.bend) {
        (None, None) => match line_and_line(a, b, tolerance) {
            Relation::Crossing => line_and_line(b, a, tolerance),
            other => other,
        },
        (None, Some(bend)) => line_and_circle(a, &bend, tolerance),
        (Some(bend), None) => line_and_circle(b, &bend, tolerance),
        (Some(p), Some(q)) => circle_and_circle(&p, &q, tolerance),
    }
}

/// Looks at how far the ends of `b` are from the line that carries `a`.
fn line_and_line(a: &Segment, b: &Segment, tolerance: f64) -> Relation {
    let direction = (a.end - a.start).normalize_or_zero();
    let offset = |point: DVec2| direction.perp_dot(point - a.start);
    let (start, end) = (offset(b.start), offset(b.end));
    if start.min(end) > tolerance || start.max(end) < -tolerance {
        Relation::Apart
    } else if start.abs().max(end.abs()) <= tolerance {
        Relation::Same
    } else {
        Relation::Crossing
    }
}

fn line_and_circle(line: &Segment, bend: &Bend, tolerance: f64) -> Relation {
    let direction = (line.end - line.start).normalize_or_zero();
    let distance = direction.perp_dot(bend.center - line.start).abs();
    if distance > bend.radius + tolerance {
        Relation::Apart
    } else {
        Relation::Crossing
    }
}

fn circle_and_circle(p: &Bend, q: &Bend, tolerance: f64) -> Relation {
    let distance = p.center.distance(q.center);
    let difference = (p.radius - q.radius).abs();
    if distance > p.radius + q.radius + tolerance || distance < difference - tolerance {
        Relation::Apart
    } else if distance + difference <= tolerance {
        Relation::Same
    } else {
        Relation::Crossing
    }
}

/// Where the carriers of two pieces meet; where they touch, the points of closest approach.
pub(super) fn crossings(a: &Segment, b: &Segment, tolerance: f64) -> [Option<DVec2>; 4] {
    let points = carrier_meetings(a, b);
    match points {
        // Proper intersections, well apart: the points of closest approach say nothing more.
        [Some(p), Some(q), ..] if p.distance(q) > 2.0 * tolerance => [Some(p), Some(q), None, None],
        _ => points,
    }
}
