//! What the metrics compare: programs, or feature matrices, of any origin.

use cadseq_metrics::Case;
use cadseq_program::{CanonicalOptions, FeatureMatrix, MatrixConfig, Program as Operations};
use cadseq_program::{decode, encode};
use pyo3::prelude::*;

use crate::error::Error;
use crate::matrix::from_array;
use crate::program::Program;

/// A program, or an array that is a feature matrix.
pub(crate) enum Answer {
    Program(Operations),
    Matrix(FeatureMatrix),
}

impl Answer {
    /// Reads what stands at `index` of a list.
    pub(crate) fn of(object: &Bound<'_, PyAny>, config: &MatrixConfig) -> Result<Self, Error> {
        match object.extract::<PyRef<'_, Program>>() {
            Ok(program) => Ok(Self::Program(program.0.clone())),
            Err(_) => Ok(Self::Matrix(from_array(object, Some(config))?)),
        }
    }

    /// Its program; a matrix of a network has its unused slots cleared first.
    pub(crate) fn program(&self) -> Result<Operations, Error> {
        match self {
            Self::Program(program) => Ok(program.clone()),
            Self::Matrix(matrix) => Ok(decode(&matrix.masked())?),
        }
    }

    /// Its matrix.
    pub(crate) fn matrix(self, config: &MatrixConfig) -> Result<FeatureMatrix, Error> {
        match self {
            Self::Program(program) => Ok(encode(&program, config)?),
            Self::Matrix(matrix) => Ok(matrix),
        }
    }
}

/// The truths, each with its prediction; a prediction may be `None`.
pub(crate) fn pairs(
    truths: &Bound<'_, PyAny>,
    predictions: &Bound<'_, PyAny>,
    config: &MatrixConfig,
) -> Result<Vec<(Answer, Option<Answer>)>, Error> {
    let truths: Vec<_> = truths.try_iter()?.collect::<PyResult<_>>()?;
    let predictions: Vec<_> = predictions.try_iter()?.collect::<PyResult<_>>()?;
    if truths.len() != predictions.len() {
        return Err(Error::Argument(format!(
            "there are {} truths and {} predictions; give one prediction for each truth, None where \
             there is none",
            truths.len(),
            predictions.len()
        )));
    }
    let pair = |(truth, prediction): (&Bound<'_, PyAny>, &Bound<'_, PyAny>)| {
        let prediction = (!prediction.is_none()).then(|| Answer::of(prediction, config));
        Ok((Answer::of(truth, config)?, prediction.transpose()?))
    };
    truths.iter().zip(&predictions).map(pair).collect()
}

/// The cases of pairs. A predicted program that the matrix cannot carry counts as none.
pub(crate) fn cases(
    pairs: Vec<(Answer, Option<Answer>)>,
    config: &MatrixConfig,
    options: &CanonicalOptions,
) -> Result<Vec<Case>, Error> {
    let case = |(truth, prediction): (Answer, Option<Answer>)| {
        let prediction = prediction.and_then(|answer| answer.matrix(config).ok());
        Ok(Case::with_class(
            &truth.program()?,
            prediction,
            config,
            options,
        )?)
    };
    pairs.into_iter().map(case).collect()
}
