//! Pictures for people: the worst sights, and the true masks.

use std::path::Path;

use anyhow::Result;
use cadseq_reconstruct::seeing::{SeeOptions, Seer, axis_directions, sheet};
use cadseq_render::{ColorPicture, Picture, encode_png, encode_png_rgb};

use super::judged::Judged;
use super::source::{Item, SeeingSource, Shown};
use crate::files::write_whole;
use crate::judging::{make_folder, worst};

/// Writes sheets of the `count` worst pictures by mask to `mask-RANK-NAME.png`, and of those by
/// normals to `normals-RANK-NAME.png`. A picture in which nothing is seen comes as it is, among the masks.
///
/// # Errors
/// Where the folder cannot be written.
pub(crate) fn write_worst(
    source: &SeeingSource,
    seer: &Seer,
    judged: &[Judged],
    count: usize,
    folder: &Path,
) -> Result<()> {
    make_folder(folder)?;
    let by_mask = judged.iter().map(|one| Some(one.mask_iou));
    let by_normals = judged
        .iter()
        .map(|one| one.maps.map(|maps| -maps.normal_median_deg));
    for (kind, worst) in [
        ("mask", worst(by_mask, count)),
        ("normals", worst(by_normals, count)),
    ] {
        for (rank, index) in worst.into_iter().enumerate() {
            let item = source.item(index);
            let path = folder.join(format!("{kind}-{:02}-{}.png", rank + 1, item.name));
            if let Some(picture) = drawn(&item, seer) {
                let size = (picture.width(), picture.height());
                write_whole(&path, &encode_png_rgb(&picture.to_rgb8(), size.0, size.1))?;
            }
        }
    }
    eprintln!("wrote the worst to {}", folder.display());
    Ok(())
}

/// Writes the true mask of each picture, white on black, to `NAME.png`.
///
/// # Errors
/// Where a picture cannot be read or the folder not be written.
pub(crate) fn write_masks(source: &SeeingSource, folder: &Path) -> Result<()> {
    make_folder(folder)?;
    for index in 0..source.len() {
        let Item { name, shown, .. } = source.item(index);
        let Shown { picture, truth } = shown?;
        let mask = Picture {
            width: picture.width(),
            height: picture.height(),
            luma: truth.mask(),
        };
        write_whole(&folder.join(format!("{name}.png")), &encode_png(&mask))?;
    }
    eprintln!("wrote {} masks to {}", source.len(), folder.display());
    Ok(())
}

/// The sheet of a picture; the picture where nothing is seen, `None` where it cannot be read.
fn drawn(item: &Item, seer: &Seer) -> Option<ColorPicture> {
    let Shown { picture, .. } = item.shown.as_ref().ok()?;
    let Ok(sight) = seer.see(picture, &SeeOptions::default()) else {
        return Some(picture.clone());
    };
    let size = [picture.width(), picture.height()];
    let guess = sight.cameras.first();
    let axes = guess.map(|guess| axis_directions(guess, sight.crop, size));
    Some(sheet(picture, &sight, axes))
}
