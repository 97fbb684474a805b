//! A kernel body as triangles.

use arris::math::Control;
use arris::mesh::tessellate;
use arris::topo::EdgeId;
use glam::DVec3;

use super::{KernelBody, KernelError};
use crate::{Edge, Face, Mesh, MeshTolerance, Surface};

/// How much finer than asked for the kernel's mesh may get for the angle's sake: larger arcs then have up
/// to eight times as many sides as they need.
const MAX_REFINEMENT: f64 = 64.0;

impl KernelBody {
    /// A watertight mesh whose faces keep the tolerance; a number is a distance in model units.
    ///
    /// The kernel knows a distance only. It gets the one that keeps the angle on the smallest cylinder, down to
    /// a share of the distance that was asked for.
    ///
    /// # Errors
    /// Where the kernel cannot triangulate a face.
    pub fn mesh(&self, tolerance: impl Into<MeshTolerance>) -> Result<Mesh, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("mesh", &error);
        let uses = self.face_uses()?;
        let chord = chord(tolerance.into(), uses.iter().map(|(_, surface)| surface));
        let fine = tessellate(&self.model, self.body, chord, &Control::NONE)
            .map_err(|error| failed(&error))?;
        let faces: Vec<Face> = uses
            .iter()
            .map(|&(face, surface)| Face {
                surface,
                origins: self.origins(face),
            })
            .collect();
        let number = |id| {
            uses.iter()
                .position(|(face, _)| face.id == id)
                .map(|index| index as u32)
        };
        let mut triangle_faces = vec![0; fine.triangles().len()];
        for range in fine.faces() {
            let face = number(range.face).ok_or_else(|| failed(&"a face has no number"))?;
            triangle_faces[range.triangles.clone()].fill(face);
        }
        let mut edges = Vec::with_capacity(fine.edges().len());
        for range in fine.edges() {
            let neighbours = self.neighbours(range.edge)?;
            if let [Some(a), Some(b)] = neighbours.map(number)
                && a != b
            {
                edges.push(Edge {
                    corners: fine.edge_indices()[range.indices.clone()].to_vec(),
                    faces: [a, b],
                });
            }
        }
        Ok(Mesh {
            positions: fine
                .positions()
                .iter()
                .map(|&p| DVec3::from_array(p))
                .collect(),
            triangles: fine.triangles().to_vec(),
            triangle_faces,
            faces,
            edges,
        })
    }

    /// The two faces of an edge, twice the same one at a seam.
    fn neighbours(&self, edge: EdgeId) -> Result<[arris::topo::FaceId; 2], KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("mesh", &error);
        let uses = self.model.edge_uses(edge).map_err(|e| failed(&e))?;
        match uses {
            [first, .., last] => Ok([first.face, last.face]),
            _ => Err(failed(&"an edge has fewer than two uses")),
        }
    }
}

/// The distance that the kernel gets.
fn chord<'a>(tolerance: MeshTolerance, surfaces: impl Iterator<Item = &'a Surface>) -> f64 {
    let radius = |surface: &Surface| match surface {
        Surface::Cylinder { radius, .. } => Some(*radius),
        Surface::Plane { .. } => None,
    };
    let smallest = surfaces.filter_map(radius).fold(f64::INFINITY, f64::min);
    let finest = tolerance.chord() / MAX_REFINEMENT;
    tolerance.chord_at(smallest).max(finest)
}
