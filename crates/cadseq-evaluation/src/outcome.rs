//! What a run predicted, with where it comes from.

use std::path::PathBuf;

use cadseq_program::{FeatureMatrix, MatrixConfig, Program, ShapeError};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where predictions come from: everything a reader needs to make them again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// Short name, such as `cpu-case3`; names files and anchors.
    pub name: String,
    /// The run in words, such as `Case 3: TEVAE, with rules`.
    pub title: String,
    /// The method in words, such as `TEVAE + ResNet-18`.
    pub method: String,
    /// `cpu`, `paper` or another name of its size.
    pub scale: String,
    /// The command that made it.
    pub command: String,
    /// The seed of data and weights.
    pub seed: u64,
    /// The commit of the program; empty where it was not built from a checkout.
    pub commit: String,
    /// Processor or graphics card, in words.
    pub hardware: String,
    /// What was predicted, in words: which programs, how many, which pictures.
    pub population: String,
    /// Time that each stage took, in order.
    pub stages: Vec<StageTime>,
}

/// How long a stage of a run took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageTime {
    /// Its name, such as `stage 1: 30 epochs`.
    pub name: String,
    /// Wall-clock seconds, over all resumptions.
    pub seconds: f64,
    /// How good the stage is by itself, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

/// One line of `predictions.jsonl`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// Number of the program in its data set.
    pub index: u64,
    /// The true program as text.
    pub truth: String,
    /// The predicted feature matrix in the paper's setting, row by row; `None` predicts nothing.
    pub matrix: Option<Vec<[i16; 7]>>,
    /// The predicted program as text with unrounded parameters, for methods that have it. Where it
    /// is missing, the matrix is decoded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
}

impl Prediction {
    /// A prediction of a matrix of the paper's setting, raw or masked.
    pub fn of_matrix(index: u64, truth: &Program, matrix: Option<&FeatureMatrix>) -> Self {
        let row = |row: &[i16]| row.try_into().expect("the paper's matrix has 7 columns");
        Self {
            index,
            truth: truth.to_string(),
            matrix: matrix.map(|matrix| (0..matrix.rows()).map(|r| row(matrix.row(r))).collect()),
            program: None,
        }
    }

    /// The predicted feature matrix as it is, a network's raw choice.
    ///
    /// # Errors
    /// Where it does not have the 10 rows of the paper's setting.
    pub fn feature_matrix(&self) -> Result<Option<FeatureMatrix>, ShapeError> {
        let matrix =
            |rows: &Vec<[i16; 7]>| FeatureMatrix::new(MatrixConfig::paper(), rows.concat());
        self.matrix.as_ref().map(matrix).transpose()
    }
}

/// The two files together.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// `run.json`.
    pub provenance: Provenance,
    /// `predictions.jsonl`, by index.
    pub predictions: Vec<Prediction>,
}

/// Why an outcome could not be read, written or judged.
#[derive(Debug, Error)]
pub enum OutcomeError {
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A line that is none of ours.
    #[error("{}, line {line}: {reason}", path.display())]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A line that reads but cannot be judged: its truth does not build, or its matrix has another
    /// shape.
    #[error("program {index}: {reason}")]
    Unusable {
        /// Number of the program in its data set.
        index: u64,
        /// What is wrong.
        reason: String,
    },
}
