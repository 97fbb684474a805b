//! `cadseq latent interpolate`: from one program to another.

use std::path::PathBuf;

use anyhow::Result;
use cadseq_experiment::latent::line;
use cadseq_experiment::latent::sheet::Framing;
use clap::Args;
use serde_json::json;

use super::entry::{Entry, solids};
use super::output::{Layout, OutputArguments};
use super::space::{SpaceArguments, read_encoded};
use crate::exit_code::ExitCode;

/// Cells a row of the contact sheet.
const COLUMNS: usize = 8;

/// Walks in a straight line between the latents of two programs.
///
/// The first and the last step are the two programs as the decoder gives them back. Steps that decode
/// to the same program are all kept.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  cadseq latent interpolate experiments/cpu/case3.toml a.cad b.cad --steps 8 -o walk"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    space: SpaceArguments,
    /// Where to start.
    #[arg(value_name = "A.cad")]
    from: PathBuf,
    /// Where to end.
    #[arg(value_name = "B.cad")]
    to: PathBuf,
    /// Programs on the way, both ends included.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(2..=256))]
    steps: u16,
    #[command(flatten)]
    output: OutputArguments,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    arguments.output.check()?;
    let space = arguments.space.open()?;
    let (_, from) = read_encoded(&space, &arguments.from)?;
    let (_, to) = read_encoded(&space, &arguments.to)?;
    let (places, latents): (Vec<f64>, Vec<_>) = line(&from, &to, usize::from(arguments.steps))
        .into_iter()
        .unzip();
    let decoded = places.into_iter().zip(space.decode(&latents)).zip(1..);
    let entry = |((place, decoded), number): (_, u32)| Entry {
        head: format!("step {number} of {}, at {place:.3}", arguments.steps),
        detail: json!({ "at": place }),
        decoded,
    };
    let entries: Vec<Entry> = decoded.map(entry).collect();
    let (count, solid) = (entries.len(), solids(&entries));
    let (a, b) = (arguments.from.display(), arguments.to.display());
    let summary = format!("{solid} of {count} steps from {a} to {b} are solids");
    let record = json!({
        "from": arguments.from,
        "to": arguments.to,
        "count": count,
        "solids": solid,
    });
    let layout = Layout {
        first: None,
        columns: count.min(COLUMNS),
        framing: Framing::Common,
    };
    arguments
        .output
        .deliver(&summary, record, &entries, &layout)?;
    Ok(ExitCode::Success)
}
