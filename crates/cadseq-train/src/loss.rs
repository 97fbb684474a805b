//! The locator's loss: cross-entropy of cells, of places and of the sequence.

use burn::tensor::Tensor;
use burn::tensor::activation::log_softmax;
use cadseq_model::LocatorOutput;

use crate::batch::BatchTarget;

/// Weight of the cells' labels, whose cross-entropy is small because most cells are easy.
const LABEL_WEIGHT: f64 = 5.0;

/// Weight of the sequence: what the fit cannot decide it decides, but the places teach more.
const SEQUENCE_WEIGHT: f64 = 0.5;

/// The loss of a batch, a scalar.
pub fn loss(output: LocatorOutput, target: BatchTarget) -> Tensor<1> {
    let [batch, places, cells] = target.places.dims();
    let labels = (log_softmax(output.labels, 1) * target.labels).sum();
    let label_cells = (batch * cells) as f64;
    let place_scores = output.places.reshape([batch, places, cells]);
    let place = (log_softmax(place_scores, 2) * target.places).sum();
    let sequence = (log_softmax(output.sequences, 1) * target.sequences).sum();
    (labels * (LABEL_WEIGHT / label_cells)
        + place * (1.0 / (batch * places) as f64)
        + sequence * (SEQUENCE_WEIGHT / batch as f64))
        .neg()
}
