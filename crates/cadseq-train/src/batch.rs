//! Examples as tensors, made ahead of the network in a thread of their own.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

use burn::tensor::{Device, Tensor, TensorData};
use cadseq_dataset::Distribution;
use cadseq_model::{Label, LocatorInput, MAP_SIZE, PLACES, Sequence, batch_input};

use crate::Example;

/// Batches that wait for the network at most.
const AHEAD: usize = 4;

/// Target tensors of a batch.
pub struct BatchTarget {
    /// `[batch, Label::COUNT, MAP_SIZE, MAP_SIZE]`, shares.
    pub labels: Tensor<4>,
    /// `[batch, PLACES, MAP_SIZE^2]`, probabilities; all zero for a place outside the crop.
    pub places: Tensor<3>,
    /// `[batch, Sequence::COUNT]`, one-hot.
    pub sequences: Tensor<2>,
}

/// The examples of the training stream from step `first_step` on, batch by batch.
pub fn stream(
    distribution: Arc<Distribution>,
    seed: u64,
    batch_size: usize,
    steps: std::ops::Range<u64>,
) -> Receiver<Vec<Example>> {
    let (sender, receiver) = sync_channel(AHEAD);
    std::thread::spawn(move || {
        for step in steps {
            let first = step * batch_size as u64;
            let batch = (first..first + batch_size as u64)
                .map(|index| Example::new(&distribution, seed, index))
                .collect();
            if sender.send(batch).is_err() {
                break;
            }
        }
    });
    receiver
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
