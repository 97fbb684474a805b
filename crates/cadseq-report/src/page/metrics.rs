//! Table 6: every metric, three ways.

use cadseq_metrics::{Accuracy, Measure, Metric};

use super::html::{Html, element};
use super::note;
use super::table::{measure_cell, three_ways};
use crate::labelled::Labelled;
use crate::plots::MAX_ROWS;
use crate::tables::accuracy_at;

const CHOICES: [fn(&Accuracy) -> &Measure; 3] = [
    |accuracy| &accuracy.raw,
    |accuracy| &accuracy.up_to_equivalence,
    |accuracy| &accuracy.class_guesser,
];

/// Both tables, at six rows and over whole programs.
pub(super) fn metrics(runs: &[Labelled<'_>]) -> Html {
    let at_rows = format!("The first {MAX_ROWS} rows, as in the paper's Table 6");
    [
        note(
            "Value ± standard error, and how many of how many programs had a prediction. Parameters \
             may be off by 3 levels. EDSOT is a distance: less is better. Raw compares with the \
             truth itself, as the paper does; up to equivalence with the best of the programs that \
             give the same picture; the class guesser is the expected raw score of a predictor that knows \
             this class but not its member.",
        ),
        of_rows(runs, &at_rows, Some(MAX_ROWS)),
        element(
            "p",
            &[("class", "note paper")],
            format!(
                "The paper's text gives, on its own data, ASOT at n = {MAX_ROWS}: 0.432 (TEA, without \
                 rules), 0.961 (TEA, with rules), 0.967 (TEVAE, with rules)."
            ),
        ),
        of_rows(runs, "Whole programs", None),
    ]
    .into()
}

fn of_rows(runs: &[Labelled<'_>], caption: &str, first_rows: Option<usize>) -> Html {
    let label = |metric| match metric {
        Metric::Edsot => "EDSOT ↓",
        other => other.symbol(),
    };
    let names = Metric::ALL.map(label);
    let cells = |run: &Labelled<'_>| {
        CHOICES.map(|choice| {
            let cell = |metric| {
                let accuracy = accuracy_at(&run.run.evaluation, metric, first_rows);
                measure_cell(accuracy.map(choice), 3)
            };
            Metric::ALL.map(cell).to_vec()
        })
    };
    three_ways(caption, &names, runs, cells)
}
