//! The folder of a training run: configuration, metrics, resumable state, weights.

use std::fmt::Display;
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
    /// A part of a checkpoint could not be written.
    #[error("{path} could not be written ({reason}); check that there is space on the disk")]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The weights could not be written.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// Why turning settings, states and metrics into JSON cannot fail.
const PLAIN: &str = "structs of numbers are always JSON";

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
        fs::create_dir_all(path).map_err(|source| io_error(path, source))?;
        let file = path.join("config.json");
        match fs::read_to_string(&file) {
            Ok(found) => folder.check_config(&file, &found, config)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let text = serde_json::to_string_pretty(config).expect(PLAIN);
                write_whole(&file, text.as_bytes()).map_err(|source| io_error(&file, source))?;
            }
            Err(source) => return Err(io_error(&file, source)),
        }
        Ok(folder)
    }

    fn check_config(&self, file: &Path, found: &str, wanted: &TrainConfig) -> Result<(), RunError> {
        let found: TrainConfig =
            serde_json::from_str(found).map_err(|error| damaged(file, &error))?;
        // A number may change in its last digit on its way through the file.
        let text = serde_json::to_string(wanted).expect(PLAIN);
        let stored = serde_json::from_str(&text).ok();
        if found == *wanted || Some(found) == stored {
            Ok(())
        } else {
            Err(RunError::OtherRun {
                path: self.path.clone(),
            })
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
        let Some(folder) = self.checkpoint() else {
            return Ok((0, locator, optimizer));
        };
        let file = folder.join("state.json");
        let text = fs::read_to_string(&file).map_err(|source| io_error(&file, source))?;
        let state: State = serde_json::from_str(&text).map_err(|error| damaged(&file, &error))?;
        let file = folder.join("locator.bpk");
        let locator = locator
            .try_load_file(&file)
            .map_err(|error| damaged(&file, &error))?;
        let file = folder.join("optimizer.bpk");
        let optimizer = optimizer
            .load(&file)
            .map_err(|error| damaged(&file, &error))?;
        Ok((state.step, locator, optimizer))
    }

    /// The folder of the last whole checkpoint. Only a program that was killed between the two
    /// renames of [`RunFolder::save_checkpoint`] leaves the previous one alone.
    fn checkpoint(&self) -> Option<PathBuf> {
        ["checkpoint", "checkpoint.previous"]
            .map(|name| self.path.join(name))
            .into_iter()
            .find(|folder| folder.exists())
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
        let [current, fresh, previous] =
            ["checkpoint", "checkpoint.partial", "checkpoint.previous"]
                .map(|name| self.path.join(name));
        remove(&fresh)?;
        fs::create_dir_all(&fresh).map_err(|source| io_error(&fresh, source))?;
        let file = fresh.join("locator.bpk");
        locator
            .clone()
            .save_file(&file)
            .map_err(|error| unwritten(&file, &error))?;
        let file = fresh.join("optimizer.bpk");
        optimizer
            .save(&file)
            .map_err(|error| unwritten(&file, &error))?;
        let state = serde_json::to_vec(&State { step }).expect(PLAIN);
        let file = fresh.join("state.json");
        fs::write(&file, state).map_err(|source| io_error(&file, source))?;
        if current.exists() {
            remove(&previous)?;
            fs::rename(&current, &previous).map_err(|source| io_error(&current, source))?;
        }
        fs::rename(&fresh, &current).map_err(|source| io_error(&fresh, source))?;
        remove(&previous)
    }

    /// Writes the weights that inference loads.
    ///
    /// # Errors
    /// An I/O failure.
    pub fn save_weights(&self, locator: &Locator) -> Result<PathBuf, RunError> {
        let file = self.path.join("locator.safetensors");
        write_whole(&file, &to_safetensors(locator)?).map_err(|source| io_error(&file, source))?;
        Ok(file)
    }

    /// Appends a line to `metrics.jsonl`.
    ///
    /// # Errors
    /// An I/O failure.
    pub fn log(&self, record: &impl Serialize) -> Result<(), RunError> {
        let file = self.path.join("metrics.jsonl");
        let line = serde_json::to_string(record).expect(PLAIN);
        OpenOptions::new()
            .create(true)
            .append(true)
            .open(&file)
            .and_then(|mut log| writeln!(log, "{line}"))
            .map_err(|source| io_error(&file, source))
    }
}

/// Removes a folder if it is there.
fn remove(folder: &Path) -> Result<(), RunError> {
    match fs::remove_dir_all(folder) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(io_error(folder, source)),
        _ => Ok(()),
    }
}

fn io_error(path: &Path, source: io::Error) -> RunError {
    RunError::Io {
        path: path.to_owned(),
        source,
    }
}

fn damaged(path: &Path, reason: &impl Display) -> RunError {
    RunError::Damaged {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}

fn unwritten(path: &Path, reason: &impl Display) -> RunError {
    RunError::Unwritten {
        path: path.to_owned(),
        reason: reason.to_string(),
    }
}

/// Writes beside `path`, then renames, so that no reader sees half a file.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let partial = path.with_extension("partial");
    File::create(&partial)?.write_all(bytes)?;
    fs::rename(&partial, path)
}
