//! A true program and what was predicted for it.

use cadseq_program::{
    CanonicalOptions, EncodeError, FeatureMatrix, MatrixConfig, Program, encode, equivalents,
};

use crate::Score;
use crate::parameters::{Compared, compared};

/// A true program with its equivalence class, and its prediction.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    truth: FeatureMatrix,
    /// The other members of the truth's class, without repetition.
    others: Vec<FeatureMatrix>,
    prediction: Option<FeatureMatrix>,
}

impl Case {
    /// A case whose class holds the truth only. `None` predicts nothing, which is wrong.
    pub fn new(truth: FeatureMatrix, prediction: Option<FeatureMatrix>) -> Self {
        Self {
            truth,
            others: Vec::new(),
            prediction,
        }
    }

    /// A case with the class of `truth`. Members that the matrix cannot carry are left out: no
    /// prediction can be one of them.
    ///
    /// # Errors
    /// Where the matrix cannot carry `truth` itself.
    pub fn with_class(
        truth: &Program,
        prediction: Option<FeatureMatrix>,
        config: &MatrixConfig,
        options: &CanonicalOptions,
    ) -> Result<Self, EncodeError> {
        let mut case = Self::new(encode(truth, config)?, prediction);
        for member in equivalents(truth, options) {
            let Ok(matrix) = encode(&member, config) else {
                continue;
            };
            if !case.members().any(|known| *known == matrix) {
                case.others.push(matrix);
            }
        }
        Ok(case)
    }

    /// The true program.
    pub fn truth(&self) -> &FeatureMatrix {
        &self.truth
    }

    /// The members of the truth's class, the truth first.
    pub fn members(&self) -> impl Iterator<Item = &FeatureMatrix> {
        std::iter::once(&self.truth).chain(&self.others)
    }

    /// The member of the truth's class that is nearest to the prediction: the one whose AP1, as the
    /// area under all tolerances, is largest; of equals the first.
    pub fn nearest(&self) -> &FeatureMatrix {
        let area = |member| {
            let parameters = compared(member, self.prediction());
            Score {
                numerator: parameters.iter().copied().map(Compared::area_levels).sum(),
                denominator: parameters.len() as f64,
            }
            .share()
        };
        let mut nearest = (&self.truth, area(&self.truth));
        for member in &self.others {
            let area = area(member);
            if area > nearest.1 {
                nearest = (member, area);
            }
        }
        nearest.0
    }

    /// The prediction, if there is one.
    pub fn prediction(&self) -> Option<&FeatureMatrix> {
        self.prediction.as_ref()
    }
}
