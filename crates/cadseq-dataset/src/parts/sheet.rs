//! A contact sheet: many parts at a glance.

use cadseq_render::{Picture, Standpoint, StyleName, View, draw};
use cadseq_solid::Part;

/// Columns of the sheet.
const COLUMNS: usize = 8;
/// Rows of the sheet.
const ROWS: usize = 6;
/// Width and height of one picture in pixels.
const PICTURE_PX: usize = 160;
/// Chord tolerance in pixels where the part fills the picture.
const TOLERANCE_PX: f64 = 0.1;

/// How many parts a sheet shows.
pub const SHEET_SAMPLES: u64 = (COLUMNS * ROWS) as u64;

/// The first [`SHEET_SAMPLES`] parts in reading order, seen from the corner of +X, +Y and +Z; a part that
/// cannot be drawn leaves its place white.
pub fn contact_sheet(parts: impl IntoIterator<Item = Part>) -> Picture {
    let mut sheet = Picture::filled(COLUMNS * PICTURE_PX, ROWS * PICTURE_PX, 1.0);
    for (cell, part) in parts.into_iter().take(COLUMNS * ROWS).enumerate() {
        if let Some((picture, _)) = portrait(&part, PICTURE_PX) {
            let (left, top) = (cell % COLUMNS * PICTURE_PX, cell / COLUMNS * PICTURE_PX);
            sheet.paste(&picture, left, top);
        }
    }
    sheet
}

/// A part that fills a square picture, in the style `paper`, with its view; `None` where it has no volume or no
/// mesh.
pub(crate) fn portrait(part: &Part, size: usize) -> Option<(Picture, View)> {
    let bounds = part.solid.measures().ok().flatten()?.bounds;
    let diagonal = bounds.max.distance(bounds.min);
    let mesh = part
        .solid
        .mesh(TOLERANCE_PX * diagonal / size as f64)
        .ok()?;
    let view = Standpoint::Iso.view(&bounds, size);
    Some((draw(&mesh, &view, &StyleName::Paper.style()), view))
}
