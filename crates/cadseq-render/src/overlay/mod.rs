//! A solid's edges drawn over a picture, to see how well they agree.

mod canvas;
mod line_drawing;
mod lines;

use cadseq_solid::Mesh;

use crate::{Picture, View, encode_png_rgb};
use canvas::{Canvas, Stroke};
pub use line_drawing::line_drawing;
use lines::edge_lines;

/// A chord tolerance for the meshes of overlays, in model units: below a tenth of a pixel at 512
/// pixels.
pub const OVERLAY_CHORD_TOLERANCE: f64 = 0.002;
/// Widths are for this picture height and grow with it.
const REFERENCE_HEIGHT: f64 = 512.0;
const VISIBLE: Stroke = Stroke {
    color: [0.90, 0.16, 0.08],
    width_px: 1.8,
    dash_px: None,
};
const HIDDEN: Stroke = Stroke {
    color: [0.10, 0.38, 0.85],
    width_px: 1.0,
    dash_px: Some(4.0),
};

/// A colour PNG of the picture in grey, with the solid's edges as `view` sees them: visible ones
/// red, hidden ones thin, blue and dashed.
pub fn overlay(picture: &Picture, mesh: &Mesh, view: &View) -> Vec<u8> {
    let lines = edge_lines(mesh, view);
    let scale = (picture.height as f64 / REFERENCE_HEIGHT).max(1.0);
    let mut canvas = Canvas::faded(picture);
    canvas.draw(
        lines.iter().filter(|line| !line.visible),
        HIDDEN.scaled(scale),
    );
    canvas.draw(
        lines.iter().filter(|line| line.visible),
        VISIBLE.scaled(scale),
    );
    encode_png_rgb(
        &canvas.into_picture().to_rgb8(),
        picture.width,
        picture.height,
    )
}
