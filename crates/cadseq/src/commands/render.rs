//! `cadseq render`: a program becomes a picture.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_render::{MAX_FACES, Picture, Standpoint, StyleName, View, draw, encode_png};
use cadseq_solid::{Bounds3, Solid};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::exit_code::ExitCode;
use crate::files::{Reading, check_writable, write_whole};
use crate::terminal::tell_notes;

/// Draws the solid of a program as a PNG.
///
/// The paper's camera stands at (20, 20, 20) and shows what lies within 10 units of the origin; every
/// other view lets the part fill the picture, wherever it lies.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq render part.cad -o part.png\n  cadseq render part.cad -o front.png --view front --style line --size 1024"
)]
pub(crate) struct Arguments {
    /// The program: its text, or any other format that is read.
    program: PathBuf,
    /// The PNG to write.
    #[arg(short, long, value_name = "PNG")]
    output: PathBuf,
    /// How it looks.
    #[arg(long, default_value = StyleName::Paper.name(), value_parser = style_parser())]
    style: StyleName,
    /// Where it is looked at from.
    #[arg(long, default_value = Eye::Paper.name(), value_parser = eye_parser())]
    view: Eye,
    /// Width and height in pixels.
    #[arg(long, default_value_t = REFERENCE_SIZE, value_parser = clap::value_parser!(u16).range(16..=2048))]
    size: u16,
}

/// A camera by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Eye {
    /// The paper's.
    Paper,
    /// One that the part fills.
    At(Standpoint),
}

/// The size that the chord tolerance of pictures is meant for.
const REFERENCE_SIZE: u16 = 512;
/// Chord tolerance in pixels where the part fills the picture.
const TOLERANCE_PX: f64 = 0.1;

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let extension = arguments.output.extension().unwrap_or_default();
    let output = arguments.output.display();
    ensure!(
        extension.eq_ignore_ascii_case("png"),
        "{output}: pictures are written as PNG; end the name with .png"
    );
    check_writable(&arguments.output)?;
    let workpiece = Reading::default().workpiece(&arguments.program)?;
    tell_notes(&arguments.program, &workpiece.notes);
    let picture = picture(&workpiece.part.solid, arguments)
        .with_context(|| arguments.program.display().to_string())?;
    write_whole(&arguments.output, &encode_png(&picture))?;
    eprintln!("wrote {output}");
    Ok(ExitCode::Success)
}

fn picture(solid: &Solid, arguments: &Arguments) -> Result<Picture> {
    let measures = solid.measures()?;
    let bounds = measures.context("nothing is left of the solid, so there is nothing to draw")?;
    let (view, tolerance) = arguments.view.view(&bounds.bounds, arguments.size);
    let mesh = solid.mesh(tolerance)?;
    ensure!(
        mesh.faces.len() <= MAX_FACES,
        "the solid has {} faces; at most {MAX_FACES} are drawn",
        mesh.faces.len()
    );
    let picture = draw(&mesh, &view, &arguments.style.style());
    ensure!(
        picture.luma.iter().any(|&luma| luma < 1.0),
        "the camera at (20, 20, 20) does not see the solid; keep its coordinates within 10 units, or \
         take another --view, such as iso"
    );
    Ok(picture)
}

impl Eye {
    const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::At(standpoint) => standpoint.name(),
        }
    }

    /// All names.
    fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Paper).chain(Standpoint::ALL.map(Self::At))
    }

    /// The view of a solid in these bounds, and the chord tolerance that it asks for.
    fn view(self, bounds: &Bounds3, size: u16) -> (View, f64) {
        match self {
            Self::Paper => {
                let finer = f64::from(REFERENCE_SIZE) / f64::from(size.max(REFERENCE_SIZE));
                let view = View::paper(usize::from(size));
                (view, PICTURE_CHORD_TOLERANCE * finer)
            }
            Self::At(standpoint) => {
                let diagonal = bounds.max.distance(bounds.min);
                let view = standpoint.view(bounds, usize::from(size));
                (view, TOLERANCE_PX * diagonal / f64::from(size))
            }
        }
    }
}

fn style_parser() -> impl TypedValueParser<Value = StyleName> {
    PossibleValuesParser::new(StyleName::ALL.map(StyleName::name)).map(|name| {
        let found = StyleName::ALL
            .into_iter()
            .find(|style| style.name() == name);
        found.expect("clap lets only these names through")
    })
}

fn eye_parser() -> impl TypedValueParser<Value = Eye> {
    PossibleValuesParser::new(Eye::all().map(Eye::name)).map(|name| {
        let found = Eye::all().find(|eye| eye.name() == name);
        found.expect("clap lets only these names through")
    })
}
