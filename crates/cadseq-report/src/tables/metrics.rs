//! The metrics of programs, by their first rows.

use cadseq_evaluation::{Evaluation, MetricAtRows};
use cadseq_metrics::{Accuracy, Measure, Metric};

use super::csv::{Csv, number};
use crate::labelled::Labelled;
use crate::plots::MAX_ROWS;

const HEADER: &[&str] = &[
    "run",
    "metric",
    "first_rows",
    "against",
    "value",
    "standard_error",
    "valid",
    "total",
];

/// A metric over the first rows, or whole programs; `None` where it was not evaluated.
pub(crate) fn accuracy_at(
    evaluation: &Evaluation,
    metric: Metric,
    first_rows: Option<usize>,
) -> Option<&Accuracy> {
    let wanted = |at: &&MetricAtRows| at.metric == metric && at.first_rows == first_rows;
    evaluation
        .at_rows
        .iter()
        .find(wanted)
        .map(|at| &at.accuracy)
}

/// As [`accuracy_at`], raw.
pub(crate) fn raw_at(
    evaluation: &Evaluation,
    metric: Metric,
    first_rows: Option<usize>,
) -> Option<&Measure> {
    accuracy_at(evaluation, metric, first_rows).map(|accuracy| &accuracy.raw)
}

/// Table 6: six rows and whole programs.
pub(super) fn metrics(runs: &[Labelled<'_>]) -> Csv {
    let is_in = |rows: Option<usize>| rows.is_none_or(|rows| rows == MAX_ROWS);
    Csv::new("metrics", HEADER, rows(runs, is_in))
}

/// Figure 5: one row to six.
pub(super) fn metrics_by_rows(runs: &[Labelled<'_>]) -> Csv {
    let is_in = |rows: Option<usize>| rows.is_some_and(|rows| rows <= MAX_ROWS);
    Csv::new("metrics-by-rows", HEADER, rows(runs, is_in))
}

fn rows(runs: &[Labelled<'_>], is_in: impl Fn(Option<usize>) -> bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for run in runs {
        for at in run
            .run
            .evaluation
            .at_rows
            .iter()
            .filter(|at| is_in(at.first_rows))
        {
            let first_rows = at
                .first_rows
                .map_or("all".to_owned(), |rows| rows.to_string());
            let head = [run.slug.clone(), at.metric.symbol().to_owned(), first_rows];
            rows.extend(accuracy_rows(&head, &at.accuracy));
        }
    }
    rows
}

/// What a prediction is compared with, in the order of [`accuracy_rows`].
pub(super) const AGAINST: [&str; 3] = ["raw", "up-to-equivalence", "class-guesser"];

/// A row each for raw, up to equivalence and class guesser: `head`, which of them, and the measure.
pub(super) fn accuracy_rows(head: &[String], accuracy: &Accuracy) -> [Vec<String>; 3] {
    let Accuracy {
        raw,
        up_to_equivalence,
        class_guesser,
    } = accuracy;
    let row = |(against, measure): (&str, &Measure)| {
        let head = head.iter().cloned().chain([against.to_owned()]);
        head.chain(measure_cells(measure)).collect()
    };
    let [first, second, third] = AGAINST;
    [
        (first, raw),
        (second, up_to_equivalence),
        (third, class_guesser),
    ]
    .map(row)
}

/// Value, standard error, valid and total.
pub(super) fn measure_cells(measure: &Measure) -> [String; 4] {
    [
        number(Some(measure.value)),
        number(Some(measure.spread)),
        measure.valid.to_string(),
        measure.total.to_string(),
    ]
}
