//! Times from the bytes of a picture to those of a STEP file, warm, and of each stage between.

use std::hint::black_box;
use std::time::Duration;

use cadseq_model::{Device, INPUT_SIZE, Locator, LocatorConfig, LocatorInput, from_safetensors};
use cadseq_program::Program;
use cadseq_reconstruct::find::{Scene, find};
use cadseq_reconstruct::{Options, PaperReconstructor};
use cadseq_render::{Picture, decode_picture};
use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, Part};
use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};

/// Every writer is given one; STEP is exact and takes no notice.
const CHORD_TOLERANCE: f64 = 0.01;

/// The shipped weights.
const WEIGHTS: &[u8] = include_bytes!("../../../weights/locator/locator.safetensors");

/// Pictures of 512 x 512 pixels: a circle, three lines, lines and arcs.
const PICTURES: [(&str, &[u8]); 4] = [
    (
        "cylinder",
        include_bytes!("../../../examples/pictures/cylinder.png"),
    ),
    (
        "triangular prism",
        include_bytes!("../../../examples/pictures/triangular-prism.png"),
    ),
    (
        "fillet",
        include_bytes!("../../../examples/pictures/fillet.png"),
    ),
    (
        "rotor",
        include_bytes!("../../../examples/pictures/rotor.png"),
    ),
];

fn to_step(reconstructor: &PaperReconstructor, png: &[u8]) -> Vec<u8> {
    let picture = decode_picture(png).expect("a PNG");
    let answer = reconstructor
        .reconstruct(&picture, &Options::default())
        .expect("an example is reconstructed");
    step(&answer.candidates[0].program)
}

fn step(program: &Program) -> Vec<u8> {
    let part = Part::build(program).expect("a candidate is a solid");
    let file = ExportFormat::Step.write(&part.solid, &Label::default(), CHORD_TOLERANCE.into());
    file.expect("a prism can be written")
}

/// How long everything after the network took.
fn fit_time(reconstructor: &PaperReconstructor, picture: &Picture) -> Duration {
    let answer = reconstructor
        .reconstruct(black_box(picture), &Options::default())
        .expect("an example is reconstructed");
    Duration::from_secs_f64(answer.millis.fit / 1e3)
}

/// What the network is shown.
fn input(scene: &Scene) -> LocatorInput {
    let window = scene.window();
    LocatorInput {
        luma: scene.crop(window, INPUT_SIZE).luma,
        center: window.center.to_array(),
        half_side: window.half_height,
    }
}

fn stages(group: &mut BenchmarkGroup<WallTime>, locator: &Locator, device: &Device, png: &[u8]) {
    group.bench_function("1 decode", |bencher| {
        bencher.iter(|| decode_picture(black_box(png)));
    });
    let picture = decode_picture(png).expect("a PNG");
    group.bench_function("2 find", |bencher| {
        bencher.iter(|| find(black_box(&picture)));
    });
    let scene = find(&picture).expect("an object");
    group.bench_function("3 network", |bencher| {
        bencher.iter(|| locator.predict(&[input(black_box(&scene))], device));
    });
}

fn benchmarks(criterion: &mut Criterion) {
    let reconstructor = PaperReconstructor::built_in().expect("weights of this version");
    let device = Device::flex();
    let locator = from_safetensors(WEIGHTS, LocatorConfig::new().init(&device))
        .expect("weights of this version")
        .folded();
    for (name, png) in PICTURES {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).warm_up_time(Duration::from_secs(1));
        group.bench_function("0 picture to STEP", |bencher| {
            bencher.iter(|| to_step(&reconstructor, black_box(png)));
        });
        stages(&mut group, &locator, &device, png);
        let picture = decode_picture(png).expect("a PNG");
        let answer = reconstructor
            .reconstruct(&picture, &Options::default())
            .expect("an example is reconstructed");
        group.bench_function("4 proposals, fits, choice", |bencher| {
            bencher.iter_custom(|rounds| {
                (0..rounds)
                    .map(|_| fit_time(&reconstructor, &picture))
                    .sum()
            });
        });
        let program = &answer.candidates[0].program;
        group.bench_function("5 solid, STEP", |bencher| {
            bencher.iter(|| step(black_box(program)));
        });
        group.finish();
    }
    criterion.bench_function("start: weights to network", |bencher| {
        bencher.iter(PaperReconstructor::built_in);
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benchmarks(&mut criterion);
    criterion.final_summary();
}
