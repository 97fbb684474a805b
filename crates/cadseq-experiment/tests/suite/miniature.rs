//! An experiment of a few steps, run in a folder of its own.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cadseq_evaluation::Outcome;
use cadseq_experiment::{Experiment, ExperimentError, Identity, Observer, Runner};
use cadseq_model::Device;

/// 88 programs in batches of 16 are six steps of each stage.
pub(crate) const TEXT: &str = include_str!("../../../../experiments/miniature.toml");

/// The tensor library has one random generator a process: runs that are compared must not share it.
static GENERATOR: Mutex<()> = Mutex::new(());

pub(crate) fn alone() -> MutexGuard<'static, ()> {
    GENERATOR.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn experiment() -> Experiment {
    Experiment::parse(TEXT).expect("an experiment")
}

/// Stops the run when a part of it begins.
struct StopAt<'a> {
    part: Option<&'a str>,
    stop: &'a AtomicBool,
}

impl Observer for StopAt<'_> {
    fn begin(&self, part: &str, _: u64) {
        self.stop.store(self.part == Some(part), Ordering::Relaxed);
    }

    fn progress(&self, _: u64, _: &str) {}

    fn result(&self, _: &str) {}
}

/// Runs the experiment; stops it at the beginning of a part.
pub(crate) fn run_until(
    experiment: &Experiment,
    name: &str,
    runs: &Path,
    part: Option<&str>,
) -> Result<Outcome, ExperimentError> {
    let stop = AtomicBool::new(false);
    let observer = StopAt { part, stop: &stop };
    let runner = Runner {
        runs,
        device: &Device::flex(),
        stop: &stop,
        observer: &observer,
    };
    let identity = Identity {
        name: name.to_owned(),
        command: "a test".to_owned(),
        commit: String::new(),
        hardware: "any".to_owned(),
    };
    runner.run(experiment, &identity)
}

pub(crate) fn run(experiment: &Experiment, name: &str, runs: &Path) -> Outcome {
    run_until(experiment, name, runs, None).expect("it runs")
}
