//! Solids compared by their pictures.

use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_metrics::PictureDifference;
use cadseq_render::{Picture, Style, View, draw};
use cadseq_solid::Solid;
use cadseq_solid::kernel::KernelError;

/// Width and height of the paper's pictures, in pixels.
const SIZE: usize = 512;

/// How much the pictures of two solids differ, in the style `paper` and before the rounding to 8 bits of a
/// file; `None` predicts no solid.
///
/// # Errors
/// Where the kernel cannot mesh a solid.
pub fn picture_difference(
    truth: &Solid,
    prediction: Option<&Solid>,
) -> Result<PictureDifference, KernelError> {
    let truth = paper_picture(truth)?;
    let prediction = prediction.map(paper_picture).transpose()?;
    let empty = Picture::filled(SIZE, SIZE, Style::paper().background);
    Ok(PictureDifference {
        prediction: prediction.map(|picture| picture.mean_squared_difference(&truth)),
        empty: empty.mean_squared_difference(&truth),
    })
}

fn paper_picture(solid: &Solid) -> Result<Picture, KernelError> {
    let mesh = solid.mesh(PICTURE_CHORD_TOLERANCE)?;
    Ok(draw(&mesh, &View::paper(SIZE), &Style::paper()))
}
