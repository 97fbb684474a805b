//! Times of arranging 10 to 10,000 curves of the kinds that part drawings have, and of refusing
//! too many crossings.

use std::f64::consts::TAU;
use std::hint::black_box;

use cadseq_solid::Arrangement;
use cadseq_solid::arrangement::Stroke;
use cadseq_solid::outline::{Bend, Segment};
use criterion::Criterion;
use glam::DVec2;

const TOLERANCE: f64 = 1e-5;

fn line(start: DVec2, end: DVec2) -> Segment {
    let (bend, source) = (None, 0);
    Segment {
        start,
        end,
        bend,
        source,
    }
}

fn circle(center: DVec2, radius: f64) -> Segment {
    let start = center + DVec2::X * radius;
    let bend = Some(Bend {
        center,
        radius,
        sweep_rad: TAU,
    });
    Segment {
        start,
        end: start,
        bend,
        source: 0,
    }
}

/// Circles on a square grid, each of which crosses its neighbours where `radius` is above 0.5.
fn circle_grid(count: usize, radius: f64) -> Vec<Segment> {
    let side = (count as f64).sqrt().ceil() as usize;
    let center = |i: usize| DVec2::new((i % side) as f64, (i / side) as f64);
    (0..count).map(|i| circle(center(i), radius)).collect()
}

/// The outline of a comb, turned so that all its lines run askew.
fn comb(count: usize) -> Vec<Segment> {
    let corner = |i: usize| {
        let turn = DVec2::from_angle(0.3);
        let end = count - 1;
        let (tooth, phase) = ((i % end) / 4, (i % end) % 4);
        let x = tooth as f64 + [0.0, 0.5, 0.5, 1.0][phase];
        turn.rotate(DVec2::new(x, [50.0, 50.0, 1.0, 1.0][phase]))
    };
    (0..count).map(|i| line(corner(i), corner(i + 1))).collect()
}

/// Chords of one circle that all cross.
fn star(count: usize) -> Vec<Segment> {
    let at = |turn: f64| DVec2::from_angle(turn * TAU) * 10.0;
    let turn = |i: usize| i as f64 / count as f64 * 0.5;
    (0..count)
        .map(|i| {
            line(
                at(turn(i)),
                at(turn(i) + 0.5 - 0.3 / count as f64 * i as f64),
            )
        })
        .collect()
}

fn benchmarks(criterion: &mut Criterion) {
    for count in [10, 100, 1_000, 10_000] {
        let drawings = [
            ("holes", circle_grid(count, 0.3)),
            ("crossing circles", circle_grid(count, 0.6)),
            ("comb", comb(count)),
        ];
        for (name, segments) in drawings {
            arrange(
                criterion,
                &format!("arrange {count} curves, {name}"),
                &segments,
            );
        }
    }
    let concentric: Vec<_> = (1..=10_000)
        .map(|i| circle(DVec2::ZERO, i as f64 * 0.01))
        .collect();
    arrange(criterion, "arrange 10000 concentric circles", &concentric);
    arrange(criterion, "arrange 500 chords that all cross", &star(500));
    arrange(
        criterion,
        "refuse 10000 chords that all cross",
        &star(10_000),
    );
}

fn arrange(criterion: &mut Criterion, name: &str, segments: &[Segment]) {
    let strokes: Vec<Stroke> = segments
        .iter()
        .map(|&segment| Stroke { segment, tag: 0 })
        .collect();
    criterion.bench_function(name, |bencher| {
        bencher.iter(|| {
            Arrangement::new(black_box(&strokes), TOLERANCE)
                .map(|arrangement| arrangement.cells.len())
        });
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    benchmarks(&mut criterion);
    criterion.final_summary();
}
