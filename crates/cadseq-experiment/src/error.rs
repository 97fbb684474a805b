//! Why an experiment cannot be run.

use std::io;
use std::path::PathBuf;

use cadseq_evaluation::OutcomeError;
use cadseq_model::TorchvisionError;
use cadseq_train::RunError;
use thiserror::Error;

use crate::ConfigError;

/// Why an experiment cannot be run.
#[derive(Debug, Error)]
pub enum ExperimentError {
    /// The experiment itself.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A stage's folder.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The run's own files.
    #[error(transparent)]
    Outcome(#[from] OutcomeError),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Weights of another network.
    #[error("{}: {reason}", path.display())]
    Weights {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A share of the data set is empty.
    #[error("{programs} programs leave the {share} share empty; take at least 110")]
    Empty {
        /// Size of the data set.
        programs: u64,
        /// Which share.
        share: &'static str,
    },
    /// Pretrained weights that do not fit.
    #[error(transparent)]
    Pretrained(#[from] TorchvisionError),
    /// Stopped on request; the run goes on from its last checkpoint.
    #[error("stopped")]
    Stopped,
}
