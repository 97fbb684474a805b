//! Which of the part's axes an edge in the picture runs along, and so which faces cannot lie beside it: a face is square to
//! its normal, and so are its edges (the orientation map of Lee, Hebert and Kanade 2009).

use glam::DVec2;

use super::placed::Placed;
use super::relief::center;

/// An edge within this angle of an axis, in degrees, is along it; and this much farther from all others.
const ALONG_DEG: f64 = 7.0;
const APART_DEG: f64 = 9.0;

/// Pixels about an edge from which its direction is taken.
const WINDOW: usize = 4;

/// How much longer than wide the edge's pixels must lie in the window.
const STRAIGHT: f64 = 6.0;

/// Pixels beside an edge for which it counts.
const REACH: usize = 5;

/// For every pixel and axis, whether an edge nearby runs along the axis.
pub(super) fn beside_edges(size: usize, edges: &[f32], placed: &Placed) -> Vec<[bool; 3]> {
    let mut beside = vec![[false; 3]; size * size];
    for pixel in (0..size * size).filter(|&pixel| edges[pixel] > 0.5) {
        let Some(axis) = direction(pixel, size, edges)
            .and_then(|along| axis(placed, center(pixel, size), along))
        else {
            continue;
        };
        let (x, y) = (pixel % size, pixel / size);
        for y in y.saturating_sub(REACH)..(y + REACH + 1).min(size) {
            for x in x.saturating_sub(REACH)..(x + REACH + 1).min(size) {
                beside[y * size + x][axis] = true;
            }
        }
    }
    beside
}

/// The direction of the edge through a pixel: along which its pixels nearby spread; `None` where they make no line.
fn direction(pixel: usize, size: usize, edges: &[f32]) -> Option<DVec2> {
    let (x, y) = (pixel % size, pixel / size);
    let (mut count, mut sum, mut xx, mut xy, mut yy) = (0.0, DVec2::ZERO, 0.0, 0.0, 0.0);
    for row in y.saturating_sub(WINDOW)..(y + WINDOW + 1).min(size) {
        for column in x.saturating_sub(WINDOW)..(x + WINDOW + 1).min(size) {
            let weight = f64::from(edges[row * size + column]);
            if weight > 0.5 {
                let at = DVec2::new(column as f64 - x as f64, row as f64 - y as f64);
                count += weight;
                sum += weight * at;
                xx += weight * at.x * at.x;
                xy += weight * at.x * at.y;
                yy += weight * at.y * at.y;
            }
        }
    }
    let mean = sum / count;
    let (xx, xy, yy) = (
        xx / count - mean.x * mean.x,
        xy / count - mean.x * mean.y,
        yy / count - mean.y * mean.y,
    );
    let middle = xx.midpoint(yy);
    let spread = libm::hypot((xx - yy) / 2.0, xy);
    let is_line = middle + spread > STRAIGHT * (middle - spread).max(0.05) && spread > 1.0;
    is_line.then(|| {
        let angle = libm::atan2(2.0 * xy, xx - yy) / 2.0;
        DVec2::new(libm::cos(angle), libm::sin(angle))
    })
}

/// The axis whose edges run along a direction at a place of the picture.
fn axis(placed: &Placed, place: DVec2, along: DVec2) -> Option<usize> {
    let angles = placed.axis_directions(place).map(|direction| {
        let cosine = direction.map_or(0.0, |direction| direction.dot(along).abs());
        libm::acos(cosine.min(1.0)).to_degrees()
    });
    let nearest = (0..3).min_by(|&a, &b| angles[a].total_cmp(&angles[b]))?;
    let is_alone =
        (0..3).all(|other| other == nearest || angles[other] > angles[nearest] + APART_DEG);
    (angles[nearest] < ALONG_DEG && is_alone).then_some(nearest)
}
