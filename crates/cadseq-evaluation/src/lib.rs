//! What a run predicted ([`Outcome`], files that any system can write), and every metric of it
//! ([`Evaluation`], derived from those files alone).

mod evaluation;
mod outcome;

pub use evaluation::{Confusion, Evaluation, Grade, Judged, MetricAtRows, ParameterCurve};
pub use outcome::{Outcome, OutcomeError, Prediction, Provenance, StageTime};
