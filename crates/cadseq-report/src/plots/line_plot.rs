//! Lines over axes, with a legend below.

use super::axes::{Axes, Frame};
use super::canvas::{Area, Drawing, Drawn, px};
use super::legend;
use super::mark::{line, marker};
use crate::stroke::Stroke;

/// A line with its name.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) label: String,
    pub(super) stroke: Stroke,
    pub(super) points: Vec<(f64, f64)>,
}

/// Axes with their lines.
#[derive(Debug, Clone)]
pub(super) struct Panel {
    pub(super) axes: Axes,
    pub(super) series: Vec<Series>,
    pub(super) height_px: f64,
}

/// About how many markers a line has.
const MARKERS: usize = 8;

impl Series {
    /// A curve over the tolerances 0, 1, 2, ...
    pub(super) fn over_tolerance(label: impl Into<String>, stroke: Stroke, values: &[f64]) -> Self {
        let points = values
            .iter()
            .enumerate()
            .map(|(eta, value)| (eta as f64, *value));
        Self {
            label: label.into(),
            stroke,
            points: points.collect(),
        }
    }
}

/// Panels one below the other, then one legend for the lines of all.
pub(super) fn draw(width_px: u32, panels: &[Panel], legend_columns: usize) -> Drawing {
    let entries = panels.iter().flat_map(|panel| &panel.series);
    let entries: Vec<_> = entries
        .map(|series| (series.label.clone(), series.stroke))
        .collect();
    let legend_px = legend::height_px(entries.len(), legend_columns);
    let height_px: f64 = panels.iter().map(|panel| panel.height_px).sum();
    let size = (width_px, (height_px + legend_px) as u32);
    Drawing::new(size, |area| {
        let mut rest = area.clone();
        for panel in panels {
            let (above, below) = rest.split_vertically(px(panel.height_px));
            draw_panel(&above, panel)?;
            rest = below;
        }
        legend::draw(&rest, &entries, legend_columns)
    })
}

fn draw_panel(area: &Area<'_>, panel: &Panel) -> Drawn {
    let frame = Frame::draw(area, &panel.axes)?;
    for (index, series) in panel.series.iter().enumerate() {
        let finite = series.points.iter().filter(|(_, y)| y.is_finite());
        let points: Vec<(i32, i32)> = finite.map(|point| frame.at(*point)).collect();
        line(area, &points, &series.stroke)?;
        let step = points.len().div_ceil(MARKERS).max(1);
        let first = (index * step / panel.series.len().max(1)) % step;
        for point in points.iter().skip(first).step_by(step) {
            marker(area, *point, &series.stroke)?;
        }
    }
    Ok(())
}
