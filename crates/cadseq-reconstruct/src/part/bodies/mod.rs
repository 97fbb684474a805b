//! What of the part a hypothesis does not cover, as bodies beside it: legs, arms, ribs, rods.
//!
//! The relief says how a region lies in space, but not how far away it is where a step is all that joins it to the rest. So the region is
//! also moved along the rays that see it until a face of it lies in a plane in which the hypothesis ends. The boxes and rods that
//! then cover it best are tried, alone and with their mirror images.

mod body;

use cadseq_render::{Projection, SurfaceBuffer};
use glam::{DVec2, DVec3};

use self::body::Body;
use super::placed::Placed;
use super::relief::{Relief, center};
use super::sketches::Stacked;
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

/// The stack with one more body, alone and with its mirror images, for every body that may be there; `seen` is what its camera shows.
pub(super) fn bodies(current: &Hypothesis, seen: &SurfaceBuffer) -> Vec<Stacked> {
    let size = current.relief.size;
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

/// Connected pixels that a hypothesis does not cover.
struct Region<'a> {
    pixels: &'a [usize],
    relief: &'a Relief,
    placed: &'a Placed,
}

impl Region<'_> {
    /// The bodies that cover the region best, the best first.
    fn best_bodies(&self, whole: Body) -> Vec<Body> {
        let moved = self.shifts(whole).into_iter();
        let mut bodies: Vec<(f64, Body)> = Vec::new();
        for body in moved.filter_map(|shift| self.body(shift)?.touching(whole)) {
            if bodies.iter().all(|(_, other)| *other != body) {
                bodies.push((self.covered(body), body));
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

    /// What a body covers of the region, as a share of the region and of what it covers outside of the part.
    fn covered(&self, body: Body) -> f64 {
        let size = self.relief.size;
        let is_on = |&pixel: &usize| body.is_on(self.placed, center(pixel, size));
        let common = self.pixels.iter().copied().filter(is_on).count() as f64;
        let outside = (0..size * size).filter(|&pixel| !self.relief.shown[pixel]);
        common / (self.pixels.len() + outside.filter(is_on).count()) as f64
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
