//! Stage 2: the encoder of pictures into the latent space of stage 1.

use std::ops::Range;
use std::path::PathBuf;

use burn::module::Module;
use burn::tensor::{Device, Tensor, TensorData};
use cadseq_model::{PictureInput, ResNet, ResNetConfig, Tea, TorchvisionError, batch_pictures};
use cadseq_program::{FeatureMatrix, MatrixConfig};
use serde::{Deserialize, Serialize};

use super::accuracy::ProgramAccuracy;
use super::data::Shuffled;
use super::loss::{contrastive, program_loss};
use super::stage1::Stage1Config;
use crate::run::RunError;
use crate::task::{Schedule, Task};

/// Pictures that go through the network together outside training.
const CHUNK: usize = 64;

/// Temperature of the contrastive alignment (Radford et al. 2021 start there).
const TEMPERATURE: f64 = 0.07;

/// Weight of the types in the loss through the decoder: one wrong type makes another shape, and the
/// parameters' cross-entropy, which pictures of few pixels cannot bring down, would drown them.
const TYPE_WEIGHT: f64 = 5.0;

/// Tolerance of the validation in levels, the paper's.
const TOLERANCE: u16 = 3;

/// Everything that decides the weights of stage 2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stage2Config {
    /// Stage 1 with its programs.
    pub stage1: Stage1Config,
    /// Network and training.
    pub settings: Stage2Settings,
}

/// Network and training of stage 2.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage2Settings {
    /// Seed of weights, order and dropout.
    pub seed: u64,
    /// Side of the network's pictures in pixels.
    pub picture_size: usize,
    /// Whether the network sees a crop around the object, and where it lies in the camera's view,
    /// rather than the whole picture.
    pub crop: bool,
    /// Channels of the first stage of the residual network; 64 is `ResNet-18`.
    pub width: usize,
    /// A file of torchvision's weights to start from, beside the experiment's file; from scratch
    /// without it. They fit a width of 64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pretrained: Option<PathBuf>,
    /// Dropout before the last layer.
    pub dropout: f64,
    /// Pictures of programs beyond the data set, of the same distribution, that are learnt beside
    /// those of the training share; 0 in the paper.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub extra_programs: usize,
    /// Times that every picture is shown.
    pub epochs: u64,
    /// Pictures a step.
    pub batch_size: usize,
    /// Largest learning rate.
    pub learning_rate: f64,
    /// Decoupled weight decay.
    pub weight_decay: f32,
    /// Weight of the squared error in the latent space.
    pub regression_weight: f64,
    /// Weight of the loss, in nats, of the program that the frozen decoder makes of the
    /// prediction; 0 in the paper.
    pub decoder_weight: f64,
    /// Weight of the contrastive alignment of pictures and programs; 0 in the paper.
    pub alignment_weight: f64,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form that serde asks for"
)]
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Brings latents to mean 0 and a mean variance of 1 over the training share, so that the regression
/// does not depend on the scale that stage 1 happened to choose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LatentScale {
    /// Mean of each dimension.
    pub mean: Vec<f32>,
    /// Root of the mean variance.
    pub deviation: f32,
}

/// Pictures of programs with what they should become.
#[derive(Debug)]
pub struct PictureSet {
    /// What the network sees.
    pub pictures: Vec<PictureInput>,
    /// The programs.
    pub targets: Vec<FeatureMatrix>,
    /// Their latent means, a row each.
    pub latents: Vec<Vec<f32>>,
}

/// How good picture to program is on the validation share.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stage2Validation {
    /// At the paper's tolerance.
    #[serde(flatten)]
    pub accuracy: ProgramAccuracy,
    /// Mean squared error of the scaled latent: 1 for a guess of the mean.
    pub latent_error: f64,
}

/// Trains a [`ResNet`] on pictures.
#[derive(Debug)]
pub struct Stage2Task {
    config: Stage2Config,
    tea: Tea,
    scale: LatentScale,
    train: PictureSet,
    validation: PictureSet,
}

impl LatentScale {
    /// The scale of these latents.
    pub fn of(latents: &[Vec<f32>]) -> Self {
        let count = latents.len().max(1) as f64;
        let dimensions = latents.first().map_or(0, Vec::len);
        let sum = |power: i32, dimension: usize| {
            let values = latents
                .iter()
                .map(|row| f64::from(row[dimension]).powi(power));
            values.sum::<f64>() / count
        };
        let mean: Vec<f64> = (0..dimensions).map(|d| sum(1, d)).collect();
        let variance: f64 = (0..dimensions).map(|d| sum(2, d) - mean[d] * mean[d]).sum();
        let deviation = (variance / dimensions.max(1) as f64).sqrt();
        Self {
            mean: mean.into_iter().map(|value| value as f32).collect(),
            deviation: deviation.max(1e-6) as f32,
        }
    }

    /// Rows of latents as a scaled tensor `[batch, latent]`.
    fn scaled<'a>(&self, rows: impl Iterator<Item = &'a Vec<f32>>, device: &Device) -> Tensor<2> {
        let values: Vec<f32> = rows
            .flat_map(|row| row.iter().zip(&self.mean))
            .map(|(value, mean)| (value - mean) / self.deviation)
            .collect();
        let shape = [values.len() / self.mean.len(), self.mean.len()];
        Tensor::from_data(TensorData::new(values, shape), device)
    }

    /// Scaled latents `[batch, latent]` as stage 1 knows them.
    pub fn unscaled(&self, scaled: Tensor<2>) -> Tensor<2> {
        let shape = [1, self.mean.len()];
        let mean = Tensor::from_data(TensorData::new(self.mean.clone(), shape), &scaled.device());
        scaled * self.deviation + mean
    }
}

impl PictureSet {
    /// Adds the pictures of another set.
    pub fn append(&mut self, more: Self) {
        self.pictures.extend(more.pictures);
        self.targets.extend(more.targets);
        self.latents.extend(more.latents);
    }
}

impl Stage2Config {
    /// The network, with fresh weights.
    pub fn network(&self, device: &Device) -> ResNet {
        ResNetConfig::new(self.stage1.settings.latent)
            .with_width(self.settings.width)
            .with_dropout(self.settings.dropout)
            .init(device)
    }
}

impl Stage2Config {
    /// The network that training starts from.
    ///
    /// # Errors
    /// Where there is a file of pretrained weights that does not fit.
    pub fn initial(&self, device: &Device) -> Result<ResNet, TorchvisionError> {
        let network = self.network(device);
        match &self.settings.pretrained {
            Some(file) => network.load_torchvision(file),
            None => Ok(network),
        }
    }
}

impl Stage2Task {
    /// Trains on `train`, measures on `validation`. `tea` has the weights of stage 1.
    pub fn new(
        config: Stage2Config,
        tea: Tea,
        scale: LatentScale,
        train: PictureSet,
        validation: PictureSet,
    ) -> Self {
        Self {
            config,
            tea: tea.no_grad(),
            scale,
            train,
            validation,
        }
    }

    /// The network of stage 1, which training leaves as it is.
    pub const fn decoder(&self) -> &Tea {
        &self.tea
    }

    fn order(&self) -> Shuffled {
        Shuffled {
            len: self.train.pictures.len(),
            batch_size: self.config.settings.batch_size,
            seed: self.config.settings.seed,
        }
    }
}

impl Task for Stage2Task {
    type Settings = Stage2Config;
    type Network = ResNet;
    type Batch = Vec<usize>;
    type Validation = Stage2Validation;

    const WEIGHTS: &'static str = "encoder.safetensors";

    fn settings(&self) -> &Stage2Config {
        &self.config
    }

    fn schedule(&self) -> Schedule {
        let settings = &self.config.settings;
        self.order().schedule(
            settings.epochs,
            settings.learning_rate,
            settings.weight_decay,
        )
    }

    fn fresh(&self, device: &Device) -> Result<ResNet, RunError> {
        Ok(self.config.initial(device)?)
    }

    fn batches(&self, steps: Range<u64>) -> impl Iterator<Item = Vec<usize>> {
        self.order().batches(steps)
    }

    fn loss(&self, encoder: &ResNet, batch: &Vec<usize>, _: u64, device: &Device) -> Tensor<1> {
        let pictures = batch.iter().map(|&i| &self.train.pictures[i]);
        let latents = batch.iter().map(|&i| &self.train.latents[i]);
        let wanted = self.scale.scaled(latents, device);
        let found = encoder.forward(batch_pictures(pictures, device));
        let mut loss = (found.clone() - wanted.clone()).powi_scalar(2).mean()
            * self.config.settings.regression_weight;
        if self.config.settings.decoder_weight > 0.0 {
            let targets: Vec<_> = batch.iter().map(|&i| &self.train.targets[i]).collect();
            let latent = self.scale.unscaled(found.clone());
            let tea = self.tea.clone().to_device(device);
            let program = program_loss(&tea, &latent, &targets, device);
            let program = program.types * TYPE_WEIGHT + program.parameters;
            loss = loss + program * self.config.settings.decoder_weight;
        }
        if self.config.settings.alignment_weight > 0.0 {
            let aligned = contrastive(found, wanted, TEMPERATURE, device);
            loss = loss + aligned * self.config.settings.alignment_weight;
        }
        loss
    }

    fn validate(&self, encoder: &ResNet, device: &Device) -> Stage2Validation {
        let (mut matrices, mut error) = (Vec::new(), 0.0);
        let pairs = self.validation.pictures.chunks(CHUNK);
        for (pictures, latents) in pairs.zip(self.validation.latents.chunks(CHUNK)) {
            let wanted = self.scale.scaled(latents.iter(), device);
            let found = encoder.forward(batch_pictures(pictures, device));
            let squares = (found.clone() - wanted).powi_scalar(2).mean();
            error += f64::from(squares.into_scalar::<f32>()) * pictures.len() as f64;
            let tea = self.tea.valid();
            let latent = self.scale.unscaled(found);
            matrices.extend(tea.matrices(&latent, &MatrixConfig::paper()));
        }
        Stage2Validation {
            accuracy: ProgramAccuracy::new(&self.validation.targets, &matrices, TOLERANCE),
            latent_error: error / self.validation.pictures.len().max(1) as f64,
        }
    }
}
