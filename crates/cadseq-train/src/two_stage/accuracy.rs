//! How many programs come out right while a network trains.

use cadseq_metrics::{Case, Metric, Settings};
use cadseq_program::FeatureMatrix;
use serde::{Deserialize, Serialize};

/// Accuracies against the targets, whole programs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ProgramAccuracy {
    /// How many programs.
    pub programs: usize,
    /// Tolerance in levels.
    pub tolerance_levels: u16,
    /// Share of programs that are right.
    pub acp: f64,
    /// Share of sequences of types that are right.
    pub asot: f64,
    /// Share of parameters that are right.
    pub ap1: f64,
}

impl ProgramAccuracy {
    /// Compares the networks' raw matrices with their targets.
    pub fn new(
        targets: &[FeatureMatrix],
        predictions: &[FeatureMatrix],
        tolerance_levels: u16,
    ) -> Self {
        let cases: Vec<Case> = targets
            .iter()
            .zip(predictions)
            .map(|(target, prediction)| Case::new(target.clone(), Some(prediction.masked())))
            .collect();
        let settings = Settings {
            tolerance_levels,
            first_rows: None,
        };
        let value = |metric: Metric| metric.raw(&cases, &settings).value;
        Self {
            programs: cases.len(),
            tolerance_levels,
            acp: value(Metric::Acp),
            asot: value(Metric::Asot),
            ap1: value(Metric::Ap1),
        }
    }
}
