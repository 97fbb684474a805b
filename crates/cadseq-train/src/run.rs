//! The folder of a training run: configuration, metrics, resumable state, weights.

use std::fmt::Display;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use burn::module::Module;
use burn::optim::ModuleOptimizer;
use cadseq_files::write_whole;
use cadseq_model::{TorchvisionError, WeightsError, to_safetensors};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

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
    /// Another process trains in the folder.
    #[error("{path} is being trained by another process; wait for it or give another folder")]
    InUse {
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
    /// The weights that training starts from could not be read.
    #[error(transparent)]
    Pretrained(#[from] TorchvisionError),
    /// The weights could not be written.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// Why turning settings, states and metrics into JSON cannot fail.
const PLAIN: &str = "structs of numbers are always JSON";

/// A run folder, for one process at a time: until it is dropped, opening it again is refused.
#[derive(Debug)]
pub struct RunFolder {
    path: PathBuf,
    /// Held, never read.
    _lock: File,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct State {
    /// Optimizer steps done.
    pub step: u64,
    /// Wall-clock seconds that they took.
    #[serde(default)]
    pub seconds: f64,
}

impl RunFolder {
    /// Opens `path` for a run of `config`, new or to be resumed.
    ///
    /// # Errors
    /// [`RunError::InUse`] if another process has it, [`RunError::OtherRun`] if it belongs to other settings, or an
    /// I/O failure.
    pub fn open<C>(path: &Path, config: &C) -> Result<Self, RunError>
    where
        C: Serialize + DeserializeOwned + PartialEq,
    {
        fs::create_dir_all(path).map_err(|source| io_error(path, source))?;
        let folder = Self {
            path: path.to_owned(),
            _lock: lock(path)?,
        };
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

    fn check_config<C>(&self, file: &Path, found: &str, wanted: &C) -> Result<(), RunError>
    where
        C: Serialize + DeserializeOwned + PartialEq,
    {
        let found: C = serde_json::from_str(found).map_err(|error| damaged(file, &error))?;
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

    /// How far the run was when the last checkpoint was written, with its network and optimizer;
    /// the given ones for a new run.
    ///
    /// # Errors
    /// A damaged checkpoint.
    pub fn load_checkpoint<M: Module>(
        &self,
        network: M,
        optimizer: ModuleOptimizer,
    ) -> Result<(State, M, ModuleOptimizer), RunError> {
        let Some(folder) = self.checkpoint() else {
            return Ok((State::default(), network, optimizer));
        };
        let file = folder.join("state.json");
        let text = fs::read_to_string(&file).map_err(|source| io_error(&file, source))?;
        let state: State = serde_json::from_str(&text).map_err(|error| damaged(&file, &error))?;
        let file = folder.join("network.bpk");
        let network = network
            .try_load_file(&file)
            .map_err(|error| damaged(&file, &error))?;
        let file = folder.join("optimizer.bpk");
        let optimizer = optimizer
            .load(&file)
            .map_err(|error| damaged(&file, &error))?;
        Ok((state, network, optimizer))
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
    pub fn save_checkpoint<M: Module>(
        &self,
        state: State,
        network: &M,
        optimizer: &ModuleOptimizer,
    ) -> Result<(), RunError> {
        let [current, fresh, previous] =
            ["checkpoint", "checkpoint.partial", "checkpoint.previous"]
                .map(|name| self.path.join(name));
        remove(&fresh)?;
        fs::create_dir_all(&fresh).map_err(|source| io_error(&fresh, source))?;
        let file = fresh.join("network.bpk");
        network
            .clone()
            .save_file(&file)
            .map_err(|error| unwritten(&file, &error))?;
        let file = fresh.join("optimizer.bpk");
        optimizer
            .save(&file)
            .map_err(|error| unwritten(&file, &error))?;
        let state = serde_json::to_vec(&state).expect(PLAIN);
        let file = fresh.join("state.json");
        fs::write(&file, state).map_err(|source| io_error(&file, source))?;
        if current.exists() {
            remove(&previous)?;
            fs::rename(&current, &previous).map_err(|source| io_error(&current, source))?;
        }
        fs::rename(&fresh, &current).map_err(|source| io_error(&fresh, source))?;
        remove(&previous)
    }

    /// Writes the weights that inference loads to the file `name`.
    ///
    /// # Errors
    /// An I/O failure.
    pub fn save_weights<M: Module>(&self, name: &str, network: &M) -> Result<(), RunError> {
        let file = self.path.join(name);
        write_whole(&file, &to_safetensors(network)?).map_err(|source| io_error(&file, source))
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

/// Locks a folder, where its file system can.
fn lock(folder: &Path) -> Result<File, RunError> {
    let path = folder.join("lock");
    let mut options = OpenOptions::new();
    let file = options.create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|source| io_error(&path, source))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(RunError::InUse {
            path: folder.to_owned(),
        }),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
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
