//! Metrics of the parameters: ACP (equation 1) and AP1 (equation 5).

use cadseq_program::{FeatureMatrix, Level, RowKind, Variable};

use crate::types::{predicted_types, types};
use crate::{Score, Settings};

/// 1 where every type and every used parameter is right.
pub(crate) fn acp(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let types = types(truth, settings);
    let right = prediction.is_some_and(|prediction| {
        types == predicted_types(Some(prediction), settings)
            && (0..types.len()).all(|row| {
                right_parameters(truth, row, prediction, row, settings) == truth.used(row).count()
            })
    });
    Score::of_one(f64::from(u8::from(right)))
}

/// Right parameters at positions whose type is right, over all used parameters of the truth.
pub(crate) fn ap1(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let types = types(truth, settings);
    let predicted = predicted_types(prediction, settings);
    let used: usize = (0..types.len()).map(|row| truth.used(row).count()).sum();
    let right: usize = prediction.map_or(0, |prediction| {
        (0..types.len().min(predicted.len()))
            .filter(|&row| types[row] == predicted[row])
            .map(|row| right_parameters(truth, row, prediction, row, settings))
            .sum()
    });
    Score {
        numerator: right as f64,
        denominator: used as f64,
    }
}

/// How many of the parameters used by a row of the truth a row of the prediction has right.
pub(crate) fn right_parameters(
    truth: &FeatureMatrix,
    truth_row: usize,
    prediction: &FeatureMatrix,
    predicted_row: usize,
    settings: &Settings,
) -> usize {
    truth
        .used(truth_row)
        .filter(|&variable| {
            let needed = needed_tolerance(truth, truth_row, prediction, predicted_row, variable);
            needed.is_some_and(|needed| needed <= settings.tolerance_levels)
        })
        .count()
}

/// The least tolerance in levels with which a parameter is right (conditions c2 and c3 of equation
/// 5); `None` where no tolerance is enough: an entry is no level at all, or another name.
fn needed_tolerance(
    truth: &FeatureMatrix,
    truth_row: usize,
    prediction: &FeatureMatrix,
    predicted_row: usize,
    variable: Variable,
) -> Option<u16> {
    let right = Level::from_entry(truth.get(truth_row, variable)?)?;
    let predicted = Level::from_entry(prediction.get(predicted_row, variable)?)?;
    let difference = right.index().abs_diff(predicted.index());
    (difference == 0 || !variable.is_discrete()).then_some(difference.into())
}

/// A used parameter of a true program beside the prediction at its position.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    /// The row that uses it.
    pub(crate) kind: RowKind,
    /// Which parameter.
    pub(crate) variable: Variable,
    /// Whether the prediction has an operation of the same type at this position.
    pub(crate) is_met: bool,
    /// The least tolerance in levels with which it is right; `None` where no tolerance is enough.
    pub(crate) needed_tolerance: Option<u16>,
}

impl Compared {
    /// The area under "is it right?" (0 or 1) against the tolerances 0, 1, ..., 255 by the
    /// trapezoidal rule, in levels: 0 to 255, by halves.
    pub(crate) fn area_levels(self) -> f64 {
        match self.needed_tolerance {
            None => 0.0,
            Some(0) => LARGEST_TOLERANCE,
            Some(needed) => LARGEST_TOLERANCE + 0.5 - f64::from(needed),
        }
    }
}

/// The tolerance with which every level is right, in levels.
pub(crate) const LARGEST_TOLERANCE: f64 = (Level::COUNT - 1) as f64;

/// All used parameters of a whole true program beside its prediction, in order.
pub(crate) fn compared(truth: &FeatureMatrix, prediction: Option<&FeatureMatrix>) -> Vec<Compared> {
    let settings = Settings::default();
    let types = types(truth, &settings);
    let predicted = predicted_types(prediction, &settings);
    let mut all = Vec::new();
    for (row, code) in types.iter().enumerate() {
        let Some(kind) = truth.kind(row) else {
            continue;
        };
        let met = prediction.filter(|_| predicted.get(row) == Some(code));
        all.extend(truth.used(row).map(|variable| Compared {
            kind,
            variable,
            is_met: met.is_some(),
            needed_tolerance:
                met.and_then(|prediction| needed_tolerance(truth, row, prediction, row, variable)),
        }));
    }
    all
}
