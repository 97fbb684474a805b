//! A colour picture with antialiased lines.

use glam::DVec2;

use super::lines::EdgeLine;
use crate::{ColorPicture, Picture};

/// How much of the way to white the picture under the lines goes, so that they stand out.
const FADE: f32 = 0.25;

/// A way to draw lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    /// sRGB in [0, 1].
    pub(super) color: [f32; 3],
    /// Width in pixels.
    pub(super) width_px: f64,
    /// Length of a dash and of the gap after it; `None` draws through.
    pub(super) dash_px: Option<f64>,
}

impl Stroke {
    /// The stroke in a larger picture.
    pub(super) fn scaled(self, scale: f64) -> Self {
        let dash_px = self.dash_px.map(|dash| dash * scale);
        Self {
            width_px: self.width_px * scale,
            dash_px,
            ..self
        }
    }

    fn draws(self, line: &EdgeLine) -> bool {
        self.dash_px
            .is_none_or(|dash| (line.along_px / dash) % 2.0 < 1.0)
    }
}

/// A colour picture in the making.
#[derive(Debug)]
pub(super) struct Canvas(ColorPicture);

impl Canvas {
    /// A grey picture, faded.
    pub(super) fn faded(picture: &Picture) -> Self {
        let luma = picture.luma.iter();
        Self(ColorPicture::from_grey(&Picture {
            luma: luma.map(|&luma| luma + (1.0 - luma) * FADE).collect(),
            ..*picture
        }))
    }

    /// Draws the lines as one figure: where they meet, the colour is not laid on twice.
    pub(super) fn draw<'a>(&mut self, lines: impl Iterator<Item = &'a EdgeLine>, stroke: Stroke) {
        let mut coverage = Picture::filled(self.0.width(), self.0.height(), 0.0);
        for line in lines.filter(|line| stroke.draws(line)) {
            cover(&mut coverage, [line.from, line.to], stroke.width_px / 2.0);
        }
        for (plane, color) in self.0.planes.iter_mut().zip(stroke.color) {
            for (value, share) in plane.luma.iter_mut().zip(&coverage.luma) {
                *value += (color - *value) * share;
            }
        }
    }

    /// The picture.
    pub(super) fn into_picture(self) -> ColorPicture {
        self.0
    }
}

/// Marks the pixels within `half_width` of a line, softly over one pixel.
pub(super) fn cover(coverage: &mut Picture, [from, to]: [DVec2; 2], half_width: f64) {
    let reach = half_width + 1.0;
    let low = from.min(to) - reach;
    let high = from.max(to) + reach;
    let clamped = |value: f64, limit: usize| (value.max(0.0) as usize).min(limit);
    for row in clamped(low.y, coverage.height)..clamped(high.y + 1.0, coverage.height) {
        for column in clamped(low.x, coverage.width)..clamped(high.x + 1.0, coverage.width) {
            let center = DVec2::new(column as f64 + 0.5, row as f64 + 0.5);
            let distance = distance_to_segment(center, from, to);
            let share = (half_width + 0.5 - distance).clamp(0.0, 1.0) as f32;
            let pixel = &mut coverage.luma[row * coverage.width + column];
            *pixel = pixel.max(share);
        }
    }
}

fn distance_to_segment(point: DVec2, from: DVec2, to: DVec2) -> f64 {
    let along = to - from;
    let share = (point - from).dot(along) / along.length_squared().max(f64::MIN_POSITIVE);
    point.distance(from + along * share.clamp(0.0, 1.0))
}
