//! `cadseq` on the command line: a picture becomes an editable solid.
//!
//! This file dispatches; each command is a file of [`commands`].

mod commands;
mod evaluation;
mod exit_code;
mod fault;
mod files;
mod interrupt;
mod judging;
mod model_card;
mod part_pictures;
mod parts_evaluation;
mod seeing_evaluation;
mod terminal;

use anyhow::Result;
use clap::{Parser, Subcommand};

use commands::{
    build, card, check, compare, completions, convert, evaluate, experiment, gym, latent,
    reconstruct, render, report, see, serve, synth, train,
};
use exit_code::ExitCode;

/// Turns a picture of a part into an editable CAD program and an exact solid.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Reconstruct(reconstruct::Arguments),
    See(see::Arguments),
    Build(build::Arguments),
    Convert(convert::Arguments),
    Render(render::Arguments),
    Check(check::Arguments),
    Compare(compare::Arguments),
    Synth(synth::Arguments),
    Train(train::Arguments),
    Evaluate(evaluate::Arguments),
    Experiment(experiment::Arguments),
    Latent(latent::Arguments),
    Report(report::Arguments),
    Card(card::Arguments),
    Serve(serve::Arguments),
    Gym(gym::Arguments),
    Completions(completions::Arguments),
}

fn main() -> std::process::ExitCode {
    let code = run(&Arguments::parse().command).unwrap_or_else(|error| fault::report(&error));
    code.into()
}

fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Reconstruct(arguments) => reconstruct::run(arguments),
        Command::See(arguments) => see::run(arguments),
        Command::Build(arguments) => build::run(arguments),
        Command::Convert(arguments) => convert::run(arguments),
        Command::Render(arguments) => render::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Synth(arguments) => synth::run(arguments),
        Command::Train(arguments) => train::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Experiment(arguments) => experiment::run(arguments),
        Command::Latent(arguments) => latent::run(arguments),
        Command::Report(arguments) => report::run(arguments),
        Command::Card(arguments) => card::run(arguments),
        Command::Serve(arguments) => serve::run(arguments),
        Command::Gym(arguments) => gym::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
    }
}
