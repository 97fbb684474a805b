//! One part: a family, a draft, a layout, drawn until they give a solid.

use cadseq_program::Program;
use cadseq_solid::{Body, Note, Part};

use super::{FAMILIES, Family, draft::Draft, emit::Layout};
use crate::{Rejection, Rejections, random::Random};

/// Longest side of a part's box, in model units.
pub const LONGEST_SIDE: f64 = 10.0;
/// By how much the longest side may miss [`LONGEST_SIDE`].
const SIDE_TOLERANCE: f64 = 1e-6;
/// Shortest side of the box; thinner parts show nothing but an edge from most sides.
const MIN_SIDE: f64 = 0.05;
/// Chord tolerance of the mesh that a part must have, in model units.
const CHECK_CHORD_TOLERANCE: f64 = 0.02;
/// Smallest share of the box that is material.
const MIN_FILL: f64 = 0.003;

/// A random part with its program.
#[derive(Debug, Clone)]
pub struct PartSample {
    /// The program.
    pub program: Program,
    /// What it builds: one solid, the longest side of whose box is [`LONGEST_SIDE`].
    pub part: Part,
    /// Name of its family.
    pub family: &'static str,
    /// What was drawn before it and gave no part.
    pub rejections: Rejections,
}

/// The sample `index` of the distribution `parts` under `seed`, a function of the two alone.
///
/// The family is drawn by weight; its values are drawn again until they give a solid.
pub fn part_sample(seed: u64, index: u64) -> PartSample {
    let mut random = Random::for_sample("parts", seed, index);
    let family = random.weighted(FAMILIES, |family| family.weight);
    drawn(family, &mut random)
}

/// The sample `index` of one family alone, to look at it or to measure it.
pub fn part_sample_of(family: &Family, seed: u64, index: u64) -> PartSample {
    drawn(family, &mut Random::for_sample(family.name, seed, index))
}

fn drawn(family: &Family, random: &mut Random) -> PartSample {
    let mut rejections = Rejections::default();
    loop {
        let draft = stretched((family.draw)(random), random);
        let layout = Layout::draw(random);
        match build(&draft, &layout) {
            Ok((program, part)) => {
                return PartSample {
                    program,
                    part,
                    family: family.name,
                    rejections,
                };
            }
            Err(cause) => rejections.count(cause),
        }
    }
}

/// Some of the drafts as a sheet, some as a long bar: people design both far beyond a family's own
/// proportions.
fn stretched(draft: Draft, random: &mut Random) -> Draft {
    let factor = match random.below(20) {
        0..4 => random.log_between([0.03, 1.0]),
        4..8 => random.log_between([1.0, 20.0]),
        _ => return draft,
    };
    draft.stretched(factor).unwrap_or(draft)
}

/// Scales, lays out and builds a draft. Where cuts took away what made the longest side, it is scaled
/// once more.
fn build(draft: &Draft, layout: &Layout) -> Result<(Program, Part), Rejection> {
    let mut side = draft.size().max_element();
    for _ in 0..2 {
        if !(side.is_finite() && side > 0.0) {
            return Err(Rejection::no_volume());
        }
        let scaled = draft.scaled(LONGEST_SIDE / side);
        let program = layout
            .program(&scaled)
            .map_err(|_| Rejection::out_of_range())?;
        let part = Part::build(&program).map_err(|error| Rejection::from(&error))?;
        let found = check(&part)?;
        if (found - LONGEST_SIDE).abs() <= SIDE_TOLERANCE {
            return if can_be_meshed(&part) {
                Ok((program, part))
            } else {
                Err(Rejection::no_mesh())
            };
        }
        side *= found / LONGEST_SIDE;
    }
    Err(Rejection::off_scale())
}

/// Whether every body can be meshed. A stack always can; asking it would double the time of a draw.
fn can_be_meshed(part: &Part) -> bool {
    let can = |body: &Body| match body {
        Body::Stack(_) => true,
        Body::Kernel(_) => body.mesh(CHECK_CHORD_TOLERANCE).is_ok(),
    };
    part.solid.bodies().iter().all(|body| can(body))
}

/// The longest side of a part's box, where it is a part that one would look at.
fn check(part: &Part) -> Result<f64, Rejection> {
    let does_nothing = |note: &Note| matches!(note, Note::Idle { .. } | Note::Empty { .. });
    if part.notes.iter().any(does_nothing) {
        return Err(Rejection::idle());
    }
    let measures = part.solid.measures().ok().flatten();
    let measures = measures.ok_or_else(Rejection::no_volume)?;
    let sides = measures.bounds.max - measures.bounds.min;
    let fill = measures.volume / sides.element_product();
    if !(MIN_FILL..=1.0 + 1e-9).contains(&fill) {
        return Err(Rejection::no_volume());
    }
    if sides.min_element() < MIN_SIDE * sides.max_element() / LONGEST_SIDE {
        return Err(Rejection::too_thin());
    }
    Ok(sides.max_element())
}
