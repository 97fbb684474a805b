//! Samples a second: what drawing, building, drawing the picture, packing and writing cost.
//!
//! `peer_cadquery.py` beside this file measures a Python pipeline on the same shapes.
#![allow(
    missing_docs,
    reason = "criterion's macros make undocumented functions"
)]

use std::{hint::black_box, sync::atomic::AtomicBool};

use cadseq_dataset::{Distribution, SynthConfig, part_sample, sample, shard, synthesize};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn stages(criterion: &mut Criterion) {
    let distribution = Distribution::without_rules();
    let source = shard::Source::from(distribution.clone());
    let mut group = criterion.benchmark_group("one sample");
    let mut indices = (0..).cycle();
    group.bench_function("program and solid", |bencher| {
        bencher.iter(|| black_box(sample(&distribution, 1, indices.next().unwrap_or(0))));
    });
    group.bench_function("program, solid, picture, files", |bencher| {
        bencher.iter(|| {
            black_box(shard::Record::draw(
                &source,
                1,
                indices.next().unwrap_or(0),
                512,
            ))
        });
    });
    group.bench_function("part", |bencher| {
        bencher.iter(|| black_box(part_sample(1, indices.next().unwrap_or(0))));
    });
    group.finish();
}

/// All cores, files written.
fn shards(criterion: &mut Criterion) {
    const SAMPLES: u64 = 550;
    let mut group = criterion.benchmark_group("data set");
    group
        .sample_size(10)
        .throughput(Throughput::Elements(SAMPLES));
    for distribution in [Distribution::without_rules(), Distribution::with_rules()] {
        group.bench_function(distribution.name(), |bencher| {
            bencher.iter(|| {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let config = SynthConfig {
                    samples: SAMPLES,
                    ..SynthConfig::new(folder.path(), distribution.clone(), 1)
                };
                synthesize(&config, &AtomicBool::new(false), &|_| {}).expect("a data set")
            });
        });
    }
    group.finish();
}

criterion_group!(benches, stages, shards);
criterion_main!(benches);
