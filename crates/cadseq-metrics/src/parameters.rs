//! Metrics of the parameters: ACP (equation 1) and AP1 (equation 5).

use cadseq_program::{FeatureMatrix, Level, Variable};

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
            let difference = difference(truth, truth_row, prediction, predicted_row, variable);
            let tolerance = if variable.is_discrete() {
                0
            } else {
                settings.tolerance_levels
            };
            difference.is_some_and(|difference| difference <= tolerance)
        })
        .count()
}

/// By how many levels a parameter is off; `None` where the prediction is no level at all.
pub(crate) fn difference(
    truth: &FeatureMatrix,
    truth_row: usize,
    prediction: &FeatureMatrix,
    predicted_row: usize,
    variable: Variable,
) -> Option<u16> {
    let predicted = Level::from_entry(prediction.get(predicted_row, variable)?)?;
    Some(truth.get(truth_row, variable)?.abs_diff(predicted.entry()))
}
