//! Circles about an axis, by the edges that are seen.

use glam::{DVec2, Vec3};
use rayon::prelude::*;

use super::super::judge::Judge;
use super::super::placed::Placed;
use super::BIN;
use super::axis::Axis;

/// Radii and heights that are tried, in model units.
const RADII: [f64; 2] = [0.25, 7.0];
const HEIGHTS: [f64; 2] = [-7.0, 7.0];

/// Places of a circle that are looked at.
pub(super) const POINTS: usize = 32;

/// How near an edge a circle's places lie in the mean, at least.
const LEAST_SCORE: f64 = 0.6;

/// What one half of a circle counts, where only that is seen.
const HALF: f64 = 0.92;

/// Bins around a circle in which no other one begins.
const APART: usize = 3;

/// Most circles.
const CIRCLES: usize = 8;

/// Share of a circle that must lie on edges that no other one explains.
const LEAST_NEW: f64 = 0.35;

/// How far around them circles explain edges, in pixels.
const EXPLAINED_PX: usize = 2;

/// Places of a circle that explain edges.
const DENSE: usize = 512;

/// Share of what is seen of edges that a part's circles explain, at least.
const LEAST_EXPLAINED: f64 = 0.35;

/// What a circle costs, where shares are compared.
const CIRCLE_PRICE: f64 = 0.02;

/// Pixels along each side of the maps for which [`BIN`] is about a pixel.
const PIXELS: f64 = 192.0;

/// A circle about the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    score: f64,
    pub radius: f64,
    pub height: f64,
}

/// Circles about an axis that lie on edges that are seen, those that explain most first; none where all of them explain little.
pub(super) fn circles(axis: &Axis, judge: &Judge, placed: &Placed) -> Vec<Edge> {
    let explained = Explained::by(&peaks(axis, BIN, judge, placed), axis, judge, placed);
    if sum(&explained.open) < (1.0 - LEAST_EXPLAINED) * sum(&judge.nearness) {
        explained.circles
    } else {
        Vec::new()
    }
}

/// The share of the edges that are seen that circles about an axis explain, each as far as it lies on edges, less what the circles
/// cost.
pub(super) fn explained(axis: &Axis, judge: &Judge, placed: &Placed) -> f64 {
    // A pixel of the maps at half the size is twice as large.
    let bin = BIN * PIXELS / judge.maps.size as f64;
    let explained = Explained::by(&peaks(axis, bin, judge, placed), axis, judge, placed);
    let share = explained.exactly / sum(&judge.nearness).max(1e-9);
    share - CIRCLE_PRICE * explained.circles.len() as f64
}

/// The circles that lie better on edges than any others of nearly their radius and height, which are tried in steps of `bin`.
fn peaks(axis: &Axis, bin: f64, judge: &Judge, placed: &Placed) -> Vec<Edge> {
    let bins = |[low, high]: [f64; 2]| ((high - low) / bin) as usize;
    let (wide, high) = (bins(RADII), bins(HEIGHTS));
    let seen = Seen::new(axis, placed);
    let score = |radius: usize, height: usize| {
        let radius = RADII[0] + radius as f64 * bin;
        let height = HEIGHTS[0] + height as f64 * bin;
        Edge {
            score: seen.share(radius, height, &judge.nearness),
            radius,
            height,
        }
    };
    let rows: Vec<Vec<Edge>> = (0..high)
        .into_par_iter()
        .map(|height| (0..wide).map(|radius| score(radius, height)).collect())
        .collect();
    let is_peak = |height: usize, radius: usize| {
        let own = rows[height][radius].score;
        own > LEAST_SCORE
            && (height.saturating_sub(APART)..(height + APART + 1).min(high)).all(|y| {
                let row = &rows[y][radius.saturating_sub(APART)..(radius + APART + 1).min(wide)];
                row.iter().all(|other| other.score <= own)
            })
    };
    (0..high)
        .flat_map(|height| (0..wide).map(move |radius| (height, radius)))
        .filter(|&(height, radius)| is_peak(height, radius))
        .map(|(height, radius)| rows[height][radius])
        .collect()
}

/// Circles, and the edges that they do not explain.
struct Explained<'a> {
    axis: &'a Axis,
    placed: &'a Placed,
    /// How near an edge that is not explained is to each pixel, from 0 to 1.
    open: Vec<f32>,
    circles: Vec<Edge>,
    /// The sum of what they explain, each as far as it lies on edges.
    exactly: f64,
}

impl<'a> Explained<'a> {
    /// The circles of `peaks` that explain most of the edges, one after the other.
    fn by(peaks: &[Edge], axis: &'a Axis, judge: &Judge, placed: &'a Placed) -> Self {
        let mut explained = Self {
            axis,
            placed,
            open: judge.nearness.clone(),
            circles: Vec::new(),
            exactly: 0.0,
        };
        explained.add(peaks);
        explained
    }

    /// Adds the circles that explain most of what is open, one after the other.
    fn add(&mut self, all: &[Edge]) {
        let seen = Seen::new(self.axis, self.placed);
        while self.circles.len() < CIRCLES {
            let best = all
                .par_iter()
                .filter_map(|edge| {
                    let share = seen.share(edge.radius, edge.height, &self.open);
                    (share > LEAST_NEW).then_some((share * edge.radius, *edge))
                })
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let Some((_, edge)) = best else {
                break;
            };
            for turn in self::turns(self.axis, self.placed, DENSE) {
                let point = self.axis.point(edge.radius, turn, edge.height);
                if let Some(at) = self.placed.pixel(point) {
                    let taken = explain(&mut self.open, at, self.placed.view.width);
                    self.exactly += edge.score * taken;
                }
            }
            self.circles.push(edge);
        }
    }
}

fn sum(nearness: &[f32]) -> f64 {
    nearness.iter().map(|&near| f64::from(near)).sum()
}

/// Takes what is near a point out of the edges that are open: how much.
fn explain(open: &mut [f32], at: DVec2, size: usize) -> f64 {
    let (x, y) = (at.x as usize, at.y as usize);
    let mut taken = 0.0;
    for y in y.saturating_sub(EXPLAINED_PX)..(y + EXPLAINED_PX + 1).min(size) {
        for x in x.saturating_sub(EXPLAINED_PX)..(x + EXPLAINED_PX + 1).min(size) {
            taken += f64::from(std::mem::take(&mut open[y * size + x]));
        }
    }
    taken
}

/// Directions from an axis, first those towards the camera.
pub(super) fn turns(axis: &Axis, placed: &Placed, count: usize) -> Vec<DVec2> {
    let middle = DVec2::splat(placed.view.width as f64 / 2.0);
    let (towards, _) = axis.plane.to_sketch(-placed.ray(middle));
    let first = libm::atan2(towards.y, towards.x) - std::f64::consts::FRAC_PI_2;
    let step = std::f64::consts::TAU / count as f64;
    (0..count)
        .map(|index| first + (index as f64 + 0.5) * step)
        .map(|turn| DVec2::new(libm::cos(turn), libm::sin(turn)))
        .collect()
}

/// Circles about an axis as a camera sees them: in homogeneous pixels, everything is linear in radius and height.
struct Seen {
    /// Where the axis meets its plane, and a unit of height.
    foot: Vec3,
    up: Vec3,
    /// A unit of radius in each of the [`turns`].
    turns: [[f32; POINTS]; 3],
    /// Pixels along each side.
    size: usize,
}

impl Seen {
    fn new(axis: &Axis, placed: &Placed) -> Self {
        let (matrix, offset) = placed.homogeneous();
        let at = |radius: f64, turn: DVec2, height: f64| matrix * axis.point(radius, turn, height);
        let foot = at(0.0, DVec2::ZERO, 0.0);
        let mut each = [[0.0; POINTS]; 3];
        for (index, turn) in turns(axis, placed, POINTS).into_iter().enumerate() {
            let unit = (at(1.0, turn, 0.0) - foot).as_vec3();
            for (turns, unit) in each.iter_mut().zip(unit.to_array()) {
                turns[index] = unit;
            }
        }
        Self {
            foot: (foot + offset).as_vec3(),
            up: (at(0.0, DVec2::ZERO, 1.0) - foot).as_vec3(),
            turns: each,
            size: placed.view.width,
        }
    }

    /// The share of a circle that lies on edges, by how near an edge each pixel is: of the whole circle, or of its nearer or farther
    /// half.
    fn share(&self, radius: f64, height: f64, nearness: &[f32]) -> f64 {
        let (middle, radius) = (self.foot + self.up * height as f32, radius as f32);
        let (side, outside) = (self.size as f32, (self.size * self.size) as u32);
        let [xs, ys, zs] = &self.turns;
        // Two loops: the first one is one of vectors.
        let pixels: [u32; POINTS] = std::array::from_fn(|index| {
            // Behind the camera it is far outside.
            let z = (middle.z + radius * zs[index]).max(f32::MIN_POSITIVE);
            let x = (middle.x + radius * xs[index]) / z;
            let y = (middle.y + radius * ys[index]) / z;
            let is_inside = x.min(y) >= 0.0 && x.max(y) < side;
            let pixel = y as i32 * self.size as i32 + x as i32;
            if is_inside { pixel as u32 } else { outside }
        });
        let near = |&pixel: &u32| nearness.get(pixel as usize).copied().unwrap_or(0.0);
        let [front, back] = [&pixels[..POINTS / 2], &pixels[POINTS / 2..]]
            .map(|half| f64::from(half.iter().map(near).sum::<f32>()) / half.len() as f64);
        front.midpoint(back).max(HALF * front.max(back))
    }
}

#[cfg(test)]
mod tests {
    use cadseq_program::Plane;

    use super::*;
    use crate::part::placed::tests::cameras;
    use crate::part::relief::pixel_at;

    #[test]
    fn a_circle_lies_on_edges_as_far_as_its_points_do() {
        for placed in cameras() {
            let size = placed.view.width;
            // Edges in the left half alone.
            let nearness: Vec<f32> = (0..size * size)
                .map(|pixel| f32::from(u8::from(pixel % size < size / 2)))
                .collect();
            let axis = Axis {
                plane: Plane::XY,
                center: DVec2::new(0.2, -0.1),
            };
            for (radius, height) in [(1.0, 0.5), (3.0, -1.0), (9.0, 0.0)] {
                let near: Vec<f64> = turns(&axis, &placed, POINTS)
                    .into_iter()
                    .map(|turn| placed.pixel(axis.point(radius, turn, height)))
                    .map(|at| at.map_or(0.0, |at| f64::from(nearness[pixel_at(at, size)])))
                    .collect();
                let mean = |some: &[f64]| some.iter().sum::<f64>() / some.len() as f64;
                let (front, back) = near.split_at(POINTS / 2);
                let halves = HALF * mean(front).max(mean(back));
                let share = Seen::new(&axis, &placed).share(radius, height, &nearness);
                assert!(
                    (share - mean(&near).max(halves)).abs() < 1e-6,
                    "{radius} {height}"
                );
            }
        }
    }
}
