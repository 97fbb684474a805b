//! Graphs of faces and edges: a node for each face, a link for each edge between two.

mod features;
mod sequence;

use cadseq_interchange::feature;
use cadseq_solid::FacePart;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::boundary::{Boundary, BoundaryFace};
use crate::command::GraphFormat;
use crate::design::Extruded;
use features::{LinkFeatures, NodeFeatures};
pub(crate) use sequence::sequence;

/// A graph, as networkx reads it.
#[derive(Debug, Serialize)]
pub(crate) struct Graph {
    directed: bool,
    multigraph: bool,
    /// What is said of the graph as a whole: nothing.
    #[serde(rename = "graph")]
    attributes: Map<String, Value>,
    nodes: Vec<Node>,
    links: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct Node {
    id: String,
    surface_type: &'static str,
    #[serde(flatten)]
    features: NodeFeatures,
    #[serde(flatten)]
    labels: Option<Labels>,
}

/// What made a face.
#[derive(Debug, Serialize)]
struct Labels {
    #[serde(rename = "location_in_feature_label")]
    location: &'static str,
    #[serde(rename = "timeline_index_label")]
    timeline: usize,
    #[serde(rename = "operation_label")]
    operation: &'static str,
}

#[derive(Debug, Serialize)]
struct Link {
    id: String,
    source: String,
    target: String,
    #[serde(flatten)]
    features: Option<LinkFeatures>,
}

/// The names of faces and edges by their indices.
pub(crate) struct Names {
    pub(crate) faces: Vec<String>,
    pub(crate) edges: Vec<String>,
}

impl Names {
    /// The numbers by which commands name faces; edges are numbered after them.
    pub(crate) fn numbers(boundary: &Boundary) -> Self {
        let numbers = boundary.faces.iter().map(|face| face.number);
        let next = numbers.clone().max().map_or(0, |last| last + 1);
        Self {
            faces: numbers.map(|number| number.to_string()).collect(),
            edges: (0..boundary.edges.len() as u64)
                .map(|index| (next + index).to_string())
                .collect(),
        }
    }
}

impl Graph {
    /// The graph of a boundary; with labels where extrudes are given.
    pub(crate) fn new(
        boundary: &Boundary,
        names: &Names,
        format: GraphFormat,
        labels: Option<&[Extruded]>,
    ) -> Self {
        let nodes = boundary.faces.iter().zip(&names.faces);
        let nodes = nodes.map(|(face, id)| Node {
            id: id.clone(),
            surface_type: face.surface_type(),
            features: NodeFeatures::new(boundary, face, format),
            labels: labels.and_then(|extrudes| label(face, extrudes)),
        });
        let links = boundary.edges.iter().zip(&names.edges);
        let links = links.map(|(edge, id)| Link {
            id: id.clone(),
            source: names.faces[edge.faces[0]].clone(),
            target: names.faces[edge.faces[1]].clone(),
            features: LinkFeatures::new(boundary, edge, format),
        });
        Self {
            directed: false,
            multigraph: false,
            attributes: Map::new(),
            nodes: nodes.collect(),
            links: links.collect(),
        }
    }
}

/// The name of the part of an extrude that made a face.
pub(crate) const fn location(part: FacePart) -> &'static str {
    match part {
        FacePart::Start => "StartFace",
        FacePart::End => "EndFace",
        FacePart::Side { .. } => "SideFace",
    }
}

/// The latest extrude that made a face, as in the Gym.
fn label(face: &BoundaryFace, extrudes: &[Extruded]) -> Option<Labels> {
    let origin = face.origins.last()?;
    let extrude = extrudes.get(origin.extrude as usize)?;
    Some(Labels {
        location: location(origin.part),
        timeline: extrude.timeline,
        operation: feature::name(extrude.boolean),
    })
}
