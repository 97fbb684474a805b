//! Things in front of a camera: triangles and exact surfaces in camera coordinates.

use cadseq_solid::{Mesh, Surface};
use glam::{DMat3, DVec3, Mat3, Vec3};

use crate::Camera;

/// Share of a body's greatest depth from which on it is drawn in perspective.
const NEAR_SHARE: f64 = 1e-3;

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
    /// A mesh as a camera sees it.
    pub(crate) fn seen_by(mesh: &Mesh, camera: &Camera) -> Self {
        Self::of_mesh(
            mesh,
            camera.camera_from_world,
            camera.to_camera(DVec3::ZERO),
        )
    }

    /// A mesh turned (by a rotation), then moved.
    pub(crate) fn of_mesh(mesh: &Mesh, turn: DMat3, shift: DVec3) -> Self {
        let to_camera = |point: DVec3| turn * point + shift;
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

    /// What is nearer to the camera's plane than this is cut off in perspective.
    pub(crate) fn near(&self) -> f64 {
        let depths = self.points.iter().map(|point| point.z);
        NEAR_SHARE * depths.fold(0.0, f64::max)
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
