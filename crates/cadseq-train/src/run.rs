//! The folder of a training run: configuration, metrics, resumable state, weights.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use burn::module::Module;
use burn::optim::ModuleOptimizer;
use cadseq_model::{Locator, WeightsError, to_safetensors};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::TrainConfig;

/// Why a run folder cannot be used.
#[derive(Debug, Error)]
pub enum RunError {
    /// Reading or writing failed.
    #[error("{path}: {source}; check that the folder exists and can be written")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder holds a run of another configuration.
    #[error("{path} holds a run with other settings; give another folder or the same settings")]
    OtherRun {
        /// The run's folder.
        path: PathBuf,
    },
    /// A file of the folder is damaged.
    #[error("{path} is damaged ({reason}); delete the folder and train again")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The weights could not be written.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// A run folder.
#[derive(Debug)]
pub struct RunFolder {
    path: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct State {
    step: u64,
}

impl RunFolder {
    /// Opens `path` for a run of `config`, new or to be resumed.
    ///
    /// # Errors
    /// [`RunError::OtherRun`] if the folder belongs to other settings, or an I/O failure.
    pub fn open(path: &Path, config: &TrainConfig) -> Result<Self, RunError> {
        let folder = Self {
            path: path.to_owned(),
        };
        fs::create_dir_all(path).map_err(|source| folder.io(path, source))?;
        let wanted = serde_json::to_string_pretty(config).unwrap_or_default();
        let file = path.join("config.json");
        match fs::read_to_string(&file) {
            Ok(found) if found == wanted => Ok(folder),
            Ok(_) => Err(RunError::OtherRun {
                path: path.to_owned(),
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                write_whole(&file, wanted.as_bytes()).map_err(|source| folder.io(&file, source))?;
                Ok(folder)
            }
            Err(source) => Err(folder.io(&file, source)),
        }
    }

    /// The step at which the last checkpoint was written, with its network and optimizer.
    ///
    /// # Errors
    /// A damaged checkpoint.
    pub fn load_checkpoint(
        &self,
        locator: Locator,
        optimizer: ModuleOptimizer,
    ) -> Result<(u64, Locator, ModuleOptimizer), RunError> {
        let folder = self.path.join("checkpoint");
        let Ok(text) = fs::read_to_string(folder.join("state.json")) else {
            return Ok((0, locator, optimizer));
        };
        let damaged = |reason: String| RunError::Damaged {
            path: folder.clone(),
            reason,
        };
        let state: State =
            serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
        let locator = locator
            .try_load_file(folder.join("locator.bpk"))
            .map_err(|error| damaged(error.to_string()))?;
        let optimizer = optimizer
            .load(folder.join("optimizer.bpk"))
            .map_err(|error| damaged(error.to_string()))?;
        Ok((state.step, locator, optimizer))
    }

    /// Writes a checkpoint beside the old one, then takes its place.
    ///
    /// # Errors
    /// An I/O failure; the old checkpoint is then still there.
    pub fn save_checkpoint(
        &self,
        step: u64,
        locator: &Locator,
        optimizer: &ModuleOptimizer,
    ) -> Result<(), RunError> {
        let (fresh, old) = (
            self.path.join("checkpoint.partial"),
            self.path.join("checkpoint"),
        );
        let damaged = |reason: String| RunError::Damaged {
            path: fresh.clone(),
            reason,
        };
        let io = |source| self.io(&fresh, source);
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(io)?;
        }
        fs::create_dir_all(&fresh).map_err(io)?;
        locator
            .clone()
            .save_file(fresh.join("locator.bpk"))
            .map_err(|error| damaged(error.to_string()))?;
        optimizer
            .save(fresh.join("optimizer.bpk"))
            .map_err(|error| damaged(error.to_string()))?;
        let state = serde_json::to_vec(&State { step }).unwrap_or_default();
        fs::write(fresh.join("state.json"), state).map_err(io)?;
        if old.exists() {
            fs::remove_dir_all(&old).map_err(io)?;
        }
        fs::rename(&fresh, &old).map_err(io)
    }

    /// Writes the weights that inference loads.
    ///
    /// # Errors
    /// An I/O failure.
    pub fn save_weights(&self, locator: &Locator) -> Result<PathBuf, RunError> {
        let file = self.path.join("locator.safetensors");
        write_whole(&file, &to_safetensors(locator)?).map_err(|source| self.io(&file, source))?;
        Ok(file)
    }

    /// Appends a line to `metrics.jsonl`.
    ///
    /// # Errors
    /// An I/O failure.
    pub fn log(&self, record: &impl Serialize) -> Result<(), RunError> {
        let file = self.path.join("metrics.jsonl");
        let line = serde_json::to_string(record).unwrap_or_default();
        OpenOptions::new()
            .create(true)
            .append(true)
            .open(&file)
            .and_then(|mut log| writeln!(log, "{line}"))
            .map_err(|source| self.io(&file, source))
    }

    fn io(&self, path: &Path, source: io::Error) -> RunError {
        RunError::Io {
            path: path.to_owned(),
            source,
        }
    }
}

/// Writes beside `path`, then renames, so that no reader sees half a file.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = path.with_extension("partial");
    File::create(&partial)?.write_all(bytes)?;
    fs::rename(&partial, path)
}
