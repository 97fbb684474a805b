//! The frame of a sketch: an origin plane, any plane, or a face of the solid so far; and what faces are
//! called.

use cadseq_program::{FaceReference, Frame, SketchPlane};

use super::{FaceFault, Feature, Part, PartFault};
use crate::planar_face::{PlanarFace, Planes};
use crate::{Body, FaceOrigin, FacePart};
use std::sync::Arc;

/// How far, in model units, a point may lie from the face that it names: a micrometre, the last
/// digit that people write.
const POINT_TOLERANCE: f64 = 1e-4;

impl Part {
    /// What the language calls a face with these origins, such as `end(0)` or `side(0, 2)`: sorted,
    /// none twice.
    ///
    /// # Panics
    /// Where an origin is not one of this part's faces.
    pub fn face_names(&self, origins: &[FaceOrigin]) -> Vec<String> {
        let name = |origin: &FaceOrigin| {
            let extrude = origin.extrude as usize;
            let face = match origin.part {
                FacePart::Start => FaceReference::Start { extrude },
                FacePart::End => FaceReference::End { extrude },
                FacePart::Side { curve } => FaceReference::Side {
                    sketch: self.features[extrude].sketch(),
                    curve: curve as usize,
                },
            };
            SketchPlane::Face(face).to_string()
        };
        let mut names: Vec<String> = origins.iter().map(name).collect();
        names.sort();
        names.dedup();
        names
    }
}

/// Where a sketch on `plane` lies, given the bodies, sketches and features before it.
pub(super) fn frame(
    plane: &SketchPlane,
    bodies: &[Arc<Body>],
    features: &[Feature],
) -> Result<Frame, PartFault> {
    let reference = match plane {
        SketchPlane::Origin(plane) => return Ok(plane.frame()),
        SketchPlane::Frame(frame) => return Ok(*frame),
        SketchPlane::Face(reference) => reference,
    };
    let face = match *reference {
        FaceReference::Point(point) => {
            let faces = planes(bodies, |body| body.planar_faces_at(point, POINT_TOLERANCE))?;
            match faces.as_slice() {
                [] => return Err(FaceFault::NothingThere { point }.into()),
                [face] => face.clone(),
                several => {
                    let count = several.len();
                    return Err(FaceFault::SeveralThere { point, count }.into());
                }
            }
        }
        FaceReference::Start { extrude } => {
            named(plane, bodies, &[FaceOrigin::start(extrude as u32)])?
        }
        FaceReference::End { extrude } => named(plane, bodies, &[FaceOrigin::end(extrude as u32)])?,
        FaceReference::Side { sketch, curve } => {
            let of_sketch = |(number, feature): (usize, &Feature)| {
                (feature.sketch() == sketch).then(|| FaceOrigin::side(number as u32, curve as u32))
            };
            let features = features.iter().enumerate();
            let origins: Vec<_> = features.filter_map(of_sketch).collect();
            named(plane, bodies, &origins)?
        }
    };
    Frame::on_plane(face.point, face.normal).map_err(|_| {
        let face = plane.to_string();
        FaceFault::Gone { face }.into()
    })
}

/// The one plane on which all that is left of faces with these origins lies.
fn named(
    reference: &SketchPlane,
    bodies: &[Arc<Body>],
    origins: &[FaceOrigin],
) -> Result<PlanarFace, PartFault> {
    let mut found = Planes::new(POINT_TOLERANCE);
    for &origin in origins {
        for face in planes(bodies, |body| body.planes_of(origin))? {
            found.add((face.point, face.normal), &face.origins);
        }
    }
    let face = reference.to_string();
    match found.found.as_slice() {
        [] => Err(FaceFault::Gone { face }.into()),
        [one] => Ok(one.clone()),
        several => {
            let count = several.len();
            Err(FaceFault::Ambiguous { face, count }.into())
        }
    }
}

/// The different planes that a question to each body gives.
fn planes<E: Into<PartFault>>(
    bodies: &[Arc<Body>],
    ask: impl Fn(&Body) -> Result<Vec<PlanarFace>, E>,
) -> Result<Vec<PlanarFace>, PartFault> {
    let mut planes = Planes::new(POINT_TOLERANCE);
    for body in bodies {
        for face in ask(body).map_err(Into::into)? {
            planes.add((face.point, face.normal), &face.origins);
        }
    }
    Ok(planes.found)
}
