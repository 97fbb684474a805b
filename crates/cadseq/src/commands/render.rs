//! `cadseq render`: a program becomes a picture.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_render::{
    Look, LookKind, Shot, Standpoint, StyleName, View, draw, encode_png, encode_png_rgb, shoot,
};
use cadseq_solid::{Bounds3, Mesh, Solid};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use glam::DVec3;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::exit_code::ExitCode;
use crate::files::{Inputs, Reading, write_whole};
use crate::terminal::tell_notes;

/// Draws the solid of a program as a PNG.
///
/// The paper's camera stands at (20, 20, 20) and shows what lies within 10 units of the origin; every
/// other view lets the part fill the picture, wherever it lies. The styles `photo`, `viewer` and `drawing` draw
/// colours, lights, grounds and flaws at random, as in the pictures that networks learn from.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq render part.cad -o part.png\n  cadseq render part.cad -o front.png --view front --style line --size 1024\n  cadseq render part.cad -o photo.png --view iso --style photo --seed 7"
)]
pub(crate) struct Arguments {
    /// The program: its text, or any other format that is read.
    program: PathBuf,
    /// The PNG to write.
    #[arg(short, long, value_name = "PNG")]
    output: PathBuf,
    /// How it looks.
    #[arg(long, default_value = StyleName::Paper.name(), value_parser = style_parser())]
    style: Appearance,
    /// Which of the random pictures: for photo, viewer and drawing.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Where it is looked at from.
    #[arg(long, default_value = Eye::Paper.name(), value_parser = eye_parser())]
    view: Eye,
    /// Width and height in pixels.
    #[arg(long, default_value_t = REFERENCE_SIZE, value_parser = clap::value_parser!(u16).range(16..=2048))]
    size: u16,
}

/// A style by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Appearance {
    /// Grey, without chance.
    Style(StyleName),
    /// Coloured, drawn at random.
    Look(LookKind),
}

/// Samples along each side of a pixel of a random look.
const LOOK_SUPERSAMPLING: usize = 3;

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
    let inputs = Inputs::new(std::slice::from_ref(&arguments.program));
    inputs.check_output(&arguments.output)?;
    let workpiece = Reading::default().workpiece(&arguments.program)?;
    tell_notes(&arguments.program, &workpiece.notes);
    let png = png(&workpiece.part.solid, arguments)
        .with_context(|| arguments.program.display().to_string())?;
    write_whole(&arguments.output, &png)?;
    eprintln!("wrote {output}");
    Ok(ExitCode::Success)
}

fn png(solid: &Solid, arguments: &Arguments) -> Result<Vec<u8>> {
    let measures = solid.measures()?;
    let bounds = measures.context("nothing is left of the solid, so there is nothing to draw")?;
    let (view, tolerance) = arguments.view.view(&bounds.bounds, arguments.size);
    let mesh = solid.mesh(tolerance)?;
    let (png, is_seen) = match arguments.style {
        Appearance::Style(style) => styled(&mesh, &view, style),
        Appearance::Look(kind) => looking(&mesh, view, kind, arguments.seed),
    };
    ensure!(
        is_seen,
        "the camera at (20, 20, 20) does not see the solid; keep its coordinates within 10 units, or \
         take another --view, such as iso"
    );
    Ok(png)
}

/// A grey picture, and whether it shows anything.
fn styled(mesh: &Mesh, view: &View, style: StyleName) -> (Vec<u8>, bool) {
    let picture = draw(mesh, view, &style.style());
    let is_seen = picture.luma.iter().any(|&luma| luma < 1.0);
    (encode_png(&picture), is_seen)
}

/// A coloured picture of a random look, and whether it shows the part.
fn looking(mesh: &Mesh, view: View, kind: LookKind, seed: u64) -> (Vec<u8>, bool) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let shot = Shot {
        view,
        up: DVec3::Z,
        look: Look::random(kind, &mut rng),
    };
    let (picture, surfaces) = shoot(mesh, &[], &shot, LOOK_SUPERSAMPLING, &mut rng);
    let is_seen = surfaces.coverage().iter().any(|&share| share > 0.0);
    let png = encode_png_rgb(&picture.to_rgb8(), picture.width(), picture.height());
    (png, is_seen)
}

impl Appearance {
    const fn name(self) -> &'static str {
        match self {
            Self::Style(style) => style.name(),
            Self::Look(kind) => kind.name(),
        }
    }

    /// All names: the style `paper` is the exact one.
    fn all() -> impl Iterator<Item = Self> {
        let looks = LookKind::ALL
            .into_iter()
            .filter(|&kind| kind != LookKind::Paper);
        let styles = StyleName::ALL.into_iter().map(Self::Style);
        styles.chain(looks.map(Self::Look))
    }
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

fn style_parser() -> impl TypedValueParser<Value = Appearance> {
    PossibleValuesParser::new(Appearance::all().map(Appearance::name)).map(|name| {
        let found = Appearance::all().find(|style| style.name() == name);
        found.expect("clap lets only these names through")
    })
}

fn eye_parser() -> impl TypedValueParser<Value = Eye> {
    PossibleValuesParser::new(Eye::all().map(Eye::name)).map(|name| {
        let found = Eye::all().find(|eye| eye.name() == name);
        found.expect("clap lets only these names through")
    })
}
