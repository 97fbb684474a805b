//! `cadseq build`: a program becomes files of other CAD programs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_solid::ExportFormat;
use clap::Args;

use crate::exit_code::ExitCode;
use crate::files::{check_writable, read_solid, write_whole};

/// Builds the exact solid of a program and writes it as STEP, STL, OBJ or GLB.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq build part.cad -o part.step\n  cadseq build part.cad -o part.stl part.glb --tolerance 0.001"
)]
pub(crate) struct Arguments {
    /// The program's text.
    program: PathBuf,
    /// Files to write; the extension names the format.
    #[arg(short, long, required = true, num_args = 1.., value_name = "FILE")]
    output: Vec<PathBuf>,
    /// How far triangles may leave the exact solid, in units (cm); STEP is exact.
    #[arg(long, default_value_t = DEFAULT_TOLERANCE, value_parser = tolerance, value_name = "UNITS")]
    tolerance: f64,
}

/// 0.05 mm: below what a 3D printer shows.
pub(super) const DEFAULT_TOLERANCE: f64 = 0.005;
/// Finer triangles would only fill memory.
const FINEST_TOLERANCE: f64 = 1e-5;

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let formats = arguments.output.iter().map(|path| format_of(path));
    let formats = formats.collect::<Result<Vec<_>>>()?;
    arguments
        .output
        .iter()
        .try_for_each(|path| check_writable(path))?;
    let (_, prism) = read_solid(&arguments.program)?;
    for (path, format) in arguments.output.iter().zip(formats) {
        write_whole(path, &format.write(&prism, arguments.tolerance))?;
        eprintln!("wrote {}", path.display());
    }
    Ok(ExitCode::Success)
}

fn format_of(path: &Path) -> Result<ExportFormat> {
    let shown = path.display();
    let extension = path.extension().with_context(|| {
        format!("{shown}: the extension names the format; use .step, .stp, .stl, .obj or .glb")
    })?;
    ExportFormat::from_extension(&extension.to_string_lossy()).with_context(|| shown.to_string())
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
