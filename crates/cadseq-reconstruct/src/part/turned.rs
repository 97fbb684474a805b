//! Turned parts: circles about one axis, as they lie on the picture's edges.
//!
//! With the camera's direction, three of which are possible for the axis, its place is where the mask is its own mirror image.
//! How far it is off is free, as the part's size and origin are. Every edge of a turned part is then a circle of a radius and a
//! height: those that lie on edges that are seen are found by counting (Hough), and are the corners of the part's profile. The
//! profile begins as what the mask leaves, and is cut where that explains the picture better.
//!
//! Nothing of it needs the relief, whose errors add up over round walls.

use cadseq_program::Plane;
use glam::{DVec2, DVec3};
use rayon::prelude::*;

use super::judge::Judge;
use super::outline::Loop;
use super::placed::Placed;
use super::relief::center;
use super::sketches::{Level, SlabLoop, Stacked};
use super::{THIN, judged, sized};

/// Share of the mask that its mirror image must cover.
const MIRRORED: f64 = 0.9;

/// Least sine of the angle between the axis and the viewing direction.
const LEAST_TILT: f64 = 0.12;

/// How far from the mask's middle the axis is looked for, as a share of the picture; and in which steps, in pixels.
const SHIFT: f64 = 0.25;
const STEPS_PX: [f64; 2] = [1.0, 0.25];

/// Mask from which on a pixel shows the part, and below which it does not.
const SHOWN: f32 = 0.5;
const NOT_SHOWN: f32 = 0.3;

/// Radii and heights that are tried, in model units.
const RADII: [f64; 2] = [0.25, 7.0];
const HEIGHTS: [f64; 2] = [-7.0, 7.0];
const BIN: f64 = 0.05;

/// Places of a circle that are looked at.
const POINTS: usize = 32;

/// How near an edge a circle's places lie in the mean, at least.
const LEAST_SCORE: f64 = 0.6;

/// How far around them circles explain edges, in pixels.
const EXPLAINED_PX: usize = 2;

/// Share of what is seen of edges that a part's circles explain, at least.
const LEAST_EXPLAINED: f32 = 0.35;

/// Places of a circle that explain edges.
const DENSE: usize = 512;

/// What one half of a circle counts, where only that is seen.
const HALF: f64 = 0.92;

/// Share of a circle that must lie on edges that no other one explains.
const LEAST_NEW: f64 = 0.35;

/// Bins around a circle in which no other one begins.
const APART: usize = 3;

/// Most circles, and most radii and heights of a profile.
const CIRCLES: usize = 8;
const LINES: usize = 4;

/// A gap between heights that is divided, in model units, and into how many parts.
const WIDE: f64 = 0.8;
const PARTS: usize = 6;

/// Share of a ring that the picture must look through for it to be empty.
const SEEN_THROUGH: f64 = 0.1;

/// Most cuts.
const ROUNDS: usize = 6;

/// The best stack of circles about each axis about which the part may be turned.
pub(super) fn stacks(judge: &Judge, placed: &Placed) -> Vec<Stacked> {
    Plane::ALL
        .into_par_iter()
        .filter_map(|plane| Axis::found(plane, judge.coarse(), placed))
        .filter_map(|axis| {
            let circles = circles(&axis, judge, placed);
            Profile::hull(axis, &circles, judge, placed)?.cut(judge, placed)
        })
        .collect()
}

/// The axis of a turned part.
#[derive(Debug, Clone, Copy)]
struct Axis {
    /// The plane that it is square to.
    plane: Plane,
    /// Where it meets the plane.
    center: DVec2,
}

impl Axis {
    /// The axis square to a plane about which the mask is most symmetric; `None` where it is not, or where it is seen end on.
    fn found(plane: Plane, judge: &Judge, placed: &Placed) -> Option<Self> {
        let placed = &sized(placed, judge.maps.size);
        let size = judge.maps.size;
        let shown: Vec<usize> = (0..size * size)
            .filter(|&pixel| judge.maps.mask[pixel] > SHOWN)
            .collect();
        let middle = shown
            .iter()
            .map(|&pixel| center(pixel, size))
            .sum::<DVec2>()
            / shown.len().max(1) as f64;
        let tilt = plane
            .normal()
            .cross(placed.ray(middle).normalize())
            .length();
        if shown.is_empty() || tilt < LEAST_TILT {
            return None;
        }
        let at = placed.point(middle, placed.depth);
        let along = placed.pixel(at + plane.normal() * 0.1)? - placed.pixel(at)?;
        let across = along.normalize_or(DVec2::Y).perp();
        let score = |shift: f64| {
            let mirror = Mirror::through(middle + across * shift, plane, placed);
            let covered = shown.iter().filter(|&&pixel| {
                let image = mirror.image(center(pixel, size), placed);
                image.is_some_and(|at| judge.maps.mask[pixel_at(at, size)] > SHOWN)
            });
            covered.count() as f64 / shown.len() as f64
        };
        let [coarse, fine] = STEPS_PX;
        let (_, shift) = best_shift(0.0, SHIFT * size as f64, coarse, score);
        let (covered, shift) = best_shift(shift, coarse, fine, score);
        (covered > MIRRORED).then(|| {
            let on_axis = placed.point(middle + across * shift, placed.depth);
            Self {
                plane,
                center: plane.to_sketch(on_axis).0,
            }
        })
    }

    /// The point at a radius, a direction (radians) and a height.
    fn point(&self, radius: f64, angle_rad: f64, height: f64) -> DVec3 {
        let offset = DVec2::new(libm::cos(angle_rad), libm::sin(angle_rad)) * radius;
        self.plane.to_world(self.center + offset, height)
    }
}

/// The shift with the highest score of those within `reach` of a first one.
fn best_shift(first: f64, reach: f64, step: f64, score: impl Fn(f64) -> f64) -> (f64, f64) {
    let count = (reach / step) as i32;
    (-count..=count)
        .map(|index| first + f64::from(index) * step)
        .map(|shift| (score(shift), shift))
        .fold(
            (-1.0, first),
            |best, one| if one.0 > best.0 { one } else { best },
        )
}

/// The number of the pixel that a point lies in.
fn pixel_at(point: DVec2, size: usize) -> usize {
    point.y as usize * size + point.x as usize
}

/// A plane along an axis through the eye.
struct Mirror {
    point: DVec3,
    normal: DVec3,
}

impl Mirror {
    fn through(pixel: DVec2, plane: Plane, placed: &Placed) -> Self {
        Self {
            point: placed.point(pixel, placed.depth),
            normal: plane.normal().cross(placed.ray(pixel)).normalize(),
        }
    }

    /// The pixel where what a pixel shows would be seen if it were mirrored; `None` outside the picture.
    fn image(&self, pixel: DVec2, placed: &Placed) -> Option<DVec2> {
        let point = placed.point(pixel, placed.depth);
        placed.pixel(point - self.normal * (2.0 * (point - self.point).dot(self.normal)))
    }
}

/// A circle about the axis.
#[derive(Debug, Clone, Copy)]
struct Edge {
    score: f64,
    radius: f64,
    height: f64,
}

/// Circles about an axis that lie on edges that are seen, those that explain most first.
fn circles(axis: &Axis, judge: &Judge, placed: &Placed) -> Vec<Edge> {
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
    let mut explained = Explained {
        axis,
        placed,
        open: judge.nearness.clone(),
        circles: Vec::new(),
    };
    explained.add(&peaks);
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
fn turns(axis: &Axis, placed: &Placed, count: usize) -> Vec<f64> {
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

/// The profile of a turned part: which rings between radii are solid, by layers between heights.
#[derive(Debug, Clone)]
struct Profile {
    axis: Axis,
    /// From 0.
    radii: Vec<f64>,
    heights: Vec<f64>,
    /// For each layer each ring, from the inside.
    is_solid: Vec<Vec<bool>>,
}

impl Profile {
    /// All rings between the circles' radii and heights that the mask covers.
    fn hull(axis: Axis, circles: &[Edge], judge: &Judge, placed: &Placed) -> Option<Self> {
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
    fn cut(mut self, judge: &Judge, placed: &Placed) -> Option<Stacked> {
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
        self.stacked()
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
