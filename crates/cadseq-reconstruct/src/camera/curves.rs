//! Curved edges, as chains of short segments, and how nearly they are circles square to an axis.
//!
//! Edges of holes, bosses and rounded corners are circles about the axis that they were extruded
//! along. For a hypothetical axis, a curve's points are lifted onto a plane square to it, where they
//! must lie on a circle: no ellipse is fitted, and arcs count as well as whole circles. The outline of
//! a cylinder runs smoothly from one end's circle over its side to the other's; so a curve is taken
//! apart where it runs along the axis.

use glam::{DMat3, DVec2, DVec3, DVec4, Vec3Swizzles};

use super::segments::LineSegment;

/// Pieces of a chain turn by less than this cosine (45 degrees) from one to the next, and by less than
/// this share of the whole turn: corners are no curves.
const MAX_TURN_COSINE: f64 = 0.707;
const MAX_TURN_SHARE: f64 = 0.6;
/// By errors, a piece may turn back a little (2 degrees).
const BACK_TURN_SINE: f64 = 0.035;
/// Pieces of a chain are no farther apart than this share of the longer one, and their lengths differ
/// at most by this factor.
const GAP_SHARE: f64 = 0.35;
const MAX_LENGTH_RATIO: f64 = 8.0;
/// A chain turns by at least this much in all, in radians (50 degrees): flatter ones fit any circle.
const MIN_TURN_RAD: f64 = 0.87;
/// A chain has at least as many pieces: two points each against the three unknowns of a circle.
const MIN_PIECES: usize = 3;
/// At most this many points of a chain are used.
const MAX_POINTS: usize = 20;
/// An arc has at least this many points.
const MIN_ARC_POINTS: usize = 5;
/// Points where the curve runs along the axis up to this sine (14 degrees) may be on a cylinder's side.
const ALONG_AXIS_SINE: f64 = 0.25;
/// At most this many curves, those of most points.
const MAX_CURVES: usize = 8;
/// A plane is seen by an edge below this sine.
const MIN_SLANT: f64 = 0.06;

/// Points on a curved edge, in pixels of the picture from its middle.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The points, in order, each with the curve's unit direction there.
    pub points: Vec<(DVec2, DVec2)>,
    /// Their error across the curve, in pixels.
    pub error_px: f64,
}

/// Links pieces that follow each other, turning the same way, into curves. Segments run so that
/// their brighter side is always the same.
pub(super) fn curves(pieces: &[LineSegment]) -> Vec<Curve> {
    let mut used = vec![false; pieces.len()];
    let mut found = Vec::new();
    for start in 0..pieces.len() {
        if used[start] {
            continue;
        }
        for sense in [1.0, -1.0] {
            let chain = chain_through(pieces, &used, start, sense);
            if chain.len() >= MIN_PIECES && is_curve(pieces, &chain, sense) {
                for &index in &chain {
                    used[index] = true;
                }
                found.push(curve_of(pieces, &chain));
                break;
            }
        }
    }
    found.sort_by_key(|curve| std::cmp::Reverse(curve.points.len()));
    found.truncate(MAX_CURVES);
    for curve in &mut found {
        let step = curve.points.len().div_ceil(MAX_POINTS);
        curve.points = curve.points.iter().copied().step_by(step).collect();
    }
    found
}

/// The chain of pieces before and after `start` that turns in the given sense.
fn chain_through(pieces: &[LineSegment], used: &[bool], start: usize, sense: f64) -> Vec<usize> {
    let mut chain = std::collections::VecDeque::from([start]);
    let nearest = |chain: &std::collections::VecDeque<usize>,
                   gap_of: &dyn Fn(usize) -> Option<f64>| {
        (0..pieces.len())
            .filter(|&index| !used[index] && !chain.contains(&index))
            .filter_map(|index| gap_of(index).map(|gap| (gap, index)))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, index)| index)
    };
    loop {
        let last = &pieces[chain[chain.len() - 1]];
        match nearest(&chain, &|index| gap(last, &pieces[index], sense)) {
            Some(next) => chain.push_back(next),
            None => break,
        }
    }
    loop {
        let first = &pieces[chain[0]];
        match nearest(&chain, &|index| gap(&pieces[index], first, sense)) {
            Some(before) => chain.push_front(before),
            None => break,
        }
    }
    chain.into()
}

/// The gap between a piece and one that it goes on in, turning in the given sense; `None` where it
/// does not.
fn gap(one: &LineSegment, next: &LineSegment, sense: f64) -> Option<f64> {
    let (length, next_length) = (one.length(), next.length());
    let reach = (GAP_SHARE * length.max(next_length)).max(3.0 * one.error_px);
    let gap = one.ends[1].distance(next.ends[0]);
    let (a, b) = (one.direction(), next.direction());
    let goes_on = gap < reach
        && a.perp_dot(b) * sense > -BACK_TURN_SINE
        && a.dot(b) > MAX_TURN_COSINE
        && length.max(next_length) < MAX_LENGTH_RATIO * length.min(next_length);
    goes_on.then_some(gap)
}

/// Whether a chain turns enough in the given sense, and not at one corner.
fn is_curve(pieces: &[LineSegment], chain: &[usize], sense: f64) -> bool {
    let turns = chain.windows(2).map(|pair| {
        let (a, b) = (pieces[pair[0]].direction(), pieces[pair[1]].direction());
        libm::atan2(a.perp_dot(b), a.dot(b)) * sense
    });
    let (total, largest) = turns.fold((0.0, 0.0_f64), |(total, largest), turn| {
        (total + turn, largest.max(turn))
    });
    total >= MIN_TURN_RAD && largest < MAX_TURN_SHARE * total
}

/// Two points of each piece. The piece is the mean line of an arc, which it meets at these shares of
/// its length (the nodes of Gauss's quadrature).
fn curve_of(pieces: &[LineSegment], chain: &[usize]) -> Curve {
    let node = (0.5 - 0.5 / 3.0_f64.sqrt(), 0.5 + 0.5 / 3.0_f64.sqrt());
    let points = chain.iter().flat_map(|&index| {
        let [a, b] = pieces[index].ends;
        let direction = pieces[index].direction();
        [
            (a.lerp(b, node.0), direction),
            (a.lerp(b, node.1), direction),
        ]
    });
    Curve {
        points: points.collect(),
        error_px: pieces[chain[0]].error_px,
    }
}

impl Curve {
    /// The points on either side of an axis (picture camera's frame): one end's circle of a cylinder
    /// each. What runs along the axis is in neither.
    pub(super) fn arcs(&self, axis: DVec3, inverse_focal: f64) -> Vec<Arc> {
        let side = |sign: f64| -> Vec<DVec2> {
            let is_on_side = |(point, direction): &&(DVec2, DVec2)| {
                let seen = axis.xy() - *point * (inverse_focal * axis.z);
                direction.perp_dot(seen) * sign > ALONG_AXIS_SINE * seen.length()
            };
            self.points
                .iter()
                .filter(is_on_side)
                .map(|point| point.0)
                .collect()
        };
        let mut arcs = vec![Arc { points: side(1.0) }, Arc { points: side(-1.0) }];
        arcs.retain(|arc| arc.points.len() >= MIN_ARC_POINTS);
        arcs
    }

    /// Half the diagonal of its box, in pixels: about its radius.
    pub fn reach(&self) -> f64 {
        let points = || self.points.iter().map(|point| point.0);
        let low = points().fold(DVec2::INFINITY, DVec2::min);
        let high = points().fold(DVec2::NEG_INFINITY, DVec2::max);
        low.distance(high) / 2.0
    }
}

/// Points of a curve that may be on one circle, in pixels of the picture from its middle.
pub(super) struct Arc {
    points: Vec<DVec2>,
}

impl Arc {
    /// How far the points are from a circle square to `axis` (picture camera's frame), in pixels
    /// across the curve; `None` where that plane is seen by its edge.
    pub(super) fn deviations(&self, axis: DVec3, inverse_focal: f64) -> Option<Vec<f64>> {
        let lifted = self.lifted(axis, inverse_focal)?;
        let across = axis.any_orthonormal_vector();
        let basis = (across, axis.cross(across));
        let (middle, radius) = circle(&lifted, basis)?;
        let deviation = |(point, lifted): (&DVec2, &DVec3)| {
            let outward = (*lifted - middle).normalize_or(across);
            // What a step outward is in the picture, across the curve.
            let seen = |step: DVec3| step.xy() - *point * (inverse_focal * step.z);
            let along = seen(axis.cross(outward)).normalize_or(DVec2::X);
            ((*lifted - middle).length() - radius) * along.perp_dot(seen(outward)).abs()
        };
        Some(self.points.iter().zip(&lifted).map(deviation).collect())
    }

    /// The derivatives of the deviations by a rotation vector of the axis and the logarithm of the
    /// reciprocal focal length, by differences from the deviations `here`.
    pub(super) fn derivatives(
        &self,
        here: &[f64],
        axis: DVec3,
        inverse_focal: f64,
    ) -> Option<Vec<DVec4>> {
        const STEP: f64 = 1e-5;
        let mut derivatives = vec![DVec4::ZERO; here.len()];
        let one = axis.any_orthonormal_vector();
        for across in [one, axis.cross(one)] {
            // A turn about `axis x across` moves the axis along `across`.
            let turn = axis.cross(across).extend(0.0);
            let moved = self.deviations((axis + across * STEP).normalize(), inverse_focal)?;
            for (index, derivative) in derivatives.iter_mut().enumerate() {
                *derivative += turn * ((moved[index] - here[index]) / STEP);
            }
        }
        if inverse_focal > 0.0 {
            let moved = self.deviations(axis, inverse_focal * (1.0 + STEP))?;
            for (index, derivative) in derivatives.iter_mut().enumerate() {
                derivative.w = (moved[index] - here[index]) / STEP;
            }
        }
        Some(derivatives)
    }

    /// The points on a plane square to the axis through the first one, in pixels there.
    fn lifted(&self, axis: DVec3, inverse_focal: f64) -> Option<Vec<DVec3>> {
        let origin = self.points[0];
        let lift = |point: &DVec2| {
            let slant = axis.z + inverse_focal * axis.xy().dot(*point);
            let depth = -axis.xy().dot(*point - origin) / slant;
            let scale = 1.0 + inverse_focal * depth;
            (slant.abs() > MIN_SLANT && scale > 0.1)
                .then(|| (*point * scale - origin).extend(depth))
        };
        self.points.iter().map(lift).collect()
    }
}

/// Middle and radius of the circle nearest to points of a plane, by linear least squares.
fn circle(points: &[DVec3], (u, v): (DVec3, DVec3)) -> Option<(DVec3, f64)> {
    let count = points.len() as f64;
    let mean = points.iter().sum::<DVec3>() / count;
    let (mut matrix, mut right) = (DMat3::ZERO, DVec3::ZERO);
    for point in points {
        let row = DVec3::new((*point - mean).dot(u), (*point - mean).dot(v), 0.5);
        matrix += DMat3::from_cols(row * row.x, row * row.y, row * row.z);
        right += row * row.xy().length_squared();
    }
    let solution = matrix.inverse() * right / 2.0;
    let middle = u * solution.x + v * solution.y;
    let radius = (solution.xy().length_squared() + solution.z).sqrt();
    (radius.is_finite() && middle.is_finite()).then_some((mean + middle, radius))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Segments between the points of a closed polygon.
    fn pieces(points: &[DVec2]) -> Vec<LineSegment> {
        (0..points.len())
            .map(|index| LineSegment {
                ends: [points[index], points[(index + 1) % points.len()]],
                straightness: 1.0,
                weight: 1.0,
                error_px: 0.5,
            })
            .collect()
    }

    /// Points of a circle of radius 100 about the picture's middle, seen at a slant.
    fn slanted_circle(count: usize, slant: f64) -> Vec<DVec2> {
        (0..count)
            .map(|index| {
                let angle = std::f64::consts::TAU * index as f64 / count as f64;
                DVec2::new(100.0 * libm::cos(angle), 100.0 * slant * libm::sin(angle))
            })
            .collect()
    }

    #[test]
    fn an_ellipse_is_a_circle_square_to_its_axis_only() {
        let found = curves(&pieces(&slanted_circle(18, 0.6)));
        assert_eq!(found.len(), 1);
        let rms = |axis: DVec3| {
            let arcs = found[0].arcs(axis, 0.0);
            let deviations: Vec<f64> = arcs
                .iter()
                .flat_map(|arc| arc.deviations(axis, 0.0).expect("not seen by its edge"))
                .collect();
            let squares: f64 = deviations.iter().map(|value| value * value).sum();
            (squares / deviations.len() as f64).sqrt()
        };
        // The sine of the slant is .6: the axis is at its cosine, .8, upwards in the picture.
        let right = rms(DVec3::new(0.0, -0.8, -0.6));
        assert!(right < 0.5, "{right}");
        for wrong in [DVec3::new(0.0, -0.6, -0.8), DVec3::new(0.8, 0.0, -0.6)] {
            assert!(rms(wrong) > 3.0 * right, "{} {right}", rms(wrong));
        }
    }

    #[test]
    fn corners_are_no_curves() {
        let corners = [(0.0, 0.0), (80.0, 10.0), (90.0, 60.0), (20.0, 90.0)];
        let polygon = corners.map(|(x, y)| DVec2::new(x, y));
        assert!(curves(&pieces(&polygon)).is_empty());
        // Nor is one corner between straight lines in pieces.
        let line = [
            (0.0, 0.0),
            (20.0, 0.0),
            (40.0, 0.5),
            (60.0, 0.5),
            (90.0, 26.0),
            (120.0, 52.0),
        ];
        let open = &pieces(&line.map(|(x, y)| DVec2::new(x, y)))[..5];
        assert!(curves(open).is_empty());
    }
}
