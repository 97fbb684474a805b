//! The training loop, for any network.

use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use burn::module::Module;
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::Tensor;
use cadseq_model::Device;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::run::{RunError, RunFolder, State};

/// When a network is trained and measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Schedule {
    /// Seed of the weights and of what is random in a step.
    pub seed: u64,
    /// Optimizer steps.
    pub steps: u64,
    /// Largest learning rate, after the warm-up; it falls along a cosine to a hundredth.
    pub learning_rate: f64,
    /// Steps over which the learning rate rises from 0.
    pub warmup_steps: u64,
    /// Decoupled weight decay (Loshchilov and Hutter 2019); with 0 AdamW is Adam.
    pub weight_decay: f32,
    /// Steps between validations; each is followed by a checkpoint.
    pub validation_interval: u64,
}

/// What is trained, on what, by which loss.
pub trait Task {
    /// Everything that decides the weights; a run's folder belongs to one of them.
    type Settings: Serialize + DeserializeOwned + PartialEq;
    /// The network.
    type Network: Module;
    /// What a step trains on.
    type Batch;
    /// What is measured on held-out data.
    type Validation: Copy + Serialize;

    /// Name of the weights' file.
    const WEIGHTS: &'static str;

    /// See [`Task::Settings`].
    fn settings(&self) -> &Self::Settings;
    /// When to train and to measure.
    fn schedule(&self) -> Schedule;
    /// The network that training starts from.
    ///
    /// # Errors
    /// Where weights that it starts from cannot be read.
    fn fresh(&self, device: &Device) -> Result<Self::Network, RunError>;
    /// What changes the weights.
    fn optimizer(&self) -> ModuleOptimizer {
        let decay = self.schedule().weight_decay;
        AdamWConfig::new().with_weight_decay(decay).init()
    }
    /// The batches of these steps: a function of settings and step alone.
    fn batches(&self, steps: Range<u64>) -> impl Iterator<Item = Self::Batch>;
    /// The loss of a batch at a step, a scalar.
    fn loss(
        &self,
        network: &Self::Network,
        batch: &Self::Batch,
        step: u64,
        device: &Device,
    ) -> Tensor<1>;
    /// Measures the network, which is set to inference.
    fn validate(&self, network: &Self::Network, device: &Device) -> Self::Validation;
}

/// What the loop reports after each step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Progress<V> {
    /// Steps done, of the configured ones.
    pub step: u64,
    /// Mean loss of the steps since the last report with a validation.
    pub loss: f64,
    /// Learning rate of the step.
    pub learning_rate: f64,
    /// Metrics on the validation set, at the steps that have them.
    pub validation: Option<V>,
}

/// Trains in `folder`, from its last checkpoint if it has one, until the last step or until `stop`
/// is set; then writes a checkpoint and the weights. Returns how far the run is.
///
/// # Errors
/// [`RunError`] if the folder cannot be used, or the weights that the network starts from.
pub fn run<T: Task>(
    task: &T,
    folder: &Path,
    device: &Device,
    stop: &AtomicBool,
    mut report: impl FnMut(&Progress<T::Validation>),
) -> Result<State, RunError> {
    let schedule = task.schedule();
    let folder = RunFolder::open(folder, task.settings())?;
    let autodiff = device.clone().autodiff();
    let fresh = fresh_network(task, schedule.seed, &autodiff)?;
    let optimizer = task.optimizer();
    let (mut state, mut network, mut optimizer) = folder.load_checkpoint(fresh, optimizer)?;

    let (before, start) = (state.seconds, Instant::now());
    let (mut sum, mut count) = (0.0, 0.0);
    for batch in task.batches(state.step..schedule.steps) {
        // Dropout and latent noise are a function of the step, so that a resumed run is the same run.
        autodiff.seed(schedule.seed ^ (state.step + 1) << 20);
        let loss = task.loss(&network, &batch, state.step, &autodiff);
        sum += f64::from(loss.clone().into_scalar::<f32>());
        count += 1.0;
        let gradients = GradientsParams::from_grads(loss.backward(), &network);
        let learning_rate = schedule.learning_rate_at(state.step);
        network = optimizer.step(learning_rate, network, gradients);
        state.step += 1;

        let stopping = stop.load(Ordering::Relaxed);
        let due = state.step % schedule.validation_interval == 0 || state.step == schedule.steps;
        let progress = Progress {
            step: state.step,
            loss: sum / count,
            learning_rate,
            validation: (due && !stopping).then(|| task.validate(&network.valid(), device)),
        };
        report(&progress);
        if due {
            folder.log(&progress)?;
            (sum, count) = (0.0, 0.0);
        }
        if due || stopping {
            // Running statistics of a normalization lag one step behind until `valid` is called: a
            // checkpoint that is written before would lose a step of them.
            let trained = network.valid();
            state.seconds = before + start.elapsed().as_secs_f64();
            folder.save_checkpoint(state, &network, &optimizer)?;
            folder.save_weights(T::WEIGHTS, &trained)?;
        }
        if stopping {
            break;
        }
    }
    Ok(state)
}

/// The network that training starts from, drawn on the processor: the same for every device.
fn fresh_network<T: Task>(task: &T, seed: u64, device: &Device) -> Result<T::Network, RunError> {
    let processor = Device::flex().autodiff();
    processor.seed(seed);
    Ok(task.fresh(&processor)?.fork(device))
}

impl Schedule {
    /// Linear warm-up, then half a cosine down to a hundredth.
    fn learning_rate_at(&self, step: u64) -> f64 {
        let warmup = ((step + 1) as f64 / self.warmup_steps.max(1) as f64).min(1.0);
        let done = step as f64 / self.steps.max(1) as f64;
        let cosine = 0.5 * (1.0 + libm::cos(std::f64::consts::PI * done));
        self.learning_rate * warmup * (0.01 + 0.99 * cosine)
    }
}
