//! A report as a table in Markdown: the figures that a model card shows.

use cadseq_metrics::{Accuracy, Measure, Metric};

use super::report::{ModeReport, Report};

impl Report {
    /// A heading and a table; a column for each mode.
    pub(crate) fn markdown(&self) -> String {
        let columns: Vec<Vec<(String, String)>> = self
            .results
            .iter()
            .map(|mode| column(mode, self.eta))
            .collect();
        let row = |name: &str, cells: Vec<&str>| format!("| {name} | {} |\n", cells.join(" | "));
        let modes = self.results.iter().map(|mode| mode.mode.name()).collect();
        let rule = vec!["---"; columns.len()];
        let mut text = format!("### {}\n\n{}", self.source, row("", modes));
        text += &row("---", rule);
        for index in 0..columns.first().map_or(0, Vec::len) {
            let cells = columns.iter().map(|column| column[index].1.as_str());
            text += &row(&columns[0][index].0, cells.collect());
        }
        text
    }
}

/// Names and figures of one mode.
fn column(mode: &ModeReport, eta: u16) -> Vec<(String, String)> {
    let accuracy = |metric, view: fn(&Accuracy) -> &Measure| {
        let found = mode.accuracies.get(&metric);
        found.map_or_else(|| "-".to_owned(), |found| figure(view(found)))
    };
    let raw = |metric| accuracy(metric, |found| &found.raw);
    let class = |metric| accuracy(metric, |found| &found.up_to_equivalence);
    let class_guesser = |metric| accuracy(metric, |found| &found.class_guesser);
    let (first, best) = (&mode.first_candidate, &mode.best_of_two);
    let row = |name: &str, cell: String| (name.to_owned(), cell);
    vec![
        row("parsing rate", figure(&first.parsing_rate)),
        row("ASOT, raw", raw(Metric::Asot)),
        row("ASOT, up to equivalence", class(Metric::Asot)),
        (format!("AP1 within {eta} levels, raw"), raw(Metric::Ap1)),
        row("AP1, up to equivalence", class(Metric::Ap1)),
        (format!("ACP within {eta} levels, raw"), raw(Metric::Acp)),
        row("ACP, up to equivalence", class(Metric::Acp)),
        row("ACP, class guesser", class_guesser(Metric::Acp)),
        row("mean IoU, refusals as 0", figure(&first.iou_over_all)),
        row("mean IoU of the better of two", figure(&best.iou_over_all)),
        row(
            "ms a picture, all cores at work",
            format!("{:.0}", mode.millis.value),
        ),
    ]
}

fn figure(measure: &Measure) -> String {
    format!("{:.4} +- {:.4}", measure.value, measure.spread)
}
