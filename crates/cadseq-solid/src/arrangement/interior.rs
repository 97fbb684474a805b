//! A point well inside a cell.

use glam::DVec2;

use super::Arrangement;
use crate::segment::{Bend, Bounds2, Segment};

/// Heights at which a cell is scanned.
const MAX_HEIGHTS: usize = 16;

/// Least gap between two heights, as a share of the largest: smaller ones may be rounding.
const MIN_GAP: f64 = 1e-3;

impl Arrangement {
    /// A point well inside a cell, as far from its boundary as a few scan lines find: the middle of
    /// the widest part of a level line, moved to the middle of the upright line through it. For
    /// cell 0 a point outside of all edges.
    pub fn interior_point(&self, cell: usize) -> DVec2 {
        let walks = self.cells[cell].boundaries.iter().flatten();
        let boundary: Vec<Segment> = walks.map(|&half| self.segment(half)).collect();
        let Some(bounds) = boundary.iter().map(Segment::bounds).reduce(Bounds2::union) else {
            return DVec2::ZERO;
        };
        if cell == 0 {
            return bounds.max + (bounds.max - bounds.min);
        }
        let turned: Vec<Segment> = boundary.iter().map(turned).collect();
        let mut best = (0.0, boundary[0].point_at(0.5));
        for height in heights(&boundary) {
            let Some(level) = widest_middle(&boundary, height) else {
                continue;
            };
            let upright = widest_middle(&turned, level.x).map_or(level, |point| -point.perp());
            for point in [level, upright] {
                let clearance = clearance(&boundary, point);
                if clearance > best.0 {
                    best = (clearance, point);
                }
            }
        }
        best.1
    }
}

/// The middles of the largest gaps between the heights where the boundary turns.
fn heights(boundary: &[Segment]) -> Vec<f64> {
    let bounds = boundary.iter().map(Segment::bounds);
    let mut levels: Vec<f64> = bounds
        .flat_map(|bounds| [bounds.min.y, bounds.max.y])
        .collect();
    levels.sort_by(f64::total_cmp);
    let mut gaps: Vec<[f64; 2]> = levels.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    gaps.sort_by(|a, b| (b[1] - b[0]).total_cmp(&(a[1] - a[0])));
    gaps.truncate(MAX_HEIGHTS);
    let least = MIN_GAP * (gaps[0][1] - gaps[0][0]);
    gaps.retain(|[low, high]| high - low >= least);
    gaps.into_iter()
        .map(|[low, high]| 0.5 * (low + high))
        .collect()
}

/// The middle of the widest interval of a level line that lies inside the boundary.
fn widest_middle(boundary: &[Segment], height: f64) -> Option<DVec2> {
    let spans = boundary
        .iter()
        .flat_map(Segment::spans)
        .filter(|span| span.crosses(height));
    let mut crossings: Vec<(f64, bool)> = spans
        .map(|span| (span.x_at(height), span.is_upward()))
        .collect();
    crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut best = (0.0, None);
    let mut depth = 0;
    for pair in crossings.windows(2) {
        // The inside lies to the left: east of what runs down.
        depth += if pair[0].1 { -1 } else { 1 };
        let width = pair[1].0 - pair[0].0;
        if depth > 0 && width > best.0 {
            best = (width, Some(DVec2::new(pair[0].0 + 0.5 * width, height)));
        }
    }
    best.1
}

fn clearance(boundary: &[Segment], point: DVec2) -> f64 {
    let distances = boundary.iter().map(|segment| segment.distance_to(point));
    distances.fold(f64::INFINITY, f64::min)
}

/// The segment turned about the origin by a right angle.
fn turned(segment: &Segment) -> Segment {
    Segment {
        start: segment.start.perp(),
        end: segment.end.perp(),
        bend: segment.bend.map(|bend| Bend {
            center: bend.center.perp(),
            ..bend
        }),
        source: segment.source,
    }
}
