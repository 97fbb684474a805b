//! Where maps show the edge that a mark is to lie on.

use cadseq_model::{EdgeClass, Maps};
use glam::DVec2;

use super::marks::Mark;

/// Steps in which maps are searched, in pixels.
const STEP: f64 = 0.25;

/// Steps to either side of a ridge's highest place over which its middle is taken.
const RIDGE: i32 = 6;

/// Least score of a ridge.
const MIN_SCORE: f64 = 0.3;

/// How much less a ridge at the end of the reach counts.
const FAR_LOSS: f64 = 0.5;

/// How far across a mark the edge is that the maps show, in pixels, and how much it is to be trusted, from 0 to 1.
pub(super) fn find(maps: &Maps, mark: &Mark, reach: f64) -> Option<(f64, f64)> {
    if mark.is_outline {
        crossing(maps, mark, reach).map(|offset| (offset, 1.0))
    } else {
        ridge(maps, mark, reach)
    }
}

fn steps(reach: f64) -> impl Iterator<Item = f64> {
    let count = (reach / STEP) as i32;
    (-count..=count).map(|step| f64::from(step) * STEP)
}

/// The nearest place where the mask crosses one half.
fn crossing(maps: &Maps, mark: &Mark, reach: f64) -> Option<f64> {
    let values: Vec<(f64, f64)> = steps(reach)
        .map(|offset| {
            let value = bilinear(&maps.mask, maps.size, mark.pixel + mark.across * offset);
            (offset, value - 0.5)
        })
        .collect();
    values
        .windows(2)
        .filter(|pair| pair[0].1 * pair[1].1 < 0.0)
        .map(|pair| pair[0].0 + STEP * pair[0].1 / (pair[0].1 - pair[1].1))
        .min_by(|a, b| a.abs().total_cmp(&b.abs()))
}

/// The middle of the highest ridge of edges inside the part; near ones are likelier.
fn ridge(maps: &Maps, mark: &Mark, reach: f64) -> Option<(f64, f64)> {
    const INNER: [EdgeClass; 4] = [
        EdgeClass::StepNear,
        EdgeClass::Convex,
        EdgeClass::Concave,
        EdgeClass::Rim,
    ];
    let score = |offset: f64| {
        let at = Between::new(maps.size, mark.pixel + mark.across * offset);
        INNER
            .map(|class| at.of(&maps.edges[class.index()]))
            .into_iter()
            .fold(0.0, f64::max)
    };
    let (best, peak) = highest(score, reach, FAR_LOSS)?;
    if best < MIN_SCORE {
        return None;
    }
    let middle = middle(|offset| score(offset).max(0.0), peak, RIDGE);
    Some((middle, best.min(1.0)))
}

/// The highest score within a reach and its place, where one at the end of it counts less by `far_loss`.
pub(super) fn highest(score: impl Fn(f64) -> f64, reach: f64, far_loss: f64) -> Option<(f64, f64)> {
    steps(reach)
        .map(|offset| {
            let share = offset / reach;
            (score(offset) * (1.0 - far_loss * share * share), offset)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
}

/// The middle of a ridge: the mean place by weight, this many steps to either side of its highest place.
pub(super) fn middle(weight: impl Fn(f64) -> f64, peak: f64, steps: i32) -> f64 {
    let (mut sum, mut total) = (0.0, 0.0);
    for step in -steps..=steps {
        let offset = peak + f64::from(step) * STEP;
        let weight = weight(offset);
        sum += weight * offset;
        total += weight;
    }
    sum / total
}

/// A map between its pixels' centres; 0 outside.
pub(super) fn bilinear(map: &[f32], size: usize, at: DVec2) -> f64 {
    Between::new(size, at).of(map)
}

/// A place between the centres of four pixels.
pub(super) struct Between {
    /// The pixels, two above two; none outside the map.
    pixels: [usize; 4],
    weights: [f64; 4],
}

impl Between {
    /// In maps of `size` x `size` pixels.
    pub(super) fn new(size: usize, at: DVec2) -> Self {
        // One more, for numbers above -1 to become whole ones by cutting off.
        let shifted = (at + 0.5).clamp(DVec2::ZERO, DVec2::splat(size as f64 + 1.0));
        let (x, y) = (shifted.x as usize, shifted.y as usize);
        let part = shifted - DVec2::new(x as f64, y as f64);
        let pixel = |x: usize, y: usize| {
            if (1..=size).contains(&x) && (1..=size).contains(&y) {
                (y - 1) * size + x - 1
            } else {
                usize::MAX
            }
        };
        let [left, right] = [1.0 - part.x, part.x];
        let [top, bottom] = [1.0 - part.y, part.y];
        Self {
            pixels: [
                pixel(x, y),
                pixel(x + 1, y),
                pixel(x, y + 1),
                pixel(x + 1, y + 1),
            ],
            weights: [left * top, right * top, left * bottom, right * bottom],
        }
    }

    /// What a map has there.
    pub(super) fn of(&self, map: &[f32]) -> f64 {
        let value = |pixel: &usize| map.get(*pixel).copied().map_or(0.0, f64::from);
        let all = self.pixels.iter().zip(&self.weights);
        all.map(|(pixel, weight)| weight * value(pixel)).sum()
    }
}
