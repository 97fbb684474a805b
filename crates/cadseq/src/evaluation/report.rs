//! The figures over all pictures.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use cadseq_metrics::{Accuracy, Case, IouSummary, Measure, Metric, Settings};
use serde::{Deserialize, Serialize};

use super::judged::{Judged, Mode, Outcome};

/// Everything that an evaluation says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Report {
    /// What was measured on.
    pub(super) source: String,
    /// Tolerance of parameters in levels.
    pub(super) eta: u16,
    /// One for each mode.
    pub(super) results: Vec<ModeReport>,
}

/// The figures of one mode.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ModeReport {
    pub(super) mode: Mode,
    /// Truths that the paper's matrix cannot carry; the accuracies leave them out.
    truths_without_matrix: usize,
    /// Each metric raw, up to equivalence, and of the class guesser.
    pub(super) accuracies: BTreeMap<Metric, Accuracy>,
    /// Parsing rate and overlap of the first candidates.
    pub(super) first_candidate: IouSummary,
    /// The same for the better of the first two.
    pub(super) best_of_two: IouSummary,
    /// Milliseconds a picture, with all cores at work on several.
    pub(super) millis: Measure,
    /// Pictures without a candidate, by cause.
    refusals: BTreeMap<String, usize>,
}

impl Report {
    /// The report of what was judged in `modes`.
    pub(crate) fn new(source: String, modes: &[Mode], judged: &[Judged], eta: u16) -> Self {
        let settings = Settings {
            tolerance_levels: eta,
            ..Settings::default()
        };
        let results = modes.iter().enumerate().map(|(index, &mode)| {
            let outcomes: Vec<&Outcome> = judged.iter().map(|one| &one.outcomes[index]).collect();
            ModeReport::new(mode, &outcomes, &settings)
        });
        Self {
            source,
            eta,
            results: results.collect(),
        }
    }
}

impl ModeReport {
    fn new(mode: Mode, outcomes: &[&Outcome], settings: &Settings) -> Self {
        let cases: Vec<Case> = outcomes
            .iter()
            .filter_map(|outcome| outcome.case.clone())
            .collect();
        let accuracy = |metric: Metric| (metric, metric.accuracy(&cases, settings));
        let overlaps = |overlap: fn(&Outcome) -> Option<f64>| {
            IouSummary::new(
                &outcomes
                    .iter()
                    .map(|outcome| overlap(outcome))
                    .collect::<Vec<_>>(),
            )
        };
        let millis: Vec<f64> = outcomes
            .iter()
            .filter_map(|outcome| outcome.millis)
            .collect();
        let mut refusals = BTreeMap::new();
        for refusal in outcomes.iter().filter_map(|outcome| outcome.refusal) {
            *refusals.entry(refusal.to_owned()).or_default() += 1;
        }
        Self {
            mode,
            truths_without_matrix: outcomes.len() - cases.len(),
            accuracies: Metric::ALL.into_iter().map(accuracy).collect(),
            first_candidate: overlaps(|outcome| outcome.first_iou),
            best_of_two: overlaps(|outcome| outcome.best_iou),
            millis: Measure::mean(millis.iter().copied(), millis.len()),
            refusals,
        }
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}; eta = {} levels; +- is one standard error",
            self.source, self.eta
        )?;
        self.results
            .iter()
            .try_for_each(|result| write!(f, "\n\n{result}"))
    }
}

impl Display for ModeReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (name, heads) = (
            self.mode.name(),
            ["raw", "up to equivalence", "class guesser"],
        );
        writeln!(
            f,
            "{name:26}{:22}{:22}{:22}valid/all",
            heads[0], heads[1], heads[2]
        )?;
        for (metric, accuracy) in &self.accuracies {
            let Accuracy {
                raw,
                up_to_equivalence,
                class_guesser,
            } = accuracy;
            let columns = [raw, up_to_equivalence, class_guesser].map(figure);
            let [raw_text, class_text, guesser_text] = columns;
            writeln!(
                f,
                "  {:24}{raw_text:22}{class_text:22}{guesser_text:22}{}/{}",
                metric.symbol(),
                raw.valid,
                raw.total
            )?;
        }
        row(f, "parsing rate", &self.first_candidate.parsing_rate)?;
        row(f, "IoU, all", &self.first_candidate.iou_over_all)?;
        row(f, "IoU, parsed", &self.first_candidate.iou_over_parsed)?;
        row(f, "IoU, best of 2, all", &self.best_of_two.iou_over_all)?;
        row(
            f,
            "IoU, best of 2, parsed",
            &self.best_of_two.iou_over_parsed,
        )?;
        write!(
            f,
            "  {:24}{:.1} +- {:.1}",
            "ms a picture", self.millis.value, self.millis.spread
        )?;
        if self.truths_without_matrix > 0 {
            write!(
                f,
                "\n  {} truths have no matrix; accuracies are over the rest",
                self.truths_without_matrix
            )?;
        }
        self.refusals
            .iter()
            .try_for_each(|(cause, count)| write!(f, "\n  refused: {cause}, {count}"))
    }
}

fn row(f: &mut Formatter<'_>, name: &str, measure: &Measure) -> fmt::Result {
    let blank = "";
    writeln!(
        f,
        "  {name:24}{:22}{blank:44}{}/{}",
        figure(measure),
        measure.valid,
        measure.total
    )
}

fn figure(measure: &Measure) -> String {
    format!("{:.4} +- {:.4}", measure.value, measure.spread)
}
