//! The target: a solid that is to be made again, and extrudes between two of its faces.

mod smt;

use cadseq_program::{Arc, Circle, Curve, Frame, Line, SketchPlane};
use cadseq_solid::Solid;
use cadseq_solid::outline::DEFAULT_TOLERANCE;
use cadseq_solid::sketch::Sketch as Profiles;
use glam::DVec2;

use crate::boundary::{Boundary, BoundaryEdge, BoundaryFace, EdgeShape};
use crate::design::Drawing;
use crate::{GymError, Limits};
pub use smt::SmtError;

/// Number of a target's first face, beyond those of any design.
const FIRST_FACE: u64 = 1_000_001;

/// Sine of the angle between planes that count as parallel.
const PARALLEL: f64 = 1e-6;

/// A solid that is to be made again.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) solid: Solid,
    pub(crate) boundary: Boundary,
}

impl Target {
    /// The target in the text of Autodesk's kernel.
    ///
    /// # Errors
    /// As [`Target::from_step`].
    pub(crate) fn from_smt(text: &str, limits: &Limits) -> Result<Self, GymError> {
        Self::from_step(&smt::to_step(text)?, limits)
    }

    /// The target in the text of a STEP file.
    ///
    /// # Errors
    /// Where the text has no solid of planes and cylinders, and more faces than the limit.
    pub(crate) fn from_step(text: &str, limits: &Limits) -> Result<Self, GymError> {
        let solid = Solid::from_step(text)?;
        let boundary = Boundary::new(&solid, FIRST_FACE, limits)?;
        Ok(Self { solid, boundary })
    }

    /// The start face as a drawing, and how far along its normal the plane of the end face lies.
    ///
    /// # Errors
    /// Faces that are not there, not planar or not parallel, or lie in one plane; edges that sketches do not have.
    pub(crate) fn extrude(&self, start: &str, end: &str) -> Result<(Drawing, f64), GymError> {
        let (start, plane) = self.face(start, "Start")?;
        let (_, end) = self.face(end, "End")?;
        let fault = |problem| {
            let which = "End";
            Err(GymError::TargetFace { which, problem })
        };
        if plane.1.cross(end.1).length() > PARALLEL {
            return fault("is not parallel to start face");
        }
        let distance = (end.0 - plane.0).dot(plane.1);
        if distance.abs() <= DEFAULT_TOLERANCE {
            return fault("is coplanar to start face");
        }
        Ok((self.drawing(start, plane)?, distance))
    }

    /// The planar face of this number, with its plane.
    fn face(&self, number: &str, which: &'static str) -> Result<(&BoundaryFace, Plane), GymError> {
        let fault = |problem| GymError::TargetFace { which, problem };
        let face = number.parse().ok().and_then(|it| self.boundary.face(it));
        let face = face.ok_or_else(|| fault("not in target"))?;
        let plane = face.plane().ok_or_else(|| fault("is not a plane"))?;
        Ok((face, plane))
    }

    fn drawing(&self, face: &BoundaryFace, (point, normal): Plane) -> Result<Drawing, GymError> {
        let frame = Frame::on_plane(point, normal)?;
        let around = self.boundary.edges.iter();
        let around = around.filter(|edge| self.has(edge, face));
        let curves = around.map(|edge| curve(edge, &frame));
        let curves = curves.collect::<Result<Vec<_>, _>>()?;
        let profiles = Profiles::new(&curves, DEFAULT_TOLERANCE)?;
        let (inside, _) = frame.to_sketch(face.point);
        for profile in 0..profiles.profile_count() {
            if profiles.profile(profile)?.contains(inside) {
                return Ok(Drawing {
                    plane: SketchPlane::Frame(frame),
                    curves,
                    profile,
                });
            }
        }
        Err(GymError::TargetFace {
            which: "Start",
            problem: "has no closed boundary",
        })
    }

    fn has(&self, edge: &BoundaryEdge, face: &BoundaryFace) -> bool {
        let mut faces = edge.faces.iter();
        faces.any(|&index| self.boundary.faces[index].number == face.number)
    }
}

/// A point and the outward normal.
type Plane = (glam::DVec3, glam::DVec3);

/// An edge of a face, in the coordinates of the face's frame.
fn curve(edge: &BoundaryEdge, frame: &Frame) -> Result<Curve, GymError> {
    let flat = |index: usize| frame.to_sketch(edge.points[index]).0;
    let (first, last) = (flat(0), flat(edge.points.len() - 1));
    match edge.shape {
        EdgeShape::Line => Ok(Curve::Line(Line {
            start: first,
            end: last,
        })),
        EdgeShape::Circle { center, radius } => {
            let center = frame.to_sketch(center).0;
            if edge.is_closed() {
                return Ok(Curve::Circle(Circle { center, radius }));
            }
            let turn = (first - center).perp_dot(flat(1) - center);
            let sweep = edge.chord_angles().sum::<f64>().to_degrees();
            Ok(Curve::Arc(Arc {
                start: on_circle(center, radius, first),
                center,
                sweep_deg: sweep.copysign(turn),
            }))
        }
        EdgeShape::Ellipse | EdgeShape::Other => Err(GymError::TargetFace {
            which: "Start",
            problem: "has an edge that is neither a line nor an arc",
        }),
    }
}

/// The point of a circle that is nearest.
fn on_circle(center: DVec2, radius: f64, point: DVec2) -> DVec2 {
    center + (point - center).normalize_or(DVec2::X) * radius
}
