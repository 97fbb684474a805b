//! Judging one prediction: its matrix, its solid, its picture.

use cadseq_metrics::{Case, Metric, PictureDifference, Settings};
use cadseq_program::{
    CanonicalOptions, FeatureMatrix, MatrixConfig, OperationKind, Program, decode,
};
use cadseq_solid::{Prism, iou};

use crate::picture::{empty_picture, paper_picture};
use crate::sequence::{Answer, operations, operations_of_program};
use crate::{Grade, Judged, OutcomeError, Prediction};

/// Everything that one prediction adds to an evaluation.
pub(crate) struct Judgement {
    /// Truth and prediction as matrices.
    pub(crate) case: Case,
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
    /// [`OutcomeError::Unusable`] where its truth does not read, has no solid or no matrix, or where
    /// its matrix has another shape.
    pub(crate) fn of(prediction: &Prediction) -> Result<Self, OutcomeError> {
        let index = prediction.index;
        let matrix = prediction.feature_matrix();
        let matrix = matrix.map_err(|error| unusable(index, "the matrix", &error))?;
        let truth = Truth::of(prediction)?;
        let program = predicted_program(prediction, matrix.as_ref());
        let answer = answer(prediction, matrix.as_ref(), program.as_ref());
        let (config, options) = (MatrixConfig::paper(), CanonicalOptions::default());
        let case = Case::with_class(&truth.program, matrix, &config, &options)
            .map_err(|error| unusable(index, "the truth has no matrix", &error))?;
        let compared = truth.compared(program.as_ref());
        let judged = Judged {
            index,
            truth: truth.program,
            prediction: program,
            iou: compared.iou,
            mse: compared.difference.prediction,
            exact: is_exact(&case),
            grade: Grade::of(has_right_sequence(&case, &answer), compared.iou),
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
    prism: Prism,
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
        let prism = Prism::from_program(&program)
            .map_err(|error| unusable(index, "the truth has no solid", &error))?;
        Ok(Self { program, prism })
    }

    fn compared(&self, prediction: Option<&Program>) -> Compared {
        let picture = paper_picture(&self.prism);
        let prism = prediction.and_then(|program| Prism::from_program(program).ok());
        let mse = |prism| paper_picture(prism).mean_squared_difference(&picture);
        Compared {
            iou: prism.as_ref().map(|prism| iou(&self.prism, prism)),
            difference: PictureDifference {
                prediction: prism.as_ref().map(mse),
                empty: empty_picture().mean_squared_difference(&picture),
            },
        }
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

fn is_exact(case: &Case) -> bool {
    let score = Metric::Acp.score(case.truth(), case.prediction(), &Settings::default());
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
