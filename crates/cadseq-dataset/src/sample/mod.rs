//! One sample: a template with its values, drawn until it gives a solid.

mod draft;
mod free;
mod ruled;
mod spread;

use cadseq_program::{FeatureMatrix, Program};
use cadseq_solid::Prism;

pub use draft::{Built, Draft, Outline};
pub use spread::{Precision, Spread};

use crate::{
    Distribution, Rejection, Rejections, Sequence, Template, distribution::Variation,
    random::Random,
};

/// A program that gives a solid, with its solid.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The program: sketch, curves, extrude.
    pub program: Program,
    /// Its feature matrix in the paper's setting; the nearest one where values are off the grid.
    pub matrix: FeatureMatrix,
    /// Its solid.
    pub prism: Prism,
    /// Which curves it has.
    pub sequence: Sequence,
    /// What was drawn before it and gave no sample.
    pub rejections: Rejections,
}

impl Sample {
    /// The template shape of the sample.
    pub fn template(&self) -> Template {
        self.sequence.template()
    }

    /// How many programs were drawn, this one included.
    pub fn attempts(&self) -> u64 {
        self.rejections.total() + 1
    }
}

/// Draws the sample `index` of the data set of `seed`, a function of its arguments alone.
///
/// The sequence follows from the index ([`Sequence::of`]); the values are drawn again until they
/// give a solid and, with rules, keep every rule.
pub fn sample(distribution: &Distribution, seed: u64, index: u64) -> Sample {
    let mut random = Random::for_sample(distribution.name(), seed, index);
    let sequence = Sequence::of(index);
    let variation = distribution.choose(&mut random);
    let mut rejections = Rejections::default();
    loop {
        match attempt(variation, sequence, &mut random) {
            Ok(Built {
                program,
                matrix,
                prism,
            }) => {
                return Sample {
                    program,
                    matrix,
                    prism,
                    sequence,
                    rejections,
                };
            }
            Err(cause) => rejections.count(cause),
        }
    }
}

/// Draws once and builds.
pub(crate) fn attempt(
    variation: &Variation,
    sequence: Sequence,
    random: &mut Random,
) -> Result<Built, Rejection> {
    let draft = match variation {
        Variation::Free => free::draw(sequence, random),
        Variation::Ruled(rules) => ruled::draw(rules, sequence, random)?,
        Variation::Spread(spread) => spread.draw(sequence, random),
    };
    draft.build()
}
