//! Metrics on fixed held-out crops while training.

use cadseq_model::{Device, EdgeAccuracy, MapAccuracy, Mapper};
use serde::{Deserialize, Serialize};

use super::packed::{Packed, map_batch};

/// Crops that go through the network together.
const BATCH: usize = 8;

/// What the mapper gets right on a fixed set of crops: means over the crops that have a part.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MapValidation {
    /// How many crops.
    pub examples: usize,
    /// Mean intersection over union of the masks.
    pub mask_iou: f64,
    /// Mean over crops of the median angle between the normals.
    pub normal_median_deg: f64,
    /// Mean over crops of the share of normals within 11.25 degrees.
    pub normals_within_11_deg: f64,
    /// Mean absolute error of the relative depth.
    pub depth_error: f64,
    /// Mean absolute errors of the logarithms of the first and the last exits.
    #[serde(default)]
    pub exit_errors: [f64; 2],
    /// Share of found edge pixels with a true one of any class within 2 pixels.
    pub edge_precision: f64,
    /// Share of true edge pixels with a found one of any class within 2 pixels.
    pub edge_recall: f64,
    /// The same of rims of holes alone.
    pub rim_recall: f64,
}

/// Measures a mapper.
pub(super) fn validate(mapper: &Mapper, examples: &[Packed], device: &Device) -> MapValidation {
    let accuracies: Vec<MapAccuracy> = examples
        .chunks(BATCH)
        .flat_map(|chunk| {
            let found = mapper.forward(map_batch(chunk, device).crops).into_maps();
            let pairs = found.into_iter().zip(chunk);
            pairs
                .map(|(found, example)| MapAccuracy::of(&found, &example.maps()))
                .collect::<Vec<_>>()
        })
        .collect();
    let mean = |of: &dyn Fn(&MapAccuracy) -> Option<f64>| {
        let values: Vec<f64> = accuracies.iter().filter_map(of).collect();
        values.iter().sum::<f64>() / values.len().max(1) as f64
    };
    let total = |of: &dyn Fn(&MapAccuracy) -> EdgeAccuracy| {
        let counts = accuracies.iter().map(of);
        counts.fold(EdgeAccuracy::default(), EdgeAccuracy::plus)
    };
    let edges = total(&|accuracy| accuracy.any_edge);
    let rims = total(&|accuracy| accuracy.edges[cadseq_model::EdgeClass::Rim.index()]);
    MapValidation {
        examples: examples.len(),
        mask_iou: mean(&|accuracy| Some(accuracy.mask_iou)),
        normal_median_deg: mean(&MapAccuracy::median_normal_error_deg),
        normals_within_11_deg: mean(&MapAccuracy::normals_within_11_deg),
        depth_error: mean(&|accuracy| Some(accuracy.depth_error)),
        exit_errors: [0, 1].map(|which| mean(&|accuracy| Some(accuracy.exit_errors[which]))),
        edge_precision: edges.precision().unwrap_or(0.0),
        edge_recall: edges.recall().unwrap_or(0.0),
        rim_recall: rims.recall().unwrap_or(0.0),
    }
}
