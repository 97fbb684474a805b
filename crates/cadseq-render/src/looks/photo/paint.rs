//! Painting a photograph.

use glam::Vec3;

use super::backdrop::Ground;
use super::material::{Lights, Material, Spot};
use super::{Backdrop, PhotoLook};
use crate::looks::occlusion::occlusion;
use crate::looks::shadow::LightMap;
use crate::looks::tone::{Color, mix, product, scaled};
use crate::scene::Scene;
use crate::surfaces::{NO_SURFACE, edge};
use crate::{ColorPicture, SurfaceBuffer};

/// Share of a picture's side over which corners darken each other.
const CORNER_REACH: f32 = 0.05;

/// Paints what the samples see.
pub(crate) fn paint(buffer: &SurfaceBuffer, scene: &Scene, look: &PhotoLook) -> ColorPicture {
    let factor = buffer.supersampling;
    let (width, height) = (buffer.width / factor, buffer.height / factor);
    let ground = Ground::new(look, scene);
    let painter = Painter::new(buffer, scene, look, &ground);
    let blur_px = match look.backdrop {
        Backdrop::Table { blur_px, .. } | Backdrop::Screen { blur_px, .. } => blur_px,
        Backdrop::Sheet { .. } => 0.0,
    };
    let weight = 1.0 / (factor * factor) as f32;
    let mut light = ColorPicture::filled(width, height, [0.0; 3]);
    let mut behind = ColorPicture::filled(width, height, [0.0; 3]);
    let mut open = vec![0.0_f32; width * height];
    for row in 0..buffer.height {
        for column in 0..buffer.width {
            let index = row * buffer.width + column;
            let pixel = row / factor * width + column / factor;
            let is_open = buffer.face[index] == NO_SURFACE;
            if is_open {
                open[pixel] += weight;
            } else {
                let color = painter.light(column, row, pixel);
                for (plane, value) in light.planes.iter_mut().zip(color) {
                    plane.luma[pixel] += value * weight;
                }
            }
            if is_open || blur_px > 0.0 {
                let color = ground.light(buffer, column, row);
                for (plane, value) in behind.planes.iter_mut().zip(color) {
                    plane.luma[pixel] += value * weight;
                }
            }
        }
    }
    for (plane, back) in light.planes.iter_mut().zip(&mut behind.planes) {
        if blur_px > 0.0 {
            let soft = crate::degrade::blur(back, blur_px * width as f32 / 128.0);
            for ((value, soft), open) in plane.luma.iter_mut().zip(&soft.luma).zip(&open) {
                *value += soft * open;
            }
        } else {
            for (value, back) in plane.luma.iter_mut().zip(&back.luma) {
                *value += back;
            }
        }
    }
    look.lens.expose(light)
}

/// Everything that the light of a sample of the part depends on.
struct Painter<'a> {
    buffer: &'a SurfaceBuffer,
    scene: &'a Scene,
    look: &'a PhotoLook,
    ground: &'a Ground<'a>,
    lights: Lights,
    map: Option<LightMap>,
    hidden: Option<Vec<f32>>,
    /// First face of each of the things around.
    firsts: Vec<u32>,
}

impl<'a> Painter<'a> {
    fn new(
        buffer: &'a SurfaceBuffer,
        scene: &'a Scene,
        look: &'a PhotoLook,
        ground: &'a Ground<'a>,
    ) -> Self {
        let key = scene.direction(look.key.toward);
        let floor = match &look.backdrop {
            Backdrop::Table { ground, .. } | Backdrop::Sheet { ground, .. } => ground.mean(),
            Backdrop::Screen { behind, .. } => behind.mean(),
        };
        let on_floor: Color =
            std::array::from_fn(|c| look.sky[c] + look.key.color[c] * look.key.toward.z * 0.6);
        let mut next = buffer.part_faces;
        let firsts = scene.others.iter().map(|other| {
            next += other.surfaces.len() as u32;
            next
        });
        Self {
            firsts: firsts.collect(),
            buffer,
            scene,
            look,
            ground,
            lights: Lights {
                key,
                key_color: look.key.color,
                wrap: 0.35 * look.key.spread,
                fill: scene.direction(look.fill.toward),
                fill_color: look.fill.color,
                up: scene.axes[2],
                sky: look.sky,
                bounce: scaled(product(floor, on_floor), look.bounce),
                bands: look.bands,
            },
            map: look.self_shadows.then(|| LightMap::new(scene, key)),
            hidden: (look.corners > 0.0)
                .then(|| occlusion(buffer, CORNER_REACH * buffer.width as f32)),
        }
    }

    fn material(&self, face: u32) -> &Material {
        if face < self.buffer.part_faces {
            return &self.look.material;
        }
        let other = self.firsts.iter().take_while(|&&end| face >= end).count();
        &self.look.others[other % self.look.others.len()]
    }

    fn light(&self, column: usize, row: usize, pixel: usize) -> Color {
        let index = row * self.buffer.width + column;
        let normal = self.buffer.normal[index];
        let point = self.buffer.point(column, row);
        let facing = normal.dot(self.lights.key);
        let lit = match &self.map {
            Some(map) if facing > 0.0 => map.reaches(point, facing),
            _ => 1.0,
        };
        let hidden = self.hidden.as_ref().map_or(0.0, |hidden| hidden[pixel]);
        let open = (1.0 - 1.4 * self.look.corners * hidden).max(0.1)
            * (1.0 - self.ground.near_table(point));
        let from_middle = (point - self.scene.middle) / self.scene.radius;
        let spot = Spot {
            in_part: Vec3::from_array(self.scene.part_axes.map(|axis| axis.dot(from_middle))),
            normal,
            footprint: self.buffer.plane.sample_size(point.z) / self.scene.radius,
            lit,
            open,
        };
        let (_, ray) = self.buffer.plane.ray(column as f32, row as f32);
        let view = ray.normalize_or(Vec3::Z);
        let material = self.material(self.buffer.face[index]);
        let color = material.shade(&spot, view, &self.lights, &self.scene.part_axes);
        if self.look.worn_edges != 0.0 && self.buffer.edges[index] & edge::CONVEX != 0 {
            let target = if self.look.worn_edges > 0.0 {
                scaled(self.lights.key_color, 0.8)
            } else {
                [0.0; 3]
            };
            return mix(color, target, self.look.worn_edges.abs() * 0.7);
        }
        color
    }
}
