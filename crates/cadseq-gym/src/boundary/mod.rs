//! The faces and edges of a solid as the Gym shows them.
//!
//! They are read off the mesh, which knows the exact surface under each triangle and the two faces at each edge; what
//! the triangles only come near to (areas, lengths) is made exact again where lines and circles bound a face.

mod area;
mod chart;
mod edge;
mod inside;

use std::collections::BTreeMap;

use cadseq_solid::{Bounds3, FaceOrigin, Mesh, MeshTolerance, Solid, Surface};
use glam::{DVec2, DVec3};

pub(crate) use chart::{Chart, Range};
pub(crate) use edge::{BoundaryEdge, Convexity, EdgeShape};

use crate::{GymError, Limits};

/// The boundary of all bodies of a solid.
#[derive(Debug, Clone, Default)]
pub(crate) struct Boundary {
    /// The faces, body after body.
    pub(crate) faces: Vec<BoundaryFace>,
    /// The edges, body after body.
    pub(crate) edges: Vec<BoundaryEdge>,
    /// How many bodies there are.
    pub(crate) bodies: usize,
    /// The box around all of it.
    pub(crate) bounds: Option<Bounds3>,
}

/// A face.
#[derive(Debug, Clone)]
pub(crate) struct BoundaryFace {
    /// The number by which commands name it, until the design changes.
    pub(crate) number: u64,
    /// Index of its body.
    pub(crate) body: usize,
    /// Its surface.
    pub(crate) surface: Surface,
    /// What in the program made it, sorted; none of a target's faces has any.
    pub(crate) origins: Vec<FaceOrigin>,
    /// Its triangles.
    pub(crate) triangles: Vec<[DVec3; 3]>,
    /// Parameters over its surface.
    pub(crate) chart: Chart,
    /// The triangles in these parameters.
    pub(crate) flat: Vec<[DVec2; 3]>,
    /// A point inside of it, on its surface.
    pub(crate) point: DVec3,
    /// Its area in square centimetres.
    pub(crate) area: f64,
}

impl Boundary {
    /// The boundary of a solid, its faces numbered from `first` on.
    ///
    /// # Errors
    /// Bodies that cannot be meshed, and more faces or triangles than the limits.
    pub(crate) fn new(solid: &Solid, first: u64, limits: &Limits) -> Result<Self, GymError> {
        let mut boundary = Self {
            bodies: solid.bodies().len(),
            bounds: solid.bounds()?,
            ..Self::default()
        };
        let Some(bounds) = boundary.bounds else {
            return Ok(boundary);
        };
        let tolerance = MeshTolerance::of_file(bounds.diagonal());
        for (number, body) in solid.bodies().iter().enumerate() {
            let mesh = body.mesh(tolerance)?;
            let faces = boundary.faces.len() + mesh.faces.len();
            check("faces", faces, limits.faces)?;
            check("triangles", mesh.triangles.len(), limits.triangles)?;
            boundary.add(number, &mesh, first);
        }
        area::measure(&mut boundary);
        Ok(boundary)
    }

    /// The face with this number.
    pub(crate) fn face(&self, number: u64) -> Option<&BoundaryFace> {
        self.faces.iter().find(|face| face.number == number)
    }

    /// The planar face on which a point lies to a tolerance; of several the nearest, then the first.
    pub(crate) fn face_at(&self, point: DVec3, tolerance: f64) -> Option<&BoundaryFace> {
        let near = self.faces.iter().filter_map(|face| {
            let (on_plane, normal) = face.plane()?;
            let distance = (point - on_plane).dot(normal).abs();
            (distance <= tolerance && face.contains(point)).then_some((distance, face))
        });
        near.min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, face)| face)
    }

    /// Whether a point of the face's surface lies in the face or elsewhere in its body or on its boundary.
    pub(crate) fn is_in_body(&self, face: &BoundaryFace, point: DVec3) -> bool {
        face.contains(point) || self.is_inside(face, point)
    }

    fn add(&mut self, body: usize, mesh: &Mesh, first: u64) {
        let before = self.faces.len();
        let mut triangles = vec![Vec::new(); mesh.faces.len()];
        let mut opposite = BTreeMap::new();
        for (corners, &face) in mesh.triangles.iter().zip(&mesh.triangle_faces) {
            triangles[face as usize].push(corners.map(|corner| mesh.positions[corner as usize]));
            for k in 0..3 {
                let [a, b, c] = [0, 1, 2].map(|step| corners[(k + step) % 3]);
                opposite.insert((face, a.min(b), a.max(b)), c);
            }
        }
        for (index, (face, triangles)) in mesh.faces.iter().zip(triangles).enumerate() {
            let number = first + (before + index) as u64;
            let (surface, origins) = (face.surface, face.origins.clone());
            self.faces
                .push(BoundaryFace::new(number, body, surface, origins, triangles));
        }
        for edge in &mesh.edges {
            let edge = BoundaryEdge::new(mesh, edge, &opposite, before);
            self.edges.push(edge);
        }
    }
}

impl BoundaryFace {
    fn new(
        number: u64,
        body: usize,
        surface: Surface,
        origins: Vec<FaceOrigin>,
        triangles: Vec<[DVec3; 3]>,
    ) -> Self {
        let chart = Chart::new(&surface);
        let flat: Vec<[DVec2; 3]> = triangles.iter().map(|it| chart.triangle(it)).collect();
        let middle = |triangle: &[DVec2; 3]| (triangle[0] + triangle[1] + triangle[2]) / 3.0;
        let largest = flat
            .iter()
            .max_by(|a, b| flat_area(a).total_cmp(&flat_area(b)));
        let point = largest.map_or(DVec3::ZERO, |triangle| chart.point(middle(triangle)));
        Self {
            number,
            body,
            surface,
            origins,
            triangles,
            chart,
            flat,
            point,
            area: 0.0,
        }
    }

    /// A point and the outward normal, where the face is planar.
    pub(crate) const fn plane(&self) -> Option<(DVec3, DVec3)> {
        match self.surface {
            Surface::Plane { point, normal } => Some((point, normal)),
            Surface::Cylinder { .. } => None,
        }
    }

    /// The outward normal at the point inside of it.
    pub(crate) fn normal(&self) -> DVec3 {
        self.surface.normal_at(self.point)
    }

    /// Whether the point of its surface nearest to a point lies in the face.
    pub(crate) fn contains(&self, point: DVec3) -> bool {
        let point = self.chart.parameters(point);
        let turns = self.chart.turns();
        let mut triangles = self.flat.iter();
        triangles.any(|triangle| turns.iter().any(|&turn| is_in(triangle, point + turn)))
    }

    /// The parameters over which it extends.
    pub(crate) fn range(&self) -> Range {
        self.chart.range(&self.flat)
    }

    /// The name of its surface's type in Fusion 360's API.
    pub(crate) const fn surface_type(&self) -> &'static str {
        match self.surface {
            Surface::Plane { .. } => "PlaneSurfaceType",
            Surface::Cylinder { .. } => "CylinderSurfaceType",
        }
    }
}

/// Refuses more than a limit.
pub(crate) const fn check(what: &'static str, count: usize, limit: usize) -> Result<(), GymError> {
    if count > limit {
        return Err(GymError::TooMany { what, count, limit });
    }
    Ok(())
}

/// Area of a triangle in parameters.
fn flat_area(&[a, b, c]: &[DVec2; 3]) -> f64 {
    (b - a).perp_dot(c - a).abs() / 2.0
}

/// Whether a point lies in a triangle, its sides included.
fn is_in(triangle: &[DVec2; 3], point: DVec2) -> bool {
    let side = |k: usize| {
        let (a, b) = (triangle[k], triangle[(k + 1) % 3]);
        (b - a).perp_dot(point - a)
    };
    let sides = [side(0), side(1), side(2)];
    let slack = 1e-9 * flat_area(triangle);
    sides.iter().all(|&side| side >= -slack) || sides.iter().all(|&side| side <= slack)
}
