//! One training step (forward, loss, backward, optimizer) of two networks, on all cores: the picture
//! encoder, ResNet-18 to a latent of 256, and the mapper with its own loss.
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

use burn::module::Module;
use burn::nn::loss::{MseLoss, Reduction};
use burn::optim::{AdamConfig, AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Distribution, Tensor};
use cadseq_model::{Device, EdgeClass, Mapper, MapperConfig, ResNet, ResNetConfig};
use cadseq_train::maps::{self, MapBatch};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const LATENT: usize = 256;
const ROUNDS: usize = 7;

/// Network, side of the pictures in pixels, and pictures a step.
const TASKS: [(&str, usize, usize); 5] = [
    ("resnet", 64, 32),
    ("resnet", 64, 128),
    ("resnet", 128, 32),
    ("mapper", 128, 32),
    ("mapper", 256, 8),
];

/// A network in training, the optimizer, and its loss on one batch.
struct Trainer<M, L> {
    network: Option<M>,
    optimizer: ModuleOptimizer,
    learning_rate: f64,
    loss: L,
}

impl<M: Module, L: Fn(&M) -> Tensor<1>> Trainer<M, L> {
    fn step(&mut self) {
        let network = self.network.take().expect("put back below");
        let loss = (self.loss)(&network);
        let gradients = GradientsParams::from_grads(loss.backward(), &network);
        let network = self.optimizer.step(self.learning_rate, network, gradients);
        self.network = Some(network);
    }
}

/// What is measured.
fn step_of(network: &str, pixels: usize, batch: usize) -> Box<dyn FnMut()> {
    let device = Device::flex().autodiff();
    if network == "mapper" {
        let mut trainer = Trainer {
            network: Some(MapperConfig::new().init(&device)),
            optimizer: AdamWConfig::new().with_weight_decay(1e-3).init(),
            learning_rate: 2e-3,
            loss: mapper_loss(pixels, batch, &device),
        };
        return Box::new(move || trainer.step());
    }
    let mut trainer = Trainer {
        network: Some(ResNetConfig::new(LATENT).init(&device)),
        optimizer: AdamConfig::new().init(),
        learning_rate: 1e-4,
        loss: encoder_loss(pixels, batch, &device),
    };
    Box::new(move || trainer.step())
}

fn encoder_loss(
    pixels: usize,
    batch: usize,
    device: &Device,
) -> impl Fn(&ResNet) -> Tensor<1> + use<> {
    let pictures = Tensor::random([batch, 3, pixels, pixels], Distribution::Default, device);
    let latents = Tensor::random([batch, LATENT], Distribution::Normal(0.0, 1.0), device);
    move |network| {
        let found = network.forward(pictures.clone());
        MseLoss::new().forward(found, latents.clone(), Reduction::Mean)
    }
}

fn mapper_loss(
    pixels: usize,
    batch: usize,
    device: &Device,
) -> impl Fn(&Mapper) -> Tensor<1> + use<> {
    let random = |channels| {
        Tensor::<4>::random(
            [batch, channels, pixels, pixels],
            Distribution::Default,
            device,
        )
    };
    let truth = MapBatch {
        crops: random(3),
        mask: random(1),
        normals: random(3),
        depths: random(1),
        exits: random(2),
        edges: random(EdgeClass::COUNT),
    };
    move |network| maps::loss(&network.scores(truth.crops.clone()), truth.clone())
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

    fn seconds(&mut self, network: &str, pixels: usize, batch: usize) -> f64 {
        writeln!(self.requests, "{network} {pixels} {batch}").expect("the peer reads");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("the peer runs");
        let seconds = answer.trim().parse();
        seconds.expect("the peer's environment has torch and torchvision")
    }
}

fn seconds(step: &mut impl FnMut()) -> f64 {
    let start = Instant::now();
    step();
    start.elapsed().as_secs_f64()
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
    for (network, pixels, batch) in TASKS {
        let mut ours = step_of(network, pixels, batch);
        ours();
        let (own, other): (Vec<f64>, Vec<f64>) = (0..ROUNDS)
            .map(|_| (seconds(&mut ours), peer.seconds(network, pixels, batch)))
            .unzip();
        let (own, other) = (median(own), median(other));
        eprintln!(
            "{network}, {batch} pictures of {pixels} x {pixels}: {:.1} a second here, {:.1} in PyTorch, ratio {:.2}",
            batch as f64 / own,
            batch as f64 / other,
            other / own,
        );
    }
    peer.process.kill().expect("it runs until it is told");
    peer.process.wait().expect("it was started here");
}

fn alone(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("training step");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(10));
    for (network, pixels, batch) in TASKS {
        let mut step = step_of(network, pixels, batch);
        group.throughput(Throughput::Elements(batch as u64));
        let id = BenchmarkId::new(format!("{network} {pixels}"), batch);
        group.bench_function(id, |bencher| bencher.iter(&mut step));
    }
    group.finish();
}

criterion_group!(benches, alone, against_pytorch);
criterion_main!(benches);
