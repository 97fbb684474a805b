//! The project's own checks. `cargo xtask ci` is what CI runs and what a person runs.
#![allow(clippy::print_stdout, reason = "a command-line tool for developers")]

mod ci;
mod layers;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask <task>

tasks:
  ci        every check, cheapest first; stops at the first that fails
  layers    only the table of which crate may depend on which";

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
        ["layers"] => layers::check(),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown task\n{USAGE}"),
    }
}
