//! Why a latent space cannot be used.

use cadseq_program::EncodeError;
use cadseq_reconstruct::ReconstructError;
use thiserror::Error;

use crate::{ConfigError, ExperimentError};

/// Why a latent space cannot be used.
#[derive(Debug, Error)]
pub enum LatentError {
    /// The experiment is of the direct network.
    #[error(
        "the direct network has no latent space; give an experiment with [stage1] and [stage2]"
    )]
    NoLatent,
    /// A stage that is needed is not trained, or not to its end.
    #[error("{stage} has {done} of {steps} training steps done")]
    Untrained {
        /// `stage 1` or `stage 2`.
        stage: &'static str,
        /// Steps done.
        done: u64,
        /// Steps of the whole training.
        steps: u64,
    },
    /// A program that the networks cannot read.
    #[error("{0}; give a program that the paper's feature matrix can carry")]
    Program(#[from] EncodeError),
    /// A picture without a part that can be found.
    #[error(transparent)]
    Picture(#[from] ReconstructError),
    /// The trained stages could not be read.
    #[error(transparent)]
    Experiment(#[from] ExperimentError),
}

impl From<ConfigError> for LatentError {
    fn from(error: ConfigError) -> Self {
        Self::Experiment(error.into())
    }
}
