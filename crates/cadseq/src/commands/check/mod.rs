//! `cadseq check`: is a program a solid, and which one?

mod report;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use crate::exit_code::ExitCode;
use crate::fault;
use crate::files::Reading;
use crate::terminal::{say, say_json};
use report::Report;

/// Checks that a program builds; prints its measures, sketches, feature matrix and canonical form.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cadseq check part.cad\n  cadseq check part.cad --json")]
pub(crate) struct Arguments {
    /// The program: its text, or any other format that is read.
    program: PathBuf,
    /// Prints one JSON object instead; also for a program that is not valid.
    #[arg(long)]
    json: bool,
}

/// A program that is not valid.
#[derive(Debug, Serialize)]
struct Invalid {
    file: String,
    valid: bool,
    error: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let file = arguments.program.display().to_string();
    let checked = Reading::default()
        .workpiece(&arguments.program)
        .and_then(|workpiece| Report::new(file.clone(), &workpiece));
    match checked {
        Ok(report) if arguments.json => say_json(&report)?,
        Ok(report) => say(report.text())?,
        Err(error) if arguments.json => {
            say_json(&Invalid {
                file,
                valid: false,
                error: fault::one_line(&error),
            })?;
            return Ok(ExitCode::Failure);
        }
        Err(error) => return Err(error),
    }
    Ok(ExitCode::Success)
}
