//! The graphics card computes what the processor computes, and either goes on where the other stopped.
//!
//! Needs a build with the feature `gpu` and a Vulkan driver; `SwiftShader`, which comes with Chromium, is
//! one without a card: `VK_DRIVER_FILES=/usr/lib/chromium/vk_swiftshader_icd.json`.
#![cfg(feature = "gpu")]

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use cadseq_model::Device;
use cadseq_train::maps::{MapTrainConfig, Phase, train_mapper};
use tempfile::TempDir;

/// Losses differ by rounding, which the steps amplify: to this share after 20 of them.
const TOLERANCE: f64 = 0.01;

fn config() -> MapTrainConfig {
    let phase = |steps, crop_size| Phase {
        steps,
        crop_size,
        batch_size: 4,
    };
    MapTrainConfig {
        phases: vec![phase(15, 32), phase(5, 64)],
        warmup_steps: 10,
        widths: [8, 8, 16, 16, 16],
        validation_examples: 2,
        validation_interval: 1,
        ..MapTrainConfig::default()
    }
}

/// The losses of the steps that a run does on a device until `last`.
fn losses(folder: &Path, device: &Device, last: u64) -> Vec<f64> {
    let stop = AtomicBool::new(false);
    let mut losses = Vec::new();
    train_mapper(&config(), None, folder, device, &stop, |progress| {
        losses.push(progress.loss);
        stop.store(progress.step + 1 >= last, Ordering::Relaxed);
    })
    .expect("it trains");
    losses
}

#[expect(
    clippy::default_trait_access,
    reason = "the type's name belongs to the tensor library"
)]
fn card() -> Device {
    Device::vulkan(Default::default())
}

fn assert_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (step, (found, expected)) in found.iter().zip(expected).enumerate() {
        let difference = (found / expected - 1.0).abs();
        assert!(
            difference < TOLERANCE,
            "step {step}: {found} for {expected}"
        );
    }
}

#[test]
fn twenty_steps_agree_and_a_run_changes_devices() {
    let folders = [(); 3].map(|()| TempDir::new().expect("a folder"));
    let [processor, graphics, mixed] = folders.each_ref().map(TempDir::path);
    let expected = losses(processor, &Device::flex(), u64::MAX);
    assert_eq!(expected.len(), 20);
    assert!(expected[19] < expected[0]);
    assert_close(&losses(graphics, &card(), u64::MAX), &expected);
    let first = losses(mixed, &card(), 8);
    assert_close(
        &losses(mixed, &Device::flex(), u64::MAX),
        &expected[first.len()..],
    );
}
