//! Makes a data set and tells how fast.
//!
//! ```text
//! cargo run --release -p cadseq-dataset --example synthesize -- FOLDER with-rules 1 22000
//! ```
#![allow(clippy::print_stdout, reason = "an example for the terminal")]

use std::{sync::atomic::AtomicBool, time::Instant};

use cadseq_dataset::{Distribution, SynthConfig, synthesize};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, distribution, seed, samples] = arguments.as_slice() else {
        return Err("usage: synthesize FOLDER without-rules|with-rules|mixed SEED SAMPLES".into());
    };
    let distribution = match distribution.as_str() {
        "without-rules" => Distribution::without_rules(),
        "with-rules" => Distribution::with_rules(),
        "mixed" => Distribution::mixed(),
        other => return Err(format!("there is no distribution {other}").into()),
    };
    let config = SynthConfig {
        samples: samples.parse()?,
        ..SynthConfig::new(folder, distribution, seed.parse()?)
    };
    let start = Instant::now();
    let card = synthesize(&config, &AtomicBool::new(false), &|_| {})?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{}", card.to_markdown());
    println!("{:.0} samples a second", card.samples as f64 / seconds);
    Ok(())
}
