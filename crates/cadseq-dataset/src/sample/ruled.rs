//! With rules: what the rules determine follows from what is drawn; the limits decide.

use super::{Draft, Outline, draft::chords, free};
use crate::{
    Rejection, RuleSet, Sequence, grid,
    random::Random,
    rules::{Facts, Target},
};

/// Draws the free values, sets the ruled ones and checks the limits.
///
/// # Errors
/// The first limit that is broken.
pub(crate) fn draw(
    rules: &RuleSet,
    sequence: Sequence,
    random: &mut Random,
) -> Result<Draft, Rejection> {
    let draft = apply(rules, sequence, free::draw(sequence, random));
    match rules.broken_limit(sequence, &Facts::of(&draft)) {
        Some(limit) => Err(Rejection::rule(&limit.name)),
        None => Ok(draft),
    }
}

/// Sets the sweeps, then the depth, each snapped to its grid.
fn apply(rules: &RuleSet, sequence: Sequence, mut draft: Draft) -> Draft {
    if let Outline::Loop {
        vertices,
        sweeps_deg,
    } = &mut draft.outline
    {
        for (sweep_deg, [start, end]) in sweeps_deg.iter_mut().zip(chords(*vertices)) {
            let facts = Facts::of_chord(start.distance(end));
            if sweep_deg.is_some()
                && let Some(value) = rules.value(Target::Sweep, sequence, &facts)
            {
                *sweep_deg = Some(grid::snap_sweep_deg(value));
            }
        }
    }
    if let Some(value) = rules.value(Target::Depth, sequence, &Facts::of(&draft)) {
        draft.depth = grid::snap_coordinate(value);
    }
    draft
}
