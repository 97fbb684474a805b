//! `cadseq see`: what a picture of any part shows, and where its camera stood.

mod record;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cadseq_reconstruct::camera::Lens;
use cadseq_reconstruct::seeing::{SeeOptions, Seer, Sight, axis_directions, sheet};
use cadseq_render::{Photo, encode_png_rgb};
use clap::Args;

use self::record::Seen;
use super::network::NetworkArguments;
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
    /// Which object, the largest and most central first.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    object: u16,
    /// Vertical angle of view of the whole picture in degrees, where it is known better than from
    /// EXIF.
    #[arg(long, value_name = "DEGREES", value_parser = angle)]
    fov: Option<f64>,
    /// Looks at a part that the border cuts off as well.
    #[arg(long)]
    accept_cut_off: bool,
    #[command(flatten)]
    network: NetworkArguments,
    /// Prints an object of JSON for each picture.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let outputs = outputs(arguments)?;
    let seer = arguments.network.seer()?;
    let mut code = ExitCode::Success;
    for (picture, output) in arguments.pictures.iter().zip(&outputs) {
        if let Err(error) = see(arguments, &seer, picture, output.as_deref()) {
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

fn see(arguments: &Arguments, seer: &Seer, path: &Path, output: Option<&Path>) -> Result<()> {
    let photo = read_photo(path)?;
    if let Some(note) = &photo.lens_note {
        eprintln!("note: {}: {note}", shown(path));
    }
    let options = SeeOptions {
        object: usize::from(arguments.object) - 1,
        accept_cut_off: arguments.accept_cut_off,
        lens: stated_lens(arguments.fov, &photo).or_else(|| Lens::of_photo(&photo)),
    };
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

/// The lens as it is stated.
fn stated_lens(fov_deg: Option<f64>, photo: &Photo) -> Option<Lens> {
    fov_deg.map(|fov| Lens::stated(fov, photo.picture.height()))
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

fn angle(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value > 0.5 && value < 170.0 => Ok(value),
        _ => Err("write an angle between 0.5 and 170 degrees".to_owned()),
    }
}
