//! Accuracies against the tolerance.

use cadseq_evaluation::ParameterCurve;
use cadseq_metrics::{ToleranceCurve, random_ap1, random_ap1_with_plane};

use super::csv::{Csv, number};
use super::metrics::{AGAINST, accuracy_rows};
use crate::labelled::Labelled;

/// Figure 6: ACP and AP1 of each run, three ways.
pub(super) fn accuracy_by_tolerance(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "metric",
        "tolerance_levels",
        "against",
        "value",
        "standard_error",
        "valid",
        "total",
    ];
    let rows = runs.iter().flat_map(|run| {
        let sweep = &run.run.evaluation.by_tolerance;
        [("ACP", &sweep.acp), ("AP1", &sweep.ap1)]
            .into_iter()
            .flat_map(move |(metric, sweep)| {
                sweep.iter().enumerate().flat_map(move |(eta, accuracy)| {
                    let head = [run.slug.clone(), metric.to_owned(), eta.to_string()];
                    accuracy_rows(&head, accuracy)
                })
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
            .chain(guesses.map(|guess| number(Some(guess))))
            .collect()
    };
    Csv::new("random-by-tolerance", header, (0..=255).map(row))
}

/// Figure 7: AP1 of each parameter, three ways.
pub(super) fn parameters_by_tolerance(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "operation",
        "parameter",
        "tolerance_levels",
        "raw",
        "up_to_equivalence",
        "class_guesser",
    ];
    let rows = by_parameter(runs).flat_map(|(run, curve)| {
        let curves = [&curve.curve, &curve.up_to_equivalence, &curve.class_guesser];
        (0..curve.curve.accuracy.len()).map(move |eta| {
            let value = |curve: &ToleranceCurve| number(curve.accuracy.get(eta).copied());
            let head = parameter_cells(run, curve)
                .into_iter()
                .chain([eta.to_string()]);
            head.chain(curves.map(value)).collect()
        })
    });
    Csv::new("parameters-by-tolerance", header, rows)
}

/// Figure 7's areas, three ways.
pub(super) fn parameters(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "operation",
        "parameter",
        "against",
        "auc",
        "standard_error",
        "valid",
        "used",
    ];
    let rows = by_parameter(runs).flat_map(|(run, curve)| {
        let curves = [&curve.curve, &curve.up_to_equivalence, &curve.class_guesser];
        AGAINST.into_iter().zip(curves).map(move |(against, area)| {
            let tail = [
                against.to_owned(),
                number(area.area),
                number(area.area_spread),
                area.valid.to_string(),
                area.used.to_string(),
            ];
            parameter_cells(run, curve)
                .into_iter()
                .chain(tail)
                .collect()
        })
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
