//! A load test against a server of its own on loopback, bounded in count and time.
//!
//! 64 clients make 1,000 edits and 200 reconstructions in two halves: by themselves, and beside
//! clients that misbehave. Every answer is checked to be its asker's. It prints percentiles and the
//! server's memory, and fails where an answer is wrong, late beyond reason, or memory grows.
//!
//! `cargo run --release -p cadseq-server --example load`
#![allow(clippy::print_stdout, reason = "an example prints what it measures")]

mod bad;
mod client;
mod good;
mod memory;
mod server;
mod times;

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use good::Known;
use server::Child;
use times::Times;

/// Clients at a time.
const CLIENTS: usize = 64;
/// Edits of each half.
const EDITS: usize = 500;
/// Reconstructions of each half.
const RECONSTRUCTIONS: usize = 100;
/// Longest time of the whole test.
const LONGEST: Duration = Duration::from_secs(170);
/// By how much the second half may use more memory than the first, in KiB: what it adds are the
/// connections of the bad clients and a picture of theirs.
const GROWTH_KIB: u64 = 96 << 10;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(server::ARGUMENT) {
        server::serve();
        return ExitCode::SUCCESS;
    }
    let faults = test();
    for fault in &faults {
        println!("FAULT: {fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn test() -> Vec<String> {
    let child = Child::start();
    let known = Known::ask(child.address);
    println!("| | edits: p50, p90, p99, most | reconstructions: p50, p90, p99, most | memory |");
    println!("|---|---|---|---|");
    println!("| before | | | {} MiB |", child.memory_kib() >> 10);
    let deadline = Instant::now() + LONGEST;
    let alone = good::half(child.address, &known, deadline);
    let memory_alone = report("64 clients", &alone, &child);
    let is_over = AtomicBool::new(false);
    let (beside, report_of_bad) = std::thread::scope(|scope| {
        let bad = bad::start(scope, child.address, &is_over);
        let beside = good::half(child.address, &known, deadline);
        is_over.store(true, Ordering::Relaxed);
        (beside, bad.finish())
    });
    let memory_beside = report("64 clients beside bad ones", &beside, &child);
    println!("\n{report_of_bad}");
    let mut faults = alone.faults;
    faults.extend(beside.faults);
    faults.extend(report_of_bad.faults());
    if memory_beside > memory_alone + GROWTH_KIB {
        faults.push(format!(
            "memory grew from {memory_alone} to {memory_beside} KiB"
        ));
    }
    faults
}

/// A line of the table; the server's memory after it.
fn report(name: &str, half: &good::Half, child: &Child) -> u64 {
    let memory = child.memory_kib();
    let cell = |times: &Times| times.to_string();
    println!(
        "| {name} | {} | {} | {} MiB |",
        cell(&half.edits),
        cell(&half.reconstructions),
        memory >> 10
    );
    memory
}
