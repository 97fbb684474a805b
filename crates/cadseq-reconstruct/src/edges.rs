//! Where the edges of the picture are, searched along a mark's normal.

use cadseq_model::{LocatorPrediction, MAP_SIZE};
use cadseq_render::{Picture, Window, degrade::blur};
use glam::DVec2;

use crate::find::Scene;
use crate::proposal::cap_probability;
use crate::wire::{EdgeKind, Mark};

/// An edge found beside a mark.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    /// Signed distance in pixels from the mark, along its inward normal.
    pub offset: f64,
    /// How much the edge counts, from 0 to 1.
    pub weight: f64,
}

/// Something that knows edges.
pub trait EdgeField {
    /// The edge within `reach` pixels of a mark, if there is one.
    fn find(&self, mark: &Mark, reach: f64) -> Option<Found>;
}

/// Edges as the network's labels and the object's mask have them: coarse, but never confused.
pub struct LabelEdges<'a> {
    mask: &'a Picture,
    cap: Picture,
    /// Left upper corner of the maps in pixels, and pixels of a cell.
    low: DVec2,
    cell: f64,
}

impl<'a> LabelEdges<'a> {
    /// The fields of a prediction made through `window`.
    pub fn new(scene: &'a Scene, window: Window, prediction: &LocatorPrediction) -> Self {
        let cap = cap_probability(prediction);
        let side = 2.0 * window.half_height / scene.view.units_per_pixel();
        let low = scene.view.pixel_from_view_plane(window.low());
        Self {
            mask: &scene.mask,
            cap,
            low,
            cell: side / MAP_SIZE as f64,
        }
    }

    /// Pixels of a cell of the network's maps.
    pub fn cell(&self) -> f64 {
        self.cell
    }

    fn value(&self, kind: EdgeKind, pixel: DVec2) -> f64 {
        f64::from(match kind {
            EdgeKind::CapOverSide | EdgeKind::CapOverBackground => {
                let cell = (pixel - self.low) / self.cell;
                self.cap.sample(cell.x, cell.y)
            }
            EdgeKind::Outer | EdgeKind::Crease => self.mask.sample(pixel.x, pixel.y),
        })
    }
}

impl EdgeField for LabelEdges<'_> {
    fn find(&self, mark: &Mark, reach: f64) -> Option<Found> {
        if mark.kind == EdgeKind::Crease {
            return None;
        }
        let step = (self.cell * 0.5).max(1.0);
        let steps = (reach / step).ceil() as i32;
        let at = |index: i32| {
            let offset = f64::from(index) * step;
            (
                offset,
                self.value(mark.kind, mark.pixel + mark.inward * offset),
            )
        };
        // The nearest place where the field rises through one half going inwards.
        let mut best: Option<f64> = None;
        for index in -steps..steps {
            let ((a, value_a), (b, value_b)) = (at(index), at(index + 1));
            if value_a <= 0.5 && value_b > 0.5 {
                let offset = a + (b - a) * (0.5 - value_a) / (value_b - value_a);
                if best.is_none_or(|best| offset.abs() < best.abs()) {
                    best = Some(offset);
                }
            }
        }
        best.map(|offset| Found {
            offset,
            weight: 1.0,
        })
    }
}

/// Edges of the picture itself: the strongest step in grey near the mark.
pub struct PictureEdges {
    smooth: Picture,
    threshold: f64,
    cap_luma: Option<f64>,
    background: f64,
}

impl PictureEdges {
    /// The edges of a scene's picture after a blur of `sigma_px`.
    pub fn new(scene: &Scene, sigma_px: f32, cap_luma: Option<f64>) -> Self {
        let noise = f64::from(scene.noise) / (1.0 + f64::from(sigma_px) * 2.0);
        Self {
            smooth: blur(&scene.picture, sigma_px),
            threshold: (noise * 3.0).max(0.008),
            cap_luma,
            background: f64::from(scene.background),
        }
    }

    fn luma(&self, pixel: DVec2) -> f64 {
        f64::from(self.smooth.sample(pixel.x, pixel.y))
    }

    /// How well the side of an edge that the mark says to be cap or background looks like it.
    fn plausibility(&self, mark: &Mark, pixel: DVec2, step: f64) -> f64 {
        let inside = || self.luma(pixel + mark.inward * 2.0);
        let outside = || self.luma(pixel - mark.inward * 2.0);
        let alike = |value: f64, wanted: f64| {
            let difference = (value - wanted).abs() / (step.abs() + 0.02);
            1.0 / (1.0 + (difference * 1.5).powi(2))
        };
        let cap = || self.cap_luma.map_or(1.0, |cap| alike(inside(), cap));
        match mark.kind {
            EdgeKind::CapOverBackground => cap() * alike(outside(), self.background),
            EdgeKind::CapOverSide => cap() * (1.0 - 0.6 * alike(outside(), self.background)),
            EdgeKind::Outer => alike(outside(), self.background),
            EdgeKind::Crease => 1.0,
        }
    }
}

impl EdgeField for PictureEdges {
    fn find(&self, mark: &Mark, reach: f64) -> Option<Found> {
        let step = 0.5;
        let steps = (reach / step).ceil() as i32;
        let profile: Vec<f64> = (-steps - 2..=steps + 2)
            .map(|index| self.luma(mark.pixel + mark.inward * (f64::from(index) * step)))
            .collect();
        let slope = |index: usize| profile[index + 2] - profile[index];
        let mut best: Option<(f64, f64)> = None;
        for index in 1..profile.len() - 3 {
            let here = slope(index);
            let strength = here.abs();
            let peak = strength >= slope(index - 1).abs() && strength > slope(index + 1).abs();
            if !peak || strength < self.threshold {
                continue;
            }
            let (a, b, c) = (slope(index - 1).abs(), strength, slope(index + 1).abs());
            let curvature = a - 2.0 * b + c;
            let shift = if curvature.abs() > 1e-9 {
                0.5 * (a - c) / curvature
            } else {
                0.0
            };
            let offset = (index as f64 + 1.0 + shift - f64::from(steps + 2)) * step;
            if offset.abs() > reach {
                continue;
            }
            let near = libm::exp(-0.5 * (offset / (0.6 * reach)).powi(2));
            let pixel = mark.pixel + mark.inward * offset;
            let score = strength.min(0.1) * near * self.plausibility(mark, pixel, here);
            if best.is_none_or(|(_, known)| score > known) {
                best = Some((offset, score));
            }
        }
        best.map(|(offset, score)| Found {
            offset,
            weight: (score / 0.05).clamp(0.05, 1.0),
        })
    }
}
