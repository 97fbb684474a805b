//! The z-buffer: which face of which body is nearest in each sample.

use glam::{DVec3, Vec3};

use crate::Projection;
use crate::raster::span;

use super::{Body, NO_SURFACE, SamplePlane};

/// Face and closeness of each sample.
#[derive(Debug, Clone)]
pub(crate) struct DepthBuffer {
    pub width: usize,
    pub height: usize,
    pub face: Vec<u32>,
    pub closeness: Vec<f32>,
}

impl DepthBuffer {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            face: vec![NO_SURFACE; width * height],
            closeness: vec![f32::NEG_INFINITY; width * height],
        }
    }
}

/// Draws a body; its faces are numbered from `first_face` on.
pub(crate) fn fill_body(
    buffer: &mut DepthBuffer,
    plane: &SamplePlane,
    body: &Body,
    first_face: u32,
) {
    for_each_projected(plane, body, |corners, face| {
        fill_triangle(buffer, corners, first_face + face);
    });
}

/// Draws the inner sides of a body's faces, as if those that look at the camera were not there: the nearest of them, and the
/// farthest, whose closeness is negated.
pub(super) fn fill_inside(
    nearest: &mut DepthBuffer,
    farthest: &mut DepthBuffer,
    plane: &SamplePlane,
    body: &Body,
) {
    for_each_projected(plane, body, |[a, b, c], face| {
        let negated = |corner: Vec3| Vec3::new(corner.x, corner.y, -corner.z);
        fill_triangle(nearest, [a, c, b], face);
        fill_triangle(farthest, [a, c, b].map(negated), face);
    });
}

/// Calls `each` with the projected corners and the face of every triangle, those near the camera cut.
fn for_each_projected(plane: &SamplePlane, body: &Body, mut each: impl FnMut([Vec3; 3], u32)) {
    let near = match plane.projection {
        Projection::Perspective => body.near(),
        Projection::Orthographic => f64::NEG_INFINITY,
    };
    let is_cut = |point: &DVec3| point.z < near;
    let projected: Vec<Vec3> = body
        .points
        .iter()
        .map(|&point| plane.project(point))
        .collect();
    let all_in_front = !body.points.iter().any(is_cut);
    for (triangle, face) in body.triangles.iter().zip(&body.triangle_faces) {
        let corners = triangle.map(|corner| corner as usize);
        let face = *face;
        if all_in_front || !corners.iter().any(|&corner| is_cut(&body.points[corner])) {
            each(corners.map(|corner| projected[corner]), face);
            continue;
        }
        let polygon = beyond(near, &corners.map(|corner| body.points[corner]));
        let polygon: Vec<Vec3> = polygon.iter().map(|&point| plane.project(point)).collect();
        for index in 2..polygon.len() {
            let fan = [polygon[0], polygon[index - 1], polygon[index]];
            each(fan, face);
        }
    }
}

/// The part of a triangle at depths from `near` on, as a polygon of 0, 3 or 4 corners.
fn beyond(near: f64, corners: &[DVec3; 3]) -> Vec<DVec3> {
    let mut polygon = Vec::with_capacity(4);
    for index in 0..3 {
        let (a, b) = (corners[index], corners[(index + 1) % 3]);
        if a.z >= near {
            polygon.push(a);
        }
        if (a.z >= near) != (b.z >= near) {
            polygon.push(a.lerp(b, (near - a.z) / (b.z - a.z)));
        }
    }
    polygon
}

/// Draws one triangle (sample position and closeness of its corners) if it faces the camera: seen
/// from outside it runs counter-clockwise, which is a negative area with y downwards.
fn fill_triangle(buffer: &mut DepthBuffer, corners: [Vec3; 3], face: u32) {
    let [a, b, c] = corners;
    let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if area > -1e-9 || !area.is_finite() {
        return;
    }
    let dx = ((b.z - a.z) * (c.y - a.y) - (c.z - a.z) * (b.y - a.y)) / area;
    let dy = ((c.z - a.z) * (b.x - a.x) - (b.z - a.z) * (c.x - a.x)) / area;
    // Thin triangles have wild gradients: no sample is nearer than the nearest corner.
    let nearest = a.z.max(b.z).max(c.z);
    let farthest = a.z.min(b.z).min(c.z);
    let low = a.y.min(b.y).min(c.y).ceil().max(0.0) as usize;
    let high = (a.y.max(b.y).max(c.y).floor() + 1.0).clamp(0.0, buffer.height as f32) as usize;
    for row in low..high {
        let y = row as f32;
        let Some((from, to)) = span(corners.map(|corner| [corner.x, corner.y]), y) else {
            continue;
        };
        let first = from.ceil().max(0.0) as usize;
        let last = to.ceil().clamp(0.0, buffer.width as f32) as usize;
        if first >= last {
            continue;
        }
        let range = row * buffer.width + first..row * buffer.width + last;
        let start = a.z + dy * (y - a.y) + dx * (first as f32 - a.x);
        let samples = buffer.closeness[range.clone()]
            .iter_mut()
            .zip(&mut buffer.face[range]);
        for (offset, (closeness, seen)) in samples.enumerate() {
            let here = (start + dx * offset as f32).clamp(farthest, nearest);
            if here > *closeness {
                *closeness = here;
                *seen = face;
            }
        }
    }
}
