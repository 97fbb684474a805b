//! Which faces a kernel body has, and what made them.

use arris::geom::Surface as KernelSurface;
use arris::math::Control;
use arris::ops::query::{Operand, distance};
use arris::topo::{Face, Orientation, Shape};
use glam::DVec3;

use super::vectors::{kernel_point, point, vector};
use super::{KernelBody, KernelError};
use crate::planar_face::{PlanarFace, Planes};
use crate::{FaceOrigin, Surface};

impl KernelBody {
    /// As [`Stack::planes_of`](crate::Stack::planes_of).
    ///
    /// # Errors
    /// Where a face lies on a surface that extrudes do not make.
    pub(crate) fn planes_of(&self, origin: FaceOrigin) -> Result<Vec<PlanarFace>, KernelError> {
        self.planes_where(|face| Ok(self.origins(face).binary_search(&origin).is_ok()))
    }

    /// As [`Stack::planar_faces_at`](crate::Stack::planar_faces_at).
    ///
    /// # Errors
    /// Where a face lies on a surface that extrudes do not make.
    pub(crate) fn planar_faces_at(
        &self,
        position: DVec3,
        tolerance: f64,
    ) -> Result<Vec<PlanarFace>, KernelError> {
        let position = Operand::Point(kernel_point(position));
        self.planes_where(|face| {
            let face = Operand::Shape(Shape::new(face.id, face.orientation));
            distance(&self.model, position, face, &Control::NONE)
                .map(|found| found.distance <= tolerance)
                .map_err(|error| KernelError::query("take apart", &error))
        })
    }

    fn planes_where(
        &self,
        holds: impl Fn(Face) -> Result<bool, KernelError>,
    ) -> Result<Vec<PlanarFace>, KernelError> {
        let mut planes = Planes::new(super::DISPLACEMENT);
        for (face, surface) in self.face_uses()? {
            if let Surface::Plane { point, normal } = surface
                && holds(face)?
            {
                planes.add((point, normal), &self.origins(face));
            }
        }
        Ok(planes.found)
    }

    /// All faces with their surfaces.
    pub(super) fn face_uses(&self) -> Result<Vec<(Face, Surface)>, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("take apart", &error);
        let faces = self.model.faces(self.body).map_err(|e| failed(&e))?;
        faces
            .into_iter()
            .map(|face| {
                let entity = self.model.face(face.id).map_err(|e| failed(&e))?;
                let surface = self
                    .model
                    .surface(entity.surface())
                    .map_err(|e| failed(&e))?;
                Ok((face, own_surface(surface, face.orientation)?))
            })
            .collect()
    }

    /// What made a face.
    pub(super) fn origins(&self, face: Face) -> Vec<FaceOrigin> {
        self.origins.get(&face.id).cloned().unwrap_or_default()
    }
}

/// The surface in this crate's terms, its normal outward.
fn own_surface(surface: &KernelSurface, orientation: Orientation) -> Result<Surface, KernelError> {
    let reversed = orientation == Orientation::Reversed;
    match surface {
        KernelSurface::Plane { frame } => {
            let normal = vector(frame.z().into_inner());
            Ok(Surface::Plane {
                point: point(frame.origin()),
                normal: if reversed { -normal } else { normal },
            })
        }
        KernelSurface::Cylinder { frame, radius } => Ok(Surface::Cylinder {
            axis_point: point(frame.origin()),
            axis: vector(frame.z().into_inner()),
            radius: *radius,
            concave: reversed,
        }),
        other => Err(KernelError::query(
            "take apart",
            &format!("it has a face on a surface of kind {:?}", other.kind()),
        )),
    }
}
