//! Where the trained stages of experiments lie, and how far they are.

use std::fs;
use std::path::{Path, PathBuf};

use cadseq_dataset::Split;
use cadseq_train::run::State;
use cadseq_train::two_stage::{DataConfig, Shuffled, Stage1Config, Stage2Config};
use serde::Serialize;

/// The folder in `runs` of something with these settings: experiments that share them share it.
pub(crate) fn folder(runs: &Path, kind: &str, settings: &impl Serialize) -> PathBuf {
    let text = serde_json::to_string(settings).expect("settings are plain");
    let hash = crc32fast::hash(text.as_bytes());
    runs.join("stages").join(format!("{kind}-{hash:08x}"))
}

/// A stage of the paper's method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stage {
    /// `stage 1` or `stage 2`.
    pub(crate) name: &'static str,
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// Steps of its whole training.
    pub(crate) steps: u64,
}

impl Stage {
    /// The autoencoder of programs.
    pub(crate) fn first(runs: &Path, config: &Stage1Config) -> Self {
        let settings = &config.settings;
        Self {
            name: "stage 1",
            folder: folder(runs, "tea", config),
            steps: steps_per_epoch(&config.data, 0, settings.batch_size) * settings.epochs,
        }
    }

    /// The encoder of pictures.
    pub(crate) fn second(runs: &Path, config: &Stage2Config) -> Self {
        let (data, settings) = (&config.stage1.data, &config.settings);
        Self {
            name: "stage 2",
            folder: folder(runs, "encoder", config),
            steps: steps_per_epoch(data, settings.extra_programs, settings.batch_size)
                * settings.epochs,
        }
    }

    /// Steps of its training that are done, by its last checkpoint; 0 without one.
    pub(crate) fn done(&self) -> u64 {
        let state = fs::read(self.folder.join("checkpoint").join("state.json"));
        let state = state
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        state.map_or(0, |state: State| state.step)
    }
}

fn steps_per_epoch(data: &DataConfig, extra: usize, batch_size: usize) -> u64 {
    let is_train = |&index: &u64| Split::of(data.seed, index) == Split::Train;
    let order = Shuffled {
        len: (0..data.programs).filter(is_train).count() + extra,
        batch_size,
        seed: 0,
    };
    order.steps_per_epoch()
}
