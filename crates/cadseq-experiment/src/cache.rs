//! Encoder inputs on disk: drawing a data set costs minutes, and several experiments share it.
//!
//! A file says in full what its pictures were made of. Whoever reads it says what is wanted and draws some of the
//! pictures again, so that pictures of other settings, templates or renderers are never taken for those.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;

use cadseq_model::{Crop, PictureInput};
use safetensors::tensor::{Dtype, SafeTensors, TensorView, serialize};

/// Key of what the pictures are made of, in the file's metadata.
const SOURCE: &str = "source";

/// How many pictures are drawn again to compare.
const COMPARED: usize = 8;

/// Reads what [`write`] wrote of the same `source`. `None` where the file is missing, not one of these, of
/// another source, or where a picture is not what `draw` now makes of its program: the pictures are then made
/// again.
pub(crate) fn read(
    path: &Path,
    source: &str,
    draw: impl Fn(usize) -> PictureInput,
) -> Option<Vec<PictureInput>> {
    let bytes = fs::read(path).ok()?;
    let (_, metadata) = SafeTensors::read_metadata(&bytes).ok()?;
    if metadata.metadata().as_ref()?.get(SOURCE)? != source {
        return None;
    }
    let pictures = pictures(&SafeTensors::deserialize(&bytes).ok()?)?;
    let every = pictures.len().div_ceil(COMPARED).max(1);
    let mut compared = pictures.iter().enumerate().step_by(every);
    compared
        .all(|(index, picture)| *picture == draw(index))
        .then_some(pictures)
}

fn pictures(tensors: &SafeTensors<'_>) -> Option<Vec<PictureInput>> {
    let luma = tensors.tensor("luma").ok()?;
    let &[count, size, _] = luma.shape() else {
        return None;
    };
    let crops: Vec<f64> = match tensors.tensor("crops") {
        Ok(crops) => crops
            .data()
            .chunks_exact(8)
            .map(|bytes| f64::from_le_bytes(bytes.try_into().expect("chunks of eight")))
            .collect(),
        Err(_) => Vec::new(),
    };
    let picture = |index: usize| PictureInput {
        size,
        luma: luma.data()[index * size * size..][..size * size].to_vec(),
        crop: crops.get(index * 3..index * 3 + 3).map(|crop| Crop {
            center: [crop[0], crop[1]],
            half_side: crop[2],
        }),
    };
    Some((0..count).map(picture).collect())
}

/// Writes pictures of one size with what they are made of.
pub(crate) fn write(path: &Path, source: &str, pictures: &[PictureInput]) -> io::Result<()> {
    let size = pictures.first().map_or(0, |picture| picture.size);
    let luma: Vec<u8> = pictures
        .iter()
        .flat_map(|p| p.luma.iter().copied())
        .collect();
    let crops: Vec<u8> = pictures
        .iter()
        .filter_map(|picture| picture.crop)
        .flat_map(|crop| [crop.center[0], crop.center[1], crop.half_side])
        .flat_map(f64::to_le_bytes)
        .collect();
    let view = |dtype, shape, data| TensorView::new(dtype, shape, data).map_err(io::Error::other);
    let mut tensors = vec![(
        "luma",
        view(Dtype::U8, vec![pictures.len(), size, size], &luma)?,
    )];
    if !crops.is_empty() {
        tensors.push(("crops", view(Dtype::F64, vec![pictures.len(), 3], &crops)?));
    }
    let metadata = HashMap::from([(SOURCE.to_owned(), source.to_owned())]);
    let bytes = serialize(tensors, Some(metadata)).map_err(io::Error::other)?;
    cadseq_files::write_whole(path, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pictures.safetensors");
        let whole = PictureInput {
            size: 2,
            luma: vec![1, 2, 3, 4],
            crop: None,
        };
        let crop = PictureInput {
            crop: Some(Crop {
                center: [0.25, -0.5],
                half_side: 0.125,
            }),
            ..whole.clone()
        };
        for pictures in [vec![whole.clone(), whole], vec![crop]] {
            write(&path, "source", &pictures).expect("written");
            let draw = |index: usize| pictures[index].clone();
            assert_eq!(read(&path, "source", draw), Some(pictures.clone()));
            assert_eq!(read(&path, "another source", draw), None);
            let another_renderer = |index: usize| PictureInput {
                luma: vec![5, 2, 3, 4],
                ..draw(index)
            };
            assert_eq!(read(&path, "source", another_renderer), None);
        }
        fs::write(&path, b"no pictures").expect("written");
        assert_eq!(read(&path, "source", |_| unreachable!("no pictures")), None);
    }
}
