//! `cadseq latent sample`: programs that nobody drew.

use anyhow::{Result, ensure};
use cadseq_experiment::latent::sheet::Framing;
use cadseq_experiment::latent::{Gaussian, LatentSpace, Prior};
use clap::{Args, ValueEnum};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde_json::json;

use super::entry::{Entry, solids};
use super::output::{Layout, OutputArguments};
use super::space::{SpaceArguments, known};
use crate::exit_code::ExitCode;

/// Draws latents at random and decodes them.
///
/// Reports how many of the samples are solids. The same seed gives the same samples; a larger count
/// adds to them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq latent sample experiments/cpu/case3.toml\n  cadseq latent sample experiments/cpu/case3.toml --count 64 --temperature 0.7 -o samples\n  cadseq latent sample experiments/cpu/case1.toml --prior fitted --json"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    space: SpaceArguments,
    /// How many.
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u16).range(1..=1024))]
    count: u16,
    /// Seed of the draws.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Multiplies the deviations from the prior's mean: below 1 for what is more usual.
    #[arg(long, default_value_t = 1.0, value_parser = temperature)]
    temperature: f64,
    /// What latents are drawn from [default: unit for a TEVAE, fitted for a TEA].
    #[arg(long, value_enum)]
    prior: Option<PriorName>,
    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PriorName {
    /// N(0, 1), what a TEVAE is trained towards.
    Unit,
    /// A Gaussian with mean and full covariance of the training programs' latents.
    Fitted,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    arguments.output.check()?;
    let prior = prior_name(arguments)?;
    let space = arguments.space.open()?;
    let entries = entries(arguments, prior, &space);
    let (count, solid) = (entries.len(), solids(&entries));
    let method = if space.settings().variational {
        "TEVAE"
    } else {
        "TEA"
    };
    let drawn_from = match prior {
        PriorName::Unit => "the prior N(0, 1)",
        PriorName::Fitted => "a Gaussian fitted to the training latents",
    };
    let (seed, temperature) = (arguments.seed, arguments.temperature);
    let summary = format!(
        "{solid} of {count} samples are solids ({:.1} %): {method}, {drawn_from}, temperature \
         {temperature}, seed {seed}",
        100.0 * solid as f64 / count as f64
    );
    let record = json!({
        "method": method,
        "prior": prior.to_possible_value().map(|value| value.get_name().to_owned()),
        "temperature": temperature,
        "seed": seed,
        "count": count,
        "solids": solid,
    });
    let layout = Layout {
        first: None,
        columns: (count as f64).sqrt().ceil() as usize,
        framing: Framing::Own,
    };
    arguments
        .output
        .deliver(&summary, record, &entries, &layout)?;
    Ok(ExitCode::Success)
}

fn prior_name(arguments: &Arguments) -> Result<PriorName> {
    let stage1 = arguments.space.experiment()?.stage1;
    let is_tea = stage1.is_some_and(|stage| !stage.variational);
    ensure!(
        !is_tea || arguments.prior != Some(PriorName::Unit),
        "--prior unit: a TEA is not trained towards any prior; use --prior fitted"
    );
    let default = if is_tea {
        PriorName::Fitted
    } else {
        PriorName::Unit
    };
    Ok(arguments.prior.unwrap_or(default))
}

fn entries(arguments: &Arguments, prior: PriorName, space: &LatentSpace) -> Vec<Entry> {
    let latents = match prior {
        PriorName::Unit => draws(arguments, &Prior::Unit(space.settings().latent)),
        PriorName::Fitted => {
            let known = known(space);
            draws(arguments, &Prior::Fitted(Gaussian::of(&known.latents)))
        }
    };
    let numbered = space.decode(&latents).into_iter().zip(1..);
    let entry = |(decoded, number): (_, u32)| Entry {
        head: format!("sample {number}"),
        detail: json!({}),
        decoded,
    };
    numbered.map(entry).collect()
}

fn draws(arguments: &Arguments, prior: &Prior<'_>) -> Vec<Vec<f32>> {
    let draw = |index| prior.draw(arguments.seed, index, arguments.temperature);
    let count = u64::from(arguments.count);
    (0..count).into_par_iter().map(draw).collect()
}

fn temperature(text: &str) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| "write a number such as 0.7".to_owned())?;
    if (0.0..=10.0).contains(&value) {
        Ok(value)
    } else {
        Err("write a number from 0 to 10".to_owned())
    }
}
