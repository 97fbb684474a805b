//! What the arguments ask for: which files are read, and what is written of each.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_interchange::Format;

use super::Arguments;
use super::job::Job;
use crate::files::{Inputs, Output, file_name, is_folder, is_standard, unique_stems};

/// One job a file that is read.
///
/// # Errors
/// Where the arguments do not go together, or something cannot be written; before any work.
pub(super) fn jobs(arguments: &Arguments) -> Result<Vec<Job>> {
    let Arguments {
        files, output, to, ..
    } = arguments;
    match (files.as_slice(), output.as_slice()) {
        (inputs, [folder]) if is_folder(folder) => into_folder(inputs, folder, to),
        ([input], [_, ..]) => one(input, output, arguments),
        (inputs, [first, ..]) => anyhow::bail!(
            "{} is one file but there are {} to read; give a folder",
            first.display(),
            inputs.len()
        ),
        ([input], []) => one(input, &[PathBuf::from("-")], arguments),
        ([input, outputs @ ..], []) => {
            outputs.iter().try_for_each(|path| check_no_input(path))?;
            one(input, outputs, arguments)
        }
        ([], []) => unreachable!("clap wants a file"),
    }
}

/// Whoever forgets -o after `*.json` would lose all designs but the first.
fn check_no_input(path: &Path) -> Result<()> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let is_program = Format::ALL
        .iter()
        .any(|one| one.is_read() && one.has_extension(&extension));
    ensure!(
        !(is_program && path.exists()),
        "{} is there already and may be meant to be read; to write it, give it after -o; to read \
         many files, give a folder after -o",
        path.display()
    );
    Ok(())
}

/// One file that is read, into one or more.
fn one(input: &Path, outputs: &[PathBuf], arguments: &Arguments) -> Result<Vec<Job>> {
    let outputs = outputs.iter().map(|path| file(path, &arguments.to));
    let job = Job {
        input: input.to_owned(),
        outputs: outputs.collect::<Result<_>>()?,
    };
    job.outputs
        .iter()
        .try_for_each(|output| check(input, output))?;
    let prints = job.outputs.iter().any(|output| is_standard(&output.path));
    ensure!(
        !(prints && arguments.json),
        "--json and a file to standard output would mix; write the file with -o"
    );
    Ok(vec![job])
}

/// A file to write in the only format that was asked for, or in that of its name.
fn file(path: &Path, to: &[Format]) -> Result<Output> {
    match to {
        [format] => Ok(Output {
            path: path.to_owned(),
            format: *format,
        }),
        [] if is_standard(path) => {
            anyhow::bail!(
                "say what standard output gets, such as --to step; --list names the formats"
            )
        }
        [] => Output::named(path),
        _ => anyhow::bail!(
            "{} is one file but --to names {} formats; give a folder after -o",
            path.display(),
            to.len()
        ),
    }
}

/// All formats of all files, in a folder.
fn into_folder(inputs: &[PathBuf], folder: &Path, to: &[Format]) -> Result<Vec<Job>> {
    let shown = folder.display();
    ensure!(
        !to.is_empty(),
        "{shown} is a folder; say what to write there, such as --to step"
    );
    let stems = unique_stems(inputs);
    let job = |(input, stem): (&PathBuf, OsString)| Job {
        input: input.clone(),
        outputs: to
            .iter()
            .map(|&format| Output {
                path: folder.join(file_name(&stem, format, to)),
                format,
            })
            .collect(),
    };
    let jobs: Vec<Job> = inputs.iter().zip(stems).map(job).collect();
    fs::create_dir_all(folder).with_context(|| format!("the folder {shown} cannot be made"))?;
    let read = Inputs::new(inputs);
    let mut outputs = jobs.iter().flat_map(|job| &job.outputs);
    outputs.try_for_each(|output| read.check_output(&output.path))?;
    Ok(jobs)
}

fn check(input: &Path, output: &Output) -> Result<()> {
    if is_standard(&output.path) {
        return Ok(());
    }
    Inputs::new(&[input.to_owned()]).check_output(&output.path)
}
