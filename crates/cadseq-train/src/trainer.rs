//! Training of the locator.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use burn::tensor::Tensor;
use cadseq_dataset::Distribution;
use cadseq_model::{Device, Locator, LocatorConfig};
use serde::{Deserialize, Serialize};

use crate::example::Example;
use crate::run::RunError;
use crate::task::{self, Schedule, Task};
use crate::validation::{Validation, examples, validate};
use crate::{batch, loss::loss};

/// Everything that decides the weights of a run, but for the machine's rounding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainConfig {
    /// Seed of weights and training stream; the validation set uses `!seed`.
    pub seed: u64,
    /// Optimizer steps.
    pub steps: u64,
    /// Pictures a step.
    pub batch_size: usize,
    /// Largest learning rate, after the warm-up; it falls along a cosine to a hundredth.
    pub learning_rate: f64,
    /// Steps over which the learning rate rises from 0.
    pub warmup_steps: u64,
    /// Decoupled weight decay.
    pub weight_decay: f32,
    /// Channels of the network, see [`LocatorConfig`].
    pub widths: [usize; 4],
    /// Pictures of the validation set.
    pub validation_examples: u64,
    /// Steps between validations; each is followed by a checkpoint.
    pub validation_interval: u64,
}

impl Default for TrainConfig {
    fn default() -> Self {
        Self {
            seed: 1,
            steps: 4500,
            batch_size: 32,
            learning_rate: 1.5e-3,
            warmup_steps: 150,
            weight_decay: 1e-4,
            widths: [32, 64, 128, 192],
            validation_examples: 256,
            validation_interval: 150,
        }
    }
}

/// What is reported after each step.
pub type Progress = task::Progress<Validation>;

/// Trains a locator in `folder`, from its last checkpoint if it has one, until the last step or
/// until `stop` is set; then writes a checkpoint and the weights. Returns the steps done.
///
/// # Errors
/// [`RunError`] if the folder cannot be used.
pub fn train(
    config: &TrainConfig,
    folder: &Path,
    device: &Device,
    stop: &AtomicBool,
    report: impl FnMut(&Progress),
) -> Result<u64, RunError> {
    let distribution = Arc::new(Distribution::mixed());
    let task = LocatorTask {
        config,
        validation: examples(&distribution, !config.seed, config.validation_examples),
        distribution,
    };
    Ok(task::run(&task, folder, device, stop, report)?.step)
}

/// A locator on fresh examples.
struct LocatorTask<'a> {
    config: &'a TrainConfig,
    distribution: Arc<Distribution>,
    validation: Vec<Example>,
}

impl Task for LocatorTask<'_> {
    type Settings = TrainConfig;
    type Network = Locator;
    type Batch = Vec<Example>;
    type Validation = Validation;

    const WEIGHTS: &'static str = "locator.safetensors";

    fn settings(&self) -> &TrainConfig {
        self.config
    }

    fn schedule(&self) -> Schedule {
        Schedule {
            seed: self.config.seed,
            steps: self.config.steps,
            learning_rate: self.config.learning_rate,
            warmup_steps: self.config.warmup_steps,
            weight_decay: self.config.weight_decay,
            validation_interval: self.config.validation_interval,
        }
    }

    fn fresh(&self, device: &Device) -> Result<Locator, RunError> {
        let config = LocatorConfig::new().with_widths(self.config.widths);
        Ok(config.init(device))
    }

    fn batches(&self, steps: Range<u64>) -> impl Iterator<Item = Vec<Example>> {
        let distribution = Arc::clone(&self.distribution);
        batch::stream(
            distribution,
            self.config.seed,
            self.config.batch_size,
            steps,
        )
    }

    fn loss(&self, locator: &Locator, batch: &Vec<Example>, _: u64, device: &Device) -> Tensor<1> {
        let (input, target) = batch::tensors(batch, device);
        loss(locator.forward(input), target)
    }

    fn validate(&self, locator: &Locator, device: &Device) -> Validation {
        validate(locator, &self.validation, device)
    }
}
