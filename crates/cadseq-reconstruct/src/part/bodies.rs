//! What of the part a hypothesis does not cover, as bodies beside it: legs, arms, ribs, rods.
//!
//! The relief says how a region lies in space, but not how far away it is where a step is all that joins it to the rest. So the region is
//! also moved along the rays that see it until a face of it lies in a plane in which the hypothesis ends. The boxes and rods that
//! then cover it best are tried, alone and with their mirror images.

use cadseq_program::Plane;
use cadseq_render::{Projection, surfaces};
use glam::{DVec2, DVec3};

use super::boxes::axes_of;
use super::judge::Judge;
use super::outline::Loop;
use super::placed::Placed;
use super::relief::{Relief, center};
use super::residual::with;
use super::sketches::{Level, SlabLoop, Stacked};
use super::{Hypothesis, THIN};
use crate::connected::{opened, regions};

/// Regions that are tried, the largest first, and least pixels of one.
const REGIONS: usize = 3;
const MIN_PIXELS: usize = 20;

/// Bodies of each region that are tried, those that cover it best, and the least share that one covers.
const BEST: usize = 3;
const COVERS: f64 = 0.5;

/// Least share of a region's pixels that are a face along an axis.
const FACE: f64 = 0.15;

/// Share of the points beyond each end of a body.
const BEYOND_END: f64 = 0.03;

/// Ends nearer than this to one of the hypothesis are that one, in model units.
const SAME: f64 = 0.15;

/// The shorter of the two sides of a rod's section, as a share of the longer.
const ROUND: f64 = 0.6;

/// The stack with one more body, alone and with its mirror images, for every body that may be there.
pub(super) fn bodies(current: &Hypothesis, judge: &Judge) -> Vec<Stacked> {
    let size = judge.maps.size;
    let seen = surfaces(&current.mesh, &current.placed.view, 1);
    let uncovered: Vec<bool> = (0..size * size)
        .map(|pixel| current.relief.shown[pixel] && !seen.is_part(pixel))
        .collect();
    let thick = opened(&uncovered, size, 1);
    let all: Vec<usize> = (0..size * size).collect();
    let mut regions = regions(size, &all, |pixel| thick[pixel]);
    regions.retain(|region| region.len() >= MIN_PIXELS);
    regions.sort_by_key(|region| std::cmp::Reverse(region.len()));
    regions.truncate(REGIONS);
    let bounds = current.mesh.bounds();
    let whole = Body([bounds.min, bounds.max]);
    regions
        .iter()
        .flat_map(|region| {
            let found = Region {
                pixels: region,
                relief: &current.relief,
                placed: &current.placed,
            };
            let bodies = found.best_bodies(whole);
            bodies
                .into_iter()
                .flat_map(|body| body.beside(whole, &current.stacked))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// A box along the part's axes: its lowest and highest corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Body([DVec3; 2]);

/// Connected pixels that a hypothesis does not cover.
struct Region<'a> {
    pixels: &'a [usize],
    relief: &'a Relief,
    placed: &'a Placed,
}

impl Region<'_> {
    /// The bodies that cover the region best, the best first.
    fn best_bodies(&self, whole: Body) -> Vec<Body> {
        let mut bodies: Vec<(f64, Body)> = Vec::new();
        for shift in self.shifts(whole) {
            for body in self
                .body(shift)
                .into_iter()
                .flat_map(|body| body.touching(whole))
            {
                if bodies.iter().all(|(_, other)| *other != body) {
                    bodies.push((self.covered(body), body));
                }
            }
        }
        bodies.retain(|(covered, _)| *covered > COVERS);
        bodies.sort_by(|a, b| b.0.total_cmp(&a.0));
        bodies.truncate(BEST);
        bodies.into_iter().map(|(_, body)| body).collect()
    }

    /// How the region may be moved: not at all, or so that a face of it lies in a plane in which the whole ends.
    fn shifts(&self, whole: Body) -> Vec<Shift> {
        let mut shifts = vec![Shift::NONE];
        for axis in 0..3 {
            if let Some(height) = self.face_height(axis, Shift::NONE) {
                let ends = whole.0.map(|end| end[axis]);
                shifts.extend(ends.map(|end| self.shift_to(axis, height, end)));
            }
        }
        shifts
    }

    /// The middle height along an axis of what of the region is a face along it.
    fn face_height(&self, axis: usize, shift: Shift) -> Option<f64> {
        let face = self.pixels.iter();
        let face = face.filter(|&&pixel| self.relief.axes[pixel] == Some(axis));
        let mut heights: Vec<f64> = face.map(|&pixel| self.point(pixel, shift)[axis]).collect();
        heights.sort_by(f64::total_cmp);
        let is_one = heights.len() as f64 > FACE * self.pixels.len() as f64;
        is_one.then(|| heights[heights.len() / 2])
    }

    /// What moves a face from one height along an axis to another.
    fn shift_to(&self, axis: usize, from: f64, to: f64) -> Shift {
        let camera = &self.placed.view.camera;
        match camera.projection {
            Projection::Perspective => {
                let eye = camera.position[axis];
                Shift {
                    factor: (to - eye) / (from - eye),
                    ..Shift::NONE
                }
            }
            Projection::Orthographic => {
                let along = self.placed.ray(DVec2::ZERO)[axis];
                Shift {
                    further: (to - from) / along,
                    ..Shift::NONE
                }
            }
        }
    }

    fn point(&self, pixel: usize, shift: Shift) -> DVec3 {
        let depth = self.relief.depths[pixel] * shift.factor + shift.further;
        self.placed.point(center(pixel, self.relief.size), depth)
    }

    /// The box of the region's points. Sides of which nothing is seen are as long as the shorter one of the others.
    fn body(&self, shift: Shift) -> Option<Body> {
        let points: Vec<DVec3> = self
            .pixels
            .iter()
            .map(|&pixel| self.point(pixel, shift))
            .collect();
        if points.iter().any(|point| !point.is_finite()) {
            return None;
        }
        let (mut low, mut high) = (DVec3::ZERO, DVec3::ZERO);
        for axis in 0..3 {
            let mut values: Vec<f64> = points.iter().map(|point| point[axis]).collect();
            values.sort_by(f64::total_cmp);
            let end = (BEYOND_END * values.len() as f64) as usize;
            low[axis] = values[end];
            high[axis] = self
                .face_height(axis, shift)
                .unwrap_or(values[values.len() - 1 - end]);
        }
        let sides = high - low;
        let least = sides
            .to_array()
            .into_iter()
            .filter(|&side| side > THIN)
            .fold(f64::INFINITY, f64::min);
        for axis in 0..3 {
            if sides[axis] <= THIN {
                low[axis] = high[axis] - least;
            }
        }
        least.is_finite().then_some(Body([low, high]))
    }

    /// The share of the region and of what it shows outside of the part that a body covers and is the region.
    fn covered(&self, body: Body) -> f64 {
        let size = self.relief.size;
        let mut is_region = vec![false; size * size];
        self.pixels
            .iter()
            .for_each(|&pixel| is_region[pixel] = true);
        let (mut common, mut outside) = (0.0, 0.0);
        for pixel in 0..size * size {
            let counts = is_region[pixel] || !self.relief.shown[pixel];
            if counts && body.is_on(self.placed, center(pixel, size)) {
                *if is_region[pixel] {
                    &mut common
                } else {
                    &mut outside
                } += 1.0;
            }
        }
        common / (self.pixels.len() as f64 + outside)
    }
}

/// How depths change: their product with a factor, and a number added.
#[derive(Debug, Clone, Copy)]
struct Shift {
    factor: f64,
    further: f64,
}

impl Shift {
    const NONE: Self = Self {
        factor: 1.0,
        further: 0.0,
    };
}

impl Body {
    /// The body with ends that are nearly those of the whole exactly there, and reaching to it where it is beside it.
    fn touching(self, whole: Self) -> Option<Self> {
        let ([mut low, mut high], [whole_low, whole_high]) = (self.0, whole.0);
        for axis in 0..3 {
            for end in [&mut low, &mut high] {
                for near in [whole_low[axis], whole_high[axis]] {
                    if (end[axis] - near).abs() < SAME {
                        end[axis] = near;
                    }
                }
            }
            low[axis] = low[axis].min(whole_high[axis]);
            high[axis] = high[axis].max(whole_low[axis]);
        }
        (high - low)
            .cmpgt(DVec3::splat(THIN / 2.0))
            .all()
            .then_some(Self([low, high]))
    }

    /// Whether a pixel's ray meets it.
    fn is_on(&self, placed: &Placed, pixel: DVec2) -> bool {
        let (start, ray) = (placed.point(pixel, 0.0), placed.ray(pixel));
        let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
        for axis in 0..3 {
            let ends = self.0.map(|end| (end[axis] - start[axis]) / ray[axis]);
            from = from.max(ends[0].min(ends[1]));
            to = to.min(ends[0].max(ends[1]));
        }
        from < to
    }

    /// Its image in the middle of the whole along an axis.
    fn mirrored(self, whole: Self, axis: usize) -> Self {
        let sum = whole.0[0][axis] + whole.0[1][axis];
        let ([mut low, mut high], [from, to]) = (self.0, self.0.map(|end| sum - end[axis]));
        (low[axis], high[axis]) = (to, from);
        Self([low, high])
    }

    /// The stack of a hypothesis with it: as a box, as a rod, and as boxes with its mirror images.
    fn beside(self, whole: Self, stacked: &Stacked) -> Vec<Stacked> {
        let plane = stacked
            .levels
            .first()
            .map_or(Plane::XY, |level| level.plane);
        let mut stacks = vec![with(stacked, self.level(plane))];
        stacks.extend(self.rod().map(|rod| with(stacked, rod)));
        let mirrors = [
            [Some(0), None],
            [Some(1), None],
            [Some(2), None],
            [Some(0), Some(1)],
            [Some(0), Some(2)],
            [Some(1), Some(2)],
        ];
        for mirrors in mirrors {
            let mut bodies = vec![self];
            for axis in mirrors.into_iter().flatten() {
                bodies.extend(
                    bodies
                        .clone()
                        .into_iter()
                        .map(|body| body.mirrored(whole, axis)),
                );
            }
            let is_apart = |index: usize| {
                bodies[index + 1..]
                    .iter()
                    .all(|other| !bodies[index].meets(*other))
            };
            if (0..bodies.len()).all(is_apart) {
                let all = bodies
                    .iter()
                    .fold(stacked.clone(), |all, body| with(&all, body.level(plane)));
                stacks.push(all);
            }
        }
        stacks
    }

    fn meets(self, other: Self) -> bool {
        self.0[0].cmplt(other.0[1]).all() && other.0[0].cmplt(self.0[1]).all()
    }

    fn level(self, plane: Plane) -> Level {
        let [one, other] = self.0.map(|corner| plane.to_sketch(corner));
        Level {
            plane,
            is_cut: false,
            heights: [one.1.min(other.1), one.1.max(other.1)],
            loops: vec![SlabLoop {
                outline: Loop::rectangle(one.0.min(other.0), one.0.max(other.0)),
                is_filled: true,
            }],
        }
    }

    /// A rod along its longest side, where the two others are about equal.
    fn rod(self) -> Option<Level> {
        let [low, high] = self.0;
        let sides = high - low;
        let longest = sides.max_position();
        let plane = Plane::ALL
            .into_iter()
            .find(|&plane| axes_of(plane)[2].0 == longest)?;
        let mut level = self.level(plane);
        let [x, y] = [axes_of(plane)[0].0, axes_of(plane)[1].0].map(|axis| sides[axis]);
        level.loops[0].outline = Loop::Circle {
            center: plane.to_sketch(low.midpoint(high)).0,
            radius: x.midpoint(y) / 2.0,
        };
        (x.min(y) > ROUND * x.max(y)).then_some(level)
    }
}
