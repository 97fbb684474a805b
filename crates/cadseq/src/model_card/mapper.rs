//! The card of the mapper.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use anyhow::{Context, Result};
use cadseq_model::{Device, MapperConfig, from_safetensors};
use cadseq_train::maps::{MapTrainConfig, MapValidation};

use super::{add_flags, last_validation, read_run_file, settings, thousands};

/// Everything that the card states.
#[derive(Debug)]
pub(super) struct MapperCard {
    config: MapTrainConfig,
    /// Steps done at the last validation.
    step: u64,
    validation: MapValidation,
    parameters: usize,
    weights_bytes: usize,
    /// What it was trained on and how long, in words.
    trained_on: Option<String>,
}

impl MapperCard {
    /// The card of the run in `folder`.
    ///
    /// # Errors
    /// Where a file of the run is missing or damaged.
    pub(super) fn new(folder: &Path, trained_on: Option<String>) -> Result<Self> {
        let config: MapTrainConfig = settings(folder)?;
        let (step, validation) = last_validation(folder)?;
        let weights = read_run_file(folder, "mapper.safetensors")?;
        let architecture = MapperConfig::new().with_widths(config.widths);
        let mapper = from_safetensors(&weights, architecture.init(&Device::flex()))
            .with_context(|| folder.join("mapper.safetensors").display().to_string())?;
        Ok(Self {
            config,
            step,
            validation,
            parameters: mapper.parameter_count(),
            weights_bytes: weights.len(),
            trained_on,
        })
    }

    fn network(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let widths = self.config.widths.map(|width| width.to_string()).join(", ");
        writeln!(
            f,
            "# Model card: the mapper\n\nWritten by `cadseq card`; every figure comes from the run's \
             files.\n\n## What it is\n\nIt says what a picture of any part shows, pixel by pixel: where \
             the part is, how its surface is turned,\nhow deep it lies, where its edges are, and how \
             sure it is ([seeing.md](../../docs/seeing.md)). It names no\nparameter and knows no camera.\n\n\
             | | |\n|---|---|\n\
             | architecture | U-Net of residual blocks; {widths} channels on grids of 1/2, 1/4, 1/8, \
             1/16 and 1/32 of the crop |\n\
             | in | a square crop in colour, 128 x 128 |\n\
             | out | of the same size: mask, normal, depth, exits, six classes of edges, doubts of \
             normal, depth and exits |\n\
             | parameters, running statistics included | {} |\n\
             | file | `mapper.safetensors`, {} bytes; 16-bit floats, normalization in 32 |\n",
            thousands(self.parameters as u64),
            thousands(self.weights_bytes as u64)
        )
    }

    fn training(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let config = &self.config;
        writeln!(
            f,
            "## Training\n\n```sh\n{}\n```\n\n| | |\n|---|---|\n\
             | data | distribution `parts` ([data.md](../../docs/data.md)), drawn on the fly as \
             photographs, screenshots, drawings and in the style `paper`; no picture of a run twice, each part \
             twice |\n\
             | seed | {} |\n\
             | steps | {} of {} |\n\
             | phases | {} |\n\
             | pictures | {} |\n\
             | optimizer | Muon for filters, AdamW for the rest, weight decay {}; learning rate {} after {} steps of warm-up, then half a \
             cosine |",
            reproduction(config),
            config.seed,
            self.step,
            config.steps(),
            phases(config, " steps of ", " x ", " pixels, "),
            thousands(config.pictures()),
            config.weight_decay,
            config.learning_rate,
            config.warmup_steps,
        )?;
        if let Some(start) = config.start_crc32 {
            writeln!(
                f,
                "| started from | weights with CRC-32 {start:08x} (`--from`) |"
            )?;
        }
        if let Some(trained_on) = &self.trained_on {
            writeln!(f, "| trained on | {trained_on} |")?;
        }
        writeln!(f)
    }

    fn validation(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let found = &self.validation;
        writeln!(
            f,
            "## Validation of the network alone\n\nOn {} held-out crops of the same kind (another \
             seed), at step {}; means over the crops.\n\n| | |\n|---|---|\n\
             | mask, intersection over union | {:.4} |\n\
             | median angle between the normals | {:.2} degrees |\n\
             | normals within 11.25 degrees | {:.3} |\n\
             | error of the relative depth | {:.3} |\n\
             | error of the logarithm of the depth behind the surface: to the first exit, to the last | {:.3}, {:.3} |\n\
             | edges of any class, within 2 pixels | precision {:.3}, recall {:.3} |\n\
             | rims of holes, recall within 2 pixels | {:.3} |\n\n\
             How well it sees other renderers' pictures and photographs: [seeing.md](../../docs/seeing.md).",
            found.examples,
            self.step,
            found.mask_iou,
            found.normal_median_deg,
            found.normals_within_11_deg,
            found.depth_error,
            found.exit_errors[0],
            found.exit_errors[1],
            found.edge_precision,
            found.edge_recall,
            found.rim_recall,
        )
    }
}

impl Display for MapperCard {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.network(f)?;
        self.training(f)?;
        self.validation(f)
    }
}

/// All phases: steps, then pixels twice with what stands between, then crops.
fn phases(config: &MapTrainConfig, after_steps: &str, between: &str, before_crops: &str) -> String {
    let texts = config.phases.iter().map(|phase| {
        let (steps, size, crops) = (phase.steps, phase.crop_size, phase.batch_size);
        format!("{steps}{after_steps}{size}{between}{size}{before_crops}{crops} crops a step")
    });
    texts.collect::<Vec<_>>().join("; ")
}

/// The command that trains the same network again.
fn reproduction(config: &MapTrainConfig) -> String {
    let usual = MapTrainConfig::default();
    let mut command = "cadseq train --run runs/mapper".to_owned();
    if config.start_crc32.is_some() {
        command.push_str(" --from WEIGHTS");
    }
    if config.phases != usual.phases {
        let texts = config.phases.iter().map(|phase| {
            let (steps, size, crops) = (phase.steps, phase.crop_size, phase.batch_size);
            format!("{steps}x{size}x{crops}")
        });
        command.push_str(" --phases ");
        command.push_str(&texts.collect::<Vec<_>>().join(","));
    }
    let flags = [
        ("seed", config.seed.to_string(), usual.seed.to_string()),
        (
            "learning-rate",
            config.learning_rate.to_string(),
            usual.learning_rate.to_string(),
        ),
    ];
    add_flags(&mut command, &flags);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unusual_settings_are_in_the_command() {
        let usual = MapTrainConfig::default();
        assert_eq!(reproduction(&usual), "cadseq train --run runs/mapper");
        let mut other = MapTrainConfig { seed: 7, ..usual };
        other.phases.truncate(1);
        other.phases[0].steps = 9;
        let command = reproduction(&other);
        assert!(
            command.contains(" --phases 9x") && command.ends_with(" --seed 7"),
            "{command}"
        );
    }
}
