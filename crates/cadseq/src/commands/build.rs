//! `cadseq build`: a program becomes files of other CAD programs.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use anyhow::Result;
use cadseq_interchange::WriteOptions;
use cadseq_solid::MeshTolerance;
use clap::Args;

use crate::exit_code::ExitCode;
use crate::files::{Inputs, Output, Reading};
use crate::terminal::tell_notes;

/// Builds the exact solid of a program and writes it: STEP, STL, OBJ, GLB, 3MF, scripts, drawings.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq build part.cad -o part.step\n  cadseq build part.cad -o part.stl part.3mf --tolerance 0.001\n  cadseq build part.cad -o part.step --name \"Left bracket\"\n  cadseq build part.cad -o part.py part.scad\n\n`cadseq convert --list` names all formats."
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
    /// How far triangles may leave the exact solid, in units (cm); STEP is exact. Without it, 0.05 mm or
    /// 1/2000 of the part's size, whichever is less, and --angle.
    #[arg(long, value_parser = tolerance, value_name = "UNITS")]
    tolerance: Option<f64>,
    /// How far an edge of a triangle may turn along an arc; 5.73 (63 edges a full circle) where
    /// neither this nor --tolerance is given.
    #[arg(long, value_parser = angle, value_name = "DEGREES")]
    angle: Option<f64>,
    /// What the part is called in the files; its file's name where it is not given.
    #[arg(long, value_name = "TEXT")]
    pub(super) name: Option<String>,
    /// Which sketch a drawing (SVG, DXF) shows, counted from 0.
    #[arg(long, default_value_t = 0, value_name = "N")]
    sketch: usize,
}

/// Finer triangles would only fill memory.
const FINEST_TOLERANCE: f64 = 1e-5;
const FINEST_ANGLE_DEG: f64 = 0.1;

impl WritingArguments {
    /// The options of the writers.
    pub(super) fn options(&self) -> WriteOptions {
        WriteOptions {
            chord_tolerance: self.tolerance,
            angle_tolerance_rad: self.angle.map(f64::to_radians),
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
    let workpiece = workpiece.renamed(arguments.writing.name.as_deref());
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
    number_within(text, FINEST_TOLERANCE..=1e3)
}

fn angle(text: &str) -> Result<f64, String> {
    number_within(
        text,
        FINEST_ANGLE_DEG..=MeshTolerance::COARSEST_ANGLE_RAD.to_degrees(),
    )
}

fn number_within(text: &str, range: RangeInclusive<f64>) -> Result<f64, String> {
    let value: f64 = text
        .parse()
        .map_err(|_| format!("write a number such as {}", range.start()))?;
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
