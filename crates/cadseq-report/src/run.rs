//! One run, as it comes into a report.

use cadseq_evaluation::{Evaluation, Provenance};
use serde::Serialize;

/// What a run predicted, evaluated, with where it comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Run {
    /// Where it comes from.
    pub provenance: Provenance,
    /// Its metrics.
    pub evaluation: Evaluation,
}
