//! The mapper's loss.
//!
//! Mask and edges: binary cross-entropy, of edges with more weight on those that are there. Normals: the length of the error, rounded off near zero, so that a normal
//! which may be one of two becomes the likelier and not their mean. Depth: absolute
//! difference after the mean over each part is taken out, which no picture says. Exits: absolute difference of logarithms. The doubts learn the
//! logarithm of the errors' size (its median, by the absolute difference) without acting on them.

mod direct;

use burn::tensor::Tensor;
use burn::tensor::activation::{log_sigmoid, relu};
use cadseq_model::MapperOutput;
use cadseq_model::processor::in_training;

use super::packed::MapBatch;

const MASK_WEIGHT: f64 = 2.0;
const NORMAL_WEIGHT: f64 = 1.2;
/// Errors of normals below this count by their squares: about 3 degrees.
const SMALL_NORMAL_ERROR: f64 = 0.05;
const DEPTH_WEIGHT: f64 = 1.5;
/// Few pixels are edges, so that their mean cross-entropy is small.
const EDGE_WEIGHT: f64 = 4.0;
/// How much more an edge counts that is missed than one that is not there: a pixel gets a score above 0 where an
/// edge is likelier than one in five. Rare classes would never be found without.
const EDGE_GAIN: f64 = 4.0;
const EXIT_WEIGHT: f64 = 0.4;
const DOUBT_WEIGHT: f64 = 0.05;

/// Errors below this are not told apart by the doubts.
const MIN_ERROR: f64 = 0.01;

/// The loss of a batch, a scalar, from the mapper's scores.
pub fn loss(scores: &Tensor<4>, truth: MapBatch) -> Tensor<1> {
    match in_training(scores) {
        Some(scores) => direct::loss(&scores, &truth),
        None => composed(MapperOutput::new(scores), truth),
    }
}

/// The loss as tensor operations, for other devices.
fn composed(output: MapperOutput, truth: MapBatch) -> Tensor<1> {
    let part = relu(truth.mask.clone() - 0.5) * 2.0;
    let pixels = part.clone().sum() + 1.0;
    let over_part = |values: Tensor<4>| (values * part.clone()).sum() / pixels.clone();

    let squared = (output.normals - truth.normals).square().sum_dim(1);
    let normal_doubt = doubt(output.normal_doubts, squared.clone().sqrt());
    let rounded = (squared + SMALL_NORMAL_ERROR * SMALL_NORMAL_ERROR).sqrt();

    let difference = output.depths - truth.depths;
    let mean = mean_over_part(difference.clone(), &part);
    let error = (difference - mean).abs();
    let depth_doubt = doubt(output.depth_doubts, error.clone());

    let exit_error = (output.exits - truth.exits).abs();
    let exit_doubt = doubt(output.exit_doubts, exit_error.clone()).sum_dim(1);

    cross_entropy(output.mask, truth.mask, 1.0) * MASK_WEIGHT
        + cross_entropy(output.edges, truth.edges, EDGE_GAIN) * EDGE_WEIGHT
        + over_part(rounded - SMALL_NORMAL_ERROR) * NORMAL_WEIGHT
        + over_part(error) * DEPTH_WEIGHT
        + over_part(exit_error.sum_dim(1)) * EXIT_WEIGHT
        + over_part(normal_doubt + depth_doubt + exit_doubt) * DOUBT_WEIGHT
}

/// `-gain t log s(x) - (1 - t) log (1 - s(x))`, in the mean.
fn cross_entropy(scores: Tensor<4>, truth: Tensor<4>, gain: f64) -> Tensor<1> {
    // A sum is shared out among the cores of a graphics card, a mean is not.
    let count = scores.shape().num_elements() as f64;
    let weight = truth.clone() * (gain - 1.0) + 1.0;
    let sum = (weight * log_sigmoid(scores.clone()) + (truth - 1.0) * scores).sum();
    sum / -count
}

/// How far a logarithm is from that of the error, which it does not act on.
fn doubt(logarithm: Tensor<4>, error: Tensor<4>) -> Tensor<4> {
    (logarithm - (error.detach() + MIN_ERROR).log()).abs()
}

/// The mean over each picture's part, `[batch, 1, 1, 1]`.
fn mean_over_part(values: Tensor<4>, part: &Tensor<4>) -> Tensor<4> {
    let sum = |of: Tensor<4>| of.sum_dim(3).sum_dim(2);
    sum(values * part.clone()) / (sum(part.clone()) + 1.0)
}
