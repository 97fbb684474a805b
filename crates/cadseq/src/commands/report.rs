//! `cadseq report`: what runs predicted, side by side on one page.

use std::path::PathBuf;

use anyhow::{Context, Result};
use cadseq_evaluation::{Evaluation, Outcome};
use cadseq_metrics::Settings;
use cadseq_report::{Report, Run, check_writable};
use clap::Args;

use crate::exit_code::ExitCode;
use crate::terminal::{progress_bar, say, say_json};

/// Evaluates what runs predicted and writes one page that shows them side by side.
///
/// The folder gets index.html, a page that loads nothing from anywhere, tables/*.csv with the
/// numbers behind it, and plots/*.svg. An older report there is replaced; anything else is not.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq report runs/cpu-case3 -o report\n  cadseq report runs/cpu-case1 runs/cpu-case2 runs/cpu-case3 -o report\n  cadseq report runs/cpu-case3 --json"
)]
pub(crate) struct Arguments {
    /// Folders of runs: run.json and predictions.jsonl. The page shows them in this order.
    #[arg(required = true, value_name = "RUN")]
    runs: Vec<PathBuf>,
    /// Folder of the report.
    #[arg(short, long, value_name = "DIR", required_unless_present = "json")]
    output: Option<PathBuf>,
    /// Prints provenance and every metric of each run as one JSON object.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if let Some(folder) = &arguments.output {
        check_writable(folder)?;
    }
    let outcomes = arguments.runs.iter().map(|folder| Outcome::read(folder));
    let outcomes = outcomes
        .collect::<Result<Vec<Outcome>, _>>()
        .context("this is no run; give folders that hold run.json and predictions.jsonl")?;
    let runs = evaluated(outcomes)?;
    if let Some(folder) = &arguments.output {
        Report::of(&runs)
            .write(folder)
            .context("no report was written")?;
    }
    match &arguments.output {
        _ if arguments.json => say_json(&serde_json::json!({ "runs": runs }))?,
        Some(folder) => say(folder.join("index.html").display())?,
        None => {}
    }
    Ok(ExitCode::Success)
}

fn evaluated(outcomes: Vec<Outcome>) -> Result<Vec<Run>> {
    let programs: usize = outcomes
        .iter()
        .map(|outcome| outcome.predictions.len())
        .sum();
    let bar = progress_bar(programs as u64, "programs");
    let tolerance_levels = Settings::default().tolerance_levels;
    let evaluate = |outcome: Outcome| {
        let evaluation = Evaluation::of(&outcome.predictions, tolerance_levels, || bar.inc(1))
            .with_context(|| format!("the run {} cannot be evaluated", outcome.provenance.name))?;
        Ok(Run {
            provenance: outcome.provenance,
            evaluation,
        })
    };
    let runs = outcomes.into_iter().map(evaluate).collect();
    bar.finish_and_clear();
    runs
}
