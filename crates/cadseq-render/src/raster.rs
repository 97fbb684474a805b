//! A z-buffer over supersamples: which face each sample sees, and how that face is lit there.

use cadseq_solid::{Face, Mesh};
use glam::{DVec2, DVec3};

use crate::View;

/// The face index of a sample that sees no face.
pub const NO_FACE: u32 = u32::MAX;

/// Triangles nearer to the camera plane than this (model units) are cut off.
const NEAR: f64 = 0.05;

/// What every sample sees, inside the smallest pixel rectangle that holds the solid.
#[derive(Debug, Clone)]
pub struct SampleBuffer {
    /// Samples along each side of a pixel.
    pub supersampling: usize,
    /// Left edge of the rectangle, in pixels of the whole picture.
    pub left: usize,
    /// Top edge of the rectangle, in pixels of the whole picture.
    pub top: usize,
    /// Width of the rectangle, in samples.
    pub width: usize,
    /// Height of the rectangle, in samples.
    pub height: usize,
    /// Face index of each sample, or [`NO_FACE`].
    pub face: Vec<u32>,
    /// Shade of each sample, as the shader gave it.
    pub shade: Vec<f32>,
    /// Reciprocal depth of each sample, 0 where no face is seen.
    inverse_depth: Vec<f32>,
}

/// A projected corner: sample coordinates inside the buffer, reciprocal depth, shade.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    inverse_depth: f32,
    shade: f32,
}

/// Finds the nearest face for `supersampling`^2 samples of each pixel; `shader(face, point, normal)`
/// gives the shade of a corner, which runs linearly over a triangle.
pub fn rasterize(
    mesh: &Mesh,
    view: &View,
    supersampling: usize,
    shader: impl Fn(&Face, DVec3, DVec3) -> f32,
) -> SampleBuffer {
    let in_camera: Vec<DVec3> = mesh
        .positions
        .iter()
        .map(|&point| view.camera.to_camera(point))
        .collect();
    let to_pixel = |point: DVec3| view.pixel_from_view_plane(point.truncate() / point.z);
    let mut buffer = SampleBuffer::covering(view, supersampling, &in_camera);
    for (triangle, &face_index) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        let face = &mesh.faces[face_index as usize];
        let corners = triangle.map(|corner| in_camera[corner as usize]);
        if faces_away(&corners) {
            continue;
        }
        let shades = triangle.map(|corner| {
            let point = mesh.positions[corner as usize];
            shader(face, point, face.surface.normal_at(point))
        });
        let polygon = clip_near(&corners, &shades);
        let projected: Vec<Corner> = polygon
            .iter()
            .map(|&(point, shade)| buffer.corner(to_pixel(point), point.z, shade))
            .collect();
        for index in 2..projected.len() {
            buffer.fill(
                [projected[0], projected[index - 1], projected[index]],
                face_index,
            );
        }
    }
    buffer
}

/// Whether a triangle in camera coordinates shows its inside to the camera.
fn faces_away(corners: &[DVec3; 3]) -> bool {
    (corners[1] - corners[0])
        .cross(corners[2] - corners[0])
        .dot(corners[0])
        >= 0.0
}

/// The part of a triangle beyond [`NEAR`], as a polygon of 0, 3 or 4 corners.
fn clip_near(corners: &[DVec3; 3], shades: &[f32; 3]) -> Vec<(DVec3, f32)> {
    let mut polygon = Vec::with_capacity(4);
    for index in 0..3 {
        let (a, b) = (corners[index], corners[(index + 1) % 3]);
        let (shade_a, shade_b) = (shades[index], shades[(index + 1) % 3]);
        if a.z >= NEAR {
            polygon.push((a, shade_a));
        }
        if (a.z >= NEAR) != (b.z >= NEAR) {
            let t = (NEAR - a.z) / (b.z - a.z);
            polygon.push((a.lerp(b, t), shade_a + (shade_b - shade_a) * t as f32));
        }
    }
    polygon
}

impl SampleBuffer {
    /// Face and shade of the first sample of a pixel of the whole picture, if it sees a face.
    pub fn sample_of_pixel(&self, x: usize, y: usize) -> Option<(u32, f32)> {
        let column = x.checked_sub(self.left)? * self.supersampling;
        let row = y.checked_sub(self.top)? * self.supersampling;
        if column >= self.width || row >= self.height {
            return None;
        }
        let index = row * self.width + column;
        (self.face[index] != NO_FACE).then(|| (self.face[index], self.shade[index]))
    }

    /// An empty buffer over the pixels that can see one of the points (camera coordinates).
    fn covering(view: &View, supersampling: usize, points: &[DVec3]) -> Self {
        let picture = DVec2::new(view.width as f64, view.height as f64);
        let (mut low, mut high) = (picture, DVec2::ZERO);
        for point in points {
            if point.z < NEAR {
                (low, high) = (DVec2::ZERO, picture);
                break;
            }
            let pixel = view.pixel_from_view_plane(point.truncate() / point.z);
            (low, high) = (low.min(pixel), high.max(pixel));
        }
        let low = low.floor().clamp(DVec2::ZERO, picture);
        let high = high.ceil().clamp(low, picture);
        let size = (high - low) * supersampling as f64;
        let (width, height) = (size.x as usize, size.y as usize);
        Self {
            supersampling,
            left: low.x as usize,
            top: low.y as usize,
            width,
            height,
            face: vec![NO_FACE; width * height],
            shade: vec![0.0; width * height],
            inverse_depth: vec![0.0; width * height],
        }
    }

    fn corner(&self, pixel: DVec2, depth: f64, shade: f32) -> Corner {
        let sample = (pixel - DVec2::new(self.left as f64, self.top as f64))
            * self.supersampling as f64
            - 0.5;
        Corner {
            x: sample.x as f32,
            y: sample.y as f32,
            inverse_depth: (1.0 / depth) as f32,
            shade,
        }
    }

    /// Draws one triangle, row by row.
    fn fill(&mut self, corners: [Corner; 3], face: u32) {
        let [a, b, c] = corners;
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if area.abs() < 1e-12 || !area.is_finite() || self.width == 0 {
            return;
        }
        // Gradients of a quantity that is linear over the picture.
        let gradient = |qa: f32, qb: f32, qc: f32| {
            let dx = ((qb - qa) * (c.y - a.y) - (qc - qa) * (b.y - a.y)) / area;
            let dy = ((qc - qa) * (b.x - a.x) - (qb - qa) * (c.x - a.x)) / area;
            (dx, dy)
        };
        let (depth_dx, depth_dy) = gradient(a.inverse_depth, b.inverse_depth, c.inverse_depth);
        let (shade_dx, shade_dy) = gradient(a.shade, b.shade, c.shade);
        let low = a.y.min(b.y).min(c.y).ceil().max(0.0) as usize;
        let high = (a.y.max(b.y).max(c.y).floor() + 1.0).clamp(0.0, self.height as f32) as usize;
        for row in low..high {
            let y = row as f32;
            let Some((from, to)) = span(corners.map(|corner| [corner.x, corner.y]), y) else {
                continue;
            };
            let first = from.ceil().max(0.0) as usize;
            let last = (to.ceil()).clamp(0.0, self.width as f32) as usize;
            let start = row * self.width;
            for column in first..last {
                let (dx, dy) = (column as f32 - a.x, y - a.y);
                let inverse_depth = a.inverse_depth + depth_dx * dx + depth_dy * dy;
                let index = start + column;
                if inverse_depth > self.inverse_depth[index] {
                    self.inverse_depth[index] = inverse_depth;
                    self.face[index] = face;
                    self.shade[index] = a.shade + shade_dx * dx + shade_dy * dy;
                }
            }
        }
    }
}

/// Where a row crosses a triangle (x and y of its corners), from left to right; the right end is open.
pub(crate) fn span(corners: [[f32; 2]; 3], y: f32) -> Option<(f32, f32)> {
    let (mut from, mut to) = (f32::INFINITY, f32::NEG_INFINITY);
    for index in 0..3 {
        // Always from the upper to the lower end, so that neighbours agree to the bit.
        let ([px, py], [qx, qy]) = (corners[index], corners[(index + 1) % 3]);
        let ((px, py), (qx, qy)) = if (py, px) <= (qy, qx) {
            ((px, py), (qx, qy))
        } else {
            ((qx, qy), (px, py))
        };
        if py <= y && y < qy {
            let x = px + (qx - px) * ((y - py) / (qy - py));
            (from, to) = (from.min(x), to.max(x));
        }
    }
    (from < to).then_some((from, to))
}
