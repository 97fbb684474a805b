//! `cadseq experiment run`: the paper's experiments from their files.

use std::fs;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Context, Result};
use cadseq_evaluation::Evaluation;
use cadseq_experiment::{Experiment, ExperimentError, Identity, Observer, Runner};
use cadseq_metrics::{Metric, Settings};
use clap::{Args, Subcommand};
use indicatif::ProgressBar;

use super::device::DeviceArguments;
use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::terminal::{progress_bar, say, say_json};

/// Runs the experiments of the paper from their files.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Makes the data, trains both stages, predicts the test share and evaluates.
    ///
    /// A run that was stopped goes on when started again. Experiments of one folder of runs share
    /// the stages and pictures whose settings they share.
    #[command(
        after_help = "Examples:\n  cadseq experiment run experiments/cpu/case3.toml\n  cadseq report runs/cpu-case1 runs/cpu-case2 runs/cpu-case3 -o report"
    )]
    Run {
        /// The experiment.
        #[arg(value_name = "FILE.toml")]
        file: PathBuf,
        /// Folder of all runs.
        #[arg(long, default_value = "runs", value_name = "DIR")]
        runs: PathBuf,
        #[command(flatten)]
        device: DeviceArguments,
        /// Prints the evaluation as JSON.
        #[arg(long)]
        json: bool,
    },
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Action::Run {
        file,
        runs,
        device,
        json,
    } = &arguments.action;

    let experiment = read(file)?;
    let identity = Identity {
        name: Experiment::name(file),
        command: format!("cadseq experiment run {}", file.display()),
        commit: commit().unwrap_or_default(),
        hardware: device.hardware(),
    };
    let stop = interrupt::flag()?;
    let screen = Screen::default();
    let runner = Runner {
        runs,
        device: &device.open()?,
        stop: &stop,
        observer: &screen,
    };
    let outcome = match runner.run(&experiment, &identity) {
        Ok(outcome) => outcome,
        Err(ExperimentError::Stopped) => {
            screen.finish();
            eprintln!("stopped; go on with: {}", identity.command);
            return Ok(ExitCode::Interrupted);
        }
        Err(error) => return Err(error).with_context(|| format!("{} failed", file.display())),
    };
    screen.begin("evaluation", outcome.predictions.len() as u64);
    let tolerance_levels = Settings::default().tolerance_levels;
    let evaluation = Evaluation::of(&outcome.predictions, tolerance_levels, || screen.advance())?;
    screen.finish();
    if *json {
        say_json(&evaluation)?;
    } else {
        say(summary(&evaluation))?;
    }
    let folder = runs.join(&identity.name);
    eprintln!(
        "done; see it with: cadseq report {} -o report",
        folder.display()
    );
    Ok(ExitCode::Success)
}

/// Reads an experiment's file; weights that it names lie beside it.
pub(crate) fn read(file: &Path) -> Result<Experiment> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut experiment =
        Experiment::parse(&text).with_context(|| format!("{} is no experiment", file.display()))?;
    let weights = experiment.direct.as_mut().and_then(|d| d.weights.as_mut());
    let pretrained = experiment
        .stage2
        .as_mut()
        .and_then(|s| s.pretrained.as_mut());
    for path in weights.into_iter().chain(pretrained) {
        *path = file.with_file_name(&*path);
    }
    Ok(experiment)
}

fn summary(evaluation: &Evaluation) -> String {
    let mut lines = vec![format!(
        "{:10}{:>22}{:>22}",
        "metric", "raw", "up to equivalence"
    )];
    for metric in Metric::ALL {
        let name = metric.symbol();
        let figure = |m: cadseq_metrics::Measure| format!("{:.4} +- {:.4}", m.value, m.spread);
        let accuracy = evaluation.of_whole_programs(metric);
        let (raw, class) = (figure(accuracy.raw), figure(accuracy.up_to_equivalence));
        lines.push(format!("{name:10}{raw:>22}{class:>22}"));
    }
    let solids = &evaluation.solids;
    lines.push(format!(
        "parsed {:.4}, IoU over all {:.4}, MSE over all {:.5}, {} programs",
        solids.parsing_rate.value,
        solids.iou_over_all.value,
        evaluation.mse_over_all.value,
        evaluation.programs
    ));
    lines.join("\n")
}

/// The commit of the checkout that this runs in, with a `+` if files changed since.
fn commit() -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git").args(arguments).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then(|| text.trim().to_owned())
    };
    let commit = git(&["rev-parse", "--short=10", "HEAD"])?;
    let changed = !git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    Some(if changed { commit + "+" } else { commit })
}

/// Progress on the terminal.
#[derive(Default)]
struct Screen {
    bar: Mutex<Option<ProgressBar>>,
}

impl Screen {
    fn with(&self, action: impl FnOnce(&mut Option<ProgressBar>)) {
        action(
            &mut self
                .bar
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        );
    }

    fn advance(&self) {
        self.with(|bar| {
            if let Some(bar) = bar {
                bar.inc(1);
            }
        });
    }

    fn finish(&self) {
        self.with(|bar| {
            if let Some(bar) = bar.take() {
                bar.finish_and_clear();
            }
        });
    }
}

impl Observer for Screen {
    fn begin(&self, part: &str, total: u64) {
        self.finish();
        if !std::io::stderr().is_terminal() {
            eprintln!("{part}: {total}");
        }
        let bar = progress_bar(total, "done");
        bar.set_message(part.to_owned());
        self.with(|current| *current = Some(bar));
    }

    fn progress(&self, done: u64, note: &str) {
        self.with(|bar| {
            let Some(bar) = bar else { return };
            if bar.position() == 0 && done > 1 {
                // The rate of a resumed stage counts from where it resumes.
                bar.set_position(done - 1);
                bar.reset_eta();
            }
            bar.set_position(done.max(bar.position()));
            if !note.is_empty() {
                bar.set_message(note.to_owned());
            }
        });
    }

    fn result(&self, line: &str) {
        self.with(|bar| match bar {
            Some(bar) => bar.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        });
    }
}
