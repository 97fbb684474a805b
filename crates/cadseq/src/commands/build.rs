//! `cadseq build`: a program becomes files of other CAD programs.

use std::path::PathBuf;

use anyhow::Result;
use cadseq_interchange::WriteOptions;
use clap::Args;

use crate::exit_code::ExitCode;
use crate::files::{Inputs, Output, Reading};
use crate::terminal::tell_notes;

/// Builds the exact solid of a program and writes it: STEP, STL, OBJ, GLB, 3MF, scripts, drawings.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq build part.cad -o part.step\n  cadseq build part.cad -o part.stl part.3mf --tolerance 0.001\n  cadseq build part.cad -o part.py part.scad\n\n`cadseq convert --list` names all formats."
)]
pub(crate) struct Arguments {
    /// The program: its text, or any other format that is read.
    program: PathBuf,
    /// Files to write; the extension names the format.
    #[arg(short, long, required = true, num_args = 1.., value_name = "FILE")]
    output: Vec<PathBuf>,
    #[command(flatten)]
    writing: WritingArguments,
}

/// What is chosen about files that are written.
#[derive(Debug, Args)]
pub(super) struct WritingArguments {
    /// How far triangles may leave the exact solid, in units (cm); STEP is exact.
    #[arg(long, default_value_t = WriteOptions::CHORD_TOLERANCE, value_parser = tolerance, value_name = "UNITS")]
    tolerance: f64,
    /// Which sketch a drawing (SVG, DXF) shows, counted from 0.
    #[arg(long, default_value_t = 0, value_name = "N")]
    sketch: usize,
}

/// Finer triangles would only fill memory.
const FINEST_TOLERANCE: f64 = 1e-5;

impl WritingArguments {
    /// The options of the writers.
    pub(super) fn options(&self) -> WriteOptions {
        WriteOptions {
            chord_tolerance: self.tolerance,
            sketch: self.sketch,
            ..WriteOptions::default()
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let outputs = arguments.output.iter().map(|path| Output::named(path));
    let outputs = outputs.collect::<Result<Vec<_>>>()?;
    let inputs = Inputs::new(std::slice::from_ref(&arguments.program));
    let mut paths = arguments.output.iter();
    paths.try_for_each(|path| inputs.check_output(path))?;
    let workpiece = Reading::default().workpiece(&arguments.program)?;
    tell_notes(&arguments.program, &workpiece.notes);
    let options = arguments.writing.options();
    let files = outputs.iter();
    let files = files.map(|output| output.bytes(&workpiece.design(), &options));
    let files = files.collect::<Result<Vec<_>>>()?;
    for (output, bytes) in outputs.iter().zip(files) {
        output.write(&bytes)?;
        eprintln!("wrote {}", output.path.display());
    }
    Ok(ExitCode::Success)
}

fn tolerance(text: &str) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| "write a number such as 0.01".to_owned())?;
    let range = FINEST_TOLERANCE..=1e3;
    if range.contains(&value) {
        Ok(value)
    } else {
        Err(format!(
            "write a number from {} to {}",
            range.start(),
            range.end()
        ))
    }
}
