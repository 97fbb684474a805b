//! Finds where the segments of a loop meet each other elsewhere than at their shared corners.
//!
//! For every pair the few points where the two could meet are computed in closed form: the
//! intersections of the lines and circles that carry them, the points of closest approach, ends and
//! middles. A candidate counts if it lies on both segments. Neighbours share a corner P; the
//! other intersection of their carriers is P mirrored, which stays accurate however nearly tangent
//! they are.

use glam::DVec2;

use super::segment::{Bend, Segment};

/// Two segments that meet, by their position in the loop, and where.
pub(super) struct Contact {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) point: DVec2,
}

/// The first contact between two segments of a closed loop, within `tolerance`; touching counts.
pub(super) fn find_contact(segments: &[Segment], tolerance: f64) -> Option<Contact> {
    let bounds: Vec<_> = segments.iter().map(Segment::bounds).collect();
    let mut order: Vec<usize> = (0..segments.len()).collect();
    order.sort_by(|&a, &b| bounds[a].min.x.total_cmp(&bounds[b].min.x));
    for (rank, &i) in order.iter().enumerate() {
        for &j in &order[rank + 1..] {
            if bounds[j].min.x > bounds[i].max.x + tolerance {
                break;
            }
            let apart = bounds[j].min.y > bounds[i].max.y + tolerance
                || bounds[i].min.y > bounds[j].max.y + tolerance;
            let (first, second) = (i.min(j), i.max(j));
            if apart {
                continue;
            }
            if let Some(point) = pair_contact(segments, first, second, tolerance) {
                return Some(Contact {
                    first,
                    second,
                    point,
                });
            }
        }
    }
    None
}

fn pair_contact(
    segments: &[Segment],
    first: usize,
    second: usize,
    tolerance: f64,
) -> Option<DVec2> {
    let (a, b) = (&segments[first], &segments[second]);
    let after = (second == first + 1).then_some(a.end);
    let around = (first == 0 && second + 1 == segments.len()).then_some(a.start);
    let is_contact = |point: &DVec2| {
        let shared = [after, around]
            .into_iter()
            .flatten()
            .any(|corner| corner.distance(*point) <= 2.0 * tolerance);
        !shared && a.distance_to(*point) <= tolerance && b.distance_to(*point) <= tolerance
    };
    let crossings = match after.or(around) {
        Some(corner) => mirrored_corner(a, b, corner),
        None => carrier_meetings(a, b),
    };
    let own = [
        a.start,
        a.end,
        a.point_at(0.5),
        b.start,
        b.end,
        b.point_at(0.5),
    ];
    crossings.into_iter().flatten().chain(own).find(is_contact)
}

/// The second intersection of two carriers that share `corner`.
fn mirrored_corner(a: &Segment, b: &Segment, corner: DVec2) -> [Option<DVec2>; 4] {
    let mirrored = match (a.bend, b.bend) {
        (None, None) => None,
        (None, Some(bend)) => Some(mirror_on_line(a, &bend, corner)),
        (Some(bend), None) => Some(mirror_on_line(b, &bend, corner)),
        (Some(p), Some(q)) => (q.center - p.center).try_normalize().map(|axis| {
            p.center + 2.0 * (corner - p.center).project_onto_normalized(axis) - (corner - p.center)
        }),
    };
    [mirrored, None, None, None]
}

fn mirror_on_line(line: &Segment, bend: &Bend, corner: DVec2) -> DVec2 {
    let direction = (line.end - line.start).normalize_or_zero();
    corner + 2.0 * (bend.center - corner).project_onto_normalized(direction)
}

/// Intersections and points of closest approach of two carriers.
pub(crate) fn carrier_meetings(a: &Segment, b: &Segment) -> [Option<DVec2>; 4] {
    match (a.bend, b.bend) {
        (None, None) => [line_line(a, b), None, None, None],
        (None, Some(bend)) => line_circle(a, &bend),
        (Some(bend), None) => line_circle(b, &bend),
        (Some(p), Some(q)) => circle_circle(&p, &q),
    }
}

fn line_line(a: &Segment, b: &Segment) -> Option<DVec2> {
    let (u, v) = (a.end - a.start, b.end - b.start);
    let t = (b.start - a.start).perp_dot(v) / u.perp_dot(v);
    t.is_finite().then(|| a.start + u * t)
}

fn line_circle(line: &Segment, bend: &Bend) -> [Option<DVec2>; 4] {
    let direction = (line.end - line.start).normalize_or_zero();
    let foot = line.start + (bend.center - line.start).project_onto_normalized(direction);
    let half_squared = bend.radius * bend.radius - foot.distance_squared(bend.center);
    let offset = direction * half_squared.max(0.0).sqrt();
    [Some(foot), Some(foot + offset), Some(foot - offset), None]
}

fn circle_circle(p: &Bend, q: &Bend) -> [Option<DVec2>; 4] {
    let between = q.center - p.center;
    let Some(axis) = between.try_normalize() else {
        return [None; 4];
    };
    let distance = between.length();
    let along = 0.5 * (distance + (p.radius - q.radius) * (p.radius + q.radius) / distance);
    let offset = axis.perp() * (p.radius * p.radius - along * along).max(0.0).sqrt();
    let base = p.center + axis * along;
    [
        Some(base + offset),
        Some(base - offset),
        Some(p.center + axis * p.radius),
        Some(p.center - axis * p.radius),
    ]
}
