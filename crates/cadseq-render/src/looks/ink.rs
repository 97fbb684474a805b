//! Lines along edges.

use cadseq_solid::Mesh;
use glam::{Vec2, Vec3};
use rand::Rng;

use super::tone::{Color, log_uniform, scaled};
use crate::scene::Scene;
use crate::surfaces::edge;
use crate::{Projection, SurfaceBuffer};

/// Most steps along one piece of an edge.
const MAX_STEPS: usize = 4000;

/// The lines of a picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ink {
    /// Width of creases in pixels of a picture of 128 to 160.
    pub width_px: f32,
    /// Width of the outline as a multiple of it.
    pub outline: f32,
    /// sRGB.
    pub color: Color,
    pub opacity: f32,
    /// Whether seams between tangent faces are drawn.
    pub seams: bool,
    /// Whether lines are drawn where round faces turn away.
    pub silhouettes: bool,
    /// Which side round faces are closed on, if their closing lines are drawn; camera frame.
    pub closing: Option<Vec3>,
}

impl Ink {
    /// Dark lines mostly; light ones on dark grounds.
    pub(crate) fn random(part: Color, on_dark: bool, rng: &mut impl Rng) -> Self {
        let color = match rng.random::<f32>() {
            _ if on_dark && rng.random_bool(0.35) => [rng.random_range(0.7..1.0_f32); 3],
            chance if chance < 0.65 => [0.0; 3],
            chance if chance < 0.78 => [rng.random_range(0.05..0.35_f32); 3],
            chance if chance < 0.92 => scaled(part, rng.random_range(0.0..0.5)),
            chance if chance < 0.96 => [0.05, 0.05, rng.random_range(0.2..0.6)],
            _ => [1.0; 3],
        };
        Self {
            width_px: log_uniform(0.5, 2.5, rng),
            outline: if rng.random_bool(0.7) {
                1.0
            } else {
                rng.random_range(1.0..2.2)
            },
            color,
            opacity: if rng.random_bool(0.75) {
                1.0
            } else {
                rng.random_range(0.3..1.0)
            },
            seams: rng.random_bool(0.3),
            silhouettes: rng.random_bool(0.8),
            closing: rng.random_bool(0.3).then(|| {
                let mut one = || rng.random_range(-1.0..1.0_f32);
                Vec3::new(one(), one(), one() - 0.3)
            }),
        }
    }

    /// How black each sample is, in [0, 1].
    pub(crate) fn mask(&self, buffer: &SurfaceBuffer, scene: &Scene) -> Vec<f32> {
        let mut mask = vec![0.0; buffer.face.len()];
        let samples = self.width_px * buffer.supersampling as f32;
        let strength = self.opacity * self.width_px.clamp(0.3, 1.0);
        let crease = edge::CREASE | if self.seams { edge::SMOOTH } else { 0 };
        // Creases are marked on both sides, outlines on one.
        stamp(
            buffer,
            (samples - 2.0) / 2.0,
            strength,
            &mut mask,
            |flags| flags & crease != 0,
        );
        let contour = edge::OUTLINE | edge::STEP_NEAR;
        stamp(
            buffer,
            (samples * self.outline - 1.0) / 2.0,
            strength,
            &mut mask,
            |flags| flags & contour != 0 && (self.silhouettes || flags & edge::SHARP != 0),
        );
        if let Some(toward) = self.closing {
            let half = 0.25 * samples.max(1.5);
            for row in 0..buffer.height {
                for column in 0..buffer.width {
                    let index = row * buffer.width + column;
                    if !buffer.is_part(index) {
                        continue;
                    }
                    let surface = &scene.part.surfaces[buffer.face[index] as usize];
                    let size = buffer.plane.sample_size(buffer.depth[index]);
                    let at = buffer.point(column, row);
                    if super::canvas::is_on_closing_line(surface, at, toward, half * size * 2.0) {
                        mask[index] = strength;
                    }
                }
            }
        }
        mask
    }
}

/// Draws a disc around each sample whose flags count.
fn stamp(
    buffer: &SurfaceBuffer,
    radius: f32,
    strength: f32,
    mask: &mut [f32],
    counts: impl Fn(u8) -> bool,
) {
    let reach = radius.max(0.0).ceil() as isize;
    let disc: Vec<(isize, isize)> = (-reach..=reach)
        .flat_map(|j| (-reach..=reach).map(move |i| (i, j)))
        .filter(|&(i, j)| ((i * i + j * j) as f32) <= radius.max(0.0) * radius.max(0.0))
        .collect();
    let (width, height) = (buffer.width as isize, buffer.height as isize);
    for (index, &flags) in buffer.edges.iter().enumerate() {
        if flags == 0 || !counts(flags) {
            continue;
        }
        let (column, row) = (index as isize % width, index as isize / width);
        for &(i, j) in &disc {
            let (x, y) = (column + i, row + j);
            if x >= 0 && y >= 0 && x < width && y < height {
                let value = &mut mask[(y * width + x) as usize];
                *value = value.max(strength);
            }
        }
    }
}

/// Draws the creases that the part hides, in dashes of `dash` samples.
pub(crate) fn draw_hidden(
    buffer: &SurfaceBuffer,
    scene: &Scene,
    part: &Mesh,
    dash: f32,
    strength: f32,
    mask: &mut [f32],
) {
    let size = Vec2::new(buffer.width as f32, buffer.height as f32);
    for line in &part.edges {
        let middle = scene.part.points[line.corners[line.corners.len() / 2] as usize].as_vec3();
        let [a, b] = line
            .faces
            .map(|face| scene.part.surfaces[face as usize].normal_at(middle));
        let is_behind = |&corner: &u32| scene.part.points[corner as usize].z < 0.01;
        let is_perspective = buffer.plane.projection == Projection::Perspective;
        if a.dot(b) > 0.97 || is_perspective && line.corners.iter().any(is_behind) {
            continue;
        }
        let mut run = 0.0;
        for pair in line.corners.windows(2) {
            let [from, to] = [pair[0], pair[1]]
                .map(|corner| buffer.plane.project(scene.part.points[corner as usize]));
            let length = from.truncate().distance(to.truncate());
            let steps = (length.ceil() as usize).clamp(1, MAX_STEPS);
            for step in 0..steps {
                let share = step as f32 / steps as f32;
                let at = from.lerp(to, share);
                let place = at.truncate().round();
                let along = run + length * share;
                let is_gap = (along / dash) % 2.0 >= 1.2;
                if is_gap || place.cmplt(Vec2::ZERO).any() || place.cmpge(size).any() {
                    continue;
                }
                let index = place.y as usize * buffer.width + place.x as usize;
                if !buffer.is_part(index) {
                    continue;
                }
                let depth = buffer.plane.depth_of(at.z);
                let slack = 3.0 * buffer.plane.sample_size(depth);
                if depth > buffer.depth[index] + slack {
                    mask[index] = mask[index].max(strength);
                }
            }
            run += length;
        }
    }
}
