//! Where the curves of a sketch do not close.

use cadseq_program::Curve;
use glam::DVec2;

use super::error::{CurveEnd, Gap};
use crate::box_tree::BoxTree;
use crate::segment::{Bounds2, Segment};

/// The pair of loose ends with the least distance, other than the ends of one line; or the only
/// one. `None` where every end meets another curve to the tolerance.
pub(super) fn find_gap(curves: &[Curve], segments: &[Segment], tolerance: f64) -> Option<Gap> {
    let mut loose = loose_ends(curves, segments, tolerance);
    loose.sort_by(|a, b| a.point.x.total_cmp(&b.point.x));
    let mut gap = Gap {
        loose: *loose.first()?,
        nearest: None,
    };
    let mut least = f64::INFINITY;
    for (rank, a) in loose.iter().enumerate() {
        for b in &loose[rank + 1..] {
            if b.point.x - a.point.x >= least {
                break;
            }
            let distance = a.point.distance(b.point);
            let is_one_line = a.curve == b.curve && matches!(curves[a.curve], Curve::Line(_));
            if distance < least && !is_one_line {
                least = distance;
                let (loose, nearest) = if a.curve <= b.curve {
                    (*a, *b)
                } else {
                    (*b, *a)
                };
                gap = Gap {
                    loose,
                    nearest: Some(nearest),
                };
            }
        }
    }
    Some(gap)
}

/// The ends that no other curve comes near, in the order of the curves.
fn loose_ends(curves: &[Curve], segments: &[Segment], tolerance: f64) -> Vec<CurveEnd> {
    let tree = BoxTree::new(
        segments
            .iter()
            .map(|segment| segment.bounds().grown(tolerance)),
    );
    let is_loose = |end: &CurveEnd| {
        let spot = Bounds2 {
            min: end.point,
            max: end.point,
        };
        let mut is_met = false;
        tree.query(&spot, |other| {
            is_met |= other != end.curve && segments[other].distance_to(end.point) <= tolerance;
        });
        !is_met
    };
    let ends = |(curve, shape): (usize, &Curve)| {
        let end = |is_start: bool, point: DVec2| CurveEnd {
            curve,
            is_start,
            point,
        };
        [end(true, shape.start()), end(false, shape.end())]
    };
    let open = curves
        .iter()
        .enumerate()
        .filter(|(_, shape)| shape.start().distance(shape.end()) > tolerance);
    open.flat_map(ends).filter(is_loose).collect()
}
