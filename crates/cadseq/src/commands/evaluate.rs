//! `cadseq evaluate`: how good reconstruction is, on programs that it never saw.

use std::fmt::Display;
use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use cadseq_render::LookKind;
use clap::Args;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde::Serialize;

use super::network::NetworkArguments;
use super::rules::distribution;
use super::shard::{Shard, ShardArguments};
use crate::evaluation::{Answer, Mode, Report, Source, write_worst};
use crate::exit_code::ExitCode;
use crate::interrupt;
use crate::part_pictures::Fresh;
use crate::parts_evaluation::{self, Known, PartsReport, PartsSource};
use crate::seeing_evaluation::{self, SeeingReport, SeeingSource, write_masks};
use crate::terminal::{progress_bar, say, say_json};

/// Measures reconstruction on fresh programs, or on a folder of pictures with their programs.
///
/// Fresh programs are drawn from a seed, rendered in the style `paper` and read back as 8-bit
/// pictures. Reports every accuracy raw, up to equivalence and of a guesser that knows the class, each with its standard
/// error, for the network alone and with fitting. With --seeing, what `see` sees is measured
/// instead, on fresh pictures of random parts or on pictures with known cameras; with --parts, programs of any part, by the overlap
/// of the solids in a common pose.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq evaluate --rules with --count 2000\n  cadseq evaluate --rules without --count 200 --no-fit --json\n  cadseq evaluate --pictures devset/paper --worst 5 worst/\n  cadseq evaluate --seeing --count 500\n  cadseq evaluate --seeing --pictures photos/ --worst 10 worst/\n  cadseq evaluate --parts --count 100 --style viewer --worst 10 worst/"
)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub(crate) struct Arguments {
    /// What is drawn: with, without, mixed, or a file of rules. Mixed at the seed of a training run
    /// is what it trained on.
    #[arg(
        long,
        default_value = "with",
        value_name = "with|without|mixed|FILE.toml"
    )]
    rules: String,
    /// Measures what `see` sees, instead of reconstruction. In a folder of --pictures, the camera of
    /// each NAME.png lies in NAME.camera.json, and its program in NAME.cad. Weights are a RUN/mapper.safetensors.
    #[arg(long, conflicts_with_all = ["rules", "no_fit", "fit_only", "both", "eta"])]
    seeing: bool,
    /// Measures programs of any part, seen by any camera: overlaps as the benchmark CAD-Coder-100 takes them, and in the best pose. In a
    /// folder of --pictures, the program of each NAME.png lies in NAME.cad. Weights are a RUN/mapper.safetensors.
    #[arg(long, conflicts_with_all = ["rules", "seeing", "no_fit", "fit_only", "both", "eta"])]
    parts: bool,
    /// Look of fresh pictures of parts: photo, viewer, drawing or paper; any, where it is not given.
    #[arg(long, requires = "parts", conflicts_with = "pictures", value_parser = look)]
    style: Option<LookKind>,
    /// Takes something from the truth instead of the network, to show what is lost where.
    #[arg(long, value_enum, requires = "parts", conflicts_with = "pictures")]
    known: Option<Known>,
    /// Most candidates for a part.
    #[arg(long, requires = "parts", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=20))]
    candidates: u16,
    /// Writes the true masks of the pictures to a folder, white on black, and measures nothing: to
    /// check camera files.
    #[arg(long, value_name = "DIR", requires = "seeing", conflicts_with_all = ["worst", "json", "weights"])]
    masks: Option<PathBuf>,
    /// How many programs are drawn.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    count: u64,
    /// Seed of the programs.
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Width and height of the pictures in pixels.
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u16).range(32..=2048))]
    size: u16,
    /// A folder of pictures ID.png (or .jpg), each with its program ID.cad, instead of fresh ones.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["rules", "count", "seed", "size"])]
    pictures: Option<PathBuf>,
    /// The network alone.
    #[arg(long, conflicts_with = "fit_only")]
    no_fit: bool,
    /// With fitting only.
    #[arg(long)]
    fit_only: bool,
    /// The network alone and with fitting; the default.
    #[arg(long, conflicts_with_all = ["no_fit", "fit_only"])]
    both: bool,
    /// Tolerance of parameters in levels.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(0..=255), value_name = "LEVELS")]
    eta: u16,
    /// Writes the K worst pictures to a folder: edges of the answer over the picture, both programs.
    #[arg(long, num_args = 2, value_names = ["K", "DIR"])]
    worst: Vec<String>,
    #[command(flatten)]
    share: ShardArguments,
    #[command(flatten)]
    network: NetworkArguments,
    /// Prints one JSON object instead.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let shard = arguments.share.shard;
    ensure!(
        shard.is_whole() || arguments.worst.is_empty(),
        "--worst is about all pictures; leave --shard out"
    );
    if arguments.seeing {
        return see(arguments);
    }
    if arguments.parts {
        return parts(arguments);
    }
    let worst = worst(&arguments.worst)?;
    let source = source(arguments)?;
    let modes = modes(arguments);
    let reconstructor = arguments.network.paper_reconstructor()?;
    let answer = |index| {
        let item = source.item(index);
        let answer = |&mode: &Mode| Answer::new(&item, &reconstructor, mode);
        modes.iter().map(answer).collect::<Vec<_>>()
    };
    let Some(answers) = judge_all(source.len(), shard, answer)? else {
        return Ok(ExitCode::Interrupted);
    };
    let in_mode = |(number, &mode): (usize, &Mode)| {
        let answers = answers.iter().map(|modes| modes[number].clone());
        (mode, answers.collect())
    };
    let in_modes: Vec<(Mode, Vec<Answer>)> = modes.iter().enumerate().map(in_mode).collect();
    let report = Report::new(
        format!("{}{shard}", source.describe()),
        &in_modes,
        arguments.eta,
    )?;
    print(&report, arguments)?;
    if let Some((count, folder)) = worst {
        write_worst(&source, &reconstructor, &report, count, &folder)?;
    }
    Ok(ExitCode::Success)
}

/// Measures what is seen.
fn see(arguments: &Arguments) -> Result<ExitCode> {
    let worst = worst(&arguments.worst)?;
    let source = match &arguments.pictures {
        Some(folder) => SeeingSource::folder(folder)?,
        None => SeeingSource::Drawn(fresh(arguments)),
    };
    if let Some(folder) = &arguments.masks {
        write_masks(&source, folder)?;
        return Ok(ExitCode::Success);
    }
    let seer = arguments.network.seer()?;
    let shard = arguments.share.shard;
    let judge = |index| seeing_evaluation::Judged::new(&source.item(index), &seer);
    let Some(judged) = judge_all(source.len(), shard, judge)? else {
        return Ok(ExitCode::Interrupted);
    };
    if let Some((count, folder)) = worst {
        seeing_evaluation::write_worst(&source, &seer, &judged, count, &folder)?;
    }
    let report = SeeingReport::new(format!("{}{shard}", source.describe("")), judged);
    print(&report, arguments)?;
    Ok(ExitCode::Success)
}

/// Measures programs of any part.
fn parts(arguments: &Arguments) -> Result<ExitCode> {
    let worst = worst(&arguments.worst)?;
    let source = match &arguments.pictures {
        Some(folder) => PartsSource::folder(folder)?,
        None => PartsSource::Drawn(fresh(arguments)),
    };
    let reconstructor = arguments.network.reconstructor_of_parts()?;
    let (known, candidates) = (arguments.known, usize::from(arguments.candidates));
    let judge = |index| parts_evaluation::judge(&source, index, &reconstructor, known, candidates);
    let shard = arguments.share.shard;
    let Some(judged) = judge_all(source.len(), shard, judge)? else {
        return Ok(ExitCode::Interrupted);
    };
    let known_words = known.map_or(String::new(), |known| format!(", with {}", known.words()));
    let known_words = format!("{known_words}{shard}");
    let report = PartsReport::new(source.words() + &known_words, judged);
    print(&report, arguments)?;
    if let Some((count, folder)) = worst {
        let how = (&reconstructor, known);
        parts_evaluation::write_worst(&source, how, &report, count, &folder)?;
    }
    Ok(ExitCode::Success)
}

/// The fresh pictures of parts that are asked for.
fn fresh(arguments: &Arguments) -> Fresh {
    Fresh {
        seed: arguments.seed,
        count: arguments.count,
        size: usize::from(arguments.size),
        look: arguments.style,
    }
}

/// Prints a report.
fn print(report: &(impl Serialize + Display), arguments: &Arguments) -> Result<()> {
    if arguments.json {
        say_json(report)?;
    } else {
        say(report)?;
    }
    Ok(())
}

/// A look by its name.
fn look(name: &str) -> Result<LookKind, String> {
    LookKind::ALL
        .into_iter()
        .find(|look| look.name() == name)
        .ok_or_else(|| {
            let names = LookKind::ALL.map(LookKind::name).join(", ");
            format!("write one of {names}")
        })
}

/// Judges the own ones of `count` pictures on all cores; `None` where a person stopped it.
fn judge_all<T: Send>(
    count: u64,
    shard: Shard,
    judge: impl Fn(u64) -> T + Sync,
) -> Result<Option<Vec<T>>> {
    let stop = interrupt::flag()?;
    let own = shard.range(count);
    let bar = progress_bar(own.end - own.start, "pictures");
    let judge = |index| {
        if interrupt::is_set(&stop) {
            return None;
        }
        let judged = judge(index);
        bar.inc(1);
        Some(judged)
    };
    let judged: Option<Vec<T>> = own.into_par_iter().map(judge).collect();
    bar.finish_and_clear();
    if judged.is_none() {
        eprintln!("stopped; nothing was measured");
    }
    Ok(judged)
}

fn source(arguments: &Arguments) -> Result<Source> {
    match &arguments.pictures {
        Some(folder) => Source::folder(folder),
        None => Ok(Source::Drawn {
            distribution: distribution(&arguments.rules)?,
            seed: arguments.seed,
            count: arguments.count,
            size: usize::from(arguments.size),
        }),
    }
}

fn modes(arguments: &Arguments) -> &'static [Mode] {
    match (arguments.no_fit, arguments.fit_only) {
        (true, _) => &[Mode::NetworkAlone],
        (_, true) => &[Mode::WithFitting],
        _ => &[Mode::NetworkAlone, Mode::WithFitting],
    }
}

/// The two values of `--worst`.
fn worst(values: &[String]) -> Result<Option<(usize, PathBuf)>> {
    match values {
        [] => Ok(None),
        [count, folder] => match count.parse() {
            Ok(count) => Ok(Some((count, PathBuf::from(folder)))),
            Err(_) => bail!("--worst {count} {folder}: write a number, then a folder"),
        },
        _ => bail!("--worst takes a number and a folder"),
    }
}
