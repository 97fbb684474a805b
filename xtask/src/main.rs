//! The project's own checks. `cargo xtask ci` is what CI runs and what a person runs.
#![allow(clippy::print_stdout, reason = "a command-line tool for developers")]

mod ci;
mod command;
mod layers;
mod package;
mod purity;
mod python;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};
use command::Outcome;

const USAGE: &str = "usage: cargo xtask <task>

tasks:
  ci           every check, cheapest first; stops at the first that fails
  layers       only which crate may depend on which, and which do no I/O
  package      tries to publish all crates, without doing it; --no-verify does not build them
  python       only the Python package: installed into an environment below target, and tested
  python-lock  gives the Python package the versions of Cargo.lock";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["ci"] => ci::run(),
        ["layers"] => layers::check().and_then(|()| purity::check()),
        ["package", options @ ..] => package::check(options),
        ["python"] => python(),
        ["python-lock"] => python::lock(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown task\n{USAGE}"),
    }
}

fn python() -> Result<()> {
    if let Outcome::Skipped(reason) = python::check()? {
        bail!("{reason}");
    }
    Ok(())
}
