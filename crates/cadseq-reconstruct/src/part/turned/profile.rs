//! The profile of a turned part: what is solid between its circles.

use rayon::prelude::*;

use super::super::judge::Judge;
use super::super::outline::Loop;
use super::super::placed::Placed;
use super::super::relief::pixel_at;
use super::super::sketches::{Level, SlabLoop, Stacked};
use super::super::{THIN, judged, sized};
use super::BIN;
use super::axis::Axis;
use super::circles::{Edge, POINTS, turns};

/// Most radii and heights.
const LINES: usize = 4;

/// A gap between heights that is divided, in model units, and into how many parts.
const WIDE: f64 = 0.8;
const PARTS: usize = 6;

/// Mask below which a pixel does not show the part.
const NOT_SHOWN: f32 = 0.3;

/// Share of a ring that the picture must look through for it to be empty.
const SEEN_THROUGH: f64 = 0.1;

/// What a bore that goes through may agree less with what is seen than one with a floor: a floor that is seen says more.
const SAME_LOOK: f64 = 0.005;

/// Most cuts.
const ROUNDS: usize = 6;

/// The profile of a turned part: which rings between radii are solid, by layers between heights.
#[derive(Debug, Clone)]
pub(super) struct Profile {
    axis: Axis,
    /// From 0.
    radii: Vec<f64>,
    heights: Vec<f64>,
    /// For each layer each ring, from the inside.
    is_solid: Vec<Vec<bool>>,
}

impl Profile {
    /// All rings between the circles' radii and heights that the mask covers.
    pub(super) fn hull(
        axis: Axis,
        circles: &[Edge],
        judge: &Judge,
        placed: &Placed,
    ) -> Option<Self> {
        let mut radii = lines(circles.iter().map(|circle| circle.radius))?;
        let heights = lines(circles.iter().map(|circle| circle.height))?;
        let heights = divided(heights);
        radii.insert(0, 0.0);
        let turns = turns(&axis, placed, POINTS);
        let covers = |radius: f64, height: f64| {
            let through = turns.iter().filter(|&&turn| {
                let pixel = placed.pixel(axis.point(radius, turn, height));
                pixel.is_none_or(|at| judge.maps.mask[pixel_at(at, judge.maps.size)] < NOT_SHOWN)
            });
            (through.count() as f64) < SEEN_THROUGH * turns.len() as f64
        };
        let is_solid: Vec<Vec<bool>> = heights
            .windows(2)
            .map(|height| {
                let middle = height[0].midpoint(height[1]);
                radii
                    .windows(2)
                    .map(|radius| covers(radius[0].midpoint(radius[1]), middle))
                    .collect()
            })
            .collect();
        Some(Self {
            axis,
            radii,
            heights,
            is_solid,
        })
    }

    /// Cut and filled, one change after the other, as long as that explains the picture better; `None` where nothing is left.
    pub(super) fn cut(mut self, judge: &Judge, placed: &Placed) -> Option<Stacked> {
        let coarse = judge.coarse();
        let placed = sized(placed, coarse.maps.size);
        let value = |profile: &Self| {
            let stacked = profile.stacked()?;
            Some(judged(&stacked, &placed, coarse)?.2)
        };
        let mut best = value(&self).unwrap_or(f64::NEG_INFINITY);
        for _ in 0..ROUNDS {
            let changed = self
                .changes()
                .into_par_iter()
                .filter_map(|changed| Some((value(&changed)?, changed)))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            match changed {
                Some((value, changed)) if value > best => (best, self) = (value, changed),
                _ => break,
            }
        }
        let stacked = self.stacked()?;
        let through = self.through().and_then(|through| through.stacked());
        let looks = |stacked: &Stacked| Some(judged(stacked, &placed, coarse)?.1.seen());
        match through {
            Some(through) if looks(&through) > looks(&stacked).map(|as_is| as_is - SAME_LOOK) => {
                Some(through)
            }
            _ => Some(stacked),
        }
    }

    /// With the bore of the uppermost layer, or else of the lowest, through all layers; `None` where there is none, or nothing in its way.
    fn through(&self) -> Option<Self> {
        let bore = |row: &Vec<bool>| row.iter().take_while(|&&is_solid| !is_solid).count();
        let rings = [self.is_solid.last(), self.is_solid.first()];
        let rings = rings
            .into_iter()
            .flatten()
            .map(bore)
            .find(|&rings| rings > 0)?;
        let mut through = self.clone();
        for row in &mut through.is_solid {
            row[..rings].fill(false);
        }
        (through.is_solid != self.is_solid).then_some(through)
    }

    /// The profile with one ring of one layer other than it is, and with everything empty within a radius, or outside of it, from a
    /// height on upwards.
    fn changes(&self) -> Vec<Self> {
        let (layers, rings) = (self.heights.len() - 1, self.radii.len() - 1);
        let mut changes: Vec<Self> = Vec::new();
        let mut push = |change: &dyn Fn(usize, usize) -> Option<bool>| {
            let mut changed = self.clone();
            for (layer, row) in changed.is_solid.iter_mut().enumerate() {
                for (ring, is_solid) in row.iter_mut().enumerate() {
                    *is_solid = change(layer, ring).unwrap_or(*is_solid);
                }
            }
            let is_new = |other: &Self| other.is_solid != changed.is_solid;
            if is_new(self) && changes.iter().all(is_new) {
                changes.push(changed);
            }
        };
        for layer in 0..layers {
            for ring in 0..rings {
                let other = !self.is_solid[layer][ring];
                push(&|l, r| ((l, r) == (layer, ring)).then_some(other));
                push(&|l, r| (l >= layer && r <= ring).then_some(false));
                push(&|l, r| (l <= layer && r <= ring).then_some(false));
                push(&|l, r| (l >= layer && r >= ring).then_some(false));
            }
        }
        changes
    }

    /// As circles by levels; `None` where nothing is solid.
    fn stacked(&self) -> Option<Stacked> {
        let mut levels: Vec<Level> = Vec::new();
        for (layer, row) in self.is_solid.iter().enumerate() {
            let loops = self.loops(row);
            let [low, high] = [self.heights[layer], self.heights[layer + 1]];
            match levels.last_mut() {
                Some(level) if level.loops == loops && level.heights[1] == low => {
                    level.heights[1] = high;
                }
                _ if loops.is_empty() => {}
                _ => levels.push(Level {
                    plane: self.axis.plane,
                    is_cut: false,
                    heights: [low, high],
                    loops,
                }),
            }
        }
        (!levels.is_empty()).then_some(Stacked { levels })
    }

    /// The circles between solid and empty rings, from the outside.
    fn loops(&self, rings: &[bool]) -> Vec<SlabLoop> {
        let is_solid = |ring: usize| rings.get(ring).copied().unwrap_or(false);
        (0..rings.len())
            .rev()
            .filter(|&ring| is_solid(ring) != is_solid(ring + 1))
            .map(|ring| SlabLoop {
                outline: Loop::Circle {
                    center: self.axis.center,
                    radius: self.radii[ring + 1],
                },
                is_filled: is_solid(ring),
            })
            .collect()
    }
}

/// Heights with more of them in the widest gap: of the floor of a bore too little is seen for a circle.
fn divided(mut heights: Vec<f64>) -> Vec<f64> {
    let gap = |pair: &[f64]| pair[1] - pair[0];
    let widest = heights.windows(2).max_by(|a, b| gap(a).total_cmp(&gap(b)));
    if let Some(&[low, high]) = widest
        && high - low > WIDE
    {
        heights.extend((1..PARTS).map(|part| low + (high - low) * part as f64 / PARTS as f64));
        heights.sort_by(f64::total_cmp);
    }
    heights
}

/// The first few of some numbers that are not nearly one before them, by size; and one a little below the first, where none is,
/// for a thin wall or sheet. `None` if there are no numbers.
fn lines(numbers: impl Iterator<Item = f64>) -> Option<Vec<f64>> {
    let mut lines: Vec<f64> = Vec::new();
    for number in numbers {
        let is_new = |other: &f64| (other - number).abs() > 1.5 * BIN;
        if lines.len() < LINES && lines.iter().all(is_new) {
            lines.push(number);
        }
    }
    let first = *lines.first()?;
    let is_apart = |other: &f64| !(BIN..2.0 * THIN).contains(&(first - other));
    if lines.iter().all(is_apart) {
        lines.push(first - THIN);
    }
    lines.sort_by(f64::total_cmp);
    Some(lines)
}
