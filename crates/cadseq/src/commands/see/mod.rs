//! `cadseq see`: what a picture of any part shows, and where its camera stood.

mod record;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_reconstruct::camera::KnownCamera;
use cadseq_reconstruct::seeing::{Seer, Sight, axis_directions, sheet};
use cadseq_render::{Photo, encode_png_rgb};
use clap::Args;

use self::record::Seen;
use super::network::NetworkArguments;
use super::sight::SightArguments;
use crate::exit_code::ExitCode;
use crate::fault;
use crate::files::{Inputs, is_folder, read_photo, shown, unique_stems, with_ending, write_whole};
use crate::terminal::{say, say_json};

/// Says what pictures of any part show: where the part is, how its surface is turned, its edges, and
/// where the camera stood.
///
/// Works on renderings, screenshots of CAD programs, shaded drawings and photographs. Nothing is
/// reconstructed: this is what reconstruction sees.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq see photo.jpg -o maps.png\n  cadseq see photo.heic --json\n  cadseq see photos/*.jpg -o maps/\n  cadseq see bench.jpg --object 2 -o second.png"
)]
pub(crate) struct Arguments {
    /// The pictures; `-` is standard input.
    #[arg(required = true, value_name = "PICTURE")]
    pictures: Vec<PathBuf>,
    /// A PNG of what is seen, or a folder for those of all pictures: the part's outline and axes,
    /// normals, depth, edges.
    #[arg(short, long, value_name = "PNG|DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    sight: SightArguments,
    #[command(flatten)]
    network: NetworkArguments,
    /// Prints an object of JSON for each picture.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let outputs = outputs(arguments)?;
    let camera = arguments.sight.camera()?;
    let seer = arguments.network.seer()?;
    let mut code = ExitCode::Success;
    for (picture, output) in arguments.pictures.iter().zip(&outputs) {
        if let Err(error) = see(arguments, camera, &seer, picture, output.as_deref()) {
            if arguments.pictures.len() == 1 {
                return Err(error);
            }
            eprintln!("error: {}", fault::one_line(&error));
            code = ExitCode::Failure;
        }
    }
    Ok(code)
}

/// Where the PNG of each picture goes.
fn outputs(arguments: &Arguments) -> Result<Vec<Option<PathBuf>>> {
    let Some(output) = &arguments.output else {
        return Ok(vec![None; arguments.pictures.len()]);
    };
    if is_folder(output) {
        std::fs::create_dir_all(output).with_context(|| output.display().to_string())?;
        let names = unique_stems(&arguments.pictures);
        // Not the picture's own name: the folder may be the picture's.
        let path = |name: OsString| Some(output.join(with_ending(name, "-maps.png")));
        return Ok(names.into_iter().map(path).collect());
    }
    ensure!(
        arguments.pictures.len() == 1,
        "{} is one file for {} pictures; give a folder, such as maps/",
        output.display(),
        arguments.pictures.len()
    );
    ensure!(
        output
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("png")),
        "{}: what is seen is written as PNG; end the name with .png",
        output.display()
    );
    Inputs::new(&arguments.pictures).check_output(output)?;
    Ok(vec![Some(output.clone())])
}

fn see(
    arguments: &Arguments,
    camera: Option<KnownCamera>,
    seer: &Seer,
    path: &Path,
    output: Option<&Path>,
) -> Result<()> {
    let photo = read_photo(path)?;
    if let Some(note) = &photo.lens_note {
        eprintln!("note: {}: {note}", shown(path));
    }
    let options = arguments.sight.options(camera, &photo);
    let sight = seer
        .see(&photo.picture, &options)
        .with_context(|| shown(path))?;
    if let Some(output) = output {
        write_sheet(&photo, &sight, output)?;
        eprintln!("wrote {}", output.display());
    }
    let seen = Seen::new(path, &photo, &sight);
    if arguments.json {
        say_json(&seen)?;
    } else {
        say(&seen)?;
    }
    Ok(())
}

fn write_sheet(photo: &Photo, sight: &Sight, output: &Path) -> Result<()> {
    let axes = sight.cameras.first().map(|guess| {
        let size = [photo.picture.width(), photo.picture.height()];
        axis_directions(guess, sight.crop, size)
    });
    let sheet = sheet(&photo.picture, sight, axes);
    let png = encode_png_rgb(&sheet.to_rgb8(), sheet.width(), sheet.height());
    write_whole(output, &png)
}
