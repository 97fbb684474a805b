//! Training of the mapper.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use burn::module::ParamGroup;
use burn::optim::ModuleOptimizer;
use burn::tensor::Tensor;
use cadseq_model::{Device, Mapper, MapperConfig, from_safetensors};
use serde::{Deserialize, Serialize};

use super::example::map_examples;
use super::loss::loss;
use super::packed::{Packed, map_batch};
use super::validation::{MapValidation, validate};
use crate::muon::muon;
use crate::run::RunError;
use crate::stream::stream;
use crate::task::{self, Schedule, Task};

/// Steps with crops of one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Optimizer steps.
    pub steps: u64,
    /// Pixels along each side of the crops.
    pub crop_size: usize,
    /// Crops a step.
    pub batch_size: usize,
}

/// Everything that decides the weights of a run, but for the machine's rounding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapTrainConfig {
    /// Seed of weights and training stream; the validation set uses `!seed`.
    pub seed: u64,
    /// What is trained on, in order: small crops teach most for their time, the last are as in use.
    pub phases: Vec<Phase>,
    /// Largest learning rate, after the warm-up; it falls along a cosine to a hundredth.
    pub learning_rate: f64,
    /// Steps over which the learning rate rises from 0.
    pub warmup_steps: u64,
    /// Decoupled weight decay.
    pub weight_decay: f32,
    /// Channels of the network, see [`MapperConfig`].
    pub widths: [usize; 5],
    /// CRC-32 of the weights that training starts from; without, from random ones.
    #[serde(default)]
    pub start_crc32: Option<u32>,
    /// Crops of the validation set, of the last phase's size.
    pub validation_examples: u64,
    /// Steps between validations; each is followed by a checkpoint.
    pub validation_interval: u64,
}

impl Default for MapTrainConfig {
    fn default() -> Self {
        Self {
            seed: 1,
            phases: vec![
                Phase {
                    steps: 18_000,
                    crop_size: 128,
                    batch_size: 16,
                },
                Phase {
                    steps: 3000,
                    crop_size: 256,
                    batch_size: 16,
                },
            ],
            learning_rate: 2e-3,
            warmup_steps: 200,
            weight_decay: 1e-3,
            widths: [24, 48, 96, 160, 256],
            start_crc32: None,
            validation_examples: 128,
            validation_interval: 500,
        }
    }
}

impl MapTrainConfig {
    /// Steps of all phases.
    pub fn steps(&self) -> u64 {
        self.phases.iter().map(|phase| phase.steps).sum()
    }

    /// Crops seen in all phases.
    pub fn pictures(&self) -> u64 {
        let pictures = |phase: &Phase| phase.steps * phase.batch_size as u64;
        self.phases.iter().map(pictures).sum()
    }

    /// Size of the crops of a step, and the indices of its examples.
    fn examples_of(&self, step: u64) -> (usize, Range<u64>) {
        let (mut first_step, mut first) = (0, 0);
        for (index, phase) in self.phases.iter().enumerate() {
            let batch = phase.batch_size as u64;
            if step < first_step + phase.steps || index + 1 == self.phases.len() {
                let start = first + (step - first_step) * batch;
                return (phase.crop_size, start..start + batch);
            }
            first_step += phase.steps;
            first += phase.steps * batch;
        }
        (MapperConfig::STRIDE, 0..0)
    }
}

/// What is reported after each step.
pub type MapProgress = task::Progress<MapValidation>;

/// Trains a mapper in `folder`, from its last checkpoint if it has one, until the last step or
/// until `stop` is set; then writes a checkpoint and the weights. Returns the steps done. A new run begins with
/// the weights `start`, where they are given.
///
/// # Errors
/// [`RunError`] if the folder cannot be used or `start` does not fit.
pub fn train_mapper(
    config: &MapTrainConfig,
    start: Option<&[u8]>,
    folder: &Path,
    device: &Device,
    stop: &AtomicBool,
    report: impl FnMut(&MapProgress),
) -> Result<u64, RunError> {
    let config = &MapTrainConfig {
        start_crc32: start.map(crc32fast::hash).or(config.start_crc32),
        ..config.clone()
    };
    let architecture = || MapperConfig::new().with_widths(config.widths);
    let processor = Device::flex().autodiff();
    let start = start.map(|bytes| from_safetensors(bytes, architecture().init(&processor)));
    let task = MapperTask {
        config,
        start: start.transpose()?,
        validation: OnceCell::new(),
    };
    Ok(task::run(&task, folder, device, stop, report)?.step)
}

/// A mapper on fresh examples.
struct MapperTask<'a> {
    config: &'a MapTrainConfig,
    start: Option<Mapper>,
    /// Made when it is needed first, because that takes a while.
    validation: OnceCell<Vec<Packed>>,
}

/// The filters of all layers but the last, whose rows are separate answers.
const HIDDEN_FILTERS: &str = r"^(stem|down|up|merge|fine)\..*conv\.weight$";

/// Examples of the validation set that are made together.
const GROUP: u64 = 8;

/// The fixed held-out examples of a run.
fn validation_set(config: &MapTrainConfig) -> Vec<Packed> {
    let (seed, count) = (!config.seed, config.validation_examples);
    let last = config.phases.last();
    let size = last.map_or(MapperConfig::STRIDE, |phase| phase.crop_size);
    stream(0..count.div_ceil(GROUP), move |group| {
        let end = ((group + 1) * GROUP).min(count);
        map_examples(seed, group * GROUP..end, size)
    })
    .flatten()
    .collect()
}

impl Task for MapperTask<'_> {
    type Settings = MapTrainConfig;
    type Network = Mapper;
    type Batch = Vec<Packed>;
    type Validation = MapValidation;

    const WEIGHTS: &'static str = "mapper.safetensors";

    fn settings(&self) -> &MapTrainConfig {
        self.config
    }

    fn schedule(&self) -> Schedule {
        Schedule {
            seed: self.config.seed,
            steps: self.config.steps(),
            learning_rate: self.config.learning_rate,
            warmup_steps: self.config.warmup_steps,
            weight_decay: self.config.weight_decay,
            validation_interval: self.config.validation_interval,
        }
    }

    fn fresh(&self, device: &Device) -> Result<Mapper, RunError> {
        let random = || {
            MapperConfig::new()
                .with_widths(self.config.widths)
                .init(device)
        };
        Ok(self.start.clone().unwrap_or_else(random))
    }

    fn optimizer(&self) -> ModuleOptimizer {
        let filters = ParamGroup::from_regex(HIDDEN_FILTERS).expect("a pattern");
        muon(filters, self.config.weight_decay)
    }

    fn batches(&self, steps: Range<u64>) -> impl Iterator<Item = Vec<Packed>> {
        let config = self.config.clone();
        stream(steps, move |step| {
            let (size, indices) = config.examples_of(step);
            map_examples(config.seed, indices, size)
        })
    }

    fn loss(&self, mapper: &Mapper, batch: &Vec<Packed>, _: u64, device: &Device) -> Tensor<1> {
        let batch = map_batch(batch, device);
        loss(&mapper.scores(batch.crops.clone()), batch)
    }

    fn validate(&self, mapper: &Mapper, device: &Device) -> MapValidation {
        let examples = self.validation.get_or_init(|| validation_set(self.config));
        validate(mapper, examples, device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_follow_each_other_and_no_example_comes_twice() {
        let phase = |steps, crop_size, batch_size| Phase {
            steps,
            crop_size,
            batch_size,
        };
        let config = MapTrainConfig {
            phases: vec![phase(2, 64, 3), phase(2, 128, 2)],
            ..MapTrainConfig::default()
        };
        let found: Vec<_> = (0..4).map(|step| config.examples_of(step)).collect();
        assert_eq!(found, [(64, 0..3), (64, 3..6), (128, 6..8), (128, 8..10)]);
        assert_eq!((config.steps(), config.pictures()), (4, 10));
    }
}
