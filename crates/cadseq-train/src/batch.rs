//! Examples of the locator as tensors, made ahead of the network.

use std::ops::Range;
use std::sync::Arc;

use burn::tensor::{Device, Tensor, TensorData};
use cadseq_dataset::Distribution;
use cadseq_model::{Label, LocatorInput, MAP_SIZE, PLACES, Sequence, batch_input};

use crate::{Example, stream};

/// Target tensors of a batch.
#[derive(Debug)]
pub struct BatchTarget {
    /// `[batch, Label::COUNT, MAP_SIZE, MAP_SIZE]`, shares.
    pub labels: Tensor<4>,
    /// `[batch, PLACES, MAP_SIZE^2]`, probabilities; all zero for a place outside the crop.
    pub places: Tensor<3>,
    /// `[batch, Sequence::COUNT]`, one-hot.
    pub sequences: Tensor<2>,
}

/// The examples of the training stream for `steps`, batch by batch.
pub fn stream(
    distribution: Arc<Distribution>,
    seed: u64,
    batch_size: usize,
    steps: Range<u64>,
) -> impl Iterator<Item = Vec<Example>> {
    stream::stream(steps, move |step| {
        let first = step * batch_size as u64;
        (first..first + batch_size as u64)
            .map(|index| Example::new(&distribution, seed, index))
            .collect()
    })
}

/// The tensors of some examples: inputs and targets.
pub fn tensors(examples: &[Example], device: &Device) -> (Tensor<4>, BatchTarget) {
    let inputs: Vec<LocatorInput> = examples
        .iter()
        .map(|example| example.input.clone())
        .collect();
    let batch = examples.len();
    let cells = MAP_SIZE * MAP_SIZE;
    let mut labels = Vec::with_capacity(batch * Label::COUNT * cells);
    let mut places = Vec::with_capacity(batch * PLACES * cells);
    let mut sequences = vec![0.0; batch * Sequence::COUNT];
    for (index, example) in examples.iter().enumerate() {
        labels.extend_from_slice(&example.target.labels);
        (0..PLACES).for_each(|place| example.target.append_place_map(place, &mut places));
        sequences[index * Sequence::COUNT + example.target.sequence.index()] = 1.0f32;
    }
    let target = BatchTarget {
        labels: Tensor::from_data(
            TensorData::new(labels, [batch, Label::COUNT, MAP_SIZE, MAP_SIZE]),
            device,
        ),
        places: Tensor::from_data(TensorData::new(places, [batch, PLACES, cells]), device),
        sequences: Tensor::from_data(TensorData::new(sequences, [batch, Sequence::COUNT]), device),
    };
    (batch_input(&inputs, device), target)
}
