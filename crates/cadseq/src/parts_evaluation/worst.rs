//! The worst answers as pictures, for looking.

use std::path::Path;

use anyhow::Result;
use cadseq_reconstruct::Reconstructor;
use cadseq_render::{Picture, Standpoint, Style, draw, encode_png, encode_png_rgb, overlay};
use cadseq_solid::Mesh;

use super::judged::{answer, mesh_of};
use super::known::Known;
use super::report::PartsReport;
use super::source::PartsSource;
use crate::files::write_whole;
use crate::judging::{make_folder, worst};

/// Width and height of a picture of a solid, in pixels.
const SIZE: usize = 384;

/// Writes the `count` answers with the least overlap to a folder: `RANK-NAME-picture.png` with the answer's edges over the picture,
/// `-answer.png` and `-truth.png` with the solids from two sides, and both programs.
///
/// # Errors
/// Where the folder cannot be written.
pub(crate) fn write_worst(
    source: &PartsSource,
    (reconstructor, known): (&Reconstructor, Option<Known>),
    report: &PartsReport,
    count: usize,
    folder: &Path,
) -> Result<()> {
    make_folder(folder)?;
    let overlaps = report.pictures().iter().map(|one| Some(one.pose_iou));
    for (rank, index) in worst(overlaps, count).into_iter().enumerate() {
        let item = source.item(index);
        let write = |ending: &str, bytes: &[u8]| {
            let name = format!("{:02}-{}-{ending}", rank + 1, item.name);
            write_whole(&folder.join(name), bytes)
        };
        write("truth.cad", item.program.to_string().as_bytes())?;
        write("truth.png", &encode_png(&sides(&item.mesh)))?;
        let Ok(picture) = &item.picture else {
            continue;
        };
        let size = [picture.width(), picture.height()];
        let Ok(found) = answer(&item, reconstructor, known, 1) else {
            let rgb = picture.to_rgb8();
            write("picture.png", &encode_png_rgb(&rgb, size[0], size[1]))?;
            continue;
        };
        let program = &found.candidates[0].program;
        write("answer.cad", program.to_string().as_bytes())?;
        if let Some(mesh) = mesh_of(program) {
            let drawn = overlay(&picture.to_grey(), &mesh, &found.view);
            write("picture.png", &drawn)?;
            write("answer.png", &encode_png(&sides(&mesh)))?;
        }
    }
    eprintln!("wrote the worst to {}", folder.display());
    Ok(())
}

/// A solid from the corner and from below, side by side.
fn sides(mesh: &Mesh) -> Picture {
    let bounds = mesh.bounds();
    let drawn = [Standpoint::Iso, Standpoint::Bottom]
        .map(|standpoint| draw(mesh, &standpoint.view(&bounds, SIZE), &Style::paper()));
    let mut both = Picture::filled(2 * SIZE, SIZE, 1.0);
    for (number, one) in drawn.iter().enumerate() {
        for (row, values) in one.luma.chunks(SIZE).enumerate() {
            both.luma[row * 2 * SIZE + number * SIZE..][..SIZE].copy_from_slice(values);
        }
    }
    both
}
