//! How well a shape's rendering explains a picture, whatever the light: each visible face gets the
//! grey values that suit it best, what is left over counts against it.

use cadseq_program::Program;
use cadseq_render::{NO_FACE, View, rasterize};
use cadseq_solid::{Prism, Surface};
use glam::DVec3;

use crate::find::Scene;

/// Side of the rendering that is compared, in pixels over the object's window.
const SIZE: usize = 160;

/// Distance between a curve and the mesh, in model units.
const CHORD_TOLERANCE: f64 = 0.02;

/// Classes of direction that a bent side's normals are sorted into, each with a grey value of its own.
const DIRECTIONS: usize = 24;

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

/// Compares a solid's rendering with the picture.
pub fn explain(prism: &Prism, scene: &Scene) -> Explanation {
    let view = scene.view.through(scene.window(), SIZE);
    let picture = scene.crop(scene.window(), SIZE);
    let mask = mask_crop(scene, &view);
    let mesh = prism.mesh(CHORD_TOLERANCE);
    // Directions on a bent side are told apart by their angle, which the rasterizer interpolates.
    let (x, y) = (prism.plane().x_axis(), prism.plane().y_axis());
    let angle = |normal: DVec3| {
        let turn = normal.dot(y).atan2(normal.dot(x)) / std::f64::consts::TAU;
        (turn.rem_euclid(1.0) * DIRECTIONS as f64) as f32
    };
    let buffer = rasterize(&mesh, &view, 1, |_, _, normal| angle(normal));
    let groups = mesh.faces.len() * (DIRECTIONS + 1);
    let mut sums = vec![(0.0f64, 0.0f64, 0.0f64); groups + 1];
    let (mut both, mut either, mut outside) = (0, 0, 0.0);
    for row in 0..SIZE {
        for column in 0..SIZE {
            let inside_buffer = (buffer.top..buffer.top + buffer.height).contains(&row)
                && (buffer.left..buffer.left + buffer.width).contains(&column);
            let sample = inside_buffer
                .then(|| (row - buffer.top) * buffer.width + column - buffer.left)
                .filter(|&index| buffer.face[index] != NO_FACE);
            let seen = mask[row * SIZE + column];
            both += usize::from(seen && sample.is_some());
            either += usize::from(seen || sample.is_some());
            let luma = f64::from(picture.luma[row * SIZE + column]);
            match sample {
                Some(index) => {
                    let face = buffer.face[index] as usize;
                    let bent = matches!(mesh.faces[face].surface, Surface::Cylinder { .. });
                    let direction = if bent { buffer.shade[index] as usize % DIRECTIONS } else { 0 };
                    let group = &mut sums[face * (DIRECTIONS + 1) + direction];
                    *group = (group.0 + 1.0, group.1 + luma, group.2 + luma * luma);
                }
                None if seen => outside += (luma - f64::from(scene.background)).powi(2),
                None => {}
            }
        }
    }
    let within: f64 =
        sums.iter().filter(|sum| sum.0 > 0.0).map(|(n, s, q)| (q - s * s / n).max(0.0)).sum();
    Explanation {
        silhouette_iou: both as f64 / either.max(1) as f64,
        luma_rms: ((within + outside) / either.max(1) as f64).sqrt(),
    }
}

fn mask_crop(scene: &Scene, view: &View) -> Vec<bool> {
    let mut mask = Vec::with_capacity(SIZE * SIZE);
    for row in 0..SIZE {
        for column in 0..SIZE {
            let pixel = glam::DVec2::new(column as f64 + 0.5, row as f64 + 0.5);
            let whole = scene.view.pixel_from_view_plane(view.view_plane_from_pixel(pixel));
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
