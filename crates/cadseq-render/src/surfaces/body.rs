//! Things in front of a camera: triangles and exact surfaces in camera coordinates.

use cadseq_solid::{Mesh, Surface};
use glam::{DMat3, DVec3, Mat3, Vec3};

use crate::Camera;

/// Where a mesh stands in the world: turned and scaled, then moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placement {
    /// A rotation.
    pub rotation: DMat3,
    /// World units per unit of the mesh, above zero.
    pub scale: f64,
    /// World position of the mesh's origin.
    pub translation: DVec3,
}

impl Placement {
    /// As the mesh is.
    pub(crate) const IDENTITY: Self = Self {
        rotation: DMat3::IDENTITY,
        scale: 1.0,
        translation: DVec3::ZERO,
    };
}

/// The surface under a face, in camera coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum BodySurface {
    /// A plane with its outward unit normal.
    Plane(Vec3),
    /// A circular cylinder.
    Cylinder {
        /// A point of the axis.
        point: Vec3,
        /// Unit direction of the axis.
        axis: Vec3,
        /// 1 if normals point away from the axis, -1 if to it.
        side: f32,
    },
    /// An ellipsoid.
    Ellipsoid {
        /// Its middle.
        center: Vec3,
        /// Maps the vector from the middle to a normal, not of unit length.
        shape: Mat3,
    },
}

impl BodySurface {
    /// The outward unit normal at a point of the surface.
    pub(crate) fn normal_at(&self, at: Vec3) -> Vec3 {
        match *self {
            Self::Plane(normal) => normal,
            Self::Cylinder { point, axis, side } => {
                let from_point = at - point;
                let outward = from_point - axis * axis.dot(from_point);
                (outward * side).normalize_or(Vec3::NEG_Z)
            }
            Self::Ellipsoid { center, shape } => (shape * (at - center)).normalize_or(Vec3::NEG_Z),
        }
    }
}

/// Triangles in camera coordinates, with the surface of each.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Body {
    /// Corners, in camera coordinates.
    pub points: Vec<DVec3>,
    /// Corner indices, counter-clockwise seen from outside.
    pub triangles: Vec<[u32; 3]>,
    /// For each triangle, its surface.
    pub triangle_faces: Vec<u32>,
    /// The surfaces.
    pub surfaces: Vec<BodySurface>,
}

impl Body {
    /// A mesh that stands somewhere in the world, as a camera sees it.
    pub(crate) fn of_mesh(mesh: &Mesh, camera: &Camera, place: &Placement) -> Self {
        let turn = camera.camera_from_world * place.rotation;
        let shift = camera.to_camera(place.translation);
        let to_camera = |point: DVec3| turn * (point * place.scale) + shift;
        let surfaces = mesh.faces.iter().map(|face| match face.surface {
            Surface::Plane { normal, .. } => BodySurface::Plane((turn * normal).as_vec3()),
            Surface::Cylinder {
                axis_point,
                axis,
                concave,
                ..
            } => BodySurface::Cylinder {
                point: to_camera(axis_point).as_vec3(),
                axis: (turn * axis).as_vec3(),
                side: if concave { -1.0 } else { 1.0 },
            },
        });
        Self {
            surfaces: surfaces.collect(),
            points: mesh
                .positions
                .iter()
                .map(|&point| to_camera(point))
                .collect(),
            triangles: mesh.triangles.clone(),
            triangle_faces: mesh.triangle_faces.clone(),
        }
    }

    /// The body turned (by a rotation), scaled and moved.
    pub(crate) fn moved(&self, turn: DMat3, scale: f64, shift: DVec3) -> Self {
        let to = |point: DVec3| turn * (point * scale) + shift;
        let turn_single = turn.as_mat3();
        let surfaces = self.surfaces.iter().map(|surface| match *surface {
            BodySurface::Plane(normal) => BodySurface::Plane(turn_single * normal),
            BodySurface::Cylinder { point, axis, side } => BodySurface::Cylinder {
                point: to(point.as_dvec3()).as_vec3(),
                axis: turn_single * axis,
                side,
            },
            BodySurface::Ellipsoid { center, shape } => BodySurface::Ellipsoid {
                center: to(center.as_dvec3()).as_vec3(),
                shape: turn_single * shape * turn_single.transpose(),
            },
        });
        Self {
            surfaces: surfaces.collect(),
            points: self.points.iter().map(|&point| to(point)).collect(),
            triangles: self.triangles.clone(),
            triangle_faces: self.triangle_faces.clone(),
        }
    }

    /// Adds another body; its surfaces are numbered after these.
    pub(crate) fn append(&mut self, more: Self) {
        let (corners, faces) = (self.points.len() as u32, self.surfaces.len() as u32);
        self.points.extend(more.points);
        self.surfaces.extend(more.surfaces);
        self.triangles.extend(
            more.triangles
                .iter()
                .map(|t| t.map(|corner| corner + corners)),
        );
        self.triangle_faces
            .extend(more.triangle_faces.iter().map(|face| face + faces));
    }
}
