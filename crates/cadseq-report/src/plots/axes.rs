//! Axes with a grid, and where values lie between them.

use std::ops::Range;

use plotters::chart::ChartBuilder;
use plotters::style::text_anchor::HPos;
use plotters::style::{RGBColor, TRANSPARENT};

use super::canvas::{Area, Fault, INK, at, bold_font, font, px, shape, size_px};

const GRID: RGBColor = RGBColor(225, 225, 225);
const TITLE_PX: f64 = 13.0;
const LABEL_PX: f64 = 11.0;

/// One axis.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    /// What it shows; empty where another plot's axis says it.
    pub(super) label: &'static str,
    /// First and last value.
    pub(super) range: Range<f64>,
    /// Most ticks; 0 draws none.
    pub(super) ticks: usize,
    /// Decimals of the ticks.
    pub(super) decimals: usize,
}

/// Two axes with a title.
#[derive(Debug, Clone)]
pub(super) struct Axes {
    pub(super) title: String,
    pub(super) x: Axis,
    pub(super) y: Axis,
}

/// Where values lie in an area with axes.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    x: Range<f64>,
    y: Range<f64>,
    x_units: Range<i32>,
    y_units: Range<i32>,
}

impl Axis {
    /// A share between 0 and 1, with room for a line at 1.
    pub(super) fn share(label: &'static str) -> Self {
        Self {
            label,
            range: 0.0..1.02,
            ticks: 6,
            decimals: 1,
        }
    }

    /// A tolerance in levels.
    pub(super) fn tolerance(label: &'static str) -> Self {
        Self {
            label,
            range: 0.0..255.0,
            ticks: 6,
            decimals: 0,
        }
    }

    /// From 0 down or up to an end, with as many decimals as its ticks need.
    pub(super) fn to_end(label: &'static str, range: Range<f64>, ticks: usize) -> Self {
        let length = range.end - range.start;
        let decimals = (1.0 - libm::log10(length / 2.0).floor()).clamp(0.0, 6.0) as usize;
        Self {
            label,
            range,
            ticks,
            decimals,
        }
    }
}

impl Frame {
    /// Draws the axes over the whole area.
    pub(super) fn draw(area: &Area<'_>, axes: &Axes) -> Result<Self, Fault> {
        let (width, _) = size_px(area);
        let has_title = !axes.title.is_empty();
        if has_title {
            area.draw_text(
                &axes.title,
                &bold_font(TITLE_PX, HPos::Center),
                at(width / 2.0, 13.0),
            )?;
        }
        let mut chart = ChartBuilder::on(area)
            .margin_top(px(if has_title { 28.0 } else { 8.0 }))
            .margin_right(px(14.0))
            .margin_left(px(4.0))
            .x_label_area_size(px(if axes.x.label.is_empty() { 22.0 } else { 38.0 }))
            .y_label_area_size(px(if axes.y.label.is_empty() { 38.0 } else { 52.0 }))
            .build_cartesian_2d(axes.x.range.clone(), axes.y.range.clone())?;
        let format_x = |value: &f64| tick(*value, axes.x.decimals);
        let format_y = |value: &f64| tick(*value, axes.y.decimals);
        let mut mesh = chart.configure_mesh();
        mesh.x_labels(axes.x.ticks)
            .y_labels(axes.y.ticks)
            .x_label_formatter(&format_x)
            .y_label_formatter(&format_y)
            .bold_line_style(shape([GRID.0, GRID.1, GRID.2], 1.0))
            .light_line_style(TRANSPARENT)
            .axis_style(shape([INK.0, INK.1, INK.2], 1.0))
            .set_all_tick_mark_size(px(3.0))
            .label_style(font(LABEL_PX, HPos::Center))
            .axis_desc_style(font(LABEL_PX + 1.0, HPos::Center));
        if axes.x.ticks == 0 {
            mesh.disable_x_mesh();
        }
        if !axes.x.label.is_empty() {
            mesh.x_desc(axes.x.label);
        }
        if !axes.y.label.is_empty() {
            mesh.y_desc(axes.y.label);
        }
        mesh.draw()?;
        let plotted = chart.plotting_area();
        let (left, top) = area.get_base_pixel();
        let (x_units, y_units) = plotted.get_pixel_range();
        Ok(Self {
            x: axes.x.range.clone(),
            y: axes.y.range.clone(),
            x_units: x_units.start - left..x_units.end - left,
            y_units: y_units.start - top..y_units.end - top,
        })
    }

    /// Where a value lies, in units of the area; on the border where it is outside.
    pub(super) fn at(&self, (x, y): (f64, f64)) -> (i32, i32) {
        let share = |value: f64, range: &Range<f64>| {
            ((value - range.start) / (range.end - range.start)).clamp(0.0, 1.0)
        };
        let between = |units: &Range<i32>, share: f64| {
            let (low, high) = (f64::from(units.start), f64::from(units.end));
            (low + (high - low) * share).round() as i32
        };
        let down = 1.0 - share(y, &self.y);
        (
            between(&self.x_units, share(x, &self.x)),
            between(&self.y_units, down),
        )
    }
}

/// A tick's number, with a true minus sign and no negative zero.
fn tick(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let is_zero = text.chars().all(|letter| "-0.".contains(letter));
    if is_zero {
        text.replace('-', "")
    } else {
        text.replace('-', "−")
    }
}
