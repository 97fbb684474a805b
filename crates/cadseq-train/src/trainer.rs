//! The training loop.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use burn::module::Module;
use burn::optim::{AdamWConfig, GradientsParams};
use cadseq_dataset::Distribution;
use cadseq_model::{Device, LocatorConfig};
use serde::{Deserialize, Serialize};

use crate::run::{RunError, RunFolder};
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

/// What the loop reports after each step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Steps done, of the configured ones.
    pub step: u64,
    /// Mean loss of the steps since the last report with a validation.
    pub loss: f64,
    /// Learning rate of the step.
    pub learning_rate: f64,
    /// Metrics on the validation set, at the steps that have them.
    pub validation: Option<Validation>,
}

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
    mut report: impl FnMut(&Progress),
) -> Result<u64, RunError> {
    let folder = RunFolder::open(folder, config)?;
    let autodiff = device.clone().autodiff();
    autodiff.seed(config.seed);
    let fresh = LocatorConfig::new()
        .with_widths(config.widths)
        .init(&autodiff);
    let optimizer = AdamWConfig::new()
        .with_weight_decay(config.weight_decay)
        .init();
    let (first, mut locator, mut optimizer) = folder.load_checkpoint(fresh, optimizer)?;

    let distribution = Arc::new(Distribution::mixed());
    let validation = examples(&distribution, !config.seed, config.validation_examples);
    let steps = first..config.steps;
    let stream = batch::stream(distribution, config.seed, config.batch_size, steps.clone());
    let (mut step, mut sum, mut count) = (first, 0.0, 0.0);
    for examples in stream {
        let (input, target) = batch::tensors(&examples, &autodiff);
        let loss = loss(locator.forward(input), target);
        sum += f64::from(loss.clone().into_scalar::<f32>());
        count += 1.0;
        let gradients = GradientsParams::from_grads(loss.backward(), &locator);
        let learning_rate = learning_rate(config, step);
        locator = optimizer.step(learning_rate, locator, gradients);
        step += 1;

        let stopping = stop.load(Ordering::Relaxed);
        let due = step % config.validation_interval == 0 || step == config.steps;
        let validation =
            (due && !stopping).then(|| validate(&locator.valid(), &validation, device));
        let progress = Progress {
            step,
            loss: sum / count,
            learning_rate,
            validation,
        };
        report(&progress);
        if due {
            folder.log(&progress)?;
            (sum, count) = (0.0, 0.0);
        }
        if due || stopping {
            // Running statistics of a normalization lag one step behind until `valid` is called: a
            // checkpoint that is written before would lose a step of them.
            let trained = locator.valid();
            folder.save_checkpoint(step, &locator, &optimizer)?;
            folder.save_weights(&trained)?;
        }
        if stopping {
            break;
        }
    }
    Ok(step)
}

/// Linear warm-up, then half a cosine down to a hundredth.
fn learning_rate(config: &TrainConfig, step: u64) -> f64 {
    let warmup = ((step + 1) as f64 / config.warmup_steps.max(1) as f64).min(1.0);
    let done = step as f64 / config.steps.max(1) as f64;
    let cosine = 0.5 * (1.0 + (std::f64::consts::PI * done).cos());
    config.learning_rate * warmup * (0.01 + 0.99 * cosine)
}
