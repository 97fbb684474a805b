//! `cadseq compare`: how much two programs have in common.

use std::path::PathBuf;

use anyhow::Result;
use cadseq_program::{CanonicalOptions, are_equivalent, canonical};
use clap::Args;
use serde::Serialize;

use super::matrix_text::{Difference, Setting, common_matrices, differences};
use crate::exit_code::ExitCode;
use crate::files::{Reading, Workpiece};
use crate::terminal::{say, say_json, tell_notes};

/// Compares two programs: overlap of the solids, equivalence, difference of the matrices.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq compare truth.cad guess.cad\n  cadseq compare truth.cad guess.cad --json | jq .iou"
)]
pub(crate) struct Arguments {
    /// The first program: its text, or any other format that is read.
    a: PathBuf,
    /// The second program.
    b: PathBuf,
    /// Largest difference of two lengths that still counts as the same program, in units (cm).
    #[arg(long, default_value_t = 1e-6, value_name = "UNITS")]
    tolerance: f64,
    /// Prints one JSON object instead.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Report {
    /// Intersection over union of the solids.
    iou: f64,
    /// Cubic units; space that two bodies of one solid share counts twice.
    volume_a: f64,
    volume_b: f64,
    intersection: f64,
    union: f64,
    /// How far intersection and union may be off, in cubic units.
    error: f64,
    /// Whether the programs give the same solid or the very same picture.
    equivalent: bool,
    /// Between the canonical forms, in the setting that carries both; `None` where one has no
    /// matrix.
    matrix_differences: Option<Vec<Difference>>,
    matrix_setting: Option<Setting>,
    matrix_error: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let a = Reading::default().workpiece(&arguments.a)?;
    let b = Reading::default().workpiece(&arguments.b)?;
    tell_notes(&arguments.a, &a.notes);
    tell_notes(&arguments.b, &b.notes);
    let report = report(&a, &b, arguments.tolerance)?;
    if arguments.json {
        say_json(&report)?;
    } else {
        say(text(&report))?;
    }
    Ok(ExitCode::Success)
}

fn report(a: &Workpiece, b: &Workpiece, tolerance: f64) -> Result<Report> {
    let options = CanonicalOptions::default();
    let overlap = a.part.solid.overlap(&b.part.solid)?;
    let canonical = [a, b].map(|one| canonical(&one.program, &options));
    let matrices = common_matrices([&canonical[0], &canonical[1]]);
    let carried = matrices.as_ref().ok();
    Ok(Report {
        iou: overlap.iou(),
        volume_a: volume(a)?,
        volume_b: volume(b)?,
        intersection: overlap.intersection,
        union: overlap.union,
        error: overlap.error,
        equivalent: are_equivalent(&a.program, &b.program, tolerance, &options),
        matrix_differences: carried.map(|[a, b]| differences(a, b)),
        matrix_setting: carried.map(|[a, _]| Setting::from(a.config())),
        matrix_error: matrices.err(),
    })
}

fn volume(workpiece: &Workpiece) -> Result<f64> {
    let measures = workpiece.part.solid.measures()?;
    Ok(measures.map_or(0.0, |measures| measures.volume))
}

fn text(report: &Report) -> String {
    let answer = if report.equivalent { "yes" } else { "no" };
    let matrix = match (&report.matrix_differences, &report.matrix_error) {
        (Some(found), _) if found.is_empty() => "none".to_owned(),
        (Some(found), _) => found.iter().map(difference_text).collect(),
        (None, reason) => format!(
            "not to be had, {}",
            reason.as_deref().unwrap_or("no matrix")
        ),
    };
    format!(
        "intersection over union: {:.6}\nvolumes: {:.6} and {:.6}, shared {:.6} cubic units (cm3)\n\
         equivalent: {answer}\ndifferences of the canonical matrices: {matrix}",
        report.iou, report.volume_a, report.volume_b, report.intersection
    )
}

fn difference_text(
    Difference {
        row,
        variable,
        a,
        b,
    }: &Difference,
) -> String {
    format!("\n  row {row}, {variable}: {a} and {b}")
}
