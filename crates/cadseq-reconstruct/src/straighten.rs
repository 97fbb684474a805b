//! Arcs that are lines: an arc of a fitted loop that may as well be straight is made so.

use cadseq_render::View;

use crate::edges::EdgeField;
use crate::fit::{fit, measure};
use crate::shape::{Profile, Shape};

/// A curve whose middle is nearer than this to its chord, in pixels, is tried as a line.
const MAYBE_STRAIGHT_PX: f64 = 2.5;

/// A curve that is nearer than this is a line.
const STRAIGHT_PX: f64 = 0.3;

/// By how much the mean distance of the edges may grow when a curve is made straight, in pixels.
const STRAIGHT_COST_PX: f64 = 0.02;

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
        if sagitta > STRAIGHT_PX && quality(&straight) > quality(&best) + STRAIGHT_COST_PX {
            return best;
        }
        best = straight;
    }
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
