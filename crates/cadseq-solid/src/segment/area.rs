//! Area and centre of closed chains of segments, by Green's theorem.

use glam::DVec2;

use super::Segment;

/// Area to the left of a closed chain, minus that to its right; 0 for no segment.
pub(crate) fn signed_area(segments: impl IntoIterator<Item = Segment>) -> f64 {
    let mut segments = segments.into_iter().peekable();
    let origin = segments.peek().map_or(DVec2::ZERO, |first| first.start);
    segments
        .map(|segment| {
            let triangle = 0.5 * (segment.start - origin).perp_dot(segment.end - origin);
            triangle + segment.bend.map_or(0.0, |bend| bend.cap_area())
        })
        .sum()
}

/// Centre of the area inside a closed chain: first moment over area, from triangles to the corners
/// and the caps between arcs and chords.
pub(crate) fn centroid(segments: &[Segment]) -> DVec2 {
    let origin = segments[0].start;
    let (mut area, mut moment) = (0.0, DVec2::ZERO);
    for segment in segments {
        let (start, end) = (segment.start - origin, segment.end - origin);
        let triangle = 0.5 * start.perp_dot(end);
        area += triangle;
        moment += (start + end) * (triangle / 3.0);
        if let Some(bend) = segment.bend {
            let half_chord = bend.radius * libm::sin(0.5 * bend.sweep_rad);
            let outward = (segment.point_at(0.5) - bend.center).normalize_or_zero();
            area += bend.cap_area();
            moment += (bend.center - origin) * bend.cap_area();
            moment += outward * (half_chord.powi(3) * 2.0 / 3.0);
        }
    }
    origin + moment / area
}

/// Area between an arc and its chord, with the sign of `sweep_rad`.
pub(crate) fn circle_cap_area(radius: f64, sweep_rad: f64) -> f64 {
    0.5 * radius * radius * excess(sweep_rad)
}

/// x - sin(x) without the cancellation of small angles.
fn excess(x: f64) -> f64 {
    if x.abs() > 0.5 {
        return x - libm::sin(x);
    }
    let s = x * x;
    let tail = 1.0 - s / 72.0 * (1.0 - s / 110.0 * (1.0 - s / 156.0));
    x * s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * tail))
}
