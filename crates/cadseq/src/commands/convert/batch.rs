//! Doing the jobs: one, or many with a bar, reports and a count.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rayon::prelude::*;
use serde::Serialize;

use super::job::{Job, Settings};
use crate::exit_code::ExitCode;
use crate::files::is_standard;
use crate::terminal::{progress_bar, say, say_json, tell_notes};
use crate::{fault, interrupt};

/// How many files are at work before the results so far are told.
const CHUNK: usize = 64;

/// The JSON of a file.
#[derive(Debug, Serialize)]
struct Record<'a> {
    file: &'a Path,
    /// Files that were written.
    files: Vec<&'a Path>,
    notes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Does the only job.
///
/// # Errors
/// What keeps it from being done.
pub(super) fn one(job: &Job, settings: &Settings, json: bool) -> Result<ExitCode> {
    let done = job.run(settings);
    if json {
        say_json(&record(job, &done))?;
    }
    let notes = done?;
    tell_notes(&job.input, &notes);
    for path in paths(job).filter(|path| !is_standard(path)) {
        eprintln!("wrote {}", path.display());
    }
    Ok(ExitCode::Success)
}

/// Does many jobs on all cores; tells of each in order. Fails if any failed.
pub(super) fn many(jobs: &[Job], settings: &Settings, json: bool) -> Result<ExitCode> {
    let stop = interrupt::flag()?;
    let bar = progress_bar(jobs.len() as u64, "files");
    let (mut tried, mut failed) = (0, 0);
    for chunk in jobs.chunks(CHUNK) {
        if interrupt::is_set(&stop) {
            break;
        }
        let work = |job: &Job| {
            let done = (!interrupt::is_set(&stop)).then(|| job.run(settings));
            bar.inc(1);
            done
        };
        let done: Vec<_> = chunk.par_iter().map(work).collect();
        for (job, done) in chunk.iter().zip(done) {
            let Some(done) = done else { continue };
            tried += 1;
            failed += usize::from(done.is_err());
            bar.suspend(|| tell(job, &done, json))?;
        }
    }
    bar.finish_and_clear();
    let summary = format!("{} of {} files converted", tried - failed, jobs.len());
    if json {
        eprintln!("{summary}");
    } else {
        say(summary)?;
    }
    Ok(code(tried, failed, jobs.len()))
}

fn code(tried: usize, failed: usize, jobs: usize) -> ExitCode {
    if tried < jobs {
        ExitCode::Interrupted
    } else if failed > 0 {
        ExitCode::Failure
    } else {
        ExitCode::Success
    }
}

fn tell(job: &Job, done: &Result<Vec<String>>, json: bool) -> std::io::Result<()> {
    if json {
        say_json(&record(job, done))?;
    }
    match done {
        Ok(notes) => tell_notes(&job.input, notes),
        Err(error) => eprintln!("error: {}", fault::one_line(error)),
    }
    Ok(())
}

fn record<'a>(job: &'a Job, done: &'a Result<Vec<String>>) -> Record<'a> {
    let (files, notes, error) = match done {
        Ok(notes) => (
            paths(job).map(PathBuf::as_path).collect(),
            notes.as_slice(),
            None,
        ),
        Err(error) => (Vec::new(), &[][..], Some(fault::one_line(error))),
    };
    Record {
        file: &job.input,
        files,
        notes,
        error,
    }
}

fn paths(job: &Job) -> impl Iterator<Item = &PathBuf> {
    job.outputs.iter().map(|output| &output.path)
}
