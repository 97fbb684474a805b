//! `cadseq render`: a program becomes a picture.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_render::{StyleName, View, draw, encode_png};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::exit_code::ExitCode;
use crate::files::{Reading, check_writable, write_whole};
use crate::terminal::tell_notes;

/// Draws the solid of a program as a PNG, seen by the paper's camera.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq render part.cad -o part.png\n  cadseq render part.cad -o drawing.png --style line --size 1024"
)]
pub(crate) struct Arguments {
    /// The program's text.
    program: PathBuf,
    /// The PNG to write.
    #[arg(short, long, value_name = "PNG")]
    output: PathBuf,
    /// How it looks.
    #[arg(long, default_value = StyleName::Paper.name(), value_parser = style_parser())]
    style: StyleName,
    /// Width and height in pixels.
    #[arg(long, default_value_t = REFERENCE_SIZE, value_parser = clap::value_parser!(u16).range(16..=2048))]
    size: u16,
}

/// The size that the chord tolerance of pictures is meant for.
const REFERENCE_SIZE: u16 = 512;

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let extension = arguments
        .output
        .extension()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let output = arguments.output.display();
    ensure!(
        extension == "png",
        "{output}: pictures are written as PNG; end the name with .png"
    );
    check_writable(&arguments.output)?;
    let workpiece = Reading::default().workpiece(&arguments.program)?;
    tell_notes(&arguments.program, &workpiece.notes);
    let finer = f64::from(REFERENCE_SIZE) / f64::from(arguments.size.max(REFERENCE_SIZE));
    let mesh = workpiece.part.solid.mesh(PICTURE_CHORD_TOLERANCE * finer)?;
    let view = View::paper(usize::from(arguments.size));
    let picture = draw(&mesh, &view, &arguments.style.style());
    ensure!(
        picture.luma.iter().any(|&luma| luma < 1.0),
        "{}: the camera at (20, 20, 20) does not see the solid; keep its coordinates within 10 units",
        arguments.program.display()
    );
    write_whole(&arguments.output, &encode_png(&picture))?;
    eprintln!("wrote {output}");
    Ok(ExitCode::Success)
}

fn style_parser() -> impl clap::builder::TypedValueParser<Value = StyleName> {
    PossibleValuesParser::new(StyleName::ALL.map(StyleName::name)).map(|name| {
        let found = StyleName::ALL
            .into_iter()
            .find(|style| style.name() == name);
        found.expect("clap lets only these names through")
    })
}
