//! Circles about an axis, by the edges that are seen.

use glam::DVec2;
use rayon::prelude::*;

use super::super::judge::Judge;
use super::super::placed::Placed;
use super::super::relief::pixel_at;
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
    let turns = turns(axis, placed, POINTS);
    let score = |radius: usize, height: usize| {
        let edge = Edge {
            score: 0.0,
            radius: RADII[0] + radius as f64 * bin,
            height: HEIGHTS[0] + height as f64 * bin,
        };
        let score = edge.share(axis, &turns, &judge.nearness, placed);
        Edge { score, ..edge }
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
        let turns = turns(self.axis, self.placed, POINTS);
        while self.circles.len() < CIRCLES {
            let best = all
                .par_iter()
                .filter_map(|edge| {
                    let share = edge.share(self.axis, &turns, &self.open, self.placed);
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

impl Edge {
    /// The share of it that lies on edges, by how near an edge each pixel is: of the whole circle, or of its nearer or farther half.
    fn share(&self, axis: &Axis, turns: &[DVec2], nearness: &[f32], placed: &Placed) -> f64 {
        let near = |&turn: &DVec2| {
            let pixel = placed.pixel(axis.point(self.radius, turn, self.height));
            pixel.map_or(0.0, |at| {
                f64::from(nearness[pixel_at(at, placed.view.width)])
            })
        };
        let half = turns.len() / 2;
        let [front, back] = [&turns[..half], &turns[half..]]
            .map(|half| half.iter().map(near).sum::<f64>() / half.len() as f64);
        front.midpoint(back).max(HALF * front.max(back))
    }
}
