//! Where the lines and circles that carry two segments meet, in closed form.

use glam::DVec2;

use super::{Bend, Segment};

/// Intersections of two carriers, first; then the points of closest approach, which count where
/// the carriers touch or nearly do. Without an intersection the first entries are such points too.
pub(crate) fn carrier_meetings(a: &Segment, b: &Segment) -> [Option<DVec2>; 4] {
    match (a.bend, b.bend) {
        (None, None) => [line_line(a, b), None, None, None],
        (None, Some(bend)) => line_circle(a, &bend),
        (Some(bend), None) => line_circle(b, &bend),
        (Some(p), Some(q)) if p.radius <= q.radius => circle_circle(&p, &q),
        (Some(p), Some(q)) => circle_circle(&q, &p),
    }
}

/// The second intersection of two carriers that share `corner`: the corner mirrored, which stays
/// accurate however nearly tangent they are. `None` for two lines.
pub(crate) fn mirrored_corner(a: &Segment, b: &Segment, corner: DVec2) -> Option<DVec2> {
    match (a.bend, b.bend) {
        (None, None) => None,
        (None, Some(bend)) => Some(mirror_on_line(a, &bend, corner)),
        (Some(bend), None) => Some(mirror_on_line(b, &bend, corner)),
        (Some(p), Some(q)) => (q.center - p.center).try_normalize().map(|axis| {
            p.center + 2.0 * (corner - p.center).project_onto_normalized(axis) - (corner - p.center)
        }),
    }
}

fn mirror_on_line(line: &Segment, bend: &Bend, corner: DVec2) -> DVec2 {
    let direction = (line.end - line.start).normalize_or_zero();
    corner + 2.0 * (bend.center - corner).project_onto_normalized(direction)
}

fn line_line(a: &Segment, b: &Segment) -> Option<DVec2> {
    let (u, v) = (a.end - a.start, b.end - b.start);
    let t = (b.start - a.start).perp_dot(v) / u.perp_dot(v);
    t.is_finite().then(|| a.start + u * t)
}

fn line_circle(line: &Segment, bend: &Bend) -> [Option<DVec2>; 4] {
    let direction = (line.end - line.start).normalize_or_zero();
    let foot = line.start + (bend.center - line.start).project_onto_normalized(direction);
    let offset = direction * half_chord(bend.radius, foot.distance(bend.center));
    [Some(foot + offset), Some(foot - offset), Some(foot), None]
}

/// Expects the smaller circle first, for accuracy.
fn circle_circle(p: &Bend, q: &Bend) -> [Option<DVec2>; 4] {
    let between = q.center - p.center;
    let Some(axis) = between.try_normalize() else {
        return [None; 4];
    };
    let distance = between.length();
    let along = 0.5 * (distance + (p.radius - q.radius) * (p.radius + q.radius) / distance);
    let offset = axis.perp() * half_chord(p.radius, along.abs());
    let base = p.center + axis * along;
    [
        Some(base + offset),
        Some(base - offset),
        Some(p.center + axis * p.radius),
        Some(p.center - axis * p.radius),
    ]
}

/// Half the chord of a circle at `distance` from its centre; zero beyond the circle.
fn half_chord(radius: f64, distance: f64) -> f64 {
    ((radius - distance).max(0.0) * (radius + distance)).sqrt()
}
