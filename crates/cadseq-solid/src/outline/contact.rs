//! Finds where the segments of a loop meet each other elsewhere than at their shared corners.
//!
//! For every pair the few points where the two could meet are computed in closed form: the
//! intersections of the lines and circles that carry them, the points of closest approach, ends and
//! middles. A candidate counts if it lies on both segments. Neighbours share a corner P; the
//! other intersection of their carriers is P mirrored, which stays accurate however nearly tangent
//! they are.

use glam::DVec2;

use crate::segment::{Segment, carrier_meetings, mirrored_corner};

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
        Some(corner) => [mirrored_corner(a, b, corner), None, None, None],
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
