//! The search for the shapes that fit a picture best: many proposals, fitted ever more finely, fewer
//! at each stage.

use cadseq_model::{Label, LocatorPrediction, MAP_SIZE};
use cadseq_program::Plane;
use cadseq_render::Window;
use rayon::prelude::*;

use crate::ReconstructError;
use crate::cancel::{IsCancelled, go_on};
use crate::edges::{LabelEdges, PictureEdges};
use crate::explain::Comparison;
use crate::find::Scene;
use crate::fit::{fit, measure};
use crate::photometric::{cost, refine};
use crate::proposal::propose;
use crate::recut::recut;
use crate::shape::{Profile, Shape};
use crate::straighten::{straightened, with_best_bends};

/// Proposals of one direction that are fitted to the network's labels if it is sure of their plane,
/// beside the three of any plane.
const SEMIFINALISTS_OF_SURE_PLANE: f64 = 9.0;

/// Shapes of less depth, in model units, are tried with others.
const FLAT: f64 = 0.8;

/// Depths that a flat shape is tried with.
const THICKNESSES: [f64; 6] = [-0.7, -0.3, -0.12, 0.12, 0.3, 0.7];

/// By how much the cost of a shape counts more that programs do not have.
const IMPLAUSIBLE: f64 = 1.5;

/// Coarse fits that go on to the picture's own edges.
const FINALISTS: usize = 10;

/// Fits to the picture's edges that are refined against its grey values.
const REFINED: usize = 6;

/// Ways in which a fitted loop's outline is cut again.
const RECUTS: usize = 4;

/// Most steps of a refinement.
const REFINEMENTS: usize = 6;

/// Parameters that differ by less than this (model units, a tenth for bulges) count as the same.
const SAME_SHAPE: f64 = 0.15;

/// How far the last fits to the picture's edges look, in pixels, step by step.
const FINE_REACHES_PX: [f64; 14] = [
    5.0, 5.0, 5.0, 5.0, 4.0, 4.0, 4.0, 3.0, 3.0, 3.0, 2.5, 2.0, 2.0, 1.5,
];

/// Fits all proposals to the network's labels, the best of them to the picture's edges.
///
/// # Errors
/// Only [`ReconstructError::Cancelled`].
#[expect(
    clippy::too_many_lines,
    reason = "the order of the search, read from top to bottom"
)]
pub fn search(
    scene: &Scene,
    window: Window,
    prediction: &LocatorPrediction,
    comparison: &Comparison,
    is_cancelled: IsCancelled<'_>,
) -> Result<Vec<Shape>, ReconstructError> {
    let view = &scene.view;
    let cap_luma = cap_luma(scene, window, prediction);
    let rough = PictureEdges::new(scene, 1.5, cap_luma);
    let fine = PictureEdges::new(scene, 0.5, cap_luma);
    let labels = LabelEdges::new(scene, window, prediction);
    let cell = labels.cell();
    let proposals = propose(prediction, scene, window, &fine, &labels);
    let proposals = ranked(proposals, |shape| {
        -measure(shape, view, &labels, 6.0 * cell).residual_px
    });
    let coarse = [10.0, 8.0, 6.0, 5.0, 4.0, 3.0, 3.0].map(|cells| cells * cell);
    let score = |shape: &Shape| {
        shape
            .program()
            .map_or(0.0, |(_, prism)| comparison.explain(&prism).score())
    };
    let semifinal = various(proposals, prediction.planes())
        .into_par_iter()
        .map(|shape| go_on(is_cancelled).map(|()| fit(shape, view, &labels, &coarse)))
        .collect::<Result<_, _>>()?;
    let far = (1.8 * cell).clamp(4.0, 16.0);
    let middle = (far * 0.5).max(3.0);
    let last = |shape: Shape| {
        let shape = fit(shape, view, &fine, &FINE_REACHES_PX);
        straightened(shape, view, &fine, &FINE_REACHES_PX)
    };
    let finalists = different(ranked(semifinal, score), FINALISTS)
        .into_par_iter()
        .map(|shape| {
            go_on(is_cancelled)?;
            let shape = fit(
                shape,
                view,
                &rough,
                &[far, far, far, far, far, middle, middle, middle, middle],
            );
            Ok::<_, ReconstructError>(last(shape))
        })
        .collect::<Result<Vec<Shape>, _>>()?;
    let sharp = |shape: &Shape| {
        let doubt = if shape.is_plausible() {
            1.0
        } else {
            IMPLAUSIBLE
        };
        -doubt * cost(shape, comparison).unwrap_or(f64::INFINITY)
    };
    different(ranked(finalists, sharp), REFINED)
        .into_par_iter()
        .map(|shape| {
            go_on(is_cancelled)?;
            let mut all = vec![shape];
            all.extend(recut(&shape, view, &fine, RECUTS).into_iter().map(last));
            let best = ranked(all, sharp)[0];
            go_on(is_cancelled)?;
            let refined = refine(best, comparison, REFINEMENTS).map(|refined| last(refined.shape));
            let flat = with_thicknesses(best).into_iter().skip(1);
            let flat = flat.filter_map(|shape| Some(refine(shape, comparison, REFINEMENTS)?.shape));
            let all = [Some(best), refined]
                .into_iter()
                .flatten()
                .chain(flat)
                .collect();
            let best = ranked(all, sharp)[0];
            go_on(is_cancelled)?;
            let best = with_best_bends(best, view, &fine, &FINE_REACHES_PX, |shape| -sharp(shape));
            Ok(best)
        })
        .collect()
}

/// The shapes with the highest value first.
fn ranked(shapes: Vec<Shape>, value: impl Fn(&Shape) -> f64 + Sync) -> Vec<Shape> {
    let mut valued: Vec<(f64, Shape)> = shapes
        .into_par_iter()
        .map(|shape| (value(&shape), shape))
        .collect();
    valued.sort_by(|a, b| b.0.total_cmp(&a.0));
    valued.into_iter().map(|(_, shape)| shape).collect()
}

/// All circles, then the first shapes of each plane and direction, more of the likelier planes.
fn various(shapes: Vec<Shape>, planes: [f64; 3]) -> Vec<Shape> {
    let mut taken = [[0; 2]; 3];
    shapes
        .into_iter()
        .filter(|shape| {
            let plane = shape.plane.index();
            let group = &mut taken[plane][usize::from(shape.depth > 0.0)];
            let circle = matches!(shape.profile, Profile::Circle { .. });
            *group += usize::from(!circle);
            circle || (*group as f64) <= 3.0 + planes[plane] * SEMIFINALISTS_OF_SURE_PLANE
        })
        .collect()
}

/// A flat shape with other small depths: where its end faces nearly coincide, a fit can hang
/// between them.
fn with_thicknesses(shape: Shape) -> Vec<Shape> {
    let mut shapes = vec![shape];
    if shape.depth.abs() < FLAT {
        shapes.extend(THICKNESSES.map(|depth| Shape { depth, ..shape }));
    }
    shapes
}

/// The first `count` shapes that are not nearly the same as one before.
fn different(shapes: Vec<Shape>, count: usize) -> Vec<Shape> {
    let mut kept: Vec<Shape> = Vec::new();
    for shape in shapes {
        if kept.len() < count && !kept.iter().any(|other| other.is_near(&shape, SAME_SHAPE)) {
            kept.push(shape);
        }
    }
    kept
}

/// The grey value of the cap: the mean over the cells that the network is sure of.
fn cap_luma(scene: &Scene, window: Window, prediction: &LocatorPrediction) -> Option<f64> {
    let picture = scene.crop(window, MAP_SIZE);
    let (mut sum, mut count) = (0.0, 0);
    for cell in 0..MAP_SIZE * MAP_SIZE {
        let p: f32 = Plane::ALL
            .iter()
            .map(|&plane| prediction.label(Label::Cap(plane))[cell])
            .sum();
        if p > 0.9 {
            sum += f64::from(picture.luma[cell]);
            count += 1;
        }
    }
    (count >= 5).then(|| sum / f64::from(count))
}
