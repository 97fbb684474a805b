//! The true maps of a view: what the rasterizer's samples say, pixel by pixel.

use cadseq_model::{EdgeClass, Maps};
use cadseq_render::surfaces::edge;
use cadseq_render::{Exits, Projection, SurfaceBuffer, View};
use glam::{DQuat, DVec2, DVec3, Mat3, Vec3};

/// The rasterizer's flag of each class, by its index.
const FLAGS: [u8; EdgeClass::COUNT] = [
    edge::OUTLINE,
    edge::STEP_NEAR,
    edge::STEP_FAR,
    edge::CONVEX,
    edge::CONCAVE,
    edge::RIM,
];

/// The maps of a square `view` whose samples are `surfaces`, and whose rays leave the part at `exits`.
pub fn true_maps(surfaces: &SurfaceBuffer, exits: &Exits, view: &View) -> Maps {
    let geometry = CropCamera::new(view);
    let size = view.width;
    let pixels = size * size;
    let per_side = surfaces.supersampling;
    let share = 1.0 / (per_side * per_side) as f32;
    let mut maps = Maps::blank(size);
    for pixel in 0..pixels {
        let (row, column) = (pixel / size, pixel % size);
        let (mut normal, mut depth, mut count) = (Vec3::ZERO, 0.0, 0.0);
        let mut behind = [0.0; 2];
        for j in 0..per_side {
            for i in 0..per_side {
                let sample = (row * per_side + j) * surfaces.width + column * per_side + i;
                if !surfaces.is_part(sample) {
                    continue;
                }
                count += 1.0;
                normal += surfaces.normal[sample];
                depth += surfaces.depth[sample];
                for (behind, exits) in behind.iter_mut().zip([&exits.first, &exits.last]) {
                    // At an outline, rounding may let a ray in but not out.
                    let length = exits[sample] - surfaces.depth[sample];
                    *behind += if length.is_finite() {
                        length.max(0.0)
                    } else {
                        0.0
                    };
                }
                for (edges, flag) in maps.edges.iter_mut().zip(FLAGS) {
                    if surfaces.edges[sample] & flag != 0 {
                        edges[pixel] = 1.0;
                    }
                }
            }
        }
        if count > 0.0 {
            maps.mask[pixel] = count * share;
            let normal = geometry.crop_from_picture * normal;
            maps.normals[pixel] = normal.normalize_or_zero().to_array();
            maps.depths[pixel] = geometry.depth(column, row, depth / count);
            for (map, behind) in maps.exits.iter_mut().zip(behind) {
                map[pixel] = geometry.depth(column, row, behind / count);
            }
        }
    }
    geometry.relative(&mut maps);
    maps
}

/// The camera that looks at the crop's middle: the picture's, turned by the smallest rotation that
/// takes its forward axis onto the ray through that middle.
struct CropCamera {
    view: View,
    crop_from_picture: Mat3,
    /// Unit ray through the crop's middle, in the picture camera's frame.
    middle: DVec3,
}

impl CropCamera {
    fn new(view: &View) -> Self {
        let middle = match view.camera.projection {
            Projection::Perspective => view.window.center.extend(1.0).normalize(),
            Projection::Orthographic => DVec3::Z,
        };
        let turn = DQuat::from_rotation_arc(middle, DVec3::Z).as_quat();
        Self {
            view: *view,
            crop_from_picture: Mat3::from_quat(turn),
            middle,
        }
    }

    /// Depth along the crop's middle ray of a point with the camera depth `depth` at a pixel.
    fn depth(&self, column: usize, row: usize, depth: f32) -> f32 {
        match self.view.camera.projection {
            Projection::Orthographic => depth,
            Projection::Perspective => {
                let pixel = DVec2::new(column as f64 + 0.5, row as f64 + 0.5);
                let ray = self.view.view_plane_from_pixel(pixel).extend(1.0);
                (ray.dot(self.middle) * f64::from(depth)) as f32
            }
        }
    }

    /// Makes depths relative, see [`Maps::depths`].
    fn relative(&self, maps: &mut Maps) {
        let weight: f64 = maps.mask.iter().map(|&m| f64::from(m)).sum();
        let terms = maps.depths.iter().zip(&maps.mask);
        let sum: f64 = terms.map(|(d, m)| f64::from(d * m)).sum();
        let mean = sum / weight.max(1e-6);
        let half = match self.view.camera.projection {
            Projection::Orthographic => self.view.window.half_height,
            Projection::Perspective => self.view.window.half_height * mean * self.middle.z,
        };
        for exit in maps.exits.iter_mut().flatten() {
            *exit /= half as f32;
        }
        for (depth, &mask) in maps.depths.iter_mut().zip(&maps.mask) {
            *depth = if mask > 0.0 {
                ((f64::from(*depth) - mean) / half) as f32
            } else {
                0.0
            };
        }
    }
}
