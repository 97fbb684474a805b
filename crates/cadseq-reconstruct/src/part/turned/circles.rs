//! Circles about an axis, by the edges that are seen.

use glam::DVec2;
use rayon::prelude::*;

use super::super::judge::Judge;
use super::super::placed::Placed;
use super::BIN;
use super::axis::{Axis, pixel_at};

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
const LEAST_EXPLAINED: f32 = 0.35;

/// A circle about the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    score: f64,
    pub radius: f64,
    pub height: f64,
}

/// Circles about an axis that lie on edges that are seen, those that explain most first.
pub(super) fn circles(axis: &Axis, judge: &Judge, placed: &Placed) -> Vec<Edge> {
    let bins = |[low, high]: [f64; 2]| ((high - low) / BIN) as usize;
    let (wide, high) = (bins(RADII), bins(HEIGHTS));
    let turns = turns(axis, placed, POINTS);
    let score = |radius: usize, height: usize| {
        let edge = Edge {
            score: 0.0,
            radius: RADII[0] + radius as f64 * BIN,
            height: HEIGHTS[0] + height as f64 * BIN,
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
    let peaks: Vec<Edge> = (0..high)
        .flat_map(|height| (0..wide).map(move |radius| (height, radius)))
        .filter(|&(height, radius)| is_peak(height, radius))
        .map(|(height, radius)| rows[height][radius])
        .collect();
    explaining(&peaks, axis, judge, placed)
}

/// The circles that explain most of the edges, one after the other; none where all of them explain little.
fn explaining(peaks: &[Edge], axis: &Axis, judge: &Judge, placed: &Placed) -> Vec<Edge> {
    let mut explained = Explained {
        axis,
        placed,
        open: judge.nearness.clone(),
        circles: Vec::new(),
    };
    explained.add(peaks);
    let sum = |nearness: &[f32]| nearness.iter().sum::<f32>();
    if sum(&explained.open) < (1.0 - LEAST_EXPLAINED) * sum(&judge.nearness) {
        explained.circles
    } else {
        Vec::new()
    }
}

/// Circles, and the edges that they do not explain.
struct Explained<'a> {
    axis: &'a Axis,
    placed: &'a Placed,
    /// How near an edge that is not explained is to each pixel, from 0 to 1.
    open: Vec<f32>,
    circles: Vec<Edge>,
}

impl Explained<'_> {
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
                    explain(&mut self.open, at, self.placed.view.width);
                }
            }
            self.circles.push(edge);
        }
    }
}

/// Takes what is near a point out of the edges that are open.
fn explain(open: &mut [f32], at: DVec2, size: usize) {
    let (x, y) = (at.x as usize, at.y as usize);
    for y in y.saturating_sub(EXPLAINED_PX)..(y + EXPLAINED_PX + 1).min(size) {
        for x in x.saturating_sub(EXPLAINED_PX)..(x + EXPLAINED_PX + 1).min(size) {
            open[y * size + x] = 0.0;
        }
    }
}

/// Directions from an axis, first those towards the camera.
pub(super) fn turns(axis: &Axis, placed: &Placed, count: usize) -> Vec<f64> {
    let middle = DVec2::splat(placed.view.width as f64 / 2.0);
    let (towards, _) = axis.plane.to_sketch(-placed.ray(middle));
    let first = libm::atan2(towards.y, towards.x) - std::f64::consts::FRAC_PI_2;
    let step = std::f64::consts::TAU / count as f64;
    (0..count)
        .map(|index| first + (index as f64 + 0.5) * step)
        .collect()
}

impl Edge {
    /// The share of it that lies on edges, by how near an edge each pixel is: of the whole circle, or of its nearer or farther half.
    fn share(&self, axis: &Axis, turns: &[f64], nearness: &[f32], placed: &Placed) -> f64 {
        let near = |&turn: &f64| {
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
