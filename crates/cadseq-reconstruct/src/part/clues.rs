//! What tells a right hypothesis from a wrong one.

use cadseq_render::surfaces;

use super::fit::Gradients;
use super::judge::{Judge, drawn, nearness};
use super::numbers::Numbers;
use super::{Hypothesis, sized};
use crate::Clues;

/// Edges of the picture this far from one of the solid, in pixels of the maps, are half explained.
const NEAR_PX: f64 = 1.2;

impl Clues {
    /// Of a hypothesis.
    pub(super) fn of(hypothesis: &Hypothesis, gradients: &Gradients, judge: &Judge) -> Self {
        let agreement = hypothesis.agreement;
        let maps = &judge.maps;
        let weight: f32 = maps.mask.iter().sum();
        let doubts = maps.normal_doubts_deg.iter().zip(&maps.mask);
        let misfit = hypothesis.misfit(gradients);
        Self {
            surfaces: agreement.surfaces,
            edge_precision: agreement.precision,
            edge_recall: agreement.recall,
            hidden: agreement.expected,
            misfit: misfit.sum / (misfit.marks as f64).max(1.0),
            picture_recall: picture_recall(hypothesis, gradients),
            numbers: Numbers::of(&hypothesis.stacked).values.len(),
            extrudes: hypothesis.stacked.levels.len(),
            camera_cost: hypothesis.placed.cost,
            normal_doubt_deg: f64::from(
                doubts.map(|(doubt, mask)| doubt * mask).sum::<f32>() / weight.max(1.0),
            ),
        }
    }
}

/// How many of the picture's edges are near edges of the solid, by their contrast.
fn picture_recall(hypothesis: &Hypothesis, gradients: &Gradients) -> f64 {
    let placed = sized(&hypothesis.placed, gradients.size);
    let seen = surfaces(&hypothesis.mesh, &placed.view, 1);
    let near = nearness(
        &drawn(&seen),
        gradients.size,
        (NEAR_PX * gradients.pixel()) as f32,
    );
    let (mut sum, mut total) = (0.0, 1e-9);
    for (pixel, near) in near.into_iter().enumerate() {
        let contrast = gradients.contrast(pixel);
        sum += contrast * f64::from(near);
        total += contrast;
    }
    sum / total
}
