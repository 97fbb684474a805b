//! A mesh for the page: flat arrays, as graphics libraries take them.

use cadseq_solid::{Mesh, Part, Surface};
use serde::Serialize;
use utoipa::ToSchema;

/// Triangles with the exact faces and edges that they draw. World space, Z up, units of 1 cm.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MeshRecord {
    /// x, y and z of every corner.
    positions: Vec<f32>,
    /// Three corner indices a triangle, counter-clockwise seen from outside.
    triangles: Vec<u32>,
    /// For each triangle, the index of its face.
    triangle_faces: Vec<u32>,
    /// The faces of the exact solid.
    faces: Vec<FaceRecord>,
    /// The edges of the exact solid: corner indices along each; a closed one ends where it starts.
    edges: Vec<Vec<u32>>,
}

/// A face of the exact solid.
#[derive(Debug, Serialize, ToSchema)]
struct FaceRecord {
    surface: SurfaceName,
    /// What made it, in the words of the language: `start(0)`, `end(0)`, `side(0, 3)`.
    origins: Vec<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SurfaceName {
    Plane,
    Cylinder,
}

impl MeshRecord {
    /// The mesh of a part.
    pub(crate) fn new(mesh: &Mesh, part: &Part) -> Self {
        let corners = mesh.positions.iter();
        let face = |face: &cadseq_solid::Face| FaceRecord {
            surface: match face.surface {
                Surface::Plane { .. } => SurfaceName::Plane,
                Surface::Cylinder { .. } => SurfaceName::Cylinder,
            },
            origins: part.face_names(&face.origins),
        };
        Self {
            positions: corners
                .flat_map(|corner| corner.as_vec3().to_array())
                .collect(),
            triangles: mesh.triangles.iter().flatten().copied().collect(),
            triangle_faces: mesh.triangle_faces.clone(),
            faces: mesh.faces.iter().map(face).collect(),
            edges: mesh.edges.iter().map(|edge| edge.corners.clone()).collect(),
        }
    }
}
