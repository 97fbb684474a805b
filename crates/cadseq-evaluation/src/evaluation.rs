//! Every metric of an outcome.

use cadseq_metrics::{
    Accuracy, Case, IouSummary, Measure, Metric, MseSummary, PictureDifference, Settings,
    ToleranceCurve, ToleranceSweep,
};
use cadseq_program::{MatrixConfig, OperationKind, RowKind, Variable};
use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use serde::Serialize;

use crate::judgement::Judgement;
use crate::{Confusion, Judged, OutcomeError, Prediction};

/// Every metric of the specification over one outcome, with what the report draws.
#[derive(Debug, Clone, Serialize)]
pub struct Evaluation {
    /// Programs judged.
    pub programs: usize,
    /// Of these, truths that the paper's matrix cannot carry; the metrics of programs leave them out.
    pub truths_without_matrix: usize,
    /// Tolerance of sizes in `at_rows` and `judged`, in levels.
    pub tolerance_levels: u16,
    /// Each metric at n = 1 to 6 first rows (Figure 5, Table 6) and over whole programs.
    pub at_rows: Vec<MetricAtRows>,
    /// ACP and AP1 against the tolerance 0 to 255 three ways, with population and spread (Figure 6).
    pub by_tolerance: ToleranceSweep,
    /// AP1 against the tolerance for each parameter of each operation (Figure 7).
    pub parameters: Vec<ParameterCurve>,
    /// Parsing rate and intersection over union.
    pub solids: IouSummary,
    /// Mean squared difference of the pictures; a prediction without a solid counts as an empty
    /// picture. `valid` of it counts those that have one.
    pub mse_over_all: Measure,
    /// The same over the predictions that have a solid.
    pub mse_over_parsed: Measure,
    /// True against predicted sequences of curves.
    pub confusion: Confusion,
    /// Each program, in the order of the outcome.
    pub judged: Vec<Judged>,
}

/// A metric over the first rows.
#[derive(Debug, Clone, Serialize)]
pub struct MetricAtRows {
    /// Which.
    pub metric: Metric,
    /// How many first rows; `None` for whole programs.
    pub first_rows: Option<usize>,
    /// Raw, up to equivalence and of the class guesser, within the evaluation's tolerance.
    pub accuracy: Accuracy,
}

/// AP1 of one parameter against the tolerance.
#[derive(Debug, Clone, Serialize)]
pub struct ParameterCurve {
    /// Operation as in the text form, such as `add_arc`.
    pub operation: String,
    /// Symbol of the parameter, such as `alpha`.
    pub parameter: String,
    /// Raw curve with its area.
    pub curve: ToleranceCurve,
    /// The same up to equivalence.
    pub up_to_equivalence: ToleranceCurve,
    /// The expected raw curve of a predictor that knows each class but not the member.
    pub class_guesser: ToleranceCurve,
}

/// The highest number of first rows that metrics are drawn against: SOP and the five operations of the longest
/// template.
const MAX_FIRST_ROWS: usize = 6;

impl Evaluation {
    /// Judges predictions within a tolerance of sizes, on all cores. `progress` is called after each program.
    ///
    /// # Errors
    /// [`OutcomeError::Unusable`] where a true program does not read or build, where a matrix has another
    /// shape than the paper's, or where the kernel cannot compare two solids.
    pub fn of(
        predictions: &[Prediction],
        tolerance_levels: u16,
        progress: impl Fn() + Sync,
    ) -> Result<Self, OutcomeError> {
        let settings = Settings {
            tolerance_levels,
            ..Settings::default()
        };
        let judge = |prediction| {
            let judgement = Judgement::of(prediction, &settings);
            progress();
            judgement
        };
        let judgements = predictions.par_iter().map(judge);
        let judgements: Vec<Judgement> = judgements.collect::<Result<_, _>>()?;
        Ok(Self::over(judgements, &settings))
    }

    /// The metric over whole programs.
    ///
    /// # Panics
    /// Never: every evaluation has every metric.
    pub fn of_whole_programs(&self, metric: Metric) -> &Accuracy {
        let is_whole = |at: &&MetricAtRows| at.metric == metric && at.first_rows.is_none();
        let found = self.at_rows.iter().find(is_whole);
        &found.expect("every evaluation has every metric").accuracy
    }

    fn over(judgements: Vec<Judgement>, settings: &Settings) -> Self {
        let pairs = judgements.iter().map(|one| (&one.truth[..], &one.answer));
        let confusion = Confusion::of(pairs);
        let differences: Vec<PictureDifference> =
            judgements.iter().map(|one| one.difference).collect();
        let pictures = MseSummary::new(&differences);
        let (cases, judged): (Vec<Option<Case>>, Vec<Judged>) = judgements
            .into_iter()
            .map(|one| (one.case, one.judged))
            .unzip();
        let cases: Vec<Case> = cases.into_iter().flatten().collect();
        let ious: Vec<Option<f64>> = judged.iter().map(|one| one.iou).collect();
        Self {
            programs: judged.len(),
            truths_without_matrix: judged.len() - cases.len(),
            tolerance_levels: settings.tolerance_levels,
            at_rows: at_rows(&cases, settings),
            by_tolerance: ToleranceSweep::of(&cases),
            parameters: parameter_curves(&cases),
            solids: IouSummary::new(&ious),
            mse_over_all: pictures.mse_over_all,
            mse_over_parsed: pictures.mse_over_parsed,
            confusion,
            judged,
        }
    }
}

fn at_rows(cases: &[Case], settings: &Settings) -> Vec<MetricAtRows> {
    let rows = (1..=MAX_FIRST_ROWS).map(Some).chain([None]);
    let points: Vec<(Metric, Option<usize>)> = rows
        .flat_map(|first_rows| Metric::ALL.map(|metric| (metric, first_rows)))
        .collect();
    let at = |(metric, first_rows): (Metric, _)| {
        let settings = Settings {
            first_rows,
            ..*settings
        };
        MetricAtRows {
            metric,
            first_rows,
            accuracy: metric.accuracy(cases, &settings),
        }
    };
    points.into_par_iter().map(at).collect()
}

fn parameter_curves(cases: &[Case]) -> Vec<ParameterCurve> {
    let config = MatrixConfig::paper();
    let parameters = |kind: OperationKind| {
        let used = RowKind::Operation(kind).parameters().iter();
        let there = used.filter(|&&variable| config.contains(variable));
        there.map(move |&variable| (kind, variable))
    };
    let all: Vec<(OperationKind, Variable)> = OperationKind::ALL
        .into_iter()
        .flat_map(parameters)
        .collect();
    let curve = |(kind, variable): (OperationKind, Variable)| ParameterCurve {
        operation: kind.name().to_owned(),
        parameter: variable.symbol().to_owned(),
        curve: ToleranceCurve::raw(cases, kind, variable),
        up_to_equivalence: ToleranceCurve::up_to_equivalence(cases, kind, variable),
        class_guesser: ToleranceCurve::class_guesser(cases, kind, variable),
    };
    all.into_par_iter().map(curve).collect()
}
