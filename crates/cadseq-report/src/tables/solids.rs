//! Solids and pictures: parsing rate, intersection over union, mean squared difference.

use cadseq_metrics::Measure;

use super::csv::{Csv, number};
use super::metrics::measure_cells;
use crate::labelled::Labelled;
use crate::number::deviation;
use crate::plots::{Violin, Violins};

/// Figure 8's table.
pub(super) fn solids(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "measure",
        "value",
        "standard_error",
        "valid",
        "total",
        "standard_deviation",
    ];
    let rows = runs.iter().flat_map(|run| {
        let evaluation = &run.run.evaluation;
        let measures: [(&str, &Measure); 5] = [
            ("parsing-rate", &evaluation.solids.parsing_rate),
            ("iou-over-all", &evaluation.solids.iou_over_all),
            ("iou-over-parsed", &evaluation.solids.iou_over_parsed),
            ("mse-over-all", &evaluation.mse_over_all),
            ("mse-over-parsed", &evaluation.mse_over_parsed),
        ];
        measures.map(|(name, measure)| {
            let head = [run.slug.clone(), name.to_owned()];
            let cells = head.into_iter().chain(measure_cells(measure));
            cells.chain([number(Some(deviation(measure)))]).collect()
        })
    });
    Csv::new("solids", header, rows)
}

/// Figure 8's violins.
pub(super) fn densities(runs: &[Labelled<'_>], violins: &Violins) -> Csv {
    let header = &["run", "quantity", "bandwidth", "value", "density"];
    let quantities = [("iou", &violins.ious), ("mse", &violins.mses)];
    let rows = quantities.into_iter().flat_map(|(quantity, violins)| {
        runs.iter()
            .zip(violins)
            .flat_map(move |(run, violin): (_, &Violin)| {
                let bandwidth = number(Some(violin.distribution.bandwidth));
                violin.outline.iter().map(move |(value, density)| {
                    let head = [run.slug.clone(), quantity.to_owned(), bandwidth.clone()];
                    head.into_iter()
                        .chain([*value, *density].map(|value| number(Some(value))))
                        .collect()
                })
            })
    });
    Csv::new("densities", header, rows)
}
