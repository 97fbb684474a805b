//! What the lines of a plot are.

use plotters::style::text_anchor::HPos;

use super::canvas::{Area, Drawn, at, font, size_px};
use super::mark::{line, marker};
use crate::stroke::Stroke;

/// Height of a row in pixels.
const ROW_PX: f64 = 18.0;
const SAMPLE_PX: f64 = 34.0;
const LEFT_PX: f64 = 18.0;
/// What is free above and below.
const MARGIN_PX: f64 = 6.0;

/// Height of a legend in pixels.
pub(super) fn height_px(entries: usize, columns: usize) -> f64 {
    entries.div_ceil(columns) as f64 * ROW_PX + 2.0 * MARGIN_PX
}

/// Draws the entries row by row, in columns of equal width.
pub(super) fn draw(area: &Area<'_>, entries: &[(String, Stroke)], columns: usize) -> Drawn {
    let (width, _) = size_px(area);
    let column_px = (width - LEFT_PX) / columns as f64;
    for (index, (label, stroke)) in entries.iter().enumerate() {
        let left = LEFT_PX + (index % columns) as f64 * column_px;
        let middle = MARGIN_PX + ((index / columns) as f64 + 0.5) * ROW_PX;
        sample(area, left, middle, stroke)?;
        let text = at(left + SAMPLE_PX + 6.0, middle);
        area.draw_text(label, &font(11.5, HPos::Left), text)?;
    }
    Ok(())
}

/// A short line with its marker.
pub(super) fn sample(area: &Area<'_>, left_px: f64, middle_px: f64, stroke: &Stroke) -> Drawn {
    let ends = [at(left_px, middle_px), at(left_px + SAMPLE_PX, middle_px)];
    line(area, &ends, stroke)?;
    marker(area, at(left_px + SAMPLE_PX / 2.0, middle_px), stroke)
}
