//! What became of one program.

use cadseq_program::Program;
use serde::Serialize;

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

/// Least intersection over union of a near-perfect prediction: below it the eye sees a difference.
const NEAR_PERFECT_IOU: f64 = 0.9;

impl Grade {
    /// The grade of a prediction. Its sequence is right where a member of the truth's class has it:
    /// a loop run the other way round is the same shape.
    pub(crate) fn of(has_right_sequence: bool, iou: Option<f64>) -> Self {
        match iou {
            Some(iou) if has_right_sequence && iou >= NEAR_PERFECT_IOU => Self::NearPerfect,
            Some(_) if has_right_sequence => Self::Satisfactory,
            _ => Self::Inadequate,
        }
    }
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
    /// Intersection over union with the truth; `None` where the prediction does not build, 0 where
    /// it leaves nothing of its solid.
    pub iou: Option<f64>,
    /// Mean squared difference of the two pictures in the style `paper`, sRGB in [0, 1]; `None`
    /// where the prediction does not build.
    pub mse: Option<f64>,
    /// Whether type and parameters of every row are right, raw, within the evaluation's tolerance; never where
    /// the matrix cannot carry the truth.
    pub exact: bool,
    /// Its place in Figure 9.
    pub grade: Grade,
}
