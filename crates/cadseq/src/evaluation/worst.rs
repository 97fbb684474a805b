//! The worst pictures, for looking.

use std::path::Path;

use anyhow::Result;
use cadseq_reconstruct::PaperReconstructor;
use cadseq_render::{OVERLAY_CHORD_TOLERANCE, encode_png, overlay};
use cadseq_solid::Part;

use super::answer::Mode;
use super::report::Report;
use super::source::{Item, Source};
use crate::files::write_whole;
use crate::judging::{make_folder, worst};

/// Writes the `count` pictures with the least overlap (best of two candidates, last mode) to
/// `folder`: `RANK-NAME-overlay.png`, `-truth.cad`, `-prediction.cad`. A picture without a candidate
/// comes as it is.
///
/// # Errors
/// Where the folder cannot be written.
pub(crate) fn write_worst(
    source: &Source,
    reconstructor: &PaperReconstructor,
    report: &Report,
    count: usize,
    folder: &Path,
) -> Result<()> {
    let Some(result) = report.results.last() else {
        return Ok(());
    };
    make_folder(folder)?;
    let overlap = |index: usize| result.best_ious[index].unwrap_or(-1.0);
    let overlaps = (0..result.best_ious.len()).map(|index| Some(overlap(index)));
    let ranked = worst(overlaps, count);
    for (rank, &index) in ranked.iter().enumerate() {
        let item = source.item(index);
        let stem = folder.join(format!("{:02}-{}", rank + 1, item.name));
        write_item(
            &item,
            reconstructor,
            result.mode,
            overlap(index as usize),
            &stem.display().to_string(),
        )?;
    }
    eprintln!("wrote the worst {} to {}", ranked.len(), folder.display());
    Ok(())
}

fn write_item(
    item: &Item,
    reconstructor: &PaperReconstructor,
    mode: Mode,
    overlap: f64,
    stem: &str,
) -> Result<()> {
    let write =
        |ending: &str, bytes: &[u8]| write_whole(Path::new(&format!("{stem}-{ending}")), bytes);
    write("truth.cad", item.truth.to_string().as_bytes())?;
    let Ok(picture) = &item.picture else {
        return Ok(());
    };
    match reconstructor.reconstruct(picture, &mode.options()) {
        Err(error) => {
            write("picture.png", &encode_png(picture))?;
            write("prediction.cad", format!("# {error}\n").as_bytes())
        }
        Ok(found) => {
            let head = format!(
                "# overlap {overlap:.4}, confidence {:.3}\n",
                found.confidence
            );
            let candidates = found.candidates.iter();
            let texts = candidates.map(|one| format!("# score {:.4}\n{}", one.score, one.program));
            let text: String = std::iter::once(head).chain(texts).collect();
            write("prediction.cad", text.as_bytes())?;
            match found.candidates.first() {
                Some(best) => {
                    let mesh = Part::build(&best.program)?
                        .solid
                        .mesh(OVERLAY_CHORD_TOLERANCE)?;
                    write("overlay.png", &overlay(picture, &mesh, &found.view))
                }
                None => Ok(()),
            }
        }
    }
}
