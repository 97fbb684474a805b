//! Every metric of an outcome.

use cadseq_metrics::{Accuracy, IouSummary, Measure, Metric, ToleranceCurve};
use cadseq_program::Program;
use serde::Serialize;

use crate::{Outcome, OutcomeError};

/// Every metric of the specification over one outcome, with what the report draws.
#[derive(Debug, Clone, Serialize)]
pub struct Evaluation {
    /// Programs judged.
    pub programs: usize,
    /// Each metric at n = 1 to 6 first rows (Figure 5, Table 6) and over whole programs.
    pub at_rows: Vec<MetricAtRows>,
    /// ACP against the tolerance 0 to 255, raw.
    pub acp_by_tolerance: Vec<f64>,
    /// AP1 against the tolerance 0 to 255, raw.
    pub ap1_by_tolerance: Vec<f64>,
    /// As `acp_by_tolerance`, up to equivalence.
    pub acp_by_tolerance_up_to_equivalence: Vec<f64>,
    /// As `ap1_by_tolerance`, up to equivalence.
    pub ap1_by_tolerance_up_to_equivalence: Vec<f64>,
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
    /// Raw, up to equivalence and ceiling, at the default tolerance.
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
}

/// How often each sequence of curves was predicted for each true one.
#[derive(Debug, Clone, Serialize)]
pub struct Confusion {
    /// Names of the rows: `C`, `LLL`, and so on.
    pub classes: Vec<String>,
    /// Names of the columns: the classes, then `other` (any other sequence) and `none`.
    pub answers: Vec<String>,
    /// Counts, a row a true class.
    pub counts: Vec<Vec<usize>>,
}

/// How good one prediction is, as the paper's Figure 9 sorts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Right sequence, and intersection over union of at least 0.9.
    NearPerfect,
    /// Right sequence, and less.
    Satisfactory,
    /// Another sequence, or no solid.
    Inadequate,
}

/// One program with what became of it.
#[derive(Debug, Clone, Serialize)]
pub struct Judged {
    /// Number of the program in its data set.
    pub index: u64,
    /// The true program.
    #[serde(skip)]
    pub truth: Program,
    /// The predicted program, where the prediction is one (it need not build).
    #[serde(skip)]
    pub prediction: Option<Program>,
    /// Intersection over union with the truth; `None` where the prediction has no solid.
    pub iou: Option<f64>,
    /// Mean squared difference of the two pictures in the style `paper`, sRGB in [0, 1]; `None`
    /// where the prediction has no solid.
    pub mse: Option<f64>,
    /// Whether type and parameters of every row are right, raw, at the default tolerance.
    pub exact: bool,
    /// Its place in Figure 9.
    pub grade: Grade,
}

impl Evaluation {
    /// Judges an outcome, on all cores. `progress` is called after each program.
    ///
    /// # Errors
    /// [`OutcomeError::Malformed`] where a true program does not read or has no solid.
    pub fn of(_outcome: &Outcome, _progress: impl Fn() + Sync) -> Result<Self, OutcomeError> {
        todo!()
    }
}
