//! Training of the mapper.

use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use cadseq_train::maps::{MapTrainConfig, MapValidation, Phase, train_mapper};

use super::{Arguments, Screen, run_config};
use crate::commands::network::read_weights;
use crate::exit_code::ExitCode;
use crate::interrupt;

/// A phase as it is written on a command line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhasesText(Phase);

impl FromStr for PhasesText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers: Option<Vec<u64>> = text.split('x').map(|part| part.parse().ok()).collect();
        match numbers.as_deref() {
            Some(
                &[
                    steps @ 1..=1_000_000_000,
                    pixels @ 32..=1024,
                    crops @ 1..=4096,
                ],
            ) if pixels % 32 == 0 => Ok(Self(Phase {
                steps,
                crop_size: pixels as usize,
                batch_size: crops as usize,
            })),
            _ => Err(
                "write steps x pixels x crops such as 3000x128x64; pixels: a multiple of 32 from \
                 32 to 1024; crops: 1 to 4096"
                    .to_owned(),
            ),
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    ensure!(
        arguments.steps.is_none() && arguments.batch_size.is_none(),
        "--steps and --batch-size are settings of the locator; the mapper has --phases"
    );
    let device = arguments.device.open()?;
    let config = config(arguments)?;
    let stop = interrupt::flag()?;
    let mut screen = Screen::new(config.steps(), arguments.json);
    let start = arguments.from.as_deref().map(read_weights).transpose()?;
    let steps = train_mapper(
        &config,
        start.as_deref(),
        &arguments.run,
        &device,
        &stop,
        |progress| {
            screen.show(progress, line);
        },
    )
    .context("training stopped")?;
    screen.finish(arguments, steps, config.steps(), "mapper.safetensors")
}

/// The run's own settings or the default ones, changed as asked. Changing those of a run that is
/// there is refused later: its checkpoint belongs to them.
fn config(arguments: &Arguments) -> Result<MapTrainConfig> {
    let base = run_config::<MapTrainConfig>(&arguments.run)?.unwrap_or_default();
    let phases: Vec<Phase> = arguments.phases.iter().map(|phase| phase.0).collect();
    Ok(MapTrainConfig {
        phases: if phases.is_empty() {
            base.phases
        } else {
            phases
        },
        seed: arguments.seed.unwrap_or(base.seed),
        learning_rate: arguments.learning_rate.unwrap_or(base.learning_rate),
        validation_interval: arguments
            .validation_interval
            .unwrap_or(base.validation_interval),
        validation_examples: arguments
            .validation_examples
            .unwrap_or(base.validation_examples),
        ..base
    })
}

fn line(validation: &MapValidation) -> String {
    format!(
        "of {} crops: mask IoU {:.4}, normals off by {:.2} degrees (median), {:.3} within 11; depth \
         off by {:.3}, logarithms of exits by {:.3} and {:.3}; edges: precision {:.3}, recall {:.3}, rims {:.3}",
        validation.examples,
        validation.mask_iou,
        validation.normal_median_deg,
        validation.normals_within_11_deg,
        validation.depth_error,
        validation.exit_errors[0],
        validation.exit_errors[1],
        validation.edge_precision,
        validation.edge_recall,
        validation.rim_recall,
    )
}
