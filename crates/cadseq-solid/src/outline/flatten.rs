//! Outlines as polygons within a chord tolerance.

use std::f64::consts::TAU;

use glam::DVec2;

use super::{Outline, Segment};
use crate::MeshTolerance;

/// Most steps for one arc: a bound on memory, whatever tolerance is asked for.
const MAX_STEPS: f64 = 65_536.0;

/// A polygon of an outline that remembers its curves.
#[derive(Debug, Clone, PartialEq)]
pub struct Flattened {
    /// Corners, counter-clockwise; the first is not repeated.
    pub points: Vec<DVec2>,
    /// For each curve of the outline, the index of the point where it starts.
    pub starts: Vec<usize>,
}

impl Outline {
    /// Corners of a polygon that leaves the outline by at most `chord_tolerance` model units,
    /// counter-clockwise, the first not repeated. Corners of the outline are kept exactly. No step
    /// turns by more than 45 degrees.
    pub fn polyline(&self, chord_tolerance: f64) -> Vec<DVec2> {
        self.flatten(chord_tolerance).points
    }

    /// As [`Outline::polyline`], with the point where each curve starts.
    pub fn flatten(&self, chord_tolerance: f64) -> Flattened {
        match self {
            Self::Circle { center, radius, .. } => {
                let steps = circle_steps(*radius, chord_tolerance.into());
                let step = TAU / steps as f64;
                let points = (0..steps)
                    .map(|i| {
                        let (sine, cosine) = libm::sincos(step * i as f64);
                        *center + DVec2::new(cosine, sine) * *radius
                    })
                    .collect();
                Flattened {
                    points,
                    starts: vec![0],
                }
            }
            Self::Loop(segments) => flatten_loop(segments, chord_tolerance.into()),
        }
    }
}

/// Number of sides of the polygon for a full circle.
pub fn circle_steps(radius: f64, tolerance: MeshTolerance) -> usize {
    arc_steps(radius, TAU, tolerance)
}

fn flatten_loop(segments: &[Segment], tolerance: MeshTolerance) -> Flattened {
    let mut points = Vec::with_capacity(16 * segments.len());
    let mut starts = Vec::with_capacity(segments.len());
    for segment in segments {
        starts.push(points.len());
        let steps = segment
            .bend
            .map_or(1, |bend| arc_steps(bend.radius, bend.sweep_rad, tolerance));
        points.extend((0..steps).map(|i| segment.point_at(i as f64 / steps as f64)));
    }
    Flattened { points, starts }
}

/// Steps for an arc so that each chord keeps the tolerance: at least two, so that an arc never falls
/// onto its chord.
pub(crate) fn arc_steps(radius: f64, sweep_rad: f64, tolerance: MeshTolerance) -> usize {
    let ratio = (tolerance.chord() / radius).clamp(0.0, 1.0);
    // sagitta = 2 r sin^2(step / 4)
    let step = (4.0 * libm::asin((0.5 * ratio).sqrt())).clamp(1e-9, tolerance.angle_rad());
    (sweep_rad.abs() / step).ceil().clamp(2.0, MAX_STEPS) as usize
}
