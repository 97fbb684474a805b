//! Accuracies against the tolerance.

use cadseq_evaluation::ParameterCurve;
use cadseq_metrics::{random_ap1, random_ap1_with_plane};

use super::csv::{Csv, number};
use crate::labelled::Labelled;

/// Figure 6: ACP and AP1 of each run.
pub(super) fn accuracy_by_tolerance(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "tolerance_levels",
        "acp",
        "ap1",
        "acp_up_to_equivalence",
        "ap1_up_to_equivalence",
    ];
    let rows = runs.iter().flat_map(|run| {
        let evaluation = &run.run.evaluation;
        let curves = [
            &evaluation.acp_by_tolerance,
            &evaluation.ap1_by_tolerance,
            &evaluation.acp_by_tolerance_up_to_equivalence,
            &evaluation.ap1_by_tolerance_up_to_equivalence,
        ];
        let tolerances = 0..curves.iter().map(|curve| curve.len()).max().unwrap_or(0);
        tolerances.map(move |eta| {
            let value = |curve: &Vec<f64>| number(curve.get(eta).copied().unwrap_or(f64::NAN));
            let head = [run.slug.clone(), eta.to_string()];
            head.into_iter().chain(curves.map(value)).collect()
        })
    });
    Csv::new("accuracy-by-tolerance", header, rows)
}

/// What random guesses score, sketch planes aside and included.
pub(super) fn random_by_tolerance() -> Csv {
    let header = &["tolerance_levels", "random_ap1", "random_ap1_with_plane"];
    let row = |eta: u8| {
        let guesses = [random_ap1(eta), random_ap1_with_plane(eta)];
        std::iter::once(eta.to_string())
            .chain(guesses.map(number))
            .collect()
    };
    Csv::new("random-by-tolerance", header, (0..=255).map(row))
}

/// Figure 7: AP1 of each parameter.
pub(super) fn parameters_by_tolerance(runs: &[Labelled<'_>]) -> Csv {
    let header = &["run", "operation", "parameter", "tolerance_levels", "ap1"];
    let rows = by_parameter(runs).flat_map(|(run, curve)| {
        curve
            .curve
            .accuracy
            .iter()
            .enumerate()
            .map(move |(eta, value)| {
                let tail = [eta.to_string(), number(*value)];
                parameter_cells(run, curve)
                    .into_iter()
                    .chain(tail)
                    .collect()
            })
    });
    Csv::new("parameters-by-tolerance", header, rows)
}

/// Figure 7's areas.
pub(super) fn parameters(runs: &[Labelled<'_>]) -> Csv {
    let header = &["run", "operation", "parameter", "used", "auc"];
    let rows = by_parameter(runs).map(|(run, curve)| {
        let area = curve.curve.area.unwrap_or(f64::NAN);
        let tail = [curve.curve.used.to_string(), number(area)];
        parameter_cells(run, curve)
            .into_iter()
            .chain(tail)
            .collect()
    });
    Csv::new("parameters", header, rows)
}

fn by_parameter<'a>(
    runs: &'a [Labelled<'_>],
) -> impl Iterator<Item = (&'a Labelled<'a>, &'a ParameterCurve)> {
    let curves = |run: &'a Labelled<'a>| {
        run.run
            .evaluation
            .parameters
            .iter()
            .map(move |curve| (run, curve))
    };
    runs.iter().flat_map(curves)
}

fn parameter_cells(run: &Labelled<'_>, curve: &ParameterCurve) -> [String; 3] {
    [
        run.slug.clone(),
        curve.operation.clone(),
        curve.parameter.clone(),
    ]
}
