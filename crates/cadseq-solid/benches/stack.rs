//! Times of building, combining, meshing and exporting stacks.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]
#![allow(dead_code, reason = "the tests use more of the parts")]

#[path = "../tests/parts/mod.rs"]
mod parts;

use std::hint::black_box;

use cadseq_solid::SetOperation::{Cut, Join};
use cadseq_solid::Stack;
use cadseq_solid::export::{Label, step};
use criterion::Criterion;

use parts::{Sketch, block, rod, xy};

/// A plate and the cylinders that drill it, in a square pattern.
fn drilled_plate(count: u32) -> (Stack, Vec<Stack>) {
    let size = f64::from(count) + 1.0;
    let plate = block([0.0, 0.0, 0.0], [size, size, 1.0], 0);
    let holes = (0..count * count).map(|i| {
        let center = [f64::from(i % count) + 1.0, f64::from(i / count) + 1.0];
        rod(center, 0.3, (-1.0, 2.0), i + 1)
    });
    (plate, holes.collect())
}

/// A disc and the teeth around it.
fn gear(teeth: u32) -> (Stack, Vec<Stack>) {
    let disc = rod([0.0, 0.0], 10.0, (0.0, 2.0), 0);
    let tooth = |i: u32| {
        let (sine, cosine) = (f64::from(i) / f64::from(teeth) * std::f64::consts::TAU).sin_cos();
        let at = |x: f64, y: f64| [x * cosine - y * sine, x * sine + y * cosine];
        let corners = [at(9.0, -0.1), at(11.0, -0.08), at(11.0, 0.08), at(9.0, 0.1)];
        Sketch::default()
            .polygon(&corners)
            .extruded(xy(), (0.0, 2.0), i + 1)
    };
    (disc, (0..teeth).map(tooth).collect())
}

/// Boxes of all sizes and heights through each other.
fn heap(count: u32) -> Vec<Stack> {
    let number = |i: u32, k: u32| f64::from((i * 7919 + k * 104_729) % 1009) / 1009.0;
    let one = |i: u32| {
        let low = [0, 1, 2].map(|k| 10.0 * number(i, k));
        let high = [0, 1, 2].map(|k| low[k as usize] + 1.0 + 2.0 * number(i, k + 3));
        block(low, high, i)
    };
    (0..count).map(one).collect()
}

fn one_by_one(body: &Stack, tools: &[Stack], operation: cadseq_solid::SetOperation) -> Stack {
    let apply = |all: Stack, tool: &Stack| all.boolean(tool, operation).expect("parallel");
    tools.iter().fold(body.clone(), apply)
}

fn at_once(body: &Stack, tools: &[Stack], operation: cadseq_solid::SetOperation) -> Stack {
    let steps: Vec<(cadseq_solid::SetOperation, &Stack)> =
        tools.iter().map(|tool| (operation, tool)).collect();
    body.booleans(&steps).expect("parallel")
}

fn benchmarks(criterion: &mut Criterion) {
    criterion.bench_function("extrude a rectangle", |bencher| {
        bencher.iter(|| block(black_box([0.0; 3]), [1.0; 3], 0));
    });
    let (body, tool) = (
        block([0.0; 3], [4.0; 3], 0),
        rod([2.0, 2.0], 1.0, (-1.0, 5.0), 1),
    );
    criterion.bench_function("box minus cylinder", |bencher| {
        bencher.iter(|| black_box(&body).boolean(&tool, Cut));
    });
    let heap = heap(200);
    let cases = [
        ("plate with 10 holes", drilled_plate(3), Cut),
        ("plate with 100 holes", drilled_plate(10), Cut),
        ("gear of 200 teeth", gear(200), Join),
        (
            "heap of 50 boxes",
            (heap[0].clone(), heap[1..50].to_vec()),
            Join,
        ),
        (
            "heap of 200 boxes",
            (heap[0].clone(), heap[1..].to_vec()),
            Join,
        ),
    ];
    for (name, (body, tools), operation) in &cases {
        criterion.bench_function(&format!("{name}, one by one"), |bencher| {
            bencher.iter(|| one_by_one(body, tools, *operation));
        });
        criterion.bench_function(&format!("{name}, at once"), |bencher| {
            bencher.iter(|| at_once(body, tools, *operation));
        });
        let part = at_once(body, tools, *operation);
        let brep = part.brep();
        criterion.bench_function(&format!("{name}, boundary"), |bencher| {
            bencher.iter(|| part.brep());
        });
        criterion.bench_function(&format!("{name}, STEP"), |bencher| {
            bencher.iter(|| step::write(&Label::default(), [&brep]));
        });
        criterion.bench_function(&format!("{name}, mesh"), |bencher| {
            bencher.iter(|| part.mesh(0.01));
        });
        criterion.bench_function(&format!("{name}, measures"), |bencher| {
            bencher.iter(|| part.measures());
        });
    }
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    benchmarks(&mut criterion);
    criterion.final_summary();
}
