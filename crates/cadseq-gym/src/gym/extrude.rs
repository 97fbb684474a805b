//! The commands that extrude: a profile by a distance, or a face of the target to another one.

use cadseq_interchange::feature;
use cadseq_program::BooleanOperation;
use cadseq_solid::FacePart;
use glam::DVec3;
use serde::Serialize;

use super::{Gym, data};
use crate::GymError;
use crate::answer::Outcome;
use crate::boundary::{Boundary, BoundaryFace};
use crate::command::{AddExtrude, FaceAction, GraphFormat};
use crate::design::{Design, Drawing, IsCancelled};
use crate::error::shown;
use crate::graph::{Graph, Names, location};
use crate::record::{BoundingBox3D, Point3D};

/// What an answer says after an extrude.
#[derive(Debug, Serialize)]
struct ExtrudeData {
    extrude: ExtrudeRecord,
    graph: Graph,
    #[serde(skip_serializing_if = "Option::is_none")]
    iou: Option<f64>,
    bounding_box: BoundingBox3D,
}

/// The faces that an extrude made.
#[derive(Debug, Serialize)]
struct ExtrudeRecord {
    r#type: &'static str,
    faces: Vec<FaceRecord>,
}

#[derive(Debug, Serialize)]
struct FaceRecord {
    r#type: &'static str,
    face_id: u64,
    point_on_face: Point3D,
    surface_type: &'static str,
    vertices: Vec<Point3D>,
    location_in_feature: &'static str,
}

impl Gym {
    pub(super) fn add_extrude(
        &mut self,
        request: &AddExtrude,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<Outcome, GymError> {
        let sketch = &self.design.sketches[self.design.sketch(&request.sketch_name)?];
        let profiles = sketch.profiles()?;
        let profile = profiles.iter().position(|it| it.id == request.profile_id);
        let drawing = Drawing {
            plane: sketch.plane,
            curves: sketch.curves.clone(),
            profile: profile.ok_or(GymError::NoProfile)?,
        };
        let boolean = boolean(&request.operation)?;
        let design = &mut self.design;
        design.extrude(drawing, request.distance, boolean, is_cancelled)?;
        self.extrude_data()
    }

    /// Extrudes faces of the target one after the other; all or none.
    pub(super) fn extrude_target_faces(
        &mut self,
        actions: &[FaceAction],
        revert: bool,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<Outcome, GymError> {
        let target = self.target.as_ref().ok_or(GymError::NoTarget)?;
        if actions.is_empty() {
            let reason = String::from("actions: there is none");
            return Err(GymError::Data { reason });
        }
        let mut design = if revert {
            Design::new(self.limits)
        } else {
            self.design.clone()
        };
        for action in actions {
            let boolean = boolean(&action.operation)?;
            let meets = matches!(boolean, BooleanOperation::Cut | BooleanOperation::Intersect);
            if meets && design.solid.is_empty() {
                return Err(GymError::NothingToMeet);
            }
            let (drawing, distance) = target.extrude(&action.start_face, &action.end_face)?;
            design.extrude(drawing, distance, boolean, is_cancelled)?;
        }
        self.design = design;
        self.extrude_data()
    }

    /// What is to be said after the latest extrude.
    fn extrude_data(&mut self) -> Result<Outcome, GymError> {
        let boundary = self.design.boundary()?;
        let number = self.design.extrudes.len() as u32 - 1;
        let target = self.target.as_ref();
        let overlap = target.map(|target| target.solid.overlap(&self.design.solid));
        data(&ExtrudeData {
            extrude: ExtrudeRecord {
                r#type: "ExtrudeFeature",
                faces: faces(&boundary, number),
            },
            graph: Graph::new(
                &boundary,
                &Names::numbers(&boundary),
                GraphFormat::PerFace,
                None,
            ),
            iou: overlap.transpose()?.map(|overlap| overlap.iou()),
            bounding_box: boundary.bounds.into(),
        })
    }
}

/// The operation with this name of Fusion 360's API.
fn boolean(name: &str) -> Result<BooleanOperation, GymError> {
    feature::from_name(name).ok_or_else(|| GymError::NoOperation { name: shown(name) })
}

/// The faces that an extrude made: at its start, then its sides, then at its end.
fn faces(boundary: &Boundary, extrude: u32) -> Vec<FaceRecord> {
    let order = |part: &FacePart| match part {
        FacePart::Start => 0,
        FacePart::Side { .. } => 1,
        FacePart::End => 2,
    };
    let made = boundary
        .faces
        .iter()
        .enumerate()
        .filter_map(|(index, face)| {
            let origin = face.origins.iter().find(|it| it.extrude == extrude)?;
            Some((origin.part, index, face))
        });
    let mut made: Vec<_> = made.collect();
    made.sort_by_key(|(part, index, _)| (order(part), *index));
    let record = |(part, index, face): (FacePart, usize, &BoundaryFace)| FaceRecord {
        r#type: "BRepFace",
        face_id: face.number,
        point_on_face: face.point.into(),
        surface_type: face.surface_type(),
        vertices: vertices(boundary, index),
        location_in_feature: location(part),
    };
    made.into_iter().map(record).collect()
}

/// The corners of a face; a closed edge has one.
fn vertices(boundary: &Boundary, face: usize) -> Vec<Point3D> {
    let edges = boundary.edges.iter();
    let edges = edges.filter(|edge| edge.faces.contains(&face));
    let ends = edges.flat_map(|edge| [edge.points[0], edge.points[edge.points.len() - 1]]);
    let mut corners: Vec<DVec3> = Vec::new();
    for end in ends {
        if !corners.contains(&end) {
            corners.push(end);
        }
    }
    corners.into_iter().map(Point3D::from).collect()
}
