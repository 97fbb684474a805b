//! One observation and one way to explain it, with derivatives.
//!
//! Derivatives are by a rotation vector (picture camera's frame) and the logarithm of the reciprocal
//! focal length.

use glam::{DMat4, DVec2, DVec3, DVec4, Vec3Swizzles};

use super::curves::Curve;
use super::segments::LineSegment;

/// The points of a curve, beyond three, count as this share of independent ones, and at most as many.
const INDEPENDENT_SHARE: f64 = 0.5;
const INDEPENDENT_POINTS: f64 = 6.0;
/// Root mean square deviation from circles, in errors, where a curve is as well no circle.
const NO_CIRCLE_DEVIATION: f64 = 2.2;
pub(super) const NO_CIRCLE_SQUARES: f64 =
    INDEPENDENT_POINTS * NO_CIRCLE_DEVIATION * NO_CIRCLE_DEVIATION;
/// Residuals beyond this many squared deviations explain nothing.
const MAX_SQUARED_DEVIATIONS: f64 = 40.0;
/// Keeps the picture of an axis that points to the camera a direction.
const MIN_FORESHORTENING: f64 = 0.03;

/// One way to explain an observation.
#[derive(Clone, Copy)]
pub(super) struct Explanation {
    /// Its probability density.
    pub(super) density: f64,
    /// Gradient of half the squared standardized residual.
    pub(super) gradient: DVec4,
    /// Its Gauss-Newton matrix.
    pub(super) matrix: DMat4,
}

/// A sum over observations: the cost, its gradient and its Gauss-Newton matrix.
pub(super) struct Sum {
    pub(super) cost: f64,
    pub(super) gradient: DVec4,
    pub(super) matrix: DMat4,
}

impl Explanation {
    /// What explains nothing. (The default of a matrix would be the identity.)
    pub(super) const NONE: Self = Self {
        density: 0.0,
        gradient: DVec4::ZERO,
        matrix: DMat4::ZERO,
    };
}

impl Sum {
    /// The sum over nothing.
    pub(super) const EMPTY: Self = Self {
        cost: 0.0,
        gradient: DVec4::ZERO,
        matrix: DMat4::ZERO,
    };

    /// Adds an observation that one of `ways` explains, or an outlier's density.
    pub(super) fn add(&mut self, weight: f64, ways: &[Explanation], outlier: f64) {
        let total = ways.iter().map(|way| way.density).sum::<f64>() + outlier;
        self.cost -= weight * libm::log(total);
        for way in ways {
            let share = weight * way.density / total;
            if share > 1e-9 {
                self.gradient += way.gradient * share;
                self.matrix += way.matrix * share;
            }
        }
    }
}

/// The explanation of a curve by circles square to an axis; not yet normalized. Points that belong to
/// no arc, and the three that any circle takes, are explained as badly as by any curve.
pub(super) fn circles(
    curve: &Curve,
    inverse_focal: f64,
    axis: DVec3,
    deviation_px: f64,
) -> Option<Explanation> {
    let mut arcs = Vec::new();
    let (mut surplus, mut squares) = (0.0, 0.0);
    for arc in curve.arcs(axis, inverse_focal) {
        let deviations = arc.deviations(axis, inverse_focal)?;
        surplus += deviations.len() as f64 - 3.0;
        squares += deviations.iter().map(|value| value * value).sum::<f64>();
        arcs.push((arc, deviations));
    }
    let independent = (INDEPENDENT_SHARE * surplus).min(INDEPENDENT_POINTS);
    let unexplained = (INDEPENDENT_POINTS - independent) * NO_CIRCLE_DEVIATION.powi(2);
    // What one squared deviation counts.
    let weight = independent / surplus.max(1.0) / (deviation_px * deviation_px);
    if weight * squares + unexplained > MAX_SQUARED_DEVIATIONS + NO_CIRCLE_SQUARES {
        return None;
    }
    let mut way = Explanation {
        density: libm::exp(-0.5 * (weight * squares + unexplained)),
        ..Explanation::NONE
    };
    for (arc, deviations) in arcs {
        let derivatives = arc.derivatives(&deviations, axis, inverse_focal)?;
        for (value, derivative) in deviations.into_iter().zip(derivatives) {
            let scaled = derivative * weight;
            way.gradient += scaled * value;
            way.matrix += outer(scaled, derivative);
        }
    }
    Some(way)
}

/// The explanation of a residual with zero mean; its density is not yet normalized.
pub(super) fn one_residual(residual: f64, derivative: DVec4, variance: f64) -> Explanation {
    if residual * residual > MAX_SQUARED_DEVIATIONS * variance {
        return Explanation::NONE;
    }
    let scaled = derivative / variance;
    Explanation {
        density: libm::exp(-0.5 * residual * residual / variance),
        gradient: scaled * residual,
        matrix: outer(scaled, derivative),
    }
}

/// The explanation of a normal by an axis that it is parallel to; not yet normalized.
pub(super) fn parallel_normal(
    normal: DVec3,
    axis: DVec3,
    crop_turn: DVec3,
    variance: f64,
) -> Explanation {
    let axis = if normal.dot(axis) < 0.0 { -axis } else { axis };
    if normal.distance_squared(axis) > MAX_SQUARED_DEVIATIONS * variance {
        return Explanation::NONE;
    }
    let turn = axis.cross(normal);
    let mut matrix = DMat4::ZERO;
    // Two directions square to the axis are two residuals.
    let one = axis.any_orthonormal_vector();
    for across in [one, axis.cross(one)] {
        // The residual `across . (normal - axis)` for a turn of the axis.
        let by_turn = across.cross(axis);
        let derivative = by_turn.extend(-by_turn.dot(crop_turn));
        matrix += outer(derivative / variance, derivative);
    }
    Explanation {
        density: libm::exp(-0.5 * normal.distance_squared(axis) / variance),
        gradient: turn.extend(-turn.dot(crop_turn)) * (-1.0 / variance),
        matrix,
    }
}

/// The sine of the angle in the picture between a segment and the picture of an axis (picture
/// camera's frame) at the segment's middle, with its derivative.
pub(super) fn misalignment(segment: &LineSegment, axis: DVec3, inverse_focal: f64) -> (f64, DVec4) {
    let middle = segment.middle();
    let direction = segment.direction();
    // Where the point on the middle's ray goes in the picture as it moves along the axis.
    let seen = axis.xy() - middle * (inverse_focal * axis.z);
    let squared = seen.length_squared() + MIN_FORESHORTENING * MIN_FORESHORTENING;
    let length = squared.sqrt();
    let residual = direction.perp_dot(seen) / length;
    let by_seen = direction.perp() / length - seen * (residual / squared);
    let by_axis = by_seen.extend(-inverse_focal * middle.dot(by_seen));
    let by_log_inverse_focal = -inverse_focal * axis.z * middle.dot(by_seen);
    (residual, axis.cross(by_axis).extend(by_log_inverse_focal))
}

/// By which rotation vector the crop's camera turns as the logarithm of the reciprocal focal length
/// grows by 1.
pub(super) fn crop_turn(offset_px: DVec2, inverse_focal: f64) -> DVec3 {
    let slope = offset_px * inverse_focal;
    DVec3::new(-slope.y, slope.x, 0.0) / (1.0 + slope.length_squared())
}

/// The outer product of two vectors.
fn outer(a: DVec4, b: DVec4) -> DMat4 {
    DMat4::from_cols(a * b.x, a * b.y, a * b.z, a * b.w)
}
