//! `cadseq compare`: how much two programs have in common.

use std::path::PathBuf;

use anyhow::Result;
use cadseq_program::{CanonicalOptions, Program, are_equivalent, canonical};
use cadseq_solid::overlap;
use clap::Args;
use serde::Serialize;

use super::matrix_text::{Difference, differences, paper_matrix};
use crate::exit_code::ExitCode;
use crate::files::Reading;
use crate::terminal::{say, say_json};

/// Compares two programs: overlap of the solids, equivalence, difference of the matrices.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq compare truth.cad guess.cad\n  cadseq compare truth.cad guess.cad --json | jq .iou"
)]
pub(crate) struct Arguments {
    /// The first program's text.
    a: PathBuf,
    /// The second program's text.
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
    /// Cubic units.
    volume_a: f64,
    volume_b: f64,
    intersection: f64,
    /// Whether the programs give the same solid or the very same picture.
    equivalent: bool,
    /// Between the canonical forms, in the paper's setting; `None` where one has no matrix.
    matrix_differences: Option<Vec<Difference>>,
    matrix_error: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let [(a, prism_a), (b, prism_b)] = [
        Reading::default().prism(&arguments.a)?,
        Reading::default().prism(&arguments.b)?,
    ];
    let options = CanonicalOptions::default();
    let overlap = overlap(&prism_a, &prism_b);
    let differences = matrix_differences(&a, &b, &options);
    let report = Report {
        iou: overlap.iou(),
        volume_a: prism_a.volume(),
        volume_b: prism_b.volume(),
        intersection: overlap.intersection,
        equivalent: are_equivalent(&a, &b, arguments.tolerance, &options),
        matrix_error: differences.as_ref().err().cloned(),
        matrix_differences: differences.ok(),
    };
    if arguments.json {
        say_json(&report)?;
    } else {
        say(text(&report))?;
    }
    Ok(ExitCode::Success)
}

fn matrix_differences(
    a: &Program,
    b: &Program,
    options: &CanonicalOptions,
) -> Result<Vec<Difference>, String> {
    let matrix = |program| paper_matrix(&canonical(program, options));
    Ok(differences(&matrix(a)?, &matrix(b)?))
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
