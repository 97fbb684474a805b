//! What every sample of a picture sees: face, normal, depth, and which kind of edge it lies at.
//!
//! Unlike [`crate::rasterize()`], which serves the grey styles, this handles parallel projections,
//! covers the whole picture, tells the part from what lies around it and classifies edges. It is
//! the truth beside a picture of [`crate::shoot`], and what the looks are painted from.

mod body;
mod crease;
mod edge_lines;
mod exits;
mod fill;
mod plane;

use cadseq_solid::Mesh;
use glam::Vec3;

use crate::View;

pub(crate) use body::{Body, BodySurface};
pub use exits::{Exits, exits};
pub(crate) use fill::{DepthBuffer, fill_body};
pub(crate) use plane::SamplePlane;

/// The face of a sample that sees neither the part nor a thing beside it.
pub const NO_SURFACE: u32 = u32::MAX;

/// What kind of edge a sample lies at: bits of [`SurfaceBuffer::edges`].
pub mod edge {
    /// A sample of the part beside one that is not of the part.
    pub const OUTLINE: u8 = 1;
    /// The nearer of two neighbouring samples of the part whose surfaces do not meet there.
    pub const STEP_NEAR: u8 = 2;
    /// The farther of the two.
    pub const STEP_FAR: u8 = 4;
    /// Two faces meet there, at an angle of less than 180 degrees inside the solid.
    pub const CONVEX: u8 = 8;
    /// Two faces meet there, at an angle of more than 180 degrees inside the solid.
    pub const CONCAVE: u8 = 16;
    /// One of the flags above, where the edge belongs to a concave cylinder and is not one of its
    /// straight lines: the rim of a hole, also where the hole's wall is hidden.
    pub const RIM: u8 = 32;
    /// Two faces meet there at less than [`CREASE_DEGREES`]: a seam that nothing shows.
    pub const SMOOTH: u8 = 64;
    /// An outline or a step at an edge of the exact solid, and not only where a round face turns
    /// away.
    pub const SHARP: u8 = 128;
    /// Faces that turn by less than this, in degrees, meet in a seam and not in a crease.
    pub const CREASE_DEGREES: f64 = 12.0;
    /// Convex and concave creases.
    pub const CREASE: u8 = CONVEX | CONCAVE;
    /// The near side of all edges that can be seen: outlines, steps, creases.
    pub const VISIBLE: u8 = OUTLINE | STEP_NEAR | CREASE;
}

/// What every sample of a picture sees, row by row from the top left. Sample `(column, row)` has
/// its centre at pixel position `((column + 0.5) / supersampling, (row + 0.5) / supersampling)`.
#[derive(Debug, Clone, PartialEq)]
pub struct SurfaceBuffer {
    /// Samples along each side of a pixel.
    pub supersampling: usize,
    /// Samples in a row: the picture's width times the supersampling.
    pub width: usize,
    /// Rows of samples: the picture's height times the supersampling.
    pub height: usize,
    /// How many faces the part has.
    pub part_faces: u32,
    /// Index of the sample's face: in the part's `Mesh::faces` if below `part_faces`, of a thing
    /// that is not the part otherwise, or [`NO_SURFACE`].
    pub face: Vec<u32>,
    /// Depth along the viewing direction, in model units; infinite where nothing is seen.
    pub depth: Vec<f32>,
    /// Outward unit normal in the camera's frame (right, down, away), exact on cylinders; zero
    /// where nothing is seen. Visible surfaces look at the camera.
    pub normal: Vec<Vec3>,
    /// Bits of [`edge`]; zero away from edges and off the part.
    pub edges: Vec<u8>,
    /// Where the samples lie on the view plane.
    pub(crate) plane: SamplePlane,
}

impl SurfaceBuffer {
    /// Whether a sample sees the part.
    pub fn is_part(&self, index: usize) -> bool {
        self.face[index] < self.part_faces
    }

    /// What a sample sees in camera coordinates (right, down, away), in model units.
    pub fn point(&self, column: usize, row: usize) -> Vec3 {
        let depth = self.depth[row * self.width + column];
        self.plane.point(column as f32, row as f32, depth)
    }

    /// The share of each pixel's samples that see the part, row by row.
    pub fn coverage(&self) -> Vec<f32> {
        let factor = self.supersampling;
        let columns = self.width / factor;
        let mut share = vec![0.0; columns * (self.height / factor)];
        let weight = 1.0 / (factor * factor) as f32;
        for (row, samples) in self.face.chunks(self.width.max(1)).enumerate() {
            for (column, &face) in samples.iter().enumerate() {
                if face < self.part_faces {
                    share[row / factor * columns + column / factor] += weight;
                }
            }
        }
        share
    }
}

/// What `supersampling`^2 samples of each pixel see of a part alone.
pub fn surfaces(part: &Mesh, view: &View, supersampling: usize) -> SurfaceBuffer {
    let body = Body::seen_by(part, &view.camera);
    surfaces_among(part, &body, &[], view, supersampling)
}

/// How many samples see a part by itself, and how many among bodies beside it.
pub(crate) fn part_samples(
    body: &Body,
    others: &[Body],
    view: &View,
    supersampling: usize,
) -> [usize; 2] {
    let plane = SamplePlane::of_view(view, supersampling);
    let faces = body.surfaces.len() as u32;
    let mut depths = DepthBuffer::new(view.width * supersampling, view.height * supersampling);
    let seen = |depths: &DepthBuffer| depths.face.iter().filter(|&&face| face < faces).count();
    fill_body(&mut depths, &plane, body, 0);
    let alone = seen(&depths);
    for other in others {
        fill_body(&mut depths, &plane, other, faces);
    }
    [alone, seen(&depths)]
}

/// What samples see of a part (as mesh and as body) and of bodies beside it, whose faces are
/// numbered after the part's.
pub(crate) fn surfaces_among(
    part: &Mesh,
    body: &Body,
    others: &[Body],
    view: &View,
    supersampling: usize,
) -> SurfaceBuffer {
    let plane = SamplePlane::of_view(view, supersampling);
    let (width, height) = (view.width * supersampling, view.height * supersampling);
    let mut depths = DepthBuffer::new(width, height);
    fill_body(&mut depths, &plane, body, 0);
    let part_faces = body.surfaces.len() as u32;
    let mut known: Vec<&BodySurface> = body.surfaces.iter().collect();
    for other in others {
        fill_body(&mut depths, &plane, other, known.len() as u32);
        known.extend(&other.surfaces);
    }
    let mut buffer = SurfaceBuffer {
        supersampling,
        width,
        height,
        part_faces,
        face: depths.face,
        depth: vec![f32::INFINITY; width * height],
        normal: vec![Vec3::ZERO; width * height],
        edges: vec![0; width * height],
        plane,
    };
    let closeness = depths.closeness;
    for row in 0..height {
        for column in 0..width {
            let index = row * width + column;
            let face = buffer.face[index];
            if face == NO_SURFACE {
                continue;
            }
            let depth = plane.depth_of(closeness[index]);
            buffer.depth[index] = depth;
            let point = plane.point(column as f32, row as f32, depth);
            buffer.normal[index] = known[face as usize].normal_at(point);
        }
    }
    crease::classify(&mut buffer, &closeness, part, body);
    buffer
}
