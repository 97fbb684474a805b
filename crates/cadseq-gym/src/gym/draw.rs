//! The commands that draw: sketches, curves one by one, and sketches of design files.

use std::collections::BTreeMap;

use cadseq_program::{Frame, Plane, SketchPlane};
use glam::DVec3;
use serde::Serialize;

use super::{Gym, data};
use crate::GymError;
use crate::answer::Outcome;
use crate::boundary::{Boundary, BoundaryFace, check};
use crate::command::PlaneRequest;
use crate::error::shown;
use crate::reconstruct::{NamedCurve, Reconstruction};
use crate::sketch::{ProfileRecord, Sketch};

/// How far a point may lie from the face that it names, in cm, as in the Gym.
const POINT_ON_FACE: f64 = 0.01;

/// What an answer says of a sketch.
#[derive(Debug, Default, Serialize)]
struct SketchRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    sketch_id: Option<String>,
    sketch_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    curve_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profiles: Option<BTreeMap<String, ProfileRecord>>,
}

impl Gym {
    pub(super) fn add_sketch(&mut self, request: &PlaneRequest) -> Result<Outcome, GymError> {
        let (plane, frame) = self.plane(request)?;
        let sketch = self.design.add_sketch(plane, frame)?;
        data(&SketchRecord {
            sketch_id: Some(sketch.id.to_string()),
            sketch_name: sketch.name.clone(),
            ..SketchRecord::default()
        })
    }

    /// Draws into the sketch of this name; `draw` says the identifier of the curve, if it drew one.
    pub(super) fn change(
        &mut self,
        name: &str,
        draw: impl FnOnce(&mut Sketch) -> Result<Option<String>, GymError>,
    ) -> Result<Outcome, GymError> {
        let index = self.design.sketch(name)?;
        let (curve_id, sketch) = self.draw(index, draw)?;
        let record = SketchRecord {
            sketch_id: Some(self.design.sketches[index].id.to_string()),
            curve_id,
            ..sketch
        };
        data(&record)
    }

    pub(super) fn reconstruct_sketch(
        &mut self,
        request: &Reconstruction<'_>,
    ) -> Result<Outcome, GymError> {
        let file = request.sketch()?;
        let (plane, frame) = match (&request.sketch_plane, &file.transform) {
            (Some(plane), _) => self.plane(plane)?,
            (None, Some(transform)) => {
                let frame = transform.frame()?;
                (SketchPlane::Frame(frame), frame)
            }
            (None, None) => return Err(missing("sketch_data.transform or sketch_plane")),
        };
        let curves = file.curves(&request.transform())?;
        self.design.add_sketch(plane, frame)?;
        let index = self.design.sketches.len() - 1;
        let drawn = self.draw(index, |sketch| draw_all(sketch, curves));
        let drawn = drawn.inspect_err(|_| self.design.drop_sketch());
        data(&drawn?.1)
    }

    pub(super) fn reconstruct_profile(
        &mut self,
        request: &Reconstruction<'_>,
    ) -> Result<Outcome, GymError> {
        let index = self.named(request)?;
        let id = request.profile_id.as_deref();
        let id = id.ok_or_else(|| missing("profile_id"))?;
        let curves = request.sketch()?.profile(id, &request.transform())?;
        let ((), record) = self.draw(index, |sketch| draw_all(sketch, curves))?;
        data(&SketchRecord {
            profile_id: Some(id.to_owned()),
            ..record
        })
    }

    pub(super) fn reconstruct_curve(
        &mut self,
        request: &Reconstruction<'_>,
    ) -> Result<Outcome, GymError> {
        let index = self.named(request)?;
        let id = request.curve_id.as_deref();
        let id = id.ok_or_else(|| missing("curve_id"))?;
        let curve = request.sketch()?.curve(id, &request.transform())?;
        let ((), record) = self.draw(index, |sketch| draw_all(sketch, curve))?;
        data(&SketchRecord {
            curve_id: Some(id.to_owned()),
            ..record
        })
    }

    pub(super) fn reconstruct_curves(
        &mut self,
        request: &Reconstruction<'_>,
    ) -> Result<Outcome, GymError> {
        let index = self.named(request)?;
        let curves = request.sketch()?.curves(&request.transform())?;
        let ((), record) = self.draw(index, |sketch| draw_all(sketch, curves))?;
        data(&record)
    }

    fn named(&self, request: &Reconstruction<'_>) -> Result<usize, GymError> {
        let name = request.sketch_name.as_deref();
        self.design
            .sketch(name.ok_or_else(|| missing("sketch_name"))?)
    }

    /// Changes a sketch, or leaves it as it is where that fails.
    fn draw<T>(
        &mut self,
        index: usize,
        draw: impl FnOnce(&mut Sketch) -> Result<T, GymError>,
    ) -> Result<(T, SketchRecord), GymError> {
        let mut sketch = self.design.sketches[index].clone();
        let drawn = draw(&mut sketch)?;
        check("curves", sketch.curves.len(), self.limits.curves)?;
        let profiles = sketch.profiles()?.into_iter();
        let record = SketchRecord {
            sketch_name: sketch.name.clone(),
            profiles: Some(profiles.map(|it| (it.id, it.record)).collect()),
            ..SketchRecord::default()
        };
        self.design.sketches[index] = sketch;
        Ok((drawn, record))
    }

    /// Where a sketch lies that is to lie there.
    fn plane(&mut self, request: &PlaneRequest) -> Result<(SketchPlane, Frame), GymError> {
        match request {
            PlaneRequest::Name(name) => {
                let is_named = |plane: &Plane| plane.name().eq_ignore_ascii_case(name);
                match (Plane::ALL.into_iter().find(is_named), name.parse()) {
                    (Some(plane), _) => Ok((plane.into(), plane.frame())),
                    (None, Ok(number)) => self.plane_of_face(number),
                    (None, Err(_)) => Err(GymError::NoPlane { name: shown(name) }),
                }
            }
            PlaneRequest::Face(number) => self.plane_of_face(*number),
            PlaneRequest::Point(point) => {
                let point @ DVec3 { x, y, z } = point.position();
                let at = || format!("at ({x}, {y}, {z})");
                self.on_face(|it| it.face_at(point, POINT_ON_FACE), at)
            }
        }
    }

    fn plane_of_face(&mut self, number: u64) -> Result<(SketchPlane, Frame), GymError> {
        self.on_face(|it| it.face(number), || format!("with the number {number}"))
    }

    /// The plane of a planar face of the design, else of the target.
    fn on_face(
        &mut self,
        find: impl FnMut(&Boundary) -> Option<&BoundaryFace>,
        place: impl FnOnce() -> String,
    ) -> Result<(SketchPlane, Frame), GymError> {
        let found = self.design.boundary()?;
        let target = self.target.as_ref().map(|target| &target.boundary);
        let face = std::iter::once(&*found).chain(target).find_map(find);
        let Some((point, normal)) = face.and_then(BoundaryFace::plane) else {
            return Err(GymError::NoFace { place: place() });
        };
        let frame = Frame::on_plane(point, normal)?;
        Ok((SketchPlane::Frame(frame), frame))
    }
}

fn draw_all(
    sketch: &mut Sketch,
    curves: impl IntoIterator<Item = NamedCurve>,
) -> Result<(), GymError> {
    for (curve, id) in curves {
        sketch.draw(curve, Some(id))?;
    }
    Ok(())
}

fn missing(field: &str) -> GymError {
    let reason = format!("missing field `{field}`");
    GymError::Data { reason }
}
