//! `cadseq reconstruct`: pictures become programs and solids.

mod answer;
mod batch;
mod destination;
mod length;
mod record;

use std::path::PathBuf;

use anyhow::Result;
use cadseq_reconstruct::Options;
use clap::Args;

use super::network::NetworkArguments;
use super::shard::ShardArguments;
use super::sight::SightArguments;
use crate::exit_code::ExitCode;
use destination::Destination;
use length::KnownLength;

/// Reconstructs the CAD program and the solid that a picture shows.
///
/// Prints the program. With -o also writes it: the extension names what (.cad program, .step .3mf
/// solid, .py script and so on, .png the solid's edges over the picture; `cadseq convert --list` names
/// all), a folder gets the program, the solid in every format and the edges. Many pictures make a
/// batch; one that fails is reported and the rest goes on.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq reconstruct examples/pictures/cylinder.png\n  cadseq reconstruct part.png -o part.step\n  cadseq reconstruct part.png -o part/\n  cadseq reconstruct - < part.png\n  cadseq reconstruct photo.heic --length height 40mm -o part.step\n  cadseq reconstruct screenshot.png --camera isometric\n  cadseq reconstruct photos/*.jpg -o parts/ --json > parts.jsonl"
)]
pub(crate) struct Arguments {
    /// Pictures: PNG, JPEG, HEIC, GIF, WebP, BMP or TIFF that show all of one part; `-` is standard input.
    #[arg(required = true, value_name = "PICTURE")]
    pictures: Vec<PathBuf>,
    /// File to write, or folder for the files of all pictures.
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// What the part is called in the files; its file's name where it is not given.
    #[arg(long, requires = "output", value_name = "TEXT")]
    name: Option<String>,
    /// Most candidates to look for; JSON holds all, the best is printed.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=32), value_name = "K")]
    candidates: u8,
    /// Also prints the program on the 256 levels of the feature matrix, as comments.
    #[arg(long)]
    quantized: bool,
    /// Takes the network's word, without fitting to the picture.
    #[arg(long)]
    no_fit: bool,
    /// A length that is known, so that the part has its real size: width (along X), depth (Y), height (Z) or longest
    /// of its box, or between two pixels of the picture, "120,80 310,95"; with its unit: 40mm.
    #[arg(long, num_args = 2, value_names = ["WHAT", "LENGTH"])]
    length: Vec<String>,
    /// After how many seconds to be content with the best so far; answers then depend on the machine.
    #[arg(long, value_name = "S", value_parser = seconds)]
    seconds: Option<f64>,
    #[command(flatten)]
    share: ShardArguments,
    #[command(flatten)]
    sight: SightArguments,
    #[command(flatten)]
    network: NetworkArguments,
    /// Prints one JSON object a picture instead.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let destination = Destination::choose(arguments.output.as_deref(), &arguments.pictures)?;
    let options = Options {
        candidates: usize::from(arguments.candidates),
        fit: !arguments.no_fit,
        seconds: arguments.seconds,
    };
    let asked = answer::Asked {
        sight: &arguments.sight,
        camera: arguments.sight.camera()?,
        length: known_length(&arguments.length)?,
        options,
    };
    let reconstructor = arguments.network.reconstructor()?;
    let reconstruct = |path: &PathBuf| answer::Answer::new(&reconstructor, path, &asked);
    batch::run(arguments, &destination, reconstruct)
}

fn known_length(values: &[String]) -> Result<Option<KnownLength>> {
    match values {
        [what, length] => KnownLength::parse(what, length).map(Some),
        _ => Ok(None),
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value > 0.0 && value.is_finite() => Ok(value),
        _ => Err("write a number of seconds above 0".to_owned()),
    }
}
