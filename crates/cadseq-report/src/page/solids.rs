//! Figure 8: solids and pictures.

use cadseq_metrics::Measure;

use super::figures::grid;
use super::html::{Html, element};
use super::table::{cell, measure_cell, row, row_heading, table};
use super::{name, note};
use crate::distribution::Distribution;
use crate::labelled::Labelled;
use crate::number::{deviation, fixed};
use crate::plots::{MIN_BANDWIDTH, Plots};

/// The table and the violins.
pub(super) fn solids(runs: &[Labelled<'_>], plots: &Plots) -> Html {
    let headings = [
        "Run",
        "Parsing rate",
        "IoU, all",
        "s",
        "IoU, parsed",
        "s",
        "MSE, all",
        "s",
        "MSE, parsed",
        "s",
    ];
    let violins = &plots.violins;
    let rows = runs.iter().map(means);
    let quartiles = runs.iter().zip(&violins.ious).zip(&violins.mses);
    let quartiles =
        quartiles.map(|((run, iou), mse)| quartile_row(run, &iou.distribution, &mse.distribution));
    let quartile_headings = [
        "Run",
        "IoU 25 %",
        "median",
        "75 %",
        "bandwidth",
        "MSE 25 %",
        "median",
        "75 %",
        "bandwidth",
    ];
    [
        note(
            "A prediction is parsed if it builds into a valid solid. IoU: volume of intersection over \
             volume of union, exact. MSE: mean squared difference of the two pictures in the style \
             paper, values in [0, 1]. Over all, a prediction without a solid has IoU 0 and an empty \
             picture. Value ± standard error, valid/total; s: standard deviation.",
        ),
        table("Means", &headings, rows),
        element("div", &[("class", "violins")], grid(&violins.plots)),
        note(&format!(
            "Violins: Gaussian kernel density of the parsed predictions, reflected at 0 and 1, every \
             violin as wide as the others. Bandwidth after Silverman, 0.9 min(s, IQR/1.34) / n^(1/5), \
             at least {MIN_BANDWIDTH} of the axis. Bar: quartiles; white line: median. The axis of \
             MSE ends at a round number above the largest."
        )),
        table("Quartiles of the parsed predictions", &quartile_headings, quartiles),
    ]
    .into()
}

fn means(run: &Labelled<'_>) -> Html {
    let evaluation = &run.run.evaluation;
    let pair = |measure: &Measure, decimals: usize| {
        let deviation = cell(fixed(deviation(measure), decimals));
        [measure_cell(Some(measure), decimals), deviation]
    };
    let head = [
        row_heading(name(run), 1),
        measure_cell(Some(&evaluation.solids.parsing_rate), 3),
    ];
    let ious = [
        &evaluation.solids.iou_over_all,
        &evaluation.solids.iou_over_parsed,
    ];
    let mses = [&evaluation.mse_over_all, &evaluation.mse_over_parsed];
    let ious = ious.into_iter().flat_map(|measure| pair(measure, 3));
    let mses = mses.into_iter().flat_map(|measure| pair(measure, 5));
    row(head.into_iter().chain(ious).chain(mses))
}

fn quartile_row(run: &Labelled<'_>, iou: &Distribution, mse: &Distribution) -> Html {
    let cells = |distribution: &Distribution, decimals: usize| {
        let quartiles = [0.25, 0.5, 0.75].map(|share| distribution.quantile(share));
        let [low, median, high] = quartiles.map(|value| cell(fixed(value, decimals)));
        let width = if distribution.len() > 0 {
            distribution.bandwidth
        } else {
            f64::NAN
        };
        [low, median, high, cell(fixed(width, decimals))]
    };
    let head = row_heading(name(run), 1);
    row([head].into_iter().chain(cells(iou, 4)).chain(cells(mse, 5)))
}
