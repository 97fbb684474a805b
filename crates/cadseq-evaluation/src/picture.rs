//! The picture that a solid is compared by.

use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_render::{Picture, Style, View, draw};
use cadseq_solid::Prism;

/// Width and height of the paper's pictures, in pixels.
const SIZE: usize = 512;

/// The solid in the style `paper`, before the rounding to 8 bits of a file.
pub(crate) fn paper_picture(prism: &Prism) -> Picture {
    let mesh = prism.mesh(PICTURE_CHORD_TOLERANCE);
    draw(&mesh, &View::paper(SIZE), &Style::paper())
}

/// The style `paper` without a solid.
pub(crate) fn empty_picture() -> Picture {
    Picture::filled(SIZE, SIZE, Style::paper().background)
}
