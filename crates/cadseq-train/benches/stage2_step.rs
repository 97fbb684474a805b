//! One training step of the picture encoder: ResNet-18 to a latent of 256, mean squared error,
//! backward pass, Adam, on all cores.
//!
//! With `CADSEQ_PYTORCH=/path/to/python`, whose environment has torch and torchvision,
//! `peer_pytorch.py` beside this file does the same step in turn with ours, and the ratio of the
//! medians is printed: what else runs on the machine slows both.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use burn::nn::loss::{MseLoss, Reduction};
use burn::optim::{AdamConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Distribution, Tensor};
use cadseq_model::{Device, ResNet, ResNetConfig};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const LATENT: usize = 256;
const ROUNDS: usize = 7;

/// Side of the pictures in pixels, and pictures a step.
const SIZES: [(usize, usize); 3] = [(64, 32), (64, 128), (128, 32)];

/// A network in training; [`Trainer::step`] is what is measured.
struct Trainer {
    network: Option<ResNet>,
    optimizer: ModuleOptimizer,
    pictures: Tensor<4>,
    latents: Tensor<2>,
}

fn trainer(pixels: usize, batch: usize) -> Trainer {
    let device = Device::flex().autodiff();
    Trainer {
        network: Some(ResNetConfig::new(LATENT).init(&device)),
        optimizer: AdamConfig::new().init(),
        pictures: Tensor::random([batch, 3, pixels, pixels], Distribution::Default, &device),
        latents: Tensor::random([batch, LATENT], Distribution::Normal(0.0, 1.0), &device),
    }
}

impl Trainer {
    fn step(&mut self) {
        let network = self.network.take().expect("put back below");
        let latents = network.forward(self.pictures.clone());
        let loss = MseLoss::new().forward(latents, self.latents.clone(), Reduction::Mean);
        let gradients = GradientsParams::from_grads(loss.backward(), &network);
        self.network = Some(self.optimizer.step(1e-4, network, gradients));
    }

    fn seconds(&mut self) -> f64 {
        let start = Instant::now();
        self.step();
        start.elapsed().as_secs_f64()
    }
}

/// `peer_pytorch.py` in its own process.
struct Peer {
    process: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    fn start(python: &str) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peer_pytorch.py");
        let mut process = Command::new(python)
            .arg(script)
            // Threads that spin while they wait take the cores from what else runs, ours included.
            .env("OMP_WAIT_POLICY", "passive")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("CADSEQ_PYTORCH is a Python interpreter");
        Self {
            requests: process.stdin.take().expect("piped"),
            answers: BufReader::new(process.stdout.take().expect("piped")),
            process,
        }
    }

    fn seconds(&mut self, pixels: usize, batch: usize) -> f64 {
        writeln!(self.requests, "{pixels} {batch}").expect("the peer reads");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the peer runs");
        let seconds = answer.trim().parse();
        seconds.expect("the peer's environment has torch and torchvision")
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints how fast we are if `PyTorch`'s speed is 1.
fn against_pytorch(_: &mut Criterion) {
    let Ok(python) = std::env::var("CADSEQ_PYTORCH") else {
        return;
    };
    let mut peer = Peer::start(&python);
    for (pixels, batch) in SIZES {
        let mut ours = trainer(pixels, batch);
        ours.step();
        let (own, other): (Vec<f64>, Vec<f64>) = (0..ROUNDS)
            .map(|_| (ours.seconds(), peer.seconds(pixels, batch)))
            .unzip();
        let (own, other) = (median(own), median(other));
        eprintln!(
            "{batch} pictures of {pixels} x {pixels}: {:.1} a second here, {:.1} in PyTorch, ratio {:.2}",
            batch as f64 / own,
            batch as f64 / other,
            other / own,
        );
    }
    peer.process.kill().expect("it runs until it is told");
    peer.process.wait().expect("it was started here");
}

fn alone(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stage 2 step");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(10));
    for (pixels, batch) in SIZES {
        let mut trainer = trainer(pixels, batch);
        group.throughput(Throughput::Elements(batch as u64));
        group.bench_function(BenchmarkId::new(pixels.to_string(), batch), |bencher| {
            bencher.iter(|| trainer.step());
        });
    }
    group.finish();
}

criterion_group!(benches, alone, against_pytorch);
criterion_main!(benches);
