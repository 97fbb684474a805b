//! `cadseq train`: the network's weights, from nothing or from where a run stopped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_train::{Progress, TrainConfig, Validation, train};
use clap::Args;
use indicatif::ProgressBar;

use super::device::DeviceArguments;
use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::terminal::{progress_bar, say, say_json};

/// Trains the network on pictures drawn on the fly. Without settings: the shipped weights.
///
/// A run that was stopped goes on from its last checkpoint when started again with its folder.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq train --run runs/shipped\n  cadseq train --run runs/short --steps 500 --seed 7\n  cadseq reconstruct picture.png --weights runs/short/locator.safetensors"
)]
pub(crate) struct Arguments {
    /// Folder of the run: settings, metrics, checkpoint, weights.
    #[arg(long, value_name = "DIR")]
    run: PathBuf,
    /// Optimizer steps [default: 4500, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    steps: Option<u64>,
    /// Seed of weights and pictures [default: 1, or the run's].
    #[arg(long)]
    seed: Option<u64>,
    /// Pictures a step [default: 32, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=4096))]
    batch_size: Option<u16>,
    /// Largest learning rate [default: 0.0015, or the run's].
    #[arg(long, value_parser = learning_rate)]
    learning_rate: Option<f64>,
    /// Steps between validations and checkpoints [default: 150, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    validation_interval: Option<u64>,
    /// Pictures of the validation set [default: 256, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    validation_examples: Option<u64>,
    #[command(flatten)]
    device: DeviceArguments,
    /// Prints a line of JSON at each validation.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let device = arguments.device.open()?;
    let config = config(arguments)?;
    let stop = interrupt::flag()?;
    let bar = progress_bar(config.steps, "steps");
    let mut printed = Ok(());
    let steps = train(&config, &arguments.run, &device, &stop, |progress| {
        let line = show(&bar, progress, arguments.json);
        printed = std::mem::replace(&mut printed, Ok(())).and(line);
    })
    .context("training stopped")?;
    bar.abandon();
    printed?;
    let folder = arguments.run.display();
    if steps < config.steps {
        eprintln!(
            "stopped after step {steps} of {}; go on with: cadseq train --run {folder}",
            config.steps
        );
        return Ok(ExitCode::Interrupted);
    }
    eprintln!(
        "done; use the weights with: cadseq reconstruct PICTURE --weights {folder}/locator.safetensors"
    );
    Ok(ExitCode::Success)
}

/// The run's own settings or the default ones, changed as asked. Changing those of a run that is
/// there is refused later: its checkpoint belongs to them.
fn config(arguments: &Arguments) -> Result<TrainConfig> {
    let base = run_config(&arguments.run)?.unwrap_or_default();
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

fn run_config(folder: &Path) -> Result<Option<TrainConfig>> {
    let path = folder.join("config.json");
    if !path.exists() {
        return Ok(None);
    }
    let read = || anyhow::Ok(serde_json::from_slice(&fs::read(&path)?)?);
    let hint = || {
        format!(
            "{} is no run's settings; give another folder",
            path.display()
        )
    };
    read().map(Some).with_context(hint)
}

fn show(bar: &ProgressBar, progress: &Progress, json: bool) -> std::io::Result<()> {
    if bar.position() == 0 {
        // The rate of a resumed run counts from where it resumes.
        bar.set_position(progress.step.saturating_sub(1));
        bar.reset_eta();
    }
    bar.set_position(progress.step);
    bar.set_message(format!("loss {:.4}", progress.loss));
    match (progress.validation, json) {
        (None, _) => Ok(()),
        (Some(_), true) => bar.suspend(|| say_json(progress)),
        (Some(validation), false) => bar.suspend(|| say(line(progress, &validation))),
    }
}

fn line(progress: &Progress, validation: &Validation) -> String {
    format!(
        "step {}: loss {:.4}; of {} pictures: planes {:.3}, sequences {:.3}, cells {:.3}, places off \
         by {:.2} pixels (median) and {:.2} (90 %)",
        progress.step,
        progress.loss,
        validation.examples,
        validation.planes,
        validation.sequences,
        validation.labels,
        validation.place_median_px,
        validation.place_p90_px
    )
}

fn learning_rate(text: &str) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| "write a number such as 0.001".to_owned())?;
    if value > 0.0 && value <= 1.0 {
        Ok(value)
    } else {
        Err("write a number above 0 and at most 1".to_owned())
    }
}
