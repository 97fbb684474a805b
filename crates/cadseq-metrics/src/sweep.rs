//! ACP and AP1 against the tolerance (Figure 6), in one pass over the cases.

use cadseq_program::{FeatureMatrix, Level};
use serde::Serialize;

use crate::parameters::compared;
use crate::types::{predicted_types, types};
use crate::{Accuracy, Case, Measure, Metric, Score, Settings};

/// ACP and AP1 of whole programs for each tolerance of 0, 1, ..., 255 levels: what
/// [`Metric::accuracy`] gives for each of them, from differences that are taken once.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToleranceSweep {
    /// Accuracy of programs, one entry a tolerance.
    pub acp: Vec<Accuracy>,
    /// Accuracy of parameters, one entry a tolerance.
    pub ap1: Vec<Accuracy>,
}

impl ToleranceSweep {
    /// The sweep over `cases`.
    pub fn of(cases: &[Case]) -> Self {
        let profiles: Vec<CaseProfile> = cases.iter().map(CaseProfile::of).collect();
        let sweep = |metric| {
            (0..Level::COUNT)
                .map(|tolerance| accuracy(metric, &profiles, tolerance))
                .collect()
        };
        Self {
            acp: sweep(Metric::Acp),
            ap1: sweep(Metric::Ap1),
        }
    }
}

fn accuracy(metric: Metric, profiles: &[CaseProfile], tolerance: usize) -> Accuracy {
    let valid = profiles.iter().filter(|case| case.is_predicted).count();
    let measure = |valid, score: &dyn Fn(&CaseProfile) -> Score| {
        Measure::ratio(&profiles.iter().map(score).collect::<Vec<_>>(), valid)
    };
    let at = |profile: &Profile| profile.score(metric, tolerance);
    Accuracy {
        raw: measure(valid, &|case| at(&case.members[0])),
        up_to_equivalence: measure(valid, &|case| metric.best(case.members.iter().map(at))),
        class_guesser: measure(profiles.len(), &|case| {
            Score::average(case.guesses.iter().map(at))
        }),
    }
}

/// How right a prediction is for each tolerance.
struct CaseProfile {
    is_predicted: bool,
    /// The prediction against each member of the class, the truth first.
    members: Vec<Profile>,
    /// Each member, as a guess, against the truth.
    guesses: Vec<Profile>,
}

impl CaseProfile {
    fn of(case: &Case) -> Self {
        let (truth, prediction) = (case.truth(), case.prediction());
        Self {
            is_predicted: prediction.is_some(),
            members: case
                .members()
                .map(|member| Profile::of(member, prediction))
                .collect(),
            guesses: case
                .members()
                .map(|guess| Profile::of(truth, Some(guess)))
                .collect(),
        }
    }
}

struct Profile {
    /// How many parameters are right with each tolerance.
    right: Vec<u32>,
    used: usize,
    /// Whether the types are equal.
    has_same_types: bool,
}

impl Profile {
    fn of(truth: &FeatureMatrix, prediction: Option<&FeatureMatrix>) -> Self {
        let compared = compared(truth, prediction);
        let mut right = vec![0; Level::COUNT];
        for needed in compared.iter().filter_map(|one| one.needed_tolerance) {
            right[usize::from(needed)] += 1;
        }
        for tolerance in 1..right.len() {
            right[tolerance] += right[tolerance - 1];
        }
        let whole = Settings::default();
        Self {
            right,
            used: compared.len(),
            has_same_types: prediction.is_some()
                && types(truth, &whole) == predicted_types(prediction, &whole),
        }
    }

    fn score(&self, metric: Metric, tolerance: usize) -> Score {
        let right = self.right[tolerance] as usize;
        if metric == Metric::Acp {
            let is_right = self.has_same_types && right == self.used;
            return Score::of_one(f64::from(u8::from(is_right)));
        }
        Score {
            numerator: right as f64,
            denominator: self.used as f64,
        }
    }
}
