//! Training of the locator.

use anyhow::{Context, Result};
use cadseq_train::{TrainConfig, Validation, train};

use super::{Arguments, Screen, run_config};
use crate::exit_code::ExitCode;
use crate::interrupt;

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    anyhow::ensure!(
        arguments.phases.is_empty() && arguments.from.is_none(),
        "--phases and --from are settings of the mapper; the locator has --steps and --batch-size"
    );
    let device = arguments.device.open()?;
    let config = config(arguments)?;
    let stop = interrupt::flag()?;
    let mut screen = Screen::new(config.steps, arguments.json);
    let steps = train(&config, &arguments.run, &device, &stop, |progress| {
        screen.show(progress, line);
    })
    .context("training stopped")?;
    screen.finish(arguments, steps, config.steps, "locator.safetensors")
}

/// The run's own settings or the default ones, changed as asked. Changing those of a run that is
/// there is refused later: its checkpoint belongs to them.
fn config(arguments: &Arguments) -> Result<TrainConfig> {
    let base = run_config::<TrainConfig>(&arguments.run)?.unwrap_or_default();
    Ok(TrainConfig {
        steps: arguments.steps.unwrap_or(base.steps),
        seed: arguments.seed.unwrap_or(base.seed),
        batch_size: arguments.batch_size.map_or(base.batch_size, usize::from),
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

fn line(validation: &Validation) -> String {
    format!(
        "of {} pictures: planes {:.3}, sequences {:.3}, cells {:.3}, places off by {:.2} pixels \
         (median) and {:.2} (90 %)",
        validation.examples,
        validation.planes,
        validation.sequences,
        validation.labels,
        validation.place_median_px,
        validation.place_p90_px
    )
}
