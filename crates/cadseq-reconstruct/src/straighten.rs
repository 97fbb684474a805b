//! Arcs that are lines, and lines that are flat arcs.

use cadseq_render::View;

use crate::edges::EdgeField;
use crate::fit::{fit, measure};
use crate::shape::{Profile, Shape};

/// A curve whose middle is nearer than this to its chord, in pixels, is tried as a line.
const MAYBE_STRAIGHT_PX: f64 = 2.5;

/// A curve that is nearer than this is a line.
const STRAIGHT_PX: f64 = 0.15;

/// Standard deviation of an edge found beside a mark, in pixels.
const MARK_DEVIATION_PX: f64 = 0.15;

/// A bulge within so many of its standard deviations is none.
const DEVIATIONS: f64 = 3.5;

/// By how much the mean distance of the edges may grow when a curve is made straight, in pixels.
const STRAIGHT_COST_PX: f64 = 0.01;

/// By how much of itself a cost must fall for a curve to be bent.
const PRICE_OF_BEND: f64 = 0.1;

/// How far the measure of a fit looks for edges, in pixels.
const MEASURE_PX: f64 = 3.0;

/// The shape with all curves straight that may as well be, fitted again in
/// steps that look `reaches` pixels far.
pub fn straightened(shape: Shape, view: &View, edges: &impl EdgeField, reaches: &[f64]) -> Shape {
    let quality = |shape: &Shape| measure(shape, view, edges, MEASURE_PX).residual_px;
    let mut best = shape;
    loop {
        let Profile::Loop {
            corners,
            mut bulges,
            mut bends,
        } = best.profile
        else {
            return best;
        };
        let flattest = (0..3)
            .filter(|&curve| bends[curve])
            .map(|curve| (sagitta_px(&best, curve, view), curve))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((sagitta, curve)) = flattest.filter(|flat| flat.0 < MAYBE_STRAIGHT_PX) else {
            return best;
        };
        let report = measure(&best, view, edges, MEASURE_PX);
        let index = 5 + (0..curve).filter(|&before| bends[before]).count();
        let deviation = report.deviations[index] * MARK_DEVIATION_PX;
        let surely_straight = sagitta < STRAIGHT_PX || bulges[curve].abs() < DEVIATIONS * deviation;
        (bulges[curve], bends[curve]) = (0.0, false);
        let straight = Shape {
            profile: Profile::Loop {
                corners,
                bulges,
                bends,
            },
            ..best
        };
        let straight = fit(straight, view, edges, reaches);
        if !surely_straight && quality(&straight) > report.residual_px + STRAIGHT_COST_PX {
            return best;
        }
        best = straight;
    }
}

/// The loop with each curve straight or bent as it meets the picture best by `cost`, fitted again;
/// a bent curve must earn its parameter.
pub fn with_best_bends(
    shape: Shape,
    view: &View,
    edges: &impl EdgeField,
    reaches: &[f64],
    cost: impl Fn(&Shape) -> f64,
) -> Shape {
    let price = |shape: &Shape| {
        let Profile::Loop { bends, .. } = shape.profile else {
            return cost(shape);
        };
        let bent = bends.iter().filter(|&&bend| bend).count();
        cost(shape) * (1.0 + PRICE_OF_BEND * bent as f64)
    };
    let mut best = (price(&shape), shape);
    for _ in 0..3 {
        let before = best;
        for curve in 0..3 {
            if sagitta_px(&before.1, curve, view) > MAYBE_STRAIGHT_PX {
                continue;
            }
            if let Some(toggled) = before.1.with_toggled_bend(curve) {
                let fitted = fit(toggled, view, edges, reaches);
                let price = price(&fitted);
                if price < best.0 {
                    best = (price, fitted);
                }
            }
        }
        if best.0 >= before.0 {
            break;
        }
    }
    best.1
}

/// How far the middle of a curve of the cap is from its chord, in pixels.
fn sagitta_px(shape: &Shape, curve: usize, view: &View) -> f64 {
    let at = |t: f64| view.project(shape.world(curve, t, 0.0));
    let (Some(start), Some(middle), Some(end)) = (at(0.0), at(0.5), at(1.0)) else {
        return f64::INFINITY;
    };
    let chord = end - start;
    chord.perp_dot(middle - start).abs() / chord.length().max(1e-9)
}
