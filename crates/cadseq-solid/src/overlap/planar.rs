//! The area that two outlines on one plane share, in closed form.

use glam::DMat2;

use super::slab::{common, cross_section, extent, mapped_segments, pieces, slabs};
use crate::outline::{Outline, Segment};
use crate::segment::carrier_meetings;

/// Area of the intersection, in square units.
pub(super) fn shared_area(a: &Outline, b: &Outline) -> f64 {
    let segments = [a, b].map(|outline| mapped_segments(outline, DMat2::IDENTITY));
    let [a, b] = [0, 1].map(|k| segments[k].iter().flat_map(pieces).collect::<Vec<_>>());
    let mut breaks: Vec<f64> = a.iter().chain(&b).flat_map(|p| [p.low, p.high]).collect();
    breaks.extend(meeting_coordinates(&segments[0], &segments[1]));
    let ((a_low, a_high), (b_low, b_high)) = (extent(&a), extent(&b));
    slabs(breaks, a_low.max(b_low), a_high.min(b_high))
        .into_iter()
        .map(|(low, high)| {
            let middle = 0.5 * (low + high);
            let shared = common(
                &cross_section(&a, middle),
                &cross_section(&b, middle),
                middle,
            );
            shared
                .iter()
                .map(|[p, q]| q.integral(low, high) - p.integral(low, high))
                .sum::<f64>()
        })
        .sum()
}

/// Coordinates where curves of the two outlines may change order. More than needed do no harm.
fn meeting_coordinates(a: &[Segment], b: &[Segment]) -> Vec<f64> {
    a.iter()
        .flat_map(|p| b.iter().flat_map(move |q| carrier_meetings(p, q)))
        .flatten()
        .map(|point| point.x)
        .collect()
}
