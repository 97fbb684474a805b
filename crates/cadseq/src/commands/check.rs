//! `cadseq check`: is a program a solid, and which one?

use std::path::PathBuf;

use anyhow::{Context, Result};
use cadseq_program::{CanonicalOptions, Program, canonical};
use cadseq_solid::{Measures, Prism};
use clap::Args;
use serde::Serialize;

use super::matrix_text::{paper_matrix, rows, table};
use crate::exit_code::ExitCode;
use crate::fault;
use crate::files::read_program;
use crate::terminal::{say, say_json};

/// Checks that a program builds; prints its measures, feature matrix and canonical form.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cadseq check part.cad\n  cadseq check part.cad --json")]
pub(crate) struct Arguments {
    /// The program's text.
    program: PathBuf,
    /// Prints one JSON object instead; also for a program that is not valid.
    #[arg(long)]
    json: bool,
}

/// A valid program.
#[derive(Debug, Serialize)]
struct Report {
    file: String,
    valid: bool,
    /// Cubic units.
    volume: f64,
    /// Square units.
    area: f64,
    #[serde(rename = "box")]
    bounds: [[f64; 3]; 2],
    center_of_mass: [f64; 3],
    /// Rows of the paper's matrix; `None` where it cannot carry the program.
    matrix: Option<Vec<Vec<i16>>>,
    matrix_error: Option<String>,
    canonical: String,
    is_canonical: bool,
}

/// One that is not.
#[derive(Debug, Serialize)]
struct Invalid {
    file: String,
    valid: bool,
    error: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let file = arguments.program.display().to_string();
    let checked = read_program(&arguments.program).and_then(|program| {
        let prism = Prism::from_program(&program).with_context(|| file.clone())?;
        Ok((program, prism))
    });
    match checked {
        Ok((program, prism)) if arguments.json => say_json(&report(file, &program, &prism))?,
        Ok((program, prism)) => say(text(&report(file, &program, &prism), &program))?,
        Err(error) if arguments.json => {
            let error = fault::one_line(&error);
            say_json(&Invalid {
                file,
                valid: false,
                error,
            })?;
            return Ok(ExitCode::Failure);
        }
        Err(error) => return Err(error),
    }
    Ok(ExitCode::Success)
}

fn report(file: String, program: &Program, prism: &Prism) -> Report {
    let Measures {
        volume,
        surface_area,
        bounds,
        center_of_mass,
    } = prism.measures();
    let canonical = canonical(program, &CanonicalOptions::default());
    let matrix = paper_matrix(program);
    Report {
        file,
        valid: true,
        volume,
        area: surface_area,
        bounds: [bounds.min.to_array(), bounds.max.to_array()],
        center_of_mass: center_of_mass.to_array(),
        matrix: matrix.as_ref().ok().map(rows),
        matrix_error: matrix.err(),
        is_canonical: canonical == *program,
        canonical: canonical.to_string(),
    }
}

fn text(report: &Report, program: &Program) -> String {
    let point = |[x, y, z]: [f64; 3]| format!("({x:.4}, {y:.4}, {z:.4})");
    let matrix = match paper_matrix(program) {
        Ok(matrix) => format!("feature matrix:\n{}", table(&matrix)),
        Err(reason) => format!("feature matrix: none, {reason}\n"),
    };
    let canonical = if report.is_canonical {
        "canonical form: this very program".to_owned()
    } else {
        format!("canonical form:\n{}", report.canonical.trim_end())
    };
    let [low, high] = report.bounds.map(point);
    let center = point(report.center_of_mass);
    format!(
        "{}: valid\nvolume: {:.6} cubic units (cm3)\narea: {:.6} square units (cm2)\n\
         box: {low} to {high}\ncentre of mass: {center}\n{matrix}{canonical}",
        report.file, report.volume, report.area
    )
}
