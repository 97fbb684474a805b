//! The figures over all pictures.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use cadseq_evaluation::{Evaluation, OutcomeError, Prediction};
use cadseq_metrics::{Accuracy, IouSummary, Measure, Metric};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Mode};
use crate::terminal::progress_bar;

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
    /// Mean squared difference of the pictures; a picture without an answer counts as an empty one.
    mse_over_all: Measure,
    /// Milliseconds a picture, with all cores at work on several.
    pub(super) millis: Measure,
    /// Pictures without a candidate, by cause.
    refusals: BTreeMap<String, usize>,
    /// The better overlap of the first two candidates for each picture; `None` where there is none.
    #[serde(skip)]
    pub(super) best_ious: Vec<Option<f64>>,
}

impl Report {
    /// The report of the answers in each mode, in the order of the pictures.
    ///
    /// # Errors
    /// Where a truth cannot be judged.
    pub(crate) fn new(
        source: String,
        answers: &[(Mode, Vec<Answer>)],
        eta: u16,
    ) -> Result<Self, OutcomeError> {
        let results = answers
            .iter()
            .map(|(mode, answers)| ModeReport::new(*mode, answers, eta));
        Ok(Self {
            source,
            eta,
            results: results.collect::<Result<_, _>>()?,
        })
    }
}

impl ModeReport {
    fn new(mode: Mode, answers: &[Answer], eta: u16) -> Result<Self, OutcomeError> {
        let predictions: Vec<Prediction> =
            answers.iter().map(|one| one.prediction.clone()).collect();
        let bar = progress_bar(predictions.len() as u64, "answers judged");
        let evaluation = Evaluation::of(&predictions, eta, || bar.inc(1));
        bar.finish_and_clear();
        let evaluation = evaluation?;
        let judged = evaluation.judged.iter().zip(answers);
        let best = judged.map(|(first, answer)| match (first.iou, answer.second_iou) {
            (Some(first), Some(second)) => Some(first.max(second)),
            (first, second) => first.or(second),
        });
        let best_ious: Vec<Option<f64>> = best.collect();
        let millis = answers.iter().filter_map(|answer| answer.millis);
        let millis: Vec<f64> = millis.collect();
        let accuracy = |metric| (metric, *evaluation.of_whole_programs(metric));
        Ok(Self {
            mode,
            truths_without_matrix: evaluation.truths_without_matrix,
            accuracies: Metric::ALL.into_iter().map(accuracy).collect(),
            first_candidate: evaluation.solids,
            best_of_two: IouSummary::new(&best_ious),
            mse_over_all: evaluation.mse_over_all,
            millis: Measure::mean(millis.iter().copied(), millis.len()),
            refusals: refusals(answers),
            best_ious,
        })
    }
}

/// How often each cause left a picture without a candidate.
fn refusals(answers: &[Answer]) -> BTreeMap<String, usize> {
    let mut refusals = BTreeMap::new();
    for refusal in answers.iter().filter_map(|answer| answer.refusal) {
        *refusals.entry(refusal.to_owned()).or_default() += 1;
    }
    refusals
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
        row(f, "MSE, all", &self.mse_over_all)?;
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
