//! `cadseq latent`: what a trained latent space is good for.

mod entry;
mod interpolate;
mod nearest;
mod output;
mod sample;
mod space;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::exit_code::ExitCode;

/// Samples, walks and searches the latent space of an experiment.
///
/// The experiment was run before, at least to the end of stage 1; a search by picture needs stage 2.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Sample(sample::Arguments),
    Interpolate(interpolate::Arguments),
    Nearest(nearest::Arguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.action {
        Action::Sample(arguments) => sample::run(arguments),
        Action::Interpolate(arguments) => interpolate::run(arguments),
        Action::Nearest(arguments) => nearest::run(arguments),
    }
}
