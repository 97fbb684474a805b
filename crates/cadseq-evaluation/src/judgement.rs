//! Judging one prediction: its matrix, its solid, its picture.

use cadseq_metrics::{Case, Metric, PictureDifference, Settings};
use cadseq_program::{
    CanonicalOptions, FeatureMatrix, MatrixConfig, OperationKind, Program, decode,
};
use cadseq_solid::{Part, Solid};

use crate::sequence::{Answer, operations, operations_of_program};
use crate::solids::picture_difference;
use crate::{Grade, Judged, OutcomeError, Prediction};

/// Everything that one prediction adds to an evaluation.
pub(crate) struct Judgement {
    /// Truth and prediction as matrices; `None` where the paper's matrix cannot carry the truth.
    pub(crate) case: Option<Case>,
    /// The true operations.
    pub(crate) truth: Vec<OperationKind>,
    /// The predicted ones.
    pub(crate) answer: Answer,
    /// How much the pictures differ.
    pub(crate) difference: PictureDifference,
    /// What the report shows.
    pub(crate) judged: Judged,
}

impl Judgement {
    /// Judges a prediction.
    ///
    /// # Errors
    /// [`OutcomeError::Unusable`] where its truth does not read or build, where its matrix has another
    /// shape, and where the kernel cannot mesh a solid.
    pub(crate) fn of(prediction: &Prediction, settings: &Settings) -> Result<Self, OutcomeError> {
        let index = prediction.index;
        let matrix = prediction.feature_matrix();
        let matrix = matrix.map_err(|error| unusable(index, "the matrix", &error))?;
        let truth = Truth::of(prediction)?;
        let program = predicted_program(prediction, matrix.as_ref());
        let answer = answer(prediction, matrix.as_ref(), program.as_ref());
        let (config, options) = (MatrixConfig::paper(), CanonicalOptions::default());
        let case = Case::with_class(&truth.program, matrix, &config, &options).ok();
        let compared = truth.compared(index, program.as_ref())?;
        let is_exact = |case: &Case| is_exact(case, settings);
        let has_right_sequence = match &case {
            Some(case) => has_right_sequence(case, &answer),
            None => answer == Answer::Operations(operations_of_program(&truth.program)),
        };
        let judged = Judged {
            index,
            truth: truth.program,
            prediction: program,
            iou: compared.iou,
            mse: compared.difference.prediction,
            exact: case.as_ref().is_some_and(is_exact),
            grade: Grade::of(has_right_sequence, compared.iou),
        };
        Ok(Self {
            truth: operations_of_program(&judged.truth),
            case,
            answer,
            difference: compared.difference,
            judged,
        })
    }
}

/// A true program with its solid.
struct Truth {
    program: Program,
    solid: Solid,
}

/// A predicted solid beside the true one.
struct Compared {
    iou: Option<f64>,
    difference: PictureDifference,
}

impl Truth {
    fn of(prediction: &Prediction) -> Result<Self, OutcomeError> {
        let index = prediction.index;
        let program = prediction.truth.parse::<Program>();
        let program =
            program.map_err(|error| unusable(index, "the truth does not read", &error))?;
        let part = Part::build(&program)
            .map_err(|error| unusable(index, "the truth does not build", &error))?;
        Ok(Self {
            program,
            solid: part.solid,
        })
    }

    fn compared(&self, index: u64, prediction: Option<&Program>) -> Result<Compared, OutcomeError> {
        let part = prediction.and_then(|program| Part::build(program).ok());
        let solid = part.map(|part| part.solid);
        let overlap = |solid| self.solid.overlap(solid).map(|overlap| overlap.iou());
        let iou = solid.as_ref().map(overlap).transpose();
        let difference = picture_difference(&self.solid, solid.as_ref());
        Ok(Compared {
            iou: iou.map_err(|error| unusable(index, "the solids' overlap", &error))?,
            difference: difference.map_err(|error| unusable(index, "the pictures", &error))?,
        })
    }
}

/// The predicted program: from its text where there is one, else from the matrix.
fn predicted_program(prediction: &Prediction, matrix: Option<&FeatureMatrix>) -> Option<Program> {
    match &prediction.program {
        Some(text) => text.parse().ok(),
        None => decode(&matrix?.masked()).ok(),
    }
}

/// What the prediction says about the operations: the matrix, as for the metrics of types, or else
/// the program.
fn answer(
    prediction: &Prediction,
    matrix: Option<&FeatureMatrix>,
    program: Option<&Program>,
) -> Answer {
    let said = match (matrix, &prediction.program) {
        (Some(matrix), _) => operations(matrix),
        (None, Some(_)) => program.map(operations_of_program),
        (None, None) => return Answer::Nothing,
    };
    said.map_or(Answer::Malformed, Answer::Operations)
}

fn is_exact(case: &Case, settings: &Settings) -> bool {
    let score = Metric::Acp.score(case.truth(), case.prediction(), settings);
    score.share() == 1.0
}

fn has_right_sequence(case: &Case, answer: &Answer) -> bool {
    let Answer::Operations(answer) = answer else {
        return false;
    };
    case.members()
        .filter_map(operations)
        .any(|sequence| sequence == *answer)
}

fn unusable(index: u64, what: &str, error: &dyn std::error::Error) -> OutcomeError {
    OutcomeError::Unusable {
        index,
        reason: format!("{what}: {error}"),
    }
}
