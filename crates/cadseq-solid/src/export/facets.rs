//! A mesh with its own corners for each face, so that every corner has one normal.

use glam::DVec3;

use crate::Mesh;

/// Corners with normals; faces share none.
pub(super) struct Facets {
    pub(super) positions: Vec<DVec3>,
    pub(super) normals: Vec<DVec3>,
    /// For each face of the mesh, its triangles.
    pub(super) faces: Vec<Vec<[u32; 3]>>,
}

/// Splits a mesh at its faces. Normals are those of the exact surfaces.
pub(super) fn split_faces(mesh: &Mesh) -> Facets {
    let mut by_face = vec![Vec::new(); mesh.faces.len()];
    for (triangle, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
        by_face[face as usize].push(*triangle);
    }
    let mut facets = Facets {
        positions: Vec::new(),
        normals: Vec::new(),
        faces: Vec::new(),
    };
    // The number of each mesh corner in the face at hand, and the face that gave it.
    let mut numbers = vec![(usize::MAX, 0); mesh.positions.len()];
    for (face, triangles) in by_face.iter().enumerate() {
        let surface = &mesh.faces[face].surface;
        let mut number = |corner: u32| {
            let slot = &mut numbers[corner as usize];
            if slot.0 != face {
                *slot = (face, facets.positions.len() as u32);
                let position = mesh.positions[corner as usize];
                facets.positions.push(position);
                facets.normals.push(surface.normal_at(position));
            }
            slot.1
        };
        facets
            .faces
            .push(triangles.iter().map(|t| t.map(&mut number)).collect());
    }
    facets
}
