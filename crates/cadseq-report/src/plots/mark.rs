//! Lines and markers in the look of a [`Stroke`].

use plotters::element::{Circle, PathElement, Polygon};

use super::canvas::{Area, Drawn, px, shape};
use crate::stroke::{Marker, Stroke, dashes};

/// Radius of a marker in pixels.
const MARKER_PX: f64 = 3.6;

/// Draws a line through points in units of the drawing.
pub(super) fn line(area: &Area<'_>, points: &[(i32, i32)], stroke: &Stroke) -> Drawn {
    let scale = f64::from(px(1.0));
    let pixels = |&(x, y): &(i32, i32)| (f64::from(x) / scale, f64::from(y) / scale);
    let points: Vec<(f64, f64)> = points.iter().map(pixels).collect();
    let style = shape(stroke.color, stroke.width_px);
    for piece in dashes(&points, stroke.dash) {
        let piece: Vec<(i32, i32)> = piece.iter().map(|&(x, y)| (px(x), px(y))).collect();
        area.draw(&PathElement::new(piece, style))?;
    }
    Ok(())
}

/// Draws the marker of a stroke around a point in units of the drawing.
pub(super) fn marker(area: &Area<'_>, (x, y): (i32, i32), stroke: &Stroke) -> Drawn {
    let Some(marker) = stroke.marker else {
        return Ok(());
    };
    let style = shape(stroke.color, 1.6);
    let reach = px(MARKER_PX);
    let polygon = |corners: &[(i32, i32)]| {
        let corners = corners
            .iter()
            .map(|(right, down)| (x + right * reach / 8, y + down * reach / 8));
        area.draw(&Polygon::new(corners.collect::<Vec<_>>(), style))
    };
    let diagonal = reach * 7 / 8;
    match marker {
        Marker::Circle => area.draw(&Circle::new((x, y), reach, style)),
        Marker::Square => polygon(&[(-7, -7), (7, -7), (7, 7), (-7, 7)]),
        Marker::Triangle => polygon(&[(0, -10), (9, 6), (-9, 6)]),
        Marker::TriangleDown => polygon(&[(0, 10), (9, -6), (-9, -6)]),
        Marker::Diamond => polygon(&[(0, -10), (10, 0), (0, 10), (-10, 0)]),
        Marker::Cross => {
            let arm = |down: i32| vec![(x - diagonal, y - down), (x + diagonal, y + down)];
            area.draw(&PathElement::new(arm(diagonal), style))?;
            area.draw(&PathElement::new(arm(-diagonal), style))
        }
    }
}
