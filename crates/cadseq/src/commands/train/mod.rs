//! `cadseq train`: a network's weights, from nothing or from where a run stopped.

mod locator;
mod mapper;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_train::task::Progress;
use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::device::DeviceArguments;
use crate::exit_code::ExitCode;
use crate::terminal::{progress_bar, say, say_json};

pub(crate) use mapper::PhasesText;

/// Trains a network on pictures drawn on the fly. Without settings: the mapper, about ten hours of two cores.
///
/// A run that was stopped goes on from its last checkpoint when started again with its folder.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq train --run runs/mapper\n  cadseq train --run runs/short --phases 500x128x32 --seed 7\n  cadseq train --network locator --run runs/locator\n  cadseq see picture.png --weights runs/mapper/mapper.safetensors"
)]
pub(crate) struct Arguments {
    /// Folder of the run: settings, metrics, checkpoint, weights.
    #[arg(long, value_name = "DIR")]
    run: PathBuf,
    /// Which network: what is seen of any part, or the places of the paper's shapes.
    #[arg(long, value_enum, default_value_t = NetworkName::Mapper)]
    network: NetworkName,
    /// Mapper: steps x pixels of the crops' side x crops a step, of one phase after the other
    /// [default: 18000x128x16,3000x256x16, or the run's].
    #[arg(long, value_name = "STEPSxPIXELSxCROPS", value_delimiter = ',')]
    phases: Vec<PhasesText>,
    /// Mapper: weights that a new run starts from, instead of random ones; with another --seed than theirs.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// Locator: optimizer steps [default: 4500, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    steps: Option<u64>,
    /// Seed of weights and pictures [default: 1, or the run's].
    #[arg(long)]
    seed: Option<u64>,
    /// Locator: pictures a step [default: 32, or the run's].
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=4096))]
    batch_size: Option<u16>,
    /// Largest learning rate [default: 0.002 (locator: 0.0015), or the run's].
    #[arg(long, value_parser = learning_rate)]
    learning_rate: Option<f64>,
    /// Steps between validations and checkpoints [default: 500 (locator: 150), or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    validation_interval: Option<u64>,
    /// Pictures of the validation set [default: 128 (locator: 256), or the run's].
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    validation_examples: Option<u64>,
    #[command(flatten)]
    device: DeviceArguments,
    /// Prints a line of JSON at each validation.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum NetworkName {
    /// Mask, normals, depth and edges of any part, seen from anywhere.
    Mapper,
    /// Labels and places of the paper's shapes, seen by the paper's camera.
    Locator,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    match arguments.network {
        NetworkName::Mapper => mapper::run(arguments),
        NetworkName::Locator => locator::run(arguments),
    }
}

/// The settings of the run that is in `folder`, if one is.
fn run_config<C: DeserializeOwned>(folder: &Path) -> Result<Option<C>> {
    let path = folder.join("config.json");
    if !path.exists() {
        return Ok(None);
    }
    let read = || anyhow::Ok(serde_json::from_slice(&fs::read(&path)?)?);
    let hint = || {
        format!(
            "{} is not the settings of a run of this network; give another folder",
            path.display()
        )
    };
    read().map(Some).with_context(hint)
}

/// A bar with lines above it, until a run ends.
struct Screen {
    bar: ProgressBar,
    json: bool,
    printed: std::io::Result<()>,
}

impl Screen {
    fn new(steps: u64, json: bool) -> Self {
        Self {
            bar: progress_bar(steps, "steps"),
            json,
            printed: Ok(()),
        }
    }

    /// Moves the bar, and prints a line for a validation.
    fn show<V: Copy + Serialize>(&mut self, progress: &Progress<V>, line: impl Fn(&V) -> String) {
        let bar = &self.bar;
        if bar.position() == 0 {
            // The rate of a resumed run counts from where it resumes.
            bar.set_position(progress.step.saturating_sub(1));
            bar.reset_eta();
        }
        bar.set_position(progress.step);
        bar.set_message(format!("loss {:.4}", progress.loss));
        let Some(validation) = progress.validation else {
            return;
        };
        let print = || {
            if self.json {
                say_json(progress)
            } else {
                let (step, loss) = (progress.step, progress.loss);
                say(format!(
                    "step {step}: loss {loss:.4}; {}",
                    line(&validation)
                ))
            }
        };
        let printed = bar.suspend(print);
        self.printed = std::mem::replace(&mut self.printed, Ok(())).and(printed);
    }

    /// What to say at the end.
    fn finish(self, arguments: &Arguments, steps: u64, of: u64, weights: &str) -> Result<ExitCode> {
        self.bar.abandon();
        self.printed?;
        let folder = arguments.run.display();
        if steps < of {
            eprintln!(
                "stopped after step {steps} of {of}; go on by running the same command again"
            );
            return Ok(ExitCode::Interrupted);
        }
        eprintln!("done; the weights are {folder}/{weights}, for the option --weights");
        Ok(ExitCode::Success)
    }
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
