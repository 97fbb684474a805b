//! `cadseq synth`: data sets of programs, matrices and pictures.

use std::path::PathBuf;

use anyhow::{Context, Result};
use cadseq_dataset::{DataCard, SynthConfig, SynthError, TemplateCounts, synthesize};
use clap::Args;

use super::rules::source;
use super::shard::ShardArguments;
use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::terminal::{progress_bar, say, say_json};

/// Makes a data set: programs, feature matrices and pictures in sharded tar files, with a card.
///
/// The same settings give the same bytes, however many runs share the work. A run that was stopped
/// goes on where it was when started again.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq synth -o data/with --rules with\n  cadseq synth -o data/parts --rules parts --count 2200\n  cadseq synth -o data/big --rules without --count 1000000 --shard 2/8\n  cadseq synth -o data/mine --rules my-rules.toml --count 1100 --json"
)]
pub(crate) struct Arguments {
    /// Folder of the data set.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Samples of the whole data set.
    #[arg(long, default_value_t = TemplateCounts::paper().total(), value_parser = clap::value_parser!(u64).range(1..=MAX_SAMPLES))]
    count: u64,
    /// What is drawn: with, without, mixed, parts (random mechanical parts), or a file of rules.
    #[arg(
        long,
        default_value = "with",
        value_name = "with|without|mixed|parts|FILE.toml"
    )]
    rules: String,
    /// Seed of the data set.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    share: ShardArguments,
    /// Samples of each shard file but the last.
    #[arg(long, default_value_t = 1100, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    samples_per_shard: u64,
    /// Width and height of the pictures in pixels.
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u16).range(16..=2048))]
    size: u16,
    /// Threads; without, one a core.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Prints the card as JSON.
    #[arg(long)]
    json: bool,
}

/// Above it indices would outgrow their ten digits.
const MAX_SAMPLES: u64 = 9_999_999_999;

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let config = SynthConfig {
        samples: arguments.count,
        samples_per_shard: arguments.samples_per_shard,
        picture_size: usize::from(arguments.size),
        part: arguments.share.shard.0,
        threads: arguments.threads.map(usize::from),
        ..SynthConfig::new(&arguments.output, source(&arguments.rules)?, arguments.seed)
    };
    let cancelled = interrupt::flag()?;
    let bar = progress_bar(config.samples, "samples");
    let made = synthesize(&config, &cancelled, &|progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.done);
    });
    bar.finish_and_clear();
    match made {
        Ok(card) => finish(arguments, &card),
        Err(SynthError::Cancelled) => {
            let folder = arguments.output.display();
            eprintln!(
                "stopped; finished files are kept in {folder}, run the same command to go on"
            );
            Ok(ExitCode::Interrupted)
        }
        Err(error) => Err(error).context("no data set was made"),
    }
}

fn finish(arguments: &Arguments, card: &DataCard) -> Result<ExitCode> {
    if arguments.json {
        say_json(card)?;
    } else {
        let state = if card.complete {
            "complete"
        } else {
            "other parts are still to be made"
        };
        say(format_args!(
            "{} samples in {} files in {} ({state}); {} programs were drawn again, see card.md",
            card.samples,
            card.shards.len(),
            arguments.output.display(),
            card.rejections.total()
        ))?;
    }
    Ok(ExitCode::Success)
}
