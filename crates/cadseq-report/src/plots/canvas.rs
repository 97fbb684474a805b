//! A white surface in pixels that becomes an SVG.
//!
//! The plotting library knows whole pixels only, which would make stairs of curves. So everything is
//! drawn [`FINENESS`] times as large and shown at its size.

use std::io;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::{IntoDrawingArea as _, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, IntoFont as _, RGBColor, ShapeStyle, TextStyle, WHITE};

use crate::page::escaped;

/// Units of the drawing per pixel.
const FINENESS: f64 = 4.0;
/// The backend writes font sizes divided by this.
const BACKEND_FONT_FACTOR: f64 = 1.24;
/// How much larger than its size a page may show a drawing.
const MAX_GROWTH: f64 = 1.25;
/// Colour of text and axes.
pub(super) const INK: RGBColor = RGBColor(45, 45, 45);

/// A part of the surface, or all of it.
pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
/// What the plotting library returns; drawing into memory never fails.
pub(super) type Fault = DrawingAreaErrorKind<io::Error>;
/// What drawing returns.
pub(super) type Drawn = Result<(), Fault>;

/// A finished drawing.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    /// Width and height in pixels.
    size: (u32, u32),
    /// The elements of the SVG.
    body: String,
}

impl Drawing {
    /// Draws on a white surface of `size` pixels.
    pub(super) fn new(size: (u32, u32), paint: impl FnOnce(&Area<'_>) -> Drawn) -> Self {
        let mut text = String::new();
        let fine = |pixels: u32| px(f64::from(pixels)) as u32;
        {
            let backend = SVGBackend::with_string(&mut text, (fine(size.0), fine(size.1)));
            let area = backend.into_drawing_area();
            area.fill(&WHITE)
                .and_then(|()| paint(&area))
                .and_then(|()| area.present())
                .expect("drawing into memory does not fail");
        }
        let (_, body) = text.split_once(">\n").unwrap_or_default();
        let body = body.trim_end().trim_end_matches("</svg>").to_owned();
        Self { size, body }
    }

    /// The drawing inside of a page, described for those who cannot see it.
    pub(super) fn inline(&self, description: &str) -> String {
        self.svg(&described(description))
    }

    /// The drawing inside of a page, where the text beside it says the same.
    pub(super) fn decoration(&self) -> String {
        self.svg("aria-hidden=\"true\"")
    }

    /// The drawing as a file of its own.
    pub(super) fn file(&self, description: &str) -> String {
        let described = described(description);
        self.svg(&format!("{described} xmlns=\"http://www.w3.org/2000/svg\""))
    }

    fn svg(&self, attributes: &str) -> String {
        let (width, height) = self.size;
        let (wide, high) = (px(f64::from(width)), px(f64::from(height)));
        let most = f64::from(width) * MAX_GROWTH;
        let body = &self.body;
        format!(
            "<svg width=\"{width}\" height=\"{height}\" style=\"max-width:{most}px\" viewBox=\"0 0 {wide} {high}\" \
             stroke-linejoin=\"round\" {attributes}>\n{body}</svg>\n"
        )
    }
}

fn described(description: &str) -> String {
    format!("role=\"img\" aria-label=\"{}\"", escaped(description))
}

/// Units of the drawing.
pub(super) fn px(pixels: f64) -> i32 {
    (pixels * FINENESS).round() as i32
}

/// A point in units of the drawing, from pixels.
pub(super) fn at(x_px: f64, y_px: f64) -> (i32, i32) {
    (px(x_px), px(y_px))
}

/// A filled shape or a line of this width.
pub(super) fn shape(color: [u8; 3], width_px: f64) -> ShapeStyle {
    let [red, green, blue] = color;
    let style = ShapeStyle::from(RGBColor(red, green, blue)).filled();
    style.stroke_width(px(width_px).max(1) as u32)
}

/// Text of this size, anchored at its own left, middle or right, vertically in its middle.
pub(super) fn font(size_px: f64, anchor: HPos) -> TextStyle<'static> {
    styled(size_px, anchor, FontStyle::Normal)
}

/// As [`font`], bold.
pub(super) fn bold_font(size_px: f64, anchor: HPos) -> TextStyle<'static> {
    styled(size_px, anchor, FontStyle::Bold)
}

fn styled(size_px: f64, anchor: HPos, style: FontStyle) -> TextStyle<'static> {
    let size = size_px * FINENESS * BACKEND_FONT_FACTOR;
    TextStyle::from(("sans-serif", size, style).into_font())
        .color(&INK)
        .pos(Pos::new(anchor, VPos::Center))
}

/// Size of an area in pixels.
pub(super) fn size_px(area: &Area<'_>) -> (f64, f64) {
    let (width, height) = area.dim_in_pixel();
    (f64::from(width) / FINENESS, f64::from(height) / FINENESS)
}
