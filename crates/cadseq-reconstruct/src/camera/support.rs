//! What the maps say about a segment: whether it is on the part, on an edge, on the rim of a hole.
//!
//! Segments are given by their ends in crop coordinates, from 0 to 1.

use cadseq_model::{EdgeClass, Maps};
use glam::DVec2;

/// How far beyond the mask an edge of the part can appear, as a share of the crop's side.
const MASK_REACH_SHARE: f64 = 0.015;
/// What a segment counts where the maps see no edge: texture, or a weak edge.
const WEIGHT_OFF_EDGES: f64 = 0.1;
/// Maps whose edges are all less probable than this say nothing about edges.
const MIN_EDGE: f32 = 0.3;
/// A mean probability of edges along a segment that is enough.
const SURE_EDGE: f64 = 0.5;

/// Points along a segment (crop coordinates, 0 to 1).
fn along(ends: [DVec2; 2]) -> impl Iterator<Item = DVec2> {
    (0..5).map(move |step| ends[0].lerp(ends[1], 0.1 + 0.2 * f64::from(step)))
}

/// Whether most of a segment lies on the mask or close to it.
pub(super) fn lies_on_part(maps: &Maps, ends: [DVec2; 2]) -> bool {
    let reach = (MASK_REACH_SHARE * maps.size as f64).max(1.0);
    let on_part =
        along(ends).filter(|point| largest_near(&maps.mask, maps.size, *point, reach) > 0.5);
    on_part.count() >= 4
}

/// The share of a segment that runs along rims of holes.
pub(super) fn rim_share(maps: &Maps, ends: [DVec2; 2]) -> f64 {
    let rims = &maps.edges[EdgeClass::Rim.index()];
    let sum: f32 = along(ends)
        .map(|point| largest_near(rims, maps.size, point, 0.5))
        .sum();
    f64::from(sum / 5.0).clamp(0.0, 0.9)
}

/// Whether the maps see any edge.
pub(super) fn sees_edges(maps: &Maps) -> bool {
    maps.edges.iter().flatten().any(|&edge| edge > MIN_EDGE)
}

/// As how much of an edge a segment counts: all where the maps see edges under it.
pub(super) fn edge_weight(maps: &Maps, ends: [DVec2; 2]) -> f64 {
    let at = |point: DVec2| -> f32 {
        let near = maps
            .edges
            .iter()
            .map(|map| largest_near(map, maps.size, point, 1.0));
        near.fold(0.0, f32::max)
    };
    let mean = f64::from(along(ends).map(at).sum::<f32>() / 5.0);
    WEIGHT_OFF_EDGES + (1.0 - WEIGHT_OFF_EDGES) * (mean / SURE_EDGE).min(1.0)
}

/// The largest value of a map within `reach` cells of a point (crop coordinates, 0 to 1).
fn largest_near(map: &[f32], size: usize, point: DVec2, reach: f64) -> f32 {
    let last = size as f64 - 1.0;
    let low = (point * size as f64 - reach)
        .floor()
        .clamp(DVec2::ZERO, DVec2::splat(last));
    let high = (point * size as f64 + reach)
        .floor()
        .clamp(DVec2::ZERO, DVec2::splat(last));
    let mut largest = 0.0_f32;
    for row in low.y as usize..=high.y as usize {
        for &value in &map[row * size + low.x as usize..=row * size + high.x as usize] {
            largest = largest.max(value);
        }
    }
    largest
}
