//! A closed triangle mesh that remembers the exact faces it was cut from.

use glam::DVec3;

use crate::{Bounds3, FaceOrigin, Surface};

/// A watertight triangle mesh in world coordinates (model units). Neighbouring triangles share
/// their corners, triangles run counter-clockwise seen from outside.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mesh {
    /// Corner positions. None stands twice, but where the solid touches itself at an edge or a
    /// corner: there each side has its own.
    pub positions: Vec<DVec3>,
    /// Corner indices of each triangle.
    pub triangles: Vec<[u32; 3]>,
    /// For each triangle, the index of its face in [`Mesh::faces`].
    pub triangle_faces: Vec<u32>,
    /// The faces of the exact solid.
    pub faces: Vec<Face>,
    /// The edges of the exact solid, as polylines over the mesh's corners.
    pub edges: Vec<Edge>,
}

/// A face of the exact solid.
#[derive(Debug, Clone, PartialEq)]
pub struct Face {
    /// Its surface, with the outward side.
    pub surface: Surface,
    /// What in the program made it: at least one origin, sorted; none where the solid was read from a file.
    pub origins: Vec<FaceOrigin>,
}

/// An edge of the exact solid.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Corner indices along the edge; a closed edge repeats its first corner at the end.
    pub corners: Vec<u32>,
    /// Indices of the two faces that meet there.
    pub faces: [u32; 2],
}

impl Mesh {
    /// The box around its corners; turned inside out for an empty mesh.
    pub fn bounds(&self) -> Bounds3 {
        let points = self.positions.iter().copied();
        Bounds3 {
            min: points.clone().fold(DVec3::INFINITY, DVec3::min),
            max: points.fold(DVec3::NEG_INFINITY, DVec3::max),
        }
    }

    /// Adds the mesh of another body; its faces are numbered after these.
    pub(crate) fn append(&mut self, more: Self) {
        let (corners, faces) = (self.positions.len() as u32, self.faces.len() as u32);
        self.positions.extend(more.positions);
        let triangles = more.triangles.iter();
        self.triangles
            .extend(triangles.map(|triangle| triangle.map(|corner| corner + corners)));
        self.triangle_faces
            .extend(more.triangle_faces.iter().map(|face| face + faces));
        self.faces.extend(more.faces);
        self.edges.extend(more.edges.into_iter().map(|edge| Edge {
            corners: edge.corners.iter().map(|corner| corner + corners).collect(),
            faces: edge.faces.map(|face| face + faces),
        }));
    }
}

/// Where along a ray, in lengths of `ray`, it goes through the plane of a triangle within the triangle (Möller and
/// Trumbore, 1997); below zero behind `origin`, `None` where it misses or runs along.
pub fn place_on_ray(origin: DVec3, ray: DVec3, [a, b, c]: [DVec3; 3]) -> Option<f64> {
    let (u_side, v_side) = (b - a, c - a);
    let p = ray.cross(v_side);
    let determinant = u_side.dot(p);
    if determinant == 0.0 {
        return None;
    }
    let from_a = origin - a;
    let u = from_a.dot(p) / determinant;
    let q = from_a.cross(u_side);
    let v = ray.dot(q) / determinant;
    let inside = u >= 0.0 && v >= 0.0 && u + v <= 1.0;
    inside.then(|| v_side.dot(q) / determinant)
}
