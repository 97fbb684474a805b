//! Stage 1: the autoencoder of programs.

use std::ops::Range;

use burn::tensor::{Device, Distribution, Tensor};
use cadseq_model::{Latent, Tea, TeaConfig, TokenBatch};
use cadseq_program::{FeatureMatrix, MatrixConfig};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::accuracy::ProgramAccuracy;
use super::data::{DataConfig, ProgramSet, Shuffled};
use super::loss::{divergence, program_loss};
use super::redraw::redrawn;
use crate::run::RunError;
use crate::task::{Schedule, Task};

/// Programs that go through the network together outside training.
const CHUNK: usize = 256;

/// A dimension of the latent counts as in use when its mean varies by more (Burda et al. 2016).
const ACTIVE_VARIANCE: f32 = 0.01;

/// Everything that decides the weights of stage 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stage1Config {
    /// The programs.
    pub data: DataConfig,
    /// Network and training.
    pub settings: Stage1Settings,
}

/// Network and training of stage 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage1Settings {
    /// Seed of weights, order and noise.
    pub seed: u64,
    /// Length of the latent vector.
    pub latent: usize,
    /// TEVAE rather than TEA.
    pub variational: bool,
    /// Weight of the divergence beside the cross-entropy, the beta of Higgins et al. (2017);
    /// without effect for TEA.
    pub kl_weight: f64,
    /// Epochs over which that weight rises from 0.
    pub kl_warmup_epochs: f64,
    /// Dropout of the layers.
    pub dropout: f64,
    /// Share of the programs of a step that come with redrawn parameters, see [`redrawn`].
    pub redrawn: f64,
    /// Times that every program is shown.
    pub epochs: u64,
    /// Programs a step.
    pub batch_size: usize,
    /// Largest learning rate.
    pub learning_rate: f64,
}

/// How good stage 1 is on programs that it was not trained on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stage1Validation {
    /// At a tolerance of 0.
    #[serde(flatten)]
    pub accuracy: ProgramAccuracy,
    /// Mean divergence from the prior in nats; 0 for TEA.
    pub divergence: f64,
    /// Dimensions of the latent that vary from program to program. Few of them are a collapsed posterior.
    pub active_dimensions: usize,
}

/// Trains a [`Tea`] on programs.
#[derive(Debug)]
pub struct Stage1Task {
    config: Stage1Config,
    train: ProgramSet,
    validation: ProgramSet,
}

impl Stage1Settings {
    /// The network, with fresh weights.
    pub fn network(&self, device: &Device) -> Tea {
        TeaConfig::of(&MatrixConfig::paper())
            .with_latent(self.latent)
            .with_variational(self.variational)
            .with_dropout(self.dropout)
            .init(device)
    }
}

impl Stage1Task {
    /// Trains on `train`, measures on `validation`.
    pub fn new(config: Stage1Config, train: ProgramSet, validation: ProgramSet) -> Self {
        Self {
            config,
            train,
            validation,
        }
    }

    fn order(&self) -> Shuffled {
        Shuffled {
            len: self.train.targets.len(),
            batch_size: self.config.settings.batch_size,
            seed: self.config.settings.seed,
        }
    }

    /// What a step trains on: the programs of its batch, some of them with redrawn parameters.
    fn programs(&self, batch: &[usize], step: u64) -> Vec<FeatureMatrix> {
        let settings = &self.config.settings;
        let mut random = ChaCha8Rng::seed_from_u64(settings.seed);
        random.set_stream(step);
        let program = |&index: &usize| {
            let target = &self.train.targets[index];
            if random.random_bool(settings.redrawn) {
                redrawn(target, &mut random)
            } else {
                target.clone()
            }
        };
        batch.iter().map(program).collect()
    }

    /// The divergence's weight at a step.
    fn kl_weight(&self, step: u64) -> f64 {
        let warmup = self.config.settings.kl_warmup_epochs * self.order().steps_per_epoch() as f64;
        self.config.settings.kl_weight * ((step + 1) as f64 / warmup.max(1.0)).min(1.0)
    }
}

impl Task for Stage1Task {
    type Settings = Stage1Config;
    type Network = Tea;
    type Batch = Vec<usize>;
    type Validation = Stage1Validation;

    const WEIGHTS: &'static str = "tea.safetensors";

    fn settings(&self) -> &Stage1Config {
        &self.config
    }

    fn schedule(&self) -> Schedule {
        let settings = &self.config.settings;
        self.order()
            .schedule(settings.epochs, settings.learning_rate, 0.0)
    }

    fn fresh(&self, device: &Device) -> Result<Tea, RunError> {
        Ok(self.config.settings.network(device))
    }

    fn batches(&self, steps: Range<u64>) -> impl Iterator<Item = Vec<usize>> {
        self.order().batches(steps)
    }

    fn loss(&self, tea: &Tea, batch: &Vec<usize>, step: u64, device: &Device) -> Tensor<1> {
        let programs = self.programs(batch, step);
        let targets: Vec<&FeatureMatrix> = programs.iter().collect();
        let latent = tea.encode(&TokenBatch::new(targets.iter().copied()), device);
        let divergence = divergence(&latent, device) * self.kl_weight(step);
        let loss = program_loss(tea, &sampled(latent), &targets, device);
        // In nats a row: with larger gradients, the steps of Adam, whose epsilon they outgrow, keep
        // the last programs from coming out exact until the learning rate is small.
        (loss.types + loss.parameters + divergence) / MatrixConfig::paper().rows() as f64
    }

    fn validate(&self, tea: &Tea, device: &Device) -> Stage1Validation {
        Stage1Validation::of(tea, &self.validation.targets, device)
    }
}

impl Stage1Validation {
    /// Encodes and decodes programs.
    pub fn of(tea: &Tea, programs: &[FeatureMatrix], device: &Device) -> Self {
        let (mut matrices, mut total, mut means) = (Vec::new(), 0.0, Vec::new());
        for chunk in programs.chunks(CHUNK) {
            let latent = tea.encode(&TokenBatch::new(chunk), device);
            total += divergence(&latent, device).into_scalar::<f32>() as f64 * chunk.len() as f64;
            means.push(latent.mean.clone());
            matrices.extend(tea.matrices(&latent.mean, &MatrixConfig::paper()));
        }
        let variance = Tensor::cat(means, 0).var(0);
        let active = variance.greater_elem(ACTIVE_VARIANCE).int().sum();
        Self {
            accuracy: ProgramAccuracy::new(programs, &matrices, 0),
            divergence: total / programs.len().max(1) as f64,
            active_dimensions: active.into_scalar::<i64>() as usize,
        }
    }
}

/// The latent means of programs, a row of `latent` values each.
pub fn latent_means(tea: &Tea, programs: &[FeatureMatrix], device: &Device) -> Vec<Vec<f32>> {
    let mut rows = Vec::with_capacity(programs.len());
    for chunk in programs.chunks(CHUNK) {
        let mean = tea.encode(&TokenBatch::new(chunk), device).mean;
        let [_, latent] = mean.dims();
        let values: Vec<f32> = mean.into_data().iter::<f32>().collect();
        rows.extend(values.chunks_exact(latent).map(<[f32]>::to_vec));
    }
    rows
}

/// A draw from the latent; its mean without a variance.
fn sampled(latent: Latent) -> Tensor<2> {
    match latent.log_variance {
        None => latent.mean,
        Some(log_variance) => {
            let noise = latent.mean.random_like(Distribution::Normal(0.0, 1.0));
            latent.mean + noise * (log_variance * 0.5).exp()
        }
    }
}
