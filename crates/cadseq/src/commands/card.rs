//! `cadseq card`: the model card of a training run.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use crate::evaluation::Report;
use crate::exit_code::ExitCode;
use crate::files::{read_bytes, write_whole};
use crate::model_card::model_card;
use crate::terminal::say;

/// Longest report that is read; one has a few kilobytes.
const MAX_REPORT_BYTES: u64 = 1 << 20;

/// Writes the model card of a training run: what the network is, how it was trained, how good it is.
///
/// Every figure comes from the run's own files and from reports of `cadseq evaluate --json`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq card --run runs/mapper\n  cadseq evaluate --rules with --json > with.json\n  cadseq card --run runs/locator --evaluation with.json -o runs/locator/README.md"
)]
pub(crate) struct Arguments {
    /// Folder of the run: config.json, metrics.jsonl and the weights.
    #[arg(long, value_name = "DIR")]
    run: PathBuf,
    /// Reports of `cadseq evaluate --json` with these weights.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    evaluation: Vec<PathBuf>,
    /// What the run was made on and how long it took, in words.
    #[arg(long, value_name = "TEXT")]
    trained_on: Option<String>,
    /// Where to write the card; without, it is printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let evaluations = arguments.evaluation.iter().map(|path| {
        let bytes = read_bytes(path, MAX_REPORT_BYTES)?;
        let hint = || {
            let path = path.display();
            format!("{path} is no report; give the output of `cadseq evaluate --json`")
        };
        serde_json::from_slice(&bytes).with_context(hint)
    });
    let evaluations = evaluations.collect::<Result<Vec<Report>>>()?;
    let card = model_card(&arguments.run, evaluations, arguments.trained_on.clone())?;
    match &arguments.output {
        Some(path) => write_whole(path, card.as_bytes())?,
        None => say(card.trim_end())?,
    }
    Ok(ExitCode::Success)
}
