//! Losses of both stages on hand-made values, and one batch learnt by heart.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use std::sync::atomic::AtomicBool;

use burn::module::Module;
use burn::optim::{AdamConfig, GradientsParams};
use burn::tensor::{Tensor, TensorData};
use cadseq_dataset::Split;
use cadseq_model::{Device, Latent, PictureInput, Tea, TeaConfig, TokenBatch};
use cadseq_program::{FeatureMatrix, MatrixConfig};
use cadseq_train::RunError;
use cadseq_train::task::{self, Task};
use cadseq_train::two_stage::loss::{contrastive, divergence, program_loss};
use cadseq_train::two_stage::stage1::latent_means;
use cadseq_train::two_stage::{
    DataConfig, LatentScale, PictureSet, Rules, Stage1Config, Stage1Settings, Stage2Config,
    Stage2Settings, Stage2Task,
};

fn data() -> DataConfig {
    DataConfig {
        rules: Rules::Without,
        programs: 110,
        seed: 5,
        canonical: false,
    }
}

fn programs(count: usize) -> Vec<FeatureMatrix> {
    data().programs(Split::Train, count).targets
}

fn small(device: &Device) -> Tea {
    TeaConfig::of(&MatrixConfig::paper())
        .with_latent(32)
        .with_d_model(64)
        .with_heads(2)
        .with_layers(1)
        .with_feed_forward(64)
        .with_dropout(0.0)
        .init(device)
}

fn tensor<const N: usize>(rows: &[[f32; N]], device: &Device) -> Tensor<2> {
    Tensor::from_data(TensorData::new(rows.concat(), [rows.len(), N]), device)
}

fn value(loss: Tensor<1>) -> f32 {
    loss.into_scalar::<f32>()
}

#[test]
fn divergence_is_that_of_gaussians() {
    let device = Device::flex();
    let of = |mean: [f32; 2], log_variance: [f32; 2]| {
        let latent = Latent {
            mean: tensor(&[mean, [0.0, 0.0]], &device),
            log_variance: Some(tensor(&[log_variance, [0.0, 0.0]], &device)),
        };
        value(divergence(&latent, &device))
    };
    assert_eq!(of([0.0, 0.0], [0.0, 0.0]), 0.0);
    // Two programs: one has 0.5 (1 + 4) nats, the other none.
    assert!((of([1.0, 2.0], [0.0, 0.0]) - 1.25).abs() < 1e-6);
    let expected = 0.25 * (0.25 - 1.0 - 0.25_f32.ln());
    assert!((of([0.0, 0.0], [0.25_f32.ln(), 0.0]) - expected).abs() < 1e-6);
    let plain = Latent {
        mean: tensor(&[[3.0, 4.0]], &device),
        log_variance: None,
    };
    assert_eq!(value(divergence(&plain, &device)), 0.0);
}

#[test]
fn alignment_prefers_the_own_program() {
    let device = Device::flex();
    let programs = tensor(&[[1.0, 0.0], [0.0, 2.0]], &device);
    let swapped = tensor(&[[0.0, 1.0], [1.0, 0.0]], &device);
    let of = |pictures: &Tensor<2>| {
        value(contrastive(
            pictures.clone(),
            programs.clone(),
            0.5,
            &device,
        ))
    };
    // Cosines 1 and 0 over 0.5: -ln(e^2 / (e^2 + 1)) and -ln(1 / (e^2 + 1)).
    let own = (1.0 + (-2.0_f32).exp()).ln();
    assert!((of(&programs) - own).abs() < 1e-4);
    assert!((of(&swapped) - own - 2.0).abs() < 1e-4);
}

#[test]
fn stage_1_learns_one_batch_by_heart() {
    let device = Device::flex().autodiff();
    device.seed(1);
    let matrices = programs(8);
    let targets: Vec<&FeatureMatrix> = matrices.iter().collect();
    let tokens = TokenBatch::new(&matrices);
    let mut tea = small(&device);
    let mut optimizer = AdamConfig::new().init();
    let mut last = f32::INFINITY;
    for _ in 0..150 {
        let latent = tea.encode(&tokens, &device).mean;
        let loss = program_loss(&tea, &latent, &targets, &device);
        let loss = loss.types + loss.parameters;
        last = value(loss.clone());
        let gradients = GradientsParams::from_grads(loss.backward(), &tea);
        tea = optimizer.step(3e-3, tea, gradients);
    }
    assert!(last < 1.0, "{last} nats a program");
    let still = tea.valid();
    let plain = Device::flex();
    let latent = still.encode(&tokens, &plain).mean;
    let found = still.matrices(&latent, &MatrixConfig::paper());
    for (target, found) in matrices.iter().zip(found) {
        assert_eq!(found.masked(), *target);
    }
}

fn stage2(regression_weight: f64, decoder_weight: f64) -> Stage2Config {
    Stage2Config {
        stage1: Stage1Config {
            data: data(),
            settings: Stage1Settings {
                seed: 1,
                latent: 32,
                variational: false,
                kl_weight: 0.0,
                kl_warmup_epochs: 0.0,
                dropout: 0.0,
                redrawn: 0.0,
                epochs: 1,
                batch_size: 8,
                learning_rate: 1e-3,
            },
        },
        settings: Stage2Settings {
            seed: 1,
            picture_size: 32,
            crop: false,
            width: 4,
            pretrained: None,
            extra_programs: 0,
            dropout: 0.0,
            epochs: 1,
            batch_size: 4,
            learning_rate: 1e-3,
            weight_decay: 0.0,
            regression_weight,
            decoder_weight,
            alignment_weight: 0.0,
        },
    }
}

/// Each program's picture is a square of another grey.
fn pictures(tea: &Tea, count: usize) -> PictureSet {
    let targets = programs(count);
    let picture = |index: usize| PictureInput {
        size: 32,
        luma: (0..32 * 32)
            .map(|pixel| {
                if pixel % 32 < 4 + index * 6 {
                    40 * index as u8
                } else {
                    255
                }
            })
            .collect(),
        crop: None,
    };
    PictureSet {
        pictures: (0..count).map(picture).collect(),
        latents: latent_means(tea, &targets, &Device::flex()),
        targets,
    }
}

fn stage2_task(config: Stage2Config) -> Stage2Task {
    let device = Device::flex();
    device.seed(2);
    let tea = small(&device);
    let (train, validation) = (pictures(&tea, 4), pictures(&tea, 4));
    let scale = LatentScale::of(&train.latents);
    Stage2Task::new(config, tea, scale, train, validation)
}

/// Loss of one batch before and after it was learnt, as a share.
fn learnt(task: &Stage2Task) -> f32 {
    let device = Device::flex().autodiff();
    let mut encoder = task.fresh(&device).expect("no file is read");
    let mut optimizer = AdamConfig::new().init();
    let batch = vec![0, 1, 2, 3];
    let first = value(task.loss(&encoder, &batch, 0, &device));
    for step in 0..60 {
        let loss = task.loss(&encoder, &batch, step, &device);
        let gradients = GradientsParams::from_grads(loss.backward(), &encoder);
        encoder = optimizer.step(2e-3, encoder, gradients);
    }
    value(task.loss(&encoder, &batch, 60, &device)) / first
}

#[test]
fn stage_2_learns_one_batch_by_each_loss_alone() {
    let regression = learnt(&stage2_task(stage2(1.0, 0.0)));
    assert!(regression < 0.3, "{regression}");
    // A decoder of random weights can be led only so far; without a gradient through it nothing changes.
    let decoder = learnt(&stage2_task(stage2(0.0, 1.0)));
    assert!(decoder < 0.995, "{decoder}");
}

#[test]
fn stage_2_leaves_the_decoder_alone() {
    let task = stage2_task(stage2(0.0, 1.0));
    let device = Device::flex().autodiff();
    let encoder = task.fresh(&device).expect("no file is read");
    let mut gradients = task.loss(&encoder, &vec![0, 1], 0, &device).backward();
    let of_encoder = GradientsParams::from_module(&mut gradients, &encoder);
    let of_decoder = GradientsParams::from_module(&mut gradients, task.decoder());
    assert!(!of_encoder.is_empty() && of_decoder.is_empty());
}

#[test]
fn pretrained_weights_that_are_gone_are_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = stage2(1.0, 0.0);
    config.settings.pretrained = Some(folder.path().join("gone.pth"));
    let (task, never) = (stage2_task(config), AtomicBool::new(false));
    let run = folder.path().join("run");
    let error = task::run(&task, &run, &Device::flex(), &never, |_| ()).expect_err("no weights");
    assert!(matches!(error, RunError::Pretrained(_)), "{error}");
    assert!(error.to_string().contains("gone.pth"), "{error}");
}

#[test]
fn latents_are_scaled_to_unit_variance_and_back() {
    let latents = vec![vec![1.0, 10.0], vec![3.0, 10.0]];
    let scale = LatentScale::of(&latents);
    assert_eq!(scale.mean, [2.0, 10.0]);
    // Variances 1 and 0.
    assert!((scale.deviation - 0.5_f32.sqrt()).abs() < 1e-6);
    let device = Device::flex();
    let back = scale.unscaled(tensor(&[[0.0, 0.0], [2.0_f32.sqrt(), 0.0]], &device));
    let back: Vec<f32> = back.into_data().iter::<f32>().collect();
    for (value, expected) in back.into_iter().zip([2.0, 10.0, 3.0, 10.0]) {
        assert!((value - expected).abs() < 1e-5, "{value} for {expected}");
    }
}
