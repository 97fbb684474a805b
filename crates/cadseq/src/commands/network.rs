//! The networks that `reconstruct` and `evaluate` use.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_reconstruct::{Reconstructor, Seer};
use clap::Args;

use crate::files::read_bytes;

/// Longest file of weights that is read.
const MAX_WEIGHTS_BYTES: u64 = 1 << 30;

/// Which weights to use.
#[derive(Debug, Args)]
pub(crate) struct NetworkArguments {
    /// Weights of one's own training (RUN/locator.safetensors) instead of the built-in ones.
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

impl NetworkArguments {
    /// The reconstructor with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn reconstructor(&self) -> Result<Reconstructor> {
        match &self.weights {
            None => Ok(Reconstructor::built_in()?),
            Some(path) => from_file(path),
        }
    }

    /// The seer with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn seer(&self) -> Result<Seer> {
        super::see::seer(self.weights.as_deref())
    }
}

fn from_file(path: &Path) -> Result<Reconstructor> {
    let bytes = read_bytes(path, MAX_WEIGHTS_BYTES)?;
    Reconstructor::from_weights(&bytes).with_context(|| path.display().to_string())
}
