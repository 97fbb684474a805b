//! AP1 of one parameter of one operation against the tolerance, and the area under it.

use cadseq_program::{Level, OperationKind, RowKind, Variable};
use serde::Serialize;

use crate::types::{predicted_types, types};
use crate::{Case, Settings, parameters};

/// AP1 of one parameter of one type of operation for every tolerance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToleranceCurve {
    /// Share of right values within a tolerance of 0, 1, ..., 255 levels; empty where `used` is 0.
    pub accuracy: Vec<f64>,
    /// How often the true programs use the parameter.
    pub used: usize,
    /// Area under `accuracy` by the trapezoidal rule, over 255; `None` where `used` is 0.
    pub area: Option<f64>,
}

impl ToleranceCurve {
    /// The raw curve of `variable` in operations of type `kind`. For a discrete variable the
    /// tolerance does not apply, so its curve is level.
    pub fn of(cases: &[Case], kind: OperationKind, variable: Variable) -> Self {
        let settings = Settings::default();
        let code = RowKind::Operation(kind).code();
        let mut histogram = vec![0_usize; Level::COUNT];
        let mut used = 0;
        for case in cases {
            let truth = types(case.truth(), &settings);
            let predicted = predicted_types(case.prediction(), &settings);
            for row in (0..truth.len()).filter(|&row| truth[row] == code) {
                if !case
                    .truth()
                    .used(row)
                    .any(|candidate| candidate == variable)
                {
                    continue;
                }
                used += 1;
                let difference = case
                    .prediction()
                    .filter(|_| predicted.get(row) == Some(&code));
                let difference = difference.and_then(|prediction| {
                    parameters::difference(case.truth(), row, prediction, row, variable)
                });
                let counts = |&off: &u16| off == 0 || !variable.is_discrete();
                if let Some(off) = difference.filter(counts) {
                    histogram[usize::from(off).min(Level::COUNT - 1)] += 1;
                }
            }
        }
        Self::from_histogram(&histogram, used)
    }

    fn from_histogram(histogram: &[usize], used: usize) -> Self {
        if used == 0 {
            return Self {
                accuracy: Vec::new(),
                used,
                area: None,
            };
        }
        let within = histogram.iter().scan(0, |sum, count| {
            *sum += count;
            Some(*sum as f64 / used as f64)
        });
        let accuracy: Vec<f64> = within.collect();
        let trapezoids = accuracy
            .windows(2)
            .map(|pair| f64::midpoint(pair[0], pair[1]));
        let area = trapezoids.sum::<f64>() / (accuracy.len() - 1) as f64;
        Self {
            accuracy,
            used,
            area: Some(area),
        }
    }
}
