//! Runs: learning, stopping, going on, refusing. The networks are tiny, the seconds few.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use burn::optim::{AdamWConfig, GradientsParams};
use cadseq_dataset::Distribution;
use cadseq_model::{Device, LocatorConfig, from_safetensors};
use cadseq_train::run::RunFolder;
use cadseq_train::validation::{examples, validate};
use cadseq_train::{Progress, RunError, TrainConfig, batch, loss, train};
use tempfile::TempDir;

/// The tensor library has one random generator a process, which decides the first weights: runs
/// that are compared must not share it.
static GENERATOR: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    GENERATOR.lock().unwrap_or_else(PoisonError::into_inner)
}

fn config() -> TrainConfig {
    TrainConfig {
        steps: 4,
        batch_size: 2,
        warmup_steps: 2,
        widths: [8, 8, 8, 8],
        validation_examples: 3,
        validation_interval: 2,
        ..TrainConfig::default()
    }
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// Trains until `stop_after` steps are done or the run is; the steps that were reported.
fn run(config: &TrainConfig, folder: &Path, stop_after: u64) -> Result<Vec<Progress>, RunError> {
    let stop = AtomicBool::new(stop_after <= 1);
    let mut reports = Vec::new();
    let steps = train(config, folder, &Device::flex(), &stop, |progress| {
        reports.push(*progress);
        // The flag is read once a step, before the report.
        stop.store(progress.step + 1 >= stop_after, Ordering::Relaxed);
    })?;
    assert!(steps <= config.steps);
    assert!(reports.last().is_none_or(|last| last.step == steps));
    Ok(reports)
}

fn whole(config: &TrainConfig, folder: &Path) -> Vec<Progress> {
    run(config, folder, u64::MAX).expect("it trains")
}

fn weights(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("locator.safetensors")).expect("weights")
}

fn refused(config: &TrainConfig, folder: &Path, expected: &str) {
    let error = run(config, folder, u64::MAX).expect_err(expected);
    let text = error.to_string();
    assert!(text.contains(expected) && !text.contains('\n'), "{text}");
    assert!(text.contains(&folder.display().to_string()), "{text}");
}

#[test]
fn one_batch_is_learnt_by_heart() {
    let _alone = alone();
    let device = Device::flex().autodiff();
    device.seed(1);
    let mut locator = LocatorConfig::new().with_widths([8; 4]).init(&device);
    let mut optimizer = AdamWConfig::new().init();
    let batch = examples(&Distribution::mixed(), 9, 2);
    let mut losses = Vec::new();
    for _ in 0..120 {
        let (input, target) = batch::tensors(&batch, &device);
        let loss = loss::loss(locator.forward(input), target);
        losses.push(loss.clone().into_scalar::<f32>());
        let gradients = GradientsParams::from_grads(loss.backward(), &locator);
        locator = optimizer.step(1e-2, locator, gradients);
    }
    let (first, last) = (losses[0], losses[losses.len() - 1]);
    // Uniform scores cost 5 ln 5 + ln 4096 + 0.5 ln 9 = 17.5; what remains at the end is the
    // entropy of the targets themselves, about 2.8 for each place.
    assert!((14.0..24.0).contains(&first), "{first}");
    assert!(last < first / 4.0, "from {first} to {last}");
}

#[test]
fn a_run_leaves_settings_metrics_and_weights() {
    let _alone = alone();
    let folder = folder();
    let reports = whole(&config(), folder.path());
    let steps: Vec<u64> = reports.iter().map(|report| report.step).collect();
    assert_eq!(steps, [1, 2, 3, 4]);
    let validated: Vec<bool> = reports.iter().map(|r| r.validation.is_some()).collect();
    assert_eq!(validated, [false, true, false, true]);
    let metrics = fs::read_to_string(folder.path().join("metrics.jsonl")).expect("metrics");
    assert_eq!(metrics.lines().count(), 2, "{metrics}");

    // The weights that were written are the weights that were measured.
    let locator_config = LocatorConfig::new().with_widths(config().widths);
    let device = Device::flex();
    let locator =
        from_safetensors(&weights(folder.path()), locator_config.init(&device)).expect("weights");
    let set = examples(&Distribution::mixed(), !config().seed, 3);
    let found = validate(&locator, &set, &device);
    let expected = reports[3].validation.expect("the last step is validated");
    assert_eq!(found.examples, 3);
    assert!(
        (found.labels - expected.labels).abs() < 0.01,
        "{found:?} {expected:?}"
    );
    let offset = found.place_median_px - expected.place_median_px;
    assert!(offset.abs() < 2.0, "{found:?} {expected:?}");
}

#[test]
fn the_same_settings_give_the_same_weights() {
    let _alone = alone();
    let (a, b, c) = (folder(), folder(), folder());
    whole(&config(), a.path());
    whole(&config(), b.path());
    whole(
        &TrainConfig {
            seed: 2,
            ..config()
        },
        c.path(),
    );
    assert!(weights(a.path()) == weights(b.path()));
    assert!(weights(a.path()) != weights(c.path()));
}

#[test]
fn a_stopped_run_goes_on_as_if_it_had_not_stopped() {
    let _alone = alone();
    let (straight, stopped) = (folder(), folder());
    let expected = whole(&config(), straight.path());
    let first = run(&config(), stopped.path(), 2).expect("it trains");
    assert_eq!(first.last().map(|report| report.step), Some(2));
    assert!(weights(stopped.path()) != weights(straight.path()));
    let second = whole(&config(), stopped.path());
    assert_eq!(second.first().map(|report| report.step), Some(3));
    assert_eq!(second, expected[2..]);
    assert!(weights(stopped.path()) == weights(straight.path()));
    // A finished run has nothing left to do.
    assert_eq!(whole(&config(), stopped.path()), []);
}

#[test]
fn a_stop_between_validations_loses_no_step() {
    let _alone = alone();
    let (straight, stopped) = (folder(), folder());
    whole(&config(), straight.path());
    for stop_after in [1, 3] {
        let reports = run(&config(), stopped.path(), stop_after).expect("it trains");
        assert_eq!(reports.last().map(|report| report.step), Some(stop_after));
    }
    whole(&config(), stopped.path());
    assert!(weights(stopped.path()) == weights(straight.path()));
}

#[test]
fn a_run_of_other_settings_is_refused() {
    let _alone = alone();
    let folder = folder();
    run(&config(), folder.path(), 1).expect("it trains");
    let others = [
        TrainConfig {
            seed: 2,
            ..config()
        },
        TrainConfig {
            steps: 5,
            ..config()
        },
        TrainConfig {
            learning_rate: 0.1,
            ..config()
        },
        TrainConfig {
            widths: [8, 8, 8, 16],
            ..config()
        },
    ];
    for other in others {
        refused(&other, folder.path(), "other settings");
    }
    // And the refusals changed nothing.
    assert_eq!(whole(&config(), folder.path()).len(), 3);
}

#[test]
fn a_kill_between_the_renames_keeps_the_previous_checkpoint() {
    let _alone = alone();
    let folder = folder();
    run(&config(), folder.path(), 2).expect("it trains");
    let path = |name| folder.path().join(name);
    fs::rename(path("checkpoint"), path("checkpoint.previous")).expect("it is there");
    assert_eq!(whole(&config(), folder.path()).len(), 2);
    assert!(path("checkpoint").exists() && !path("checkpoint.previous").exists());
}

#[test]
fn damaged_folders_are_named() {
    let _alone = alone();
    let folder = folder();
    run(&config(), folder.path(), 1).expect("it trains");
    for name in ["network.bpk", "optimizer.bpk", "state.json"] {
        let file = folder.path().join("checkpoint").join(name);
        let bytes = fs::read(&file).expect("a file of the checkpoint");
        fs::write(&file, &bytes[..bytes.len() / 2]).expect("it is written");
        refused(&config(), folder.path(), name);
        fs::write(&file, bytes).expect("it is written");
    }
    fs::write(folder.path().join("config.json"), "{}").expect("it is written");
    refused(&config(), folder.path(), "config.json");
}

#[test]
fn a_folder_below_a_file_is_refused() {
    let _alone = alone();
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").expect("it is written");
    refused(&config(), &file.join("run"), "can be written");
}

#[test]
fn a_folder_is_trained_by_one_process_at_a_time() {
    let _alone = alone();
    let folder = folder();
    let opened = RunFolder::open(folder.path(), &config()).expect("a new folder");
    let refused = run(&config(), folder.path(), u64::MAX).expect_err("it is in use");
    assert!(matches!(refused, RunError::InUse { .. }), "{refused}");
    drop(opened);
    whole(&config(), folder.path());
}
