//! What a run predicted ([`Outcome`], files that any system can write), and every metric of it
//! ([`Evaluation`], derived from those files alone).
//!
//! `run.json` is one [`Provenance`]; `predictions.jsonl` has a [`Prediction`] a line, with the truth
//! as text beside it, so that the two files need no data set. Every prediction is judged twice: its
//! feature matrix by the metrics of programs, the solid of its program against the truth's by overlap
//! and picture. A prediction that is missing, is not a program or does not build ([`Part::build`](cadseq_solid::Part::build), as for
//! every other command) counts as wrong and is counted.

mod confusion;
mod evaluation;
mod files;
mod judged;
mod judgement;
mod outcome;
mod sequence;
mod solids;
#[cfg(test)]
mod tests;

pub use confusion::Confusion;
pub use evaluation::{Evaluation, MetricAtRows, ParameterCurve};
pub use judged::{Grade, Judged};
pub use outcome::{Outcome, OutcomeError, Prediction, Provenance, StageTime};
pub use solids::picture_difference;
