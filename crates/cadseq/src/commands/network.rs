//! The networks that `reconstruct`, `see` and `evaluate` use.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_model::WeightsError;
use cadseq_reconstruct::{PaperReconstructor, Reconstructor, Seer};
use clap::Args;

use crate::files::read_bytes;

/// Longest file of weights that is read.
const MAX_WEIGHTS_BYTES: u64 = 1 << 30;

/// Which weights to use.
#[derive(Debug, Args)]
pub(crate) struct NetworkArguments {
    /// Weights of one's own training instead of the built-in ones: RUN/mapper.safetensors to see,
    /// RUN/locator.safetensors to reconstruct.
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

impl NetworkArguments {
    /// The reconstructor, its network for the paper's shapes with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn reconstructor(&self) -> Result<Reconstructor> {
        Ok(Reconstructor::new(
            self.paper_reconstructor()?,
            Seer::built_in()?,
        ))
    }

    /// The reconstructor, its network for all other parts with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn reconstructor_of_parts(&self) -> Result<Reconstructor> {
        Ok(Reconstructor::new(
            PaperReconstructor::built_in()?,
            self.seer()?,
        ))
    }

    /// The reconstructor of the paper's shapes with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn paper_reconstructor(&self) -> Result<PaperReconstructor> {
        self.load(
            PaperReconstructor::built_in,
            PaperReconstructor::from_weights,
        )
    }

    /// The seer with these weights.
    ///
    /// # Errors
    /// Where the file holds no weights of this version.
    pub(super) fn seer(&self) -> Result<Seer> {
        self.load(Seer::built_in, Seer::from_weights)
    }

    fn load<T>(
        &self,
        built_in: fn() -> Result<T, WeightsError>,
        from_weights: fn(&[u8]) -> Result<T, WeightsError>,
    ) -> Result<T> {
        match &self.weights {
            None => Ok(built_in()?),
            Some(path) => {
                from_weights(&read_weights(path)?).with_context(|| path.display().to_string())
            }
        }
    }
}

/// The bytes of a file of weights.
///
/// # Errors
/// Where it cannot be read or is too long.
pub(super) fn read_weights(path: &Path) -> Result<Vec<u8>> {
    read_bytes(path, MAX_WEIGHTS_BYTES)
}
