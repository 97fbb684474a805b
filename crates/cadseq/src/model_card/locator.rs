//! The card of the locator.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use anyhow::{Context, Result};
use cadseq_model::{Device, INPUT_SIZE, LocatorConfig, MAP_SIZE, from_safetensors};
use cadseq_train::{TrainConfig, Validation};

use super::{add_flags, last_validation, read_run_file, settings, thousands};
use crate::evaluation::Report;

/// Everything that the card states.
#[derive(Debug)]
pub(super) struct LocatorCard {
    config: TrainConfig,
    /// Steps done at the last validation.
    step: u64,
    validation: Validation,
    parameters: usize,
    weights_bytes: usize,
    /// What it was trained on and how long, in words.
    trained_on: Option<String>,
    evaluations: Vec<Report>,
}

impl LocatorCard {
    /// The card of the run in `folder`.
    ///
    /// # Errors
    /// Where a file of the run is missing or damaged.
    pub(super) fn new(
        folder: &Path,
        evaluations: Vec<Report>,
        trained_on: Option<String>,
    ) -> Result<Self> {
        let config: TrainConfig = settings(folder)?;
        let (step, validation) = last_validation::<Validation>(folder)?;
        let weights = read_run_file(folder, "locator.safetensors")?;
        let architecture = LocatorConfig::new().with_widths(config.widths);
        let locator = from_safetensors(&weights, architecture.init(&Device::flex()))
            .with_context(|| folder.join("locator.safetensors").display().to_string())?;
        Ok(Self {
            config,
            step,
            validation,
            parameters: locator.parameter_count(),
            weights_bytes: weights.len(),
            trained_on,
            evaluations,
        })
    }
}

impl Display for LocatorCard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Model card: the locator\n\nWritten by `cadseq card`; every figure comes from the run's \
             files and from reports of\n`cadseq evaluate`.\n"
        )?;
        self.network(f)?;
        self.training(f)?;
        self.validation(f)?;
        self.evaluations(f)
    }
}

impl LocatorCard {
    fn network(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "## What it is\n\n\
             It says where things are in a picture of one extruded part seen by the paper's camera: its \
             labels,\ncorners and outline's kind. Geometry turns that into a CAD program, and a fit by \
             rendering makes it exact\n([training.md](../../docs/training.md)). It is of no use for other \
             cameras, several parts or photographs.\n\n| | |\n|---|---|"
        )?;
        let [first, second, third, fourth] = self.config.widths;
        writeln!(
            f,
            "| architecture | hourglass of residual blocks: a stem, 6 blocks down and 3 up; {first}, \
             {second}, {third}, {fourth} channels on grids of 32, 16, 8, 4 cells |\n\
             | in | {INPUT_SIZE} x {INPUT_SIZE} grey crop around the part, and where it lies in the \
             camera's view |\n\
             | out | {MAP_SIZE} x {MAP_SIZE} maps: 5 labels, 7 places; 9 scores of sequences |\n\
             | parameters, running statistics included | {} |\n\
             | file | `locator.safetensors`, {} bytes; 16-bit floats, normalization in 32 |\n",
            thousands(self.parameters as u64),
            thousands(self.weights_bytes as u64)
        )
    }

    fn training(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let config = &self.config;
        let pictures = self.step * config.batch_size as u64;
        writeln!(
            f,
            "## Training\n\n```sh\n{}\n```\n\n| | |\n|---|---|\n\
             | data | distribution `mixed` ([data.md](../../docs/data.md)), drawn and rendered on the fly \
             around the style `paper`; no picture twice |\n\
             | seed | {} |\n\
             | steps, pictures a step | {} of {}, {} |\n\
             | pictures seen | {} |\n\
             | optimizer | AdamW, weight decay {}; learning rate {} after {} steps of warm-up, then half a \
             cosine |",
            reproduction(config),
            config.seed,
            self.step,
            config.steps,
            config.batch_size,
            thousands(pictures),
            config.weight_decay,
            config.learning_rate,
            config.warmup_steps,
        )?;
        if let Some(trained_on) = &self.trained_on {
            writeln!(f, "| trained on | {trained_on} |")?;
        }
        writeln!(f)
    }

    fn validation(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let validation = &self.validation;
        writeln!(
            f,
            "## Validation of the network alone\n\nOn {} held-out examples of the same kind, at step \
             {}.\n\n| | |\n|---|---|\n\
             | labels of cells right | {:.4} |\n\
             | plane right | {:.3} |\n\
             | sequence right, from the pooled head | {:.3} |\n\
             | error of a place, median | {:.2} px of the {INPUT_SIZE}-pixel crop |\n\
             | error of a place, 90th percentile | {:.1} px |\n",
            validation.examples,
            self.step,
            validation.labels,
            validation.planes,
            validation.sequences,
            validation.place_median_px,
            validation.place_p90_px,
        )
    }

    fn evaluations(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "## Evaluation of reconstruction\n\nWhat the \
             rows mean: [results.md](../../docs/results.md). +- is one standard error."
        )?;
        if self.evaluations.is_empty() {
            return writeln!(f, "\nNot measured with these weights yet.");
        }
        self.evaluations
            .iter()
            .try_for_each(|report| write!(f, "\n{}", report.markdown()))
    }
}

/// The command that trains the same network again.
fn reproduction(config: &TrainConfig) -> String {
    let usual = TrainConfig::default();
    let flags = [
        ("steps", config.steps.to_string(), usual.steps.to_string()),
        ("seed", config.seed.to_string(), usual.seed.to_string()),
        (
            "batch-size",
            config.batch_size.to_string(),
            usual.batch_size.to_string(),
        ),
        (
            "learning-rate",
            config.learning_rate.to_string(),
            usual.learning_rate.to_string(),
        ),
    ];
    let mut command = "cadseq train --network locator --run runs/locator".to_owned();
    add_flags(&mut command, &flags);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unusual_settings_are_in_the_command() {
        let usual = TrainConfig::default();
        assert_eq!(
            reproduction(&usual),
            "cadseq train --network locator --run runs/locator"
        );
        let other = TrainConfig { seed: 7, ..usual };
        assert!(reproduction(&other).ends_with(" --seed 7"));
    }
}
