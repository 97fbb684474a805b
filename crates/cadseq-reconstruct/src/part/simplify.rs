//! Outlines of fewer numbers, and equal ones, that lie as well on the picture's own edges.

use rayon::prelude::*;

use super::fit::Gradients;
use super::judge::Judge;
use super::numbers::Numbers;
use super::sketches::Stacked;
use super::{Hypothesis, improve};
use crate::ReconstructError;
use crate::cancel::Limits;

/// Most rounds.
const ROUNDS: usize = 4;

/// How many simpler outlines of a round are fitted, and what one may lose before.
const FITTED: usize = 6;
const LOSS: f64 = 0.08;

/// What all of them together may lose.
const MOST_LOST: f64 = 0.035;

/// What a number costs, in misfits: marks are denser than what is seen of an edge, so that one is worth many.
const PRICE: f64 = 12.0;

/// The simplest that lies as well on the picture's edges.
///
/// # Errors
/// Only [`ReconstructError::Cancelled`].
pub(super) fn simplified(
    start: Hypothesis,
    gradients: &Gradients,
    judge: &Judge,
    limits: Limits<'_>,
) -> Result<Hypothesis, ReconstructError> {
    let numbers = |stacked: &Stacked| Numbers::of(stacked).values.len();
    let cost = |one: &Hypothesis| one.misfit(gradients).sum + PRICE * numbers(&one.stacked) as f64;
    let least_value = start.value - MOST_LOST;
    let mut current = start;
    let mut least = cost(&current);
    for _ in 0..ROUNDS {
        limits.go_on()?;
        if limits.is_late() {
            break;
        }
        let most = numbers(&current.stacked);
        let mut simpler = Numbers::of(&current.stacked).merged(&current.stacked);
        simpler.extend(improve::outlines(&current.stacked));
        simpler.retain(|stacked| numbers(stacked) < most);
        let simplest = current
            .best_edited(simpler, LOSS, FITTED, judge)
            .par_iter()
            .filter_map(|edited| edited.refitted(judge)?.sharpened(gradients, judge))
            .filter(|fitted| fitted.value > least_value)
            .map(|fitted| (cost(&fitted), fitted))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match simplest {
            Some((cost, simpler)) if cost < least => (least, current) = (cost, simpler),
            _ => break,
        }
    }
    Ok(current)
}
