//! Times of building programs, comparing their solids and writing STEP, by number of extrudes.
//!
//! With `CADSEQ_OCP=/path/to/python`, whose environment has cadquery-ocp, `peer_ocp.py` beside this
//! file does the same with Open CASCADE in turn with ours, and a table of the ratios of the medians
//! is printed: of processor time, which others' work on the machine changes least.

mod parts;
mod peer;

use std::hint::black_box;

use cadseq_program::Program;
use cadseq_solid::export::Label;
use cadseq_solid::{Part, Solid};
use criterion::Criterion;

use parts::{Pair, pairs};
use peer::{Peer, Task};

/// Rounds of which the median counts.
const ROUNDS: usize = 7;
/// Processor time of a round, in seconds.
const ROUND_SECS: f64 = 0.05;

fn solid(program: &Program) -> Solid {
    Part::build(program).expect("a solid").solid
}

/// Processor time of this thread, in seconds.
fn processor_time() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text
        .split(' ')
        .next()
        .and_then(|number| number.parse::<f64>().ok());
    nanoseconds.expect("the ratios are measured on Linux") * 1e-9
}

/// Seconds of processor time of one call, over a round of calls.
fn timed(mut call: impl FnMut()) -> f64 {
    let start = processor_time();
    let mut count = 0.0;
    loop {
        call();
        count += 1.0;
        let passed = processor_time() - start;
        if passed > ROUND_SECS {
            return passed / count;
        }
    }
}

/// What is measured.
fn do_once(pair: &Pair, task: Task, [a, b]: &[Solid; 2]) {
    let program = black_box(&pair.programs[0]);
    match task {
        Task::Build => drop(black_box(solid(program))),
        Task::Iou => drop(black_box(a.overlap(b))),
        Task::Step => drop(black_box(solid(program).step(&Label::default()))),
    }
}

/// What the peer must find too.
fn value(task: Task, [a, b]: &[Solid; 2]) -> f64 {
    match task {
        Task::Build | Task::Step => volume(a),
        Task::Iou => a.overlap(b).expect("known").iou(),
    }
}

fn volume(solid: &Solid) -> f64 {
    solid
        .measures()
        .expect("measures")
        .map_or(0.0, |measures| measures.volume)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints how many times as fast we are as Open CASCADE.
#[allow(clippy::print_stdout, reason = "the table is what the bench is for")]
fn against_occt(python: &str) {
    let mut peer = Peer::start(python);
    println!("| part | extrudes | build | IoU | build and STEP |\n|---|---|---|---|---|");
    for pair in pairs() {
        let cells = Task::ALL.map(|task| compared(&mut peer, &pair, task));
        println!(
            "| {} | {} | {} |",
            pair.name,
            pair.extrudes(),
            cells.join(" | ")
        );
    }
    peer.stop();
}

/// The two medians and their ratio.
fn compared(peer: &mut Peer, pair: &Pair, task: Task) -> String {
    let solids = pair.programs.each_ref().map(solid);
    let expected = value(task, &solids);
    let (ours, theirs): (Vec<f64>, Vec<f64>) = (0..ROUNDS)
        .map(|_| {
            let own = timed(|| do_once(pair, task, &solids));
            let answer = peer.ask(pair, task, ROUND_SECS);
            let difference = (answer.value - expected).abs();
            assert!(
                difference < 1e-6 * expected,
                "{} {task:?}: {expected} {answer:?}",
                pair.name
            );
            (own, answer.seconds)
        })
        .unzip();
    let (ours, theirs) = (median(ours), median(theirs));
    format!(
        "{:.3} / {:.3} ms, {:.1} x",
        theirs * 1e3,
        ours * 1e3,
        theirs / ours
    )
}

fn alone(criterion: &mut Criterion) {
    for pair in pairs() {
        let solids = pair.programs.each_ref().map(solid);
        for task in Task::ALL {
            criterion.bench_function(&format!("{}, {}", pair.name, task.name()), |bencher| {
                bencher.iter(|| do_once(&pair, task, &solids));
            });
        }
        criterion.bench_function(&format!("{}, mesh", pair.name), |bencher| {
            bencher.iter(|| solids[0].mesh(0.01));
        });
    }
}

fn main() {
    if let Ok(python) = std::env::var("CADSEQ_OCP") {
        against_occt(&python);
        return;
    }
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    alone(&mut criterion);
    criterion.final_summary();
}
