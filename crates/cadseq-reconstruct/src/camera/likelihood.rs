//! How well a camera explains normals, segments and curves, with first derivatives.
//!
//! All are mixtures. A *segment* runs along one of the axes up to its precision, or anyhow: edges of
//! chamfers, pieces of curves, texture. A *curve* is a circle square to one of the axes, or any curve. A *normal* lies along an axis, square to an axis (the side of
//! a prism or cylinder), or anyhow. What the mixtures attribute to each of their parts makes the
//! weights of a Gauss-Newton step (expectation maximization).

use glam::{DMat3, DMat4, DVec3, DVec4};
use std::f64::consts::{PI, TAU};

use super::curves::Curve;
use super::explanation::{
    Explanation, NO_CIRCLE_SQUARES, Sum, circles, crop_turn, misalignment, one_residual,
    parallel_normal,
};
use super::normals::{Direction, Directions};
use super::segments::Lines;
use super::{Framing, frame};

/// Error of any segment's direction, in radians (0.2 degrees): lenses distort, edges are rounded.
const DIRECTION_ERROR_RAD: f64 = 0.0035;
/// Segments longer than this share of the crop's side count in full, shorter ones by their length.
const FULL_LENGTH_SHARE: f64 = 0.12;
/// Prior probability that a straight segment runs along one of the axes, for each axis.
const ALONG_ONE_OF_THREE: f64 = 0.22;
const ALONG_THE_ONE: f64 = 0.35;
/// Prior probabilities that a curve is a circle square to the main axis, and to each other one.
const CIRCLES_OF_THREE: (f64, f64) = (0.6, 0.1);
const CIRCLES_OF_ONE: (f64, f64) = (0.8, 0.0);
/// Normals are wrong together, by what the network thinks of the light: all of them count as this
/// many independent ones, each with at least this error (11 degrees).
const INDEPENDENT_NORMALS: f64 = 5.0;
const NORMAL_ERROR_RAD: f64 = 0.2;
/// Prior probabilities of normals: along any of the axes; square to the main axis, as those of round and slanting
/// walls are, and to each other one. The rest is anyhow.
const NORMALS_OF_THREE: NormalShares = NormalShares {
    along: 0.62,
    square_to_main: 0.18,
    square_to_other: 0.05,
};
const NORMALS_OF_ONE: NormalShares = NormalShares {
    along: 0.40,
    square_to_main: 0.40,
    square_to_other: 0.0,
};

/// See [`NORMALS_OF_THREE`].
struct NormalShares {
    along: f64,
    square_to_main: f64,
    square_to_other: f64,
}

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

/// Which axes a part has. The third column of the rotation is the *main* one, which most extrudes go along.
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
        let mut sum = Sum::EMPTY;
        let columns = axes.of(&state.rotation);
        self.add_segments(&mut sum, state.inverse_focal, &columns, axes, blur_rad);
        self.add_normals(&mut sum, state.inverse_focal, &columns, axes, blur_rad);
        for curve in &self.lines.curves {
            add_curve(
                &mut sum,
                curve,
                state.inverse_focal,
                &columns,
                axes,
                blur_rad,
            );
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
        let mut ways = [Explanation::NONE; 3];
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
        let shares = match axes {
            Axes::Three => NORMALS_OF_THREE,
            Axes::One => NORMALS_OF_ONE,
        };
        let along = shares.along / (2 * columns.len()) as f64;
        let square = square_to_each(columns.len(), shares.square_to_main, shares.square_to_other);
        let anyhow = 1.0 - shares.along - square.iter().sum::<f64>();
        let offset = self.framing.crop_offset();
        let picture_from_crop = frame::picture_from_crop(offset, inverse_focal);
        let crop_turn = crop_turn(offset, inverse_focal);
        let mut ways = [Explanation::NONE; 6];
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
                parallel.density *= along / (TAU * variance);
                // A turn of the axis turns the residual; a turn of the crop's camera, the normal.
                let turn = axis.cross(normal);
                let derivative = turn.extend(-turn.dot(crop_turn));
                let mut perpendicular = one_residual(normal.dot(axis), derivative, variance);
                perpendicular.density *= square[index] / (TAU * (TAU * variance).sqrt());
                (ways[2 * index], ways[2 * index + 1]) = (parallel, perpendicular);
            }
            let outlier = anyhow / (2.0 * TAU);
            sum.add(
                INDEPENDENT_NORMALS * share,
                &ways[..2 * columns.len()],
                outlier,
            );
        }
    }
}

/// Adds a curve, which is a circle square to one of the axes or something else.
fn add_curve(
    sum: &mut Sum,
    curve: &Curve,
    inverse_focal: f64,
    columns: &[DVec3],
    axes: Axes,
    blur_rad: f64,
) {
    let (main, other) = match axes {
        Axes::Three => CIRCLES_OF_THREE,
        Axes::One => CIRCLES_OF_ONE,
    };
    let shares = square_to_each(columns.len(), main, other);
    let deviation_px = curve.error_px + 0.5 * blur_rad * curve.reach();
    let mut ways = [Explanation::NONE; 3];
    for ((way, &axis), share) in ways.iter_mut().zip(columns).zip(&shares) {
        *way = circles(curve, inverse_focal, axis, deviation_px).unwrap_or(Explanation::NONE);
        way.density *= share;
    }
    let outlier = libm::exp(-0.5 * NO_CIRCLE_SQUARES);
    let anyhow = 1.0 - shares.iter().sum::<f64>();
    sum.add(1.0, &ways[..columns.len()], anyhow * outlier);
}

/// What is square to each of `count` axes, of which the last is the main one. Where there is only that one,
/// nothing is square to `other` ones.
fn square_to_each(count: usize, main: f64, other: f64) -> [f64; 3] {
    let mut shares = [other; 3];
    shares[count - 1] = main;
    shares
}
