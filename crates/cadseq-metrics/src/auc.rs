//! AP1 of one parameter of one operation against the tolerance, and the area under it.

use cadseq_program::{FeatureMatrix, Level, OperationKind, RowKind, Variable};
use serde::Serialize;

use crate::parameters::{LARGEST_TOLERANCE, compared};
use crate::{Case, Measure, Score};

/// AP1 of one parameter of one type of operation for every tolerance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToleranceCurve {
    /// Share of right values within a tolerance of 0, 1, ..., 255 levels; empty where `used` is 0.
    /// For a discrete variable the tolerance does not apply, so its curve is level.
    pub accuracy: Vec<f64>,
    /// How often the true programs use the parameter.
    pub used: usize,
    /// How often the predictions have an operation of the same type there.
    pub valid: usize,
    /// Area under `accuracy` by the trapezoidal rule, over 255; `None` where `used` is 0.
    pub area: Option<f64>,
    /// Standard error of `area` over programs; `None` for fewer than two programs or `used` 0.
    pub area_spread: Option<f64>,
}

/// Truths and what they are compared with; several for one case count by equal shares.
type Pairs<'a> = Vec<(&'a FeatureMatrix, Option<&'a FeatureMatrix>)>;

impl ToleranceCurve {
    /// The curve of `variable` in operations of type `kind` against the truths themselves.
    pub fn raw(cases: &[Case], kind: OperationKind, variable: Variable) -> Self {
        let pairs = cases
            .iter()
            .map(|case| vec![(case.truth(), case.prediction())]);
        Self::over(pairs, kind, variable)
    }

    /// The curve against the member of each truth's class that is [nearest](Case::nearest) to the
    /// prediction as a whole: one member for all parameters.
    pub fn up_to_equivalence(cases: &[Case], kind: OperationKind, variable: Variable) -> Self {
        let pairs = cases
            .iter()
            .map(|case| vec![(case.nearest(), case.prediction())]);
        Self::over(pairs, kind, variable)
    }

    /// The expected raw curve of a predictor that knows each truth's class but guesses the member,
    /// each as likely. The predictions do not matter: all uses count as valid.
    pub fn class_guesser(cases: &[Case], kind: OperationKind, variable: Variable) -> Self {
        let guesses = |case| {
            let guesses = Case::members(case);
            guesses
                .map(|guess| (case.truth(), Some(guess)))
                .collect::<Pairs<'_>>()
        };
        let curve = Self::over(cases.iter().map(guesses), kind, variable);
        Self {
            valid: curve.used,
            ..curve
        }
    }

    fn over<'a>(
        cases: impl Iterator<Item = Pairs<'a>>,
        kind: OperationKind,
        variable: Variable,
    ) -> Self {
        let mut sum = Sum::default();
        for pairs in cases {
            sum.add(&pairs, RowKind::Operation(kind), variable);
        }
        sum.curve()
    }
}

/// What cases add up to.
struct Sum {
    /// How many values become right at each tolerance.
    newly_right: Vec<f64>,
    used: usize,
    valid: usize,
    /// Area in levels, over uses, of each case.
    areas: Vec<Score>,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            newly_right: vec![0.0; Level::COUNT],
            used: 0,
            valid: 0,
            areas: Vec::new(),
        }
    }
}

impl Sum {
    fn add(&mut self, pairs: &Pairs<'_>, kind: RowKind, variable: Variable) {
        let weight = 1.0 / pairs.len() as f64;
        let mut area = Score::NOTHING;
        for (index, &(truth, prediction)) in pairs.iter().enumerate() {
            let uses = compared(truth, prediction).into_iter();
            for one in uses.filter(|one| (one.kind, one.variable) == (kind, variable)) {
                if index == 0 {
                    self.used += 1;
                    self.valid += usize::from(one.is_met);
                }
                if let Some(needed) = one.needed_tolerance {
                    self.newly_right[usize::from(needed)] += weight;
                }
                area.numerator += weight * one.area_levels();
                area.denominator += weight;
            }
        }
        self.areas.push(area);
    }

    fn curve(self) -> ToleranceCurve {
        let Self { used, valid, .. } = self;
        let area = Measure::ratio(&self.areas, valid);
        let known = |value: f64| Some(value / LARGEST_TOLERANCE).filter(|value| value.is_finite());
        let right = self.newly_right.iter().scan(0.0, |sum, newly| {
            *sum += newly;
            Some(*sum / used as f64)
        });
        ToleranceCurve {
            accuracy: if used == 0 {
                Vec::new()
            } else {
                right.collect()
            },
            used,
            valid,
            area: known(area.value),
            area_spread: known(area.spread),
        }
    }
}
