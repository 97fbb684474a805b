//! The JSON of one picture.

use std::path::{Path, PathBuf};

use cadseq_reconstruct::{Candidate, FittedNumber};
use serde::Serialize;

use super::answer::Answer;
use crate::commands::matrix_text::{paper_matrix, rows};
use crate::files::CameraFile;

/// A picture that became a program.
#[derive(Debug, Serialize)]
pub(super) struct Success {
    picture: PathBuf,
    /// The best candidate's text.
    program: String,
    /// Its levels: rows of `[t, I, x, y, alpha, r, d]`.
    matrix: Option<Vec<Vec<i16>>>,
    confidence: f64,
    candidates: Vec<CandidateRecord>,
    /// The camera that was found, in the coordinates of the best candidate; `--camera` reads it.
    camera: CameraFile,
    millis: f64,
    /// Files that were written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Serialize)]
struct CandidateRecord {
    program: String,
    /// On the 256 levels.
    quantized: String,
    score: f64,
    /// How it differs from the first, where the picture does not tell them apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<String>,
    /// What is exactly equal in it because the picture agrees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regularities: Vec<String>,
    /// What is taken for granted because the picture does not show it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assumptions: Vec<String>,
    /// The free numbers before they were rounded, with their standard deviations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<NumberRecord>,
}

#[derive(Debug, Serialize)]
struct NumberRecord {
    name: String,
    value: f64,
    deviation: f64,
}

/// A picture that did not.
#[derive(Debug, Serialize)]
pub(super) struct Failure {
    pub(super) picture: PathBuf,
    pub(super) error: String,
}

impl Success {
    pub(super) fn new(picture: &Path, answer: &Answer, files: Vec<PathBuf>) -> Self {
        let best = answer.best();
        Self {
            picture: picture.to_owned(),
            program: best.program.to_string(),
            matrix: paper_matrix(&best.quantized).ok().as_ref().map(rows),
            confidence: answer.found.confidence,
            candidates: answer
                .found
                .candidates
                .iter()
                .map(CandidateRecord::from)
                .collect(),
            camera: CameraFile::of(&answer.found.view),
            millis: answer.millis,
            files,
        }
    }
}

impl From<&FittedNumber> for NumberRecord {
    fn from(number: &FittedNumber) -> Self {
        Self {
            name: number.name.clone(),
            value: number.value,
            deviation: number.deviation,
        }
    }
}

impl From<&Candidate> for CandidateRecord {
    fn from(candidate: &Candidate) -> Self {
        Self {
            program: candidate.program.to_string(),
            quantized: candidate.quantized.to_string(),
            score: candidate.score,
            differs: candidate.differs.clone(),
            regularities: candidate.regularities.clone(),
            assumptions: candidate.assumptions.clone(),
            numbers: candidate.numbers.iter().map(NumberRecord::from).collect(),
        }
    }
}
