//! The graphs of a design after each of its extrudes, as files of an archive; with the faces between which each extrude
//! runs, where graphs are of faces.
//!
//! Faces keep their names from one graph to the next: a name is made of what first made the face, and of its rank among
//! those of one origin.

use std::collections::BTreeMap;

use cadseq_interchange::feature;
use cadseq_solid::{FaceOrigin, FacePart, Feature, Part};
use serde::Serialize;
use uuid::Uuid;

use super::{Graph, Names};
use crate::GymError;
use crate::boundary::{Boundary, BoundaryFace};
use crate::command::GraphFormat;
use crate::design::{Design, IsCancelled};
use crate::export::archived;
use crate::record::BoundingBox3D;

/// What names of faces begin from.
const NAMESPACE: Uuid = Uuid::from_u128(0x0f4e_1c1d_7a55_4b0e_8f57_4e0d_4d0b_93a7);

/// By how much, in square centimetres, one end of an extrude must be larger than the other to come first.
const LARGER: f64 = 0.01;

/// How far off a plane a face counts as on it, in cm.
const COPLANAR: f64 = 1e-4;

/// The sequence of extrudes, and what it leads to.
#[derive(Debug, Serialize)]
struct Sequence {
    sequence: Vec<SequenceStep>,
    properties: Properties,
}

/// An extrude from one face of the finished design to another.
#[derive(Debug, Serialize)]
struct SequenceStep {
    start_face: String,
    end_face: String,
    operation: &'static str,
    graph: String,
}

#[derive(Debug, Serialize)]
struct Properties {
    bounding_box: BoundingBox3D,
    extrude_count: usize,
    body_count: usize,
    timeline_count: usize,
}

/// The archive of all graphs, whose files' names begin with `stem`.
///
/// # Errors
/// Where there is no extrude, one of which no face is left, or a boundary that is too large.
pub(crate) fn sequence(
    design: &Design,
    stem: &str,
    format: GraphFormat,
    with_labels: bool,
    is_cancelled: IsCancelled<'_>,
) -> Result<Vec<u8>, GymError> {
    let (boundaries, part) = design.steps(is_cancelled)?;
    let last = boundaries.last().ok_or(GymError::NoBody)?;
    let labels = with_labels.then_some(design.extrudes.as_slice());
    let file = |index: usize| format!("{stem}_{index:04}.json");
    let mut files = Vec::new();
    for (index, boundary) in boundaries.iter().enumerate() {
        let graph = Graph::new(boundary, &names(boundary), format, labels);
        files.push((file(index), json(&graph)));
    }
    if format == GraphFormat::PerFace {
        let names = names(last);
        let steps = design.extrudes.iter().enumerate();
        let steps = steps.map(|(index, extrude)| {
            let ends = ends(last, &part, index)?;
            let [start_face, end_face] = ends.map(|face| names.faces[face].clone());
            Ok(SequenceStep {
                start_face,
                end_face,
                operation: feature::name(extrude.boolean),
                graph: file(index),
            })
        });
        let sequence = Sequence {
            sequence: steps.collect::<Result<_, GymError>>()?,
            properties: Properties {
                bounding_box: last.bounds.into(),
                extrude_count: design.extrudes.len(),
                body_count: last.bodies,
                timeline_count: design.timeline(),
            },
        };
        files.push((format!("{stem}_sequence.json"), json(&sequence)));
    }
    Ok(archived(&files))
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("records are JSON")
}

/// Names that stay from graph to graph.
fn names(boundary: &Boundary) -> Names {
    let mut ranks: BTreeMap<Option<FaceOrigin>, usize> = BTreeMap::new();
    let mut name = |face: &BoundaryFace| {
        let origin = face.origins.first().copied();
        let rank = ranks.entry(origin).or_default();
        *rank += 1;
        let origin = origin.map_or_else(String::new, |origin| match origin.part {
            FacePart::Start => format!("{} start", origin.extrude),
            FacePart::End => format!("{} end", origin.extrude),
            FacePart::Side { curve } => format!("{} side {curve}", origin.extrude),
        });
        Uuid::new_v5(&NAMESPACE, format!("{origin} {rank}").as_bytes()).to_string()
    };
    let faces: Vec<String> = boundary.faces.iter().map(&mut name).collect();
    let edges = boundary.edges.iter().enumerate().map(|(index, edge)| {
        let [a, b] = edge.faces.map(|face| faces[face].as_str());
        Uuid::new_v5(&NAMESPACE, format!("{a} {b} {index}").as_bytes()).to_string()
    });
    let edges = edges.collect();
    Names { faces, edges }
}

/// The faces of the finished design between which an extrude runs: of its two ends the one with the larger face, then
/// the other one or any face in its plane.
fn ends(boundary: &Boundary, part: &Part, extrude: usize) -> Result<[usize; 2], GymError> {
    let number = extrude as u32;
    let largest = |origin: FaceOrigin| {
        let faces = boundary.faces.iter().enumerate();
        let faces = faces.filter(|(_, face)| face.origins.contains(&origin));
        let largest = faces.max_by(|(_, a), (_, b)| a.area.total_cmp(&b.area));
        largest.map(|(index, _)| index)
    };
    let (start, end) = (
        largest(FaceOrigin::start(number)),
        largest(FaceOrigin::end(number)),
    );
    let area = |face: usize| boundary.faces[face].area;
    let Feature::Extrude(height) = &part.features[extrude];
    let coplanar = |height: f64| coplanar(boundary, part, extrude, height);
    let found = match (start, end) {
        (Some(start), Some(end)) if area(end) > area(start) + LARGER => Some([end, start]),
        (Some(start), Some(end)) => Some([start, end]),
        (Some(start), None) => coplanar(height.end).map(|end| [start, end]),
        (None, Some(end)) => coplanar(height.start).map(|start| [end, start]),
        (None, None) => None,
    };
    found.ok_or(GymError::NoSequence {
        number: extrude + 1,
    })
}

/// The first planar face at a height over the sketch of an extrude.
fn coplanar(boundary: &Boundary, part: &Part, extrude: usize, height: f64) -> Option<usize> {
    let frame = part.sketches[part.features[extrude].sketch()].frame;
    let point = frame.origin() + frame.normal() * height;
    let is_there = |face: &BoundaryFace| {
        face.plane().is_some_and(|(on_plane, normal)| {
            let is_parallel = normal.cross(frame.normal()).length() < COPLANAR;
            is_parallel && (on_plane - point).dot(frame.normal()).abs() < COPLANAR
        })
    };
    boundary.faces.iter().position(is_there)
}
