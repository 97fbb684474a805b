//! One picture after the other: progress, files, reports, a summary.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_program::Program;
use indicatif::ProgressBar;

use super::Arguments;
use super::answer::Answer;
use super::destination::Destination;
use super::record::{Failure, Success};
use crate::exit_code::ExitCode;
use crate::files::write_whole;
use crate::terminal::{progress_bar, say, say_json};
use crate::{fault, interrupt};

/// What the summary says of a picture.
struct Row {
    picture: PathBuf,
    outcome: Result<Done, String>,
}

struct Done {
    confidence: f64,
    shape: String,
    millis: f64,
}

/// Reconstructs all pictures; fails if any failed.
pub(super) fn run(
    arguments: &Arguments,
    destination: &Destination,
    reconstruct: impl Fn(&PathBuf) -> Result<Answer>,
) -> Result<ExitCode> {
    let pictures = &arguments.pictures;
    let own = arguments.share.shard.range(pictures.len() as u64);
    let count = (own.end - own.start) as usize;
    let stop = interrupt::flag()?;
    let many = pictures.len() > 1;
    let bar = if many {
        progress_bar(count as u64, "pictures")
    } else {
        ProgressBar::hidden()
    };
    let mut rows = Vec::new();
    let own = pictures.iter().enumerate().skip(own.start as usize);
    for (index, picture) in own.take(count) {
        if interrupt::is_set(&stop) {
            break;
        }
        let answered = reconstruct(picture).and_then(|answer| {
            let files = write_files(&answer, destination, index, arguments)?;
            Ok((answer, files))
        });
        bar.suspend(|| tell(arguments, destination, picture, &answered))?;
        rows.push(row(picture, answered));
        bar.inc(1);
    }
    bar.finish_and_clear();
    if many {
        summarize(arguments, destination, &rows)?;
    }
    Ok(code(&rows, count))
}

fn code(rows: &[Row], pictures: usize) -> ExitCode {
    if rows.len() < pictures {
        eprintln!(
            "stopped after {} of {pictures} pictures; their files are kept",
            rows.len()
        );
        ExitCode::Interrupted
    } else if rows.iter().any(|row| row.outcome.is_err()) {
        ExitCode::Failure
    } else {
        ExitCode::Success
    }
}

fn write_files(
    answer: &Answer,
    destination: &Destination,
    index: usize,
    arguments: &Arguments,
) -> Result<Vec<PathBuf>> {
    let files = destination.files(index);
    let own = destination.name(index);
    let name = arguments.name.as_deref().unwrap_or(&own);
    for (path, artifact) in &files {
        let bytes = answer.write(*artifact, name, arguments.quantized);
        write_whole(path, &bytes.with_context(|| path.display().to_string())?)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Prints the program or the fault of one picture. A batch into a folder prints the summary only.
fn tell(
    arguments: &Arguments,
    destination: &Destination,
    picture: &Path,
    answered: &Result<(Answer, Vec<PathBuf>)>,
) -> std::io::Result<()> {
    let many = arguments.pictures.len() > 1;
    match answered {
        Ok((answer, files)) if arguments.json => {
            say_json(&Success::new(picture, answer, files.clone()))
        }
        Ok(_) if many && *destination != Destination::Nowhere => Ok(()),
        Ok((answer, files)) => {
            if many {
                say(format_args!("# {}", picture.display()))?;
            }
            say(answer.text(arguments.quantized).trim_end())?;
            for file in files {
                eprintln!("wrote {}", file.display());
            }
            Ok(())
        }
        Err(error) => {
            let error = fault::one_line(error);
            eprintln!("error: {error}");
            if arguments.json {
                say_json(&Failure {
                    picture: picture.to_owned(),
                    error,
                })?;
            }
            Ok(())
        }
    }
}

fn row(picture: &Path, answered: Result<(Answer, Vec<PathBuf>)>) -> Row {
    let outcome = answered.map(|(answer, _)| Done {
        confidence: answer.found.confidence,
        shape: shape(&answer.best().program),
        millis: answer.millis,
    });
    Row {
        picture: picture.to_owned(),
        outcome: outcome.map_err(|error| fault::one_line(&error)),
    }
}

/// The plane and the curves in short: `XY line arc line`.
fn shape(program: &Program) -> String {
    let Some(parts) = program.as_single_extrude() else {
        return format!("{} operations", program.operations().len());
    };
    let names = parts.curves.iter().map(|curve| match curve {
        cadseq_program::Curve::Line(_) => " line",
        cadseq_program::Curve::Arc(_) => " arc",
        cadseq_program::Curve::Circle(_) => " circle",
    });
    std::iter::once(parts.plane.to_string())
        .chain(names.map(str::to_owned))
        .collect()
}

/// The table after a batch: to standard output where that holds nothing else.
fn summarize(arguments: &Arguments, destination: &Destination, rows: &[Row]) -> Result<()> {
    let table = table(rows);
    if arguments.json || *destination == Destination::Nowhere {
        eprintln!("{table}");
    } else {
        say(table)?;
    }
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let names = rows.iter().map(|row| row.picture.display().to_string());
    let width = names
        .clone()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0)
        .max(7);
    let head = format!("{:width$}  confidence  millis  shape\n", "picture");
    let lines = rows
        .iter()
        .zip(names)
        .map(|(row, name)| match &row.outcome {
            Ok(Done {
                confidence,
                millis,
                shape,
            }) => {
                format!("{name:width$}  {confidence:10.3}  {millis:6.0}  {shape}\n")
            }
            Err(_) => format!("{name:width$}  {:>10}  {:>6}  -\n", "failed", "-"),
        });
    let done = rows.iter().filter(|row| row.outcome.is_ok()).count();
    let foot = format!("{done} of {} pictures reconstructed", rows.len());
    std::iter::once(head).chain(lines).chain([foot]).collect()
}
