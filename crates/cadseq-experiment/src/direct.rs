//! Predictions of the network of `cadseq reconstruct`, with or without fitting.

use std::fs;

use cadseq_evaluation::Prediction;
use cadseq_program::{CanonicalOptions, MatrixConfig, Program, canonical, encode};
use cadseq_reconstruct::{Candidate, Options, PaperReconstructor};
use cadseq_render::Picture;

use crate::{DirectConfig, ExperimentError};

pub(crate) fn reconstructor(config: &DirectConfig) -> Result<PaperReconstructor, ExperimentError> {
    let Some(path) = &config.weights else {
        return PaperReconstructor::built_in().map_err(|error| ExperimentError::Weights {
            path: "the built-in weights".into(),
            reason: error.to_string(),
        });
    };
    let bytes = fs::read(path).map_err(|source| ExperimentError::Io {
        path: path.clone(),
        source,
    })?;
    PaperReconstructor::from_weights(&bytes).map_err(|error| ExperimentError::Weights {
        path: path.clone(),
        reason: error.to_string(),
    })
}

pub(crate) fn predict(
    reconstructor: &PaperReconstructor,
    config: &DirectConfig,
    index: u64,
    truth: &Program,
    picture: Option<Picture>,
) -> Prediction {
    let options = Options {
        fit: config.fit,
        candidates: 1,
        ..Options::default()
    };
    let found = picture.and_then(|picture| reconstructor.reconstruct(&picture, &options).ok());
    let best = found.as_ref().and_then(|found| found.candidates.first());
    prediction(index, truth, best)
}

/// What a reconstruction predicts: its best candidate, whose matrix is that of the canonical member of its class.
pub fn prediction(index: u64, truth: &Program, best: Option<&Candidate>) -> Prediction {
    let Some(best) = best else {
        return Prediction::of_matrix(index, truth, None);
    };
    let member = canonical(&best.quantized, &CanonicalOptions::default());
    let matrix = encode(&member, &MatrixConfig::paper()).ok();
    Prediction {
        program: Some(best.program.to_string()),
        ..Prediction::of_matrix(index, truth, matrix.as_ref())
    }
}
