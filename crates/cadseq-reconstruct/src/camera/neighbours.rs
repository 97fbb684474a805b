//! What segments say about each other: pieces of one curve, and repetitions of one direction.

use glam::DVec2;

use super::segments::LineSegment;

/// A segment is a piece of a curve where its neighbours turn on by more than the first and less than
/// the second of these cosines (4 and 40 degrees).
const CURVE_COSINES: (f64, f64) = (0.9976, 0.766);
/// Segments side by side within this share of the crop's side, parallel up to this sine (5 degrees),
/// say the same: hatching, layers of a print, the sides of a stroke.
const BESIDE_SHARE: f64 = 0.03;
const PARALLEL_SINE: f64 = 0.087;

/// Divides the weight of segments that run side by side, so that together they count as about one.
pub(super) fn share_weights(segments: &mut [LineSegment], crop_side: f64) {
    let all = segments.to_vec();
    for segment in segments.iter_mut() {
        let (middle, direction, length) = (segment.middle(), segment.direction(), segment.length());
        let crowd: f64 = all
            .iter()
            .filter(|other| direction.perp_dot(other.direction()).abs() < PARALLEL_SINE)
            .filter(|other| {
                let across = direction.perp_dot(other.middle() - middle).abs();
                across < BESIDE_SHARE * crop_side
            })
            .map(|other| {
                let along = other.ends.map(|end| direction.dot(end - middle));
                let (from, to) = (along[0].min(along[1]), along[0].max(along[1]));
                let overlap = to.min(length / 2.0) - from.max(-length / 2.0);
                other.weight * (overlap / length).max(0.0)
            })
            .sum();
        segment.weight /= crowd.max(1.0);
    }
}

/// Lowers the straightness of segments that go on at their ends into others of about their length,
/// turning a little: pieces of a curve that was cut into straight ones.
pub(super) fn mark_curves(segments: &mut [LineSegment]) {
    let all = segments.to_vec();
    for (index, segment) in segments.iter_mut().enumerate() {
        let turns = [0, 1].map(|end| {
            let others = all.iter().enumerate().filter(|(other, _)| *other != index);
            others.fold(0.0, |turn: f64, (_, other)| {
                turn + continuation(segment, end, other)
            })
        });
        // The same sense at both ends, walking along the segment.
        if turns[0] * turns[1] < 0.0 {
            segment.straightness *= 0.1;
        } else if turns[0] + turns[1] != 0.0 {
            segment.straightness *= 0.5;
        }
    }
}

/// Which way (1 or -1) `other` turns on from an end of a segment, 0 if it does not.
fn continuation(segment: &LineSegment, end: usize, other: &LineSegment) -> f64 {
    let length = segment.length();
    let reach = (0.1 * length).max(3.0);
    let at = segment.ends[end];
    if other.length() < 0.3 * length {
        return 0.0;
    }
    let distances = other.ends.map(|end| end.distance(at));
    let near = usize::from(distances[1] <= distances[0]);
    if distances[near] > reach {
        return 0.0;
    }
    let outward = (at - segment.ends[1 - end]).normalize_or(DVec2::X);
    let onward = (other.ends[1 - near] - other.ends[near]).normalize_or(DVec2::X);
    let cosine = outward.dot(onward);
    if cosine > CURVE_COSINES.0 || cosine < CURVE_COSINES.1 {
        return 0.0;
    }
    outward.perp_dot(onward).signum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(from: (f64, f64), to: (f64, f64)) -> LineSegment {
        LineSegment {
            ends: [DVec2::new(from.0, from.1), DVec2::new(to.0, to.1)],
            straightness: 1.0,
            weight: 1.0,
            error_px: 0.5,
        }
    }

    #[test]
    fn hatching_counts_as_few_lines() {
        let hatch = |index: u8| {
            let y = 2.0 * f64::from(index);
            segment((0.0, y), (60.0, y + 0.5))
        };
        let mut segments: Vec<LineSegment> = (0..20).map(hatch).collect();
        segments.push(segment((0.0, 80.0), (90.0, 20.0)));
        share_weights(&mut segments, 200.0);
        assert_eq!(segments[20].weight, 1.0, "it stands alone");
        let hatching: f64 = segments[..20].iter().map(|segment| segment.weight).sum();
        assert!((2.0..5.0).contains(&hatching), "{hatching}");
    }

    #[test]
    fn pieces_of_a_curve_are_not_straight() {
        let mut segments = vec![
            segment((0.0, 0.0), (20.0, 0.0)),
            segment((20.0, 0.0), (38.0, 5.0)),
            segment((38.0, 5.0), (54.0, 15.0)),
            segment((54.0, 15.0), (54.0, 60.0)),
        ];
        mark_curves(&mut segments);
        let straightness: Vec<f64> = segments
            .iter()
            .map(|segment| segment.straightness)
            .collect();
        assert_eq!(straightness, [0.5, 0.1, 0.5, 1.0]);
    }
}
