//! How well a camera explains normals, segments and curves, with first derivatives.
//!
//! All are mixtures. A *segment* runs along one of the axes up to its precision, or anyhow: edges of
//! chamfers, pieces of curves, texture. A *curve* is a circle square to one of the axes, or any curve. A *normal* lies along an axis, square to an axis (the side of
//! a prism or cylinder), or anyhow. What the mixtures attribute to each of their parts makes the
//! weights of a Gauss-Newton step (expectation maximization).

use glam::{DMat3, DMat4, DVec2, DVec3, DVec4, Vec3Swizzles};
use std::f64::consts::{PI, TAU};

use super::curves::Curve;
use super::normals::{Direction, Directions};
use super::segments::{LineSegment, Lines};
use super::{Framing, frame};

/// Error of any segment's direction, in radians (0.2 degrees): lenses distort, edges are rounded.
const DIRECTION_ERROR_RAD: f64 = 0.0035;
/// Segments longer than this share of the crop's side count in full, shorter ones by their length.
const FULL_LENGTH_SHARE: f64 = 0.12;
/// Prior probability that a straight segment runs along one of the axes, for each axis.
const ALONG_ONE_OF_THREE: f64 = 0.22;
const ALONG_THE_ONE: f64 = 0.35;
/// Prior probability that a curve is a circle square to any of the axes.
const CIRCLE: f64 = 0.8;
/// The points of a curve, beyond three, count as this share of independent ones, and at most as many.
const INDEPENDENT_SHARE: f64 = 0.5;
const INDEPENDENT_POINTS: f64 = 6.0;
/// Root mean square deviation from circles, in errors, where a curve is as well no circle.
const NO_CIRCLE_DEVIATION: f64 = 2.2;
const NO_CIRCLE_SQUARES: f64 = INDEPENDENT_POINTS * NO_CIRCLE_DEVIATION * NO_CIRCLE_DEVIATION;
/// Normals are wrong together, by what the network thinks of the light: all of them count as this
/// many independent ones, each with at least this error (7 degrees).
const INDEPENDENT_NORMALS: f64 = 14.0;
const NORMAL_ERROR_RAD: f64 = 0.12;
/// Prior probabilities of normals: along any of the axes, square to any; the rest is anyhow.
const NORMALS_OF_THREE: (f64, f64) = (0.65, 0.20);
const NORMALS_OF_ONE: (f64, f64) = (0.40, 0.45);
/// Residuals beyond this many squared deviations explain nothing.
const MAX_SQUARED_DEVIATIONS: f64 = 40.0;
/// Keeps the picture of an axis that points to the camera a direction.
const MIN_FORESHORTENING: f64 = 0.03;

/// What is explained, and what is known of the lens.
pub(super) struct Evidence<'a> {
    /// Segments and curves.
    pub(super) lines: &'a Lines,
    /// Normals.
    pub(super) directions: &'a Directions,
    /// Where the crop is.
    pub(super) framing: Framing,
    /// Natural logarithm of the focal length in pixels: mean and deviation.
    pub(super) log_focal: (f64, f64),
}

/// Which axes a part has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axes {
    /// Three orthogonal ones.
    Three,
    /// Only the third column of the rotation: a turned part.
    One,
}

/// A camera as far as directions depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Picture camera from part.
    pub(super) rotation: DMat3,
    /// Reciprocal of the focal length in pixels; 0 is a parallel projection.
    pub(super) inverse_focal: f64,
}

/// The cost of a state (negative logarithm of its probability) with derivatives by a rotation vector
/// (picture camera's frame) and the logarithm of the reciprocal focal length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Assessment {
    pub(super) cost: f64,
    pub(super) gradient: DVec4,
    /// Gauss-Newton's: the sum of weighted outer products of residuals' derivatives.
    pub(super) normal_matrix: DMat4,
}

/// One way to explain an observation.
#[derive(Clone, Copy, Default)]
struct Explanation {
    /// Its probability density.
    density: f64,
    /// Gradient of half the squared standardized residual.
    gradient: DVec4,
    /// Its Gauss-Newton matrix.
    matrix: DMat4,
}

/// A sum over observations.
struct Sum {
    cost: f64,
    gradient: DVec4,
    matrix: DMat4,
}

impl Sum {
    /// Adds an observation that one of `ways` explains, or an outlier's density.
    fn add(&mut self, weight: f64, ways: &[Explanation], outlier: f64) {
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

impl Axes {
    /// The axes of a rotation that count.
    pub(super) fn of(self, rotation: &DMat3) -> Vec<DVec3> {
        match self {
            Self::Three => vec![rotation.x_axis, rotation.y_axis, rotation.z_axis],
            Self::One => vec![rotation.z_axis],
        }
    }
}

impl Evidence<'_> {
    /// The cost of a state. All errors are taken larger by `blur_rad`, so that far states feel a pull.
    pub(super) fn assess(&self, state: &State, axes: Axes, blur_rad: f64) -> Assessment {
        let mut sum = Sum {
            cost: 0.0,
            gradient: DVec4::ZERO,
            matrix: DMat4::ZERO,
        };
        let columns = axes.of(&state.rotation);
        self.add_segments(&mut sum, state.inverse_focal, &columns, axes, blur_rad);
        self.add_normals(&mut sum, state.inverse_focal, &columns, axes, blur_rad);
        for curve in &self.lines.curves {
            add_curve(&mut sum, curve, state.inverse_focal, &columns, blur_rad);
        }
        if state.inverse_focal > 0.0 {
            let (mean, deviation) = self.log_focal;
            let standardized = (libm::log(state.inverse_focal) + mean) / deviation;
            sum.cost += 0.5 * standardized * standardized + libm::log(deviation * TAU.sqrt());
            sum.gradient.w += standardized / deviation;
            sum.matrix.w_axis.w += 1.0 / (deviation * deviation);
        }
        Assessment {
            cost: sum.cost,
            gradient: sum.gradient,
            normal_matrix: sum.matrix,
        }
    }

    fn add_segments(
        &self,
        sum: &mut Sum,
        inverse_focal: f64,
        columns: &[DVec3],
        axes: Axes,
        blur_rad: f64,
    ) {
        let along = match axes {
            Axes::Three => ALONG_ONE_OF_THREE,
            Axes::One => ALONG_THE_ONE,
        };
        let full_length = FULL_LENGTH_SHARE * self.framing.crop.side;
        let mut ways = [Explanation::default(); 3];
        for segment in &self.lines.segments {
            let length = segment.length();
            let variance = (segment.error_px / length).powi(2)
                + DIRECTION_ERROR_RAD.powi(2)
                + blur_rad * blur_rad;
            let inlier = along * segment.straightness;
            for (way, &axis) in ways.iter_mut().zip(columns) {
                let (residual, derivative) = misalignment(segment, axis, inverse_focal);
                *way = one_residual(residual, derivative, variance);
                way.density *= inlier / (TAU * variance).sqrt();
            }
            let outlier = (1.0 - inlier * columns.len() as f64) / PI;
            let weight = segment.weight * (length / full_length).min(1.0);
            sum.add(weight, &ways[..columns.len()], outlier);
        }
    }

    fn add_normals(
        &self,
        sum: &mut Sum,
        inverse_focal: f64,
        columns: &[DVec3],
        axes: Axes,
        blur_rad: f64,
    ) {
        let (along, square) = match axes {
            Axes::Three => NORMALS_OF_THREE,
            Axes::One => NORMALS_OF_ONE,
        };
        let count = columns.len() as f64;
        let offset = self.framing.crop_offset();
        let picture_from_crop = frame::picture_from_crop(offset, inverse_focal);
        let crop_turn = crop_turn(offset, inverse_focal);
        let mut ways = [Explanation::default(); 6];
        for &Direction {
            normal,
            share,
            doubt_rad,
        } in &self.directions.all
        {
            let normal = picture_from_crop * normal;
            let variance =
                NORMAL_ERROR_RAD.powi(2) + doubt_rad * doubt_rad / 4.0 + blur_rad * blur_rad;
            for (index, &axis) in columns.iter().enumerate() {
                let mut parallel = parallel_normal(normal, axis, crop_turn, variance);
                parallel.density *= along / (2.0 * count) / (TAU * variance);
                // A turn of the axis turns the residual; a turn of the crop's camera, the normal.
                let turn = axis.cross(normal);
                let derivative = turn.extend(-turn.dot(crop_turn));
                let mut perpendicular = one_residual(normal.dot(axis), derivative, variance);
                perpendicular.density *= square / count / (TAU * (TAU * variance).sqrt());
                (ways[2 * index], ways[2 * index + 1]) = (parallel, perpendicular);
            }
            let outlier = (1.0 - along - square) / (2.0 * TAU);
            sum.add(
                INDEPENDENT_NORMALS * share,
                &ways[..2 * columns.len()],
                outlier,
            );
        }
    }
}

/// Adds a curve, which is a circle square to one of the axes or something else.
fn add_curve(sum: &mut Sum, curve: &Curve, inverse_focal: f64, columns: &[DVec3], blur_rad: f64) {
    let deviation_px = curve.error_px + 0.5 * blur_rad * curve.reach();
    let mut ways = [Explanation::default(); 3];
    for (way, &axis) in ways.iter_mut().zip(columns) {
        *way = circles(curve, inverse_focal, axis, deviation_px).unwrap_or_default();
        way.density *= CIRCLE / columns.len() as f64;
    }
    let outlier = libm::exp(-0.5 * NO_CIRCLE_SQUARES);
    sum.add(1.0, &ways[..columns.len()], (1.0 - CIRCLE) * outlier);
}

/// The explanation of a curve by circles square to an axis; not yet normalized. Points that belong to
/// no arc, and the three that any circle takes, are explained as badly as by any curve.
fn circles(
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
        ..Explanation::default()
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
fn one_residual(residual: f64, derivative: DVec4, variance: f64) -> Explanation {
    if residual * residual > MAX_SQUARED_DEVIATIONS * variance {
        return Explanation::default();
    }
    let scaled = derivative / variance;
    Explanation {
        density: libm::exp(-0.5 * residual * residual / variance),
        gradient: scaled * residual,
        matrix: outer(scaled, derivative),
    }
}

/// The explanation of a normal by an axis that it is parallel to; not yet normalized.
fn parallel_normal(normal: DVec3, axis: DVec3, crop_turn: DVec3, variance: f64) -> Explanation {
    let axis = if normal.dot(axis) < 0.0 { -axis } else { axis };
    if normal.distance_squared(axis) > MAX_SQUARED_DEVIATIONS * variance {
        return Explanation::default();
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
fn crop_turn(offset_px: DVec2, inverse_focal: f64) -> DVec3 {
    let slope = offset_px * inverse_focal;
    DVec3::new(-slope.y, slope.x, 0.0) / (1.0 + slope.length_squared())
}

/// The outer product of two vectors.
fn outer(a: DVec4, b: DVec4) -> DMat4 {
    DMat4::from_cols(a * b.x, a * b.y, a * b.z, a * b.w)
}
