//! A closed triangle mesh that remembers the exact faces it was cut from.

use glam::DVec3;

/// A watertight triangle mesh in world coordinates (model units). Neighbouring triangles share
/// their corners, triangles run counter-clockwise seen from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Mesh {
    /// Corner positions; no position stands twice.
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// Its surface, with the outward side.
    pub surface: Surface,
    /// What in the program made it.
    pub origin: FaceOrigin,
}

/// The surface under a face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Surface {
    /// A plane.
    Plane {
        /// Outward unit normal.
        normal: DVec3,
    },
    /// A circular cylinder.
    Cylinder {
        /// A point of the axis.
        axis_point: DVec3,
        /// Unit direction of the axis.
        axis: DVec3,
        /// Whether the solid lies outside the cylinder, so that normals point to the axis.
        concave: bool,
    },
}

/// What in the program made a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaceOrigin {
    /// The profile on the sketch plane.
    StartCap,
    /// The profile at the extrusion's depth.
    EndCap,
    /// The side swept by the curve with this index in its sketch.
    Side(u32),
}

/// An edge of the exact solid.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Corner indices along the edge; a closed edge repeats its first corner at the end.
    pub corners: Vec<u32>,
    /// Indices of the two faces that meet there.
    pub faces: [u32; 2],
}

impl Surface {
    /// Outward unit normal at a point of the surface.
    pub fn normal_at(&self, point: DVec3) -> DVec3 {
        match *self {
            Self::Plane { normal } => normal,
            Self::Cylinder {
                axis_point,
                axis,
                concave,
            } => {
                let outward = (point - axis_point)
                    .reject_from_normalized(axis)
                    .normalize_or_zero();
                if concave { -outward } else { outward }
            }
        }
    }
}
