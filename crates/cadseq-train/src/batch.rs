//! Examples as tensors, made ahead of the network in a thread of their own.

use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{JoinHandle, spawn};

use burn::tensor::{Device, Tensor, TensorData};
use cadseq_dataset::Distribution;
use cadseq_model::{Label, LocatorInput, MAP_SIZE, PLACES, Sequence, batch_input};

use crate::Example;

/// Batches that wait for the network at most.
const AHEAD: usize = 4;

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

/// Batches in the order of their steps, see [`stream`].
#[derive(Debug)]
pub struct Stream {
    batches: Receiver<Vec<Example>>,
    maker: Option<JoinHandle<()>>,
}

/// The examples of the training stream for `steps`, batch by batch.
pub fn stream(
    distribution: Arc<Distribution>,
    seed: u64,
    batch_size: usize,
    steps: Range<u64>,
) -> Stream {
    let (sender, batches) = sync_channel(AHEAD);
    let maker = spawn(move || {
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
    Stream {
        batches,
        maker: Some(maker),
    }
}

impl Iterator for Stream {
    type Item = Vec<Example>;

    /// The next batch. A panic of the thread goes on here: a stream that just ended would pass for
    /// a finished run.
    fn next(&mut self) -> Option<Self::Item> {
        if let Ok(batch) = self.batches.recv() {
            return Some(batch);
        }
        match self.maker.take()?.join() {
            Ok(()) => None,
            Err(panic) => resume_unwind(panic),
        }
    }
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
