//! What graphs say of faces and edges.

use glam::{DVec2, DVec3};
use serde::Serialize;

use crate::boundary::{Boundary, BoundaryEdge, BoundaryFace};
use crate::command::GraphFormat;
use cadseq_solid::Surface;

/// Samples of a face along each of its parameters, the ends left out.
const SAMPLES: usize = 10;

/// Cosine of the angle between faces that are perpendicular.
const PERPENDICULAR: f64 = 1e-6;

/// What a graph says of a face.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum NodeFeatures {
    /// Points over the parameters of the surface, three numbers each, and whether the body is there.
    PerFace {
        points: Vec<f64>,
        normals: Vec<f64>,
        trimming_mask: Vec<u8>,
    },
    PerExtrude(Box<FaceFeatures>),
}

#[derive(Debug, Serialize)]
pub(super) struct FaceFeatures {
    reversed: bool,
    area: f64,
    normal_x: f64,
    normal_y: f64,
    normal_z: f64,
    max_tangent_x: f64,
    max_tangent_y: f64,
    max_tangent_z: f64,
    max_curvature: f64,
    min_curvature: f64,
}

/// What a graph of the format `PerExtrude` says of an edge.
#[derive(Debug, Serialize)]
pub(super) struct LinkFeatures {
    curve_type: &'static str,
    length: f64,
    convexity: &'static str,
    perpendicular: bool,
    direction_x: f64,
    direction_y: f64,
    direction_z: f64,
    curvature: f64,
}

impl NodeFeatures {
    pub(super) fn new(boundary: &Boundary, face: &BoundaryFace, format: GraphFormat) -> Self {
        match format {
            GraphFormat::PerFace => per_face(boundary, face),
            GraphFormat::PerExtrude => Self::PerExtrude(Box::new(per_extrude(face))),
        }
    }
}

fn per_face(boundary: &Boundary, face: &BoundaryFace) -> NodeFeatures {
    let mut points = Vec::with_capacity(3 * SAMPLES * SAMPLES);
    let mut normals = Vec::with_capacity(3 * SAMPLES * SAMPLES);
    let mut trimming_mask = Vec::with_capacity(SAMPLES * SAMPLES);
    let range = face.range();
    let share = |k: usize| (k + 1) as f64 / (SAMPLES + 1) as f64;
    for u in 0..SAMPLES {
        for v in 0..SAMPLES {
            let along = DVec2::new(share(u), share(v));
            let point = face
                .chart
                .point(range.low + (range.high - range.low) * along);
            points.extend((point + DVec3::ZERO).to_array());
            normals.extend((face.surface.normal_at(point) + DVec3::ZERO).to_array());
            trimming_mask.push(u8::from(boundary.is_in_body(face, point)));
        }
    }
    NodeFeatures::PerFace {
        points,
        normals,
        trimming_mask,
    }
}

fn per_extrude(face: &BoundaryFace) -> FaceFeatures {
    let [normal_x, normal_y, normal_z] = (face.normal() + DVec3::ZERO).to_array();
    let tangent = face.chart.max_tangent(face.point) + DVec3::ZERO;
    let [max_tangent_x, max_tangent_y, max_tangent_z] = tangent.to_array();
    FaceFeatures {
        reversed: matches!(face.surface, Surface::Cylinder { concave: true, .. }),
        area: face.area,
        normal_x,
        normal_y,
        normal_z,
        max_tangent_x,
        max_tangent_y,
        max_tangent_z,
        max_curvature: face.chart.max_curvature(),
        min_curvature: 0.0,
    }
}

impl LinkFeatures {
    pub(super) fn new(
        boundary: &Boundary,
        edge: &BoundaryEdge,
        format: GraphFormat,
    ) -> Option<Self> {
        if format == GraphFormat::PerFace {
            return None;
        }
        let [a, b] = edge.faces.map(|index| boundary.faces[index].normal());
        let [direction_x, direction_y, direction_z] = (edge.direction() + DVec3::ZERO).to_array();
        Some(Self {
            curve_type: edge.curve_type(),
            length: edge.length(),
            convexity: edge.convexity.name(),
            perpendicular: a.dot(b).abs() < PERPENDICULAR,
            direction_x,
            direction_y,
            direction_z,
            curvature: edge.curvature(),
        })
    }
}
