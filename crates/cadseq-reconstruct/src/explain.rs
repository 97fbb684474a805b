//! How well a shape's rendering explains a picture, whatever the light: each visible face gets the
//! grey values that suit it best, what is left over counts against it.

use cadseq_program::Program;
use cadseq_render::{View, rasterize};
use cadseq_solid::{Prism, Surface};
use glam::DVec3;

use crate::find::Scene;

/// Side of the rendering that is compared, in pixels over the object's window.
pub(crate) const SIZE: usize = 160;

/// Distance between a curve and the mesh, in model units.
pub(crate) const CHORD_TOLERANCE: f64 = 0.02;

/// Classes of direction that a bent side's normals are sorted into, each with a grey value of its own.
pub(crate) const DIRECTIONS: usize = 24;

/// How a shape explains a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Explanation {
    /// Area of picture's and shape's common outline over that of both.
    pub silhouette_iou: f64,
    /// Root of the mean squared difference of the grey values over the object, those of the faces
    /// chosen as well as possible.
    pub luma_rms: f64,
}

impl Explanation {
    /// One number from 0 to 1. A difference of 0.05 in grey over the object halves it.
    pub fn score(&self) -> f64 {
        let overlap = ((self.silhouette_iou - 0.5) / 0.5).max(0.0);
        overlap.powi(2) / (1.0 + (self.luma_rms / 0.05).powi(2))
    }
}

/// A picture, ready to be compared with solids.
#[derive(Debug)]
pub struct Comparison {
    /// The window around the object, [`SIZE`] pixels wide.
    pub(crate) view: View,
    /// The picture's grey values there.
    pub(crate) luma: Vec<f32>,
    mask: Vec<bool>,
    /// Grey value of the background.
    pub(crate) background: f64,
}

/// Number, sum and sum of squares of some grey values.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Tally {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    /// Sum of the squared differences from the mean.
    fn scatter(&self) -> f64 {
        (self.squares - self.sum * self.sum / self.count.max(1.0)).max(0.0)
    }
}

impl Comparison {
    /// The part of the scene around its object.
    pub fn new(scene: &Scene) -> Self {
        let view = scene.view.through(scene.window(), SIZE);
        Self {
            luma: scene.crop(scene.window(), SIZE).luma,
            mask: mask_crop(scene, &view),
            background: f64::from(scene.background),
            view,
        }
    }

    /// Compares a solid's rendering with the picture.
    pub fn explain(&self, prism: &Prism) -> Explanation {
        let mesh = prism.mesh(CHORD_TOLERANCE);
        let (x, y) = (prism.plane().x_axis(), prism.plane().y_axis());
        let buffer = rasterize(&mesh, &self.view, 1, |_, _, normal| direction(normal, x, y));
        let bent: Vec<bool> = mesh
            .faces
            .iter()
            .map(|face| matches!(face.surface, Surface::Cylinder { .. }))
            .collect();
        let mut tallies = vec![Tally::default(); mesh.faces.len() * DIRECTIONS];
        let (mut both, mut either, mut missed) = (0, 0, 0.0);
        for row in 0..SIZE {
            for column in 0..SIZE {
                let seen = self.mask[row * SIZE + column];
                let luma = f64::from(self.luma[row * SIZE + column]);
                let sample = buffer.sample_of_pixel(column, row);
                both += usize::from(seen && sample.is_some());
                either += usize::from(seen || sample.is_some());
                if let Some((face, shade)) = sample {
                    let face = face as usize;
                    let class = if bent[face] {
                        shade as usize % DIRECTIONS
                    } else {
                        0
                    };
                    tallies[face * DIRECTIONS + class].add(luma);
                } else if seen {
                    missed += (luma - self.background).powi(2);
                }
            }
        }
        let within: f64 = tallies.iter().map(Tally::scatter).sum();
        Explanation {
            silhouette_iou: both as f64 / either.max(1) as f64,
            luma_rms: ((within + missed) / either.max(1) as f64).sqrt(),
        }
    }
}

/// A normal's turn about the extrusion, in classes; the rasterizer interpolates it over a triangle.
pub(crate) fn direction(normal: DVec3, x: DVec3, y: DVec3) -> f32 {
    let turn = libm::atan2(normal.dot(y), normal.dot(x)) / std::f64::consts::TAU;
    (turn.rem_euclid(1.0) * DIRECTIONS as f64) as f32
}

fn mask_crop(scene: &Scene, view: &View) -> Vec<bool> {
    let mut mask = Vec::with_capacity(SIZE * SIZE);
    for row in 0..SIZE {
        for column in 0..SIZE {
            let pixel = glam::DVec2::new(column as f64 + 0.5, row as f64 + 0.5);
            let whole = scene
                .view
                .pixel_from_view_plane(view.view_plane_from_pixel(pixel));
            let inside = (0.0..scene.view.width as f64).contains(&whole.x)
                && (0.0..scene.view.height as f64).contains(&whole.y);
            mask.push(inside && scene.mask.sample(whole.x, whole.y) > 0.5);
        }
    }
    mask
}

/// A shape that was fitted and compared.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The program.
    pub program: Program,
    /// Its solid.
    pub prism: Prism,
    /// The comparison.
    pub explanation: Explanation,
}
