//! The locator: an hourglass of residual blocks that points at places in the picture.

use burn::config::Config;
use burn::module::Module;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::{Linear, LinearConfig};
use burn::tensor::activation::{relu, softmax};
use burn::tensor::{Device, Tensor};

use crate::input::{INPUT_CHANNELS, LocatorInput, batch_input};
use crate::layers::{ConvNorm, ResidualBlock};
use crate::prediction::{Label, LocatorPrediction, MAP_SIZE, PLACES, Sequence};
use crate::shuffle::pixel_shuffle;

/// Widths of the locator, from the finest grid (32 x 32) to the coarsest (4 x 4).
#[derive(Config, Debug)]
pub struct LocatorConfig {
    /// Channels on the grids of 32, 16, 8 and 4 cells.
    #[config(default = "[32, 64, 128, 192]")]
    pub widths: [usize; 4],
}

/// See the module's words.
#[derive(Module, Debug)]
pub struct Locator {
    stem: ConvNorm,
    down: [ResidualBlock; 6],
    up: [ConvNorm; 3],
    merge: [ResidualBlock; 3],
    maps: Conv2d,
    sequence: Linear,
}

/// Scores before any softmax.
#[derive(Debug)]
pub struct LocatorOutput {
    /// `[batch, Label::COUNT, MAP_SIZE, MAP_SIZE]`.
    pub labels: Tensor<4>,
    /// `[batch, PLACES, MAP_SIZE, MAP_SIZE]`.
    pub places: Tensor<4>,
    /// `[batch, Sequence::COUNT]`.
    pub sequences: Tensor<2>,
}

impl LocatorConfig {
    /// A locator with fresh weights.
    pub fn init(&self, device: &Device) -> Locator {
        let [a, b, c, d] = self.widths;
        let block = |from, to, stride| ResidualBlock::new([from, to], stride, device);
        let maps = (Label::COUNT + PLACES) * 4;
        Locator {
            stem: ConvNorm::new([INPUT_CHANNELS, a], 3, 1, device),
            down: [
                block(a, a, 1),
                block(a, b, 2),
                block(b, b, 1),
                block(b, c, 2),
                block(c, c, 1),
                block(c, d, 2),
            ],
            up: [
                ConvNorm::new([d, 4 * c], 1, 1, device),
                ConvNorm::new([c, 4 * b], 1, 1, device),
                ConvNorm::new([b, 4 * a], 1, 1, device),
            ],
            merge: [block(c, c, 1), block(b, b, 1), block(a, a, 1)],
            maps: Conv2dConfig::new([a, maps], [1, 1]).init(device),
            sequence: LinearConfig::new(d, Sequence::COUNT).init(device),
        }
    }
}

impl Locator {
    /// `[batch, INPUT_CHANNELS, 32, 32]` to scores.
    pub fn forward(&self, x: Tensor<4>) -> LocatorOutput {
        let x = self.stem.activated(x); // [b, 32, 32, 32]
        let fine = self.down[0].forward(x);
        let middle = self.down[2].forward(self.down[1].forward(fine.clone())); // [b, 64, 16, 16]
        let coarse = self.down[4].forward(self.down[3].forward(middle.clone())); // [b, 128, 8, 8]
        let global = self.down[5].forward(coarse.clone()); // [b, 192, 4, 4]
        let pooled = global.clone().mean_dim(3).mean_dim(2).flatten(1, 3);
        let mut x = global;
        for (index, skip) in [coarse, middle, fine].into_iter().enumerate() {
            let raised = pixel_shuffle(self.up[index].forward(x));
            x = self.merge[index].forward(relu(raised + skip));
        }
        let maps = pixel_shuffle(self.maps.forward(x)); // [b, 12, 64, 64]
        LocatorOutput {
            labels: maps.clone().narrow(1, 0, Label::COUNT),
            places: maps.narrow(1, Label::COUNT, PLACES),
            sequences: self.sequence.forward(pooled),
        }
    }

    /// Numbers that training sets, running statistics of the normalizations included.
    pub fn parameter_count(&self) -> usize {
        self.num_params()
    }

    /// The same locator for inference: batch normalization folded into the convolutions.
    pub fn folded(self) -> Self {
        Self {
            stem: self.stem.folded(),
            down: self.down.map(ResidualBlock::folded),
            up: self.up.map(ConvNorm::folded),
            merge: self.merge.map(ResidualBlock::folded),
            ..self
        }
    }

    /// Looks at crops.
    pub fn predict(&self, inputs: &[LocatorInput], device: &Device) -> Vec<LocatorPrediction> {
        if inputs.is_empty() {
            return Vec::new();
        }
        let batch = inputs.len();
        let cells = MAP_SIZE * MAP_SIZE;
        let output = self.forward(batch_input(inputs, device));
        let labels = softmax(output.labels, 1).into_data();
        let places = softmax(output.places.reshape([batch, PLACES, cells]), 2).into_data();
        let sequences = softmax(output.sequences, 1).into_data();
        let slice = |data: &burn::tensor::TensorData| {
            data.as_slice::<f32>()
                .expect("the network computes in f32")
                .to_vec()
        };
        let (labels, places, sequences) = (slice(&labels), slice(&places), slice(&sequences));
        (0..batch)
            .map(|index| LocatorPrediction {
                labels: labels[index * Label::COUNT * cells..][..Label::COUNT * cells].to_vec(),
                places: places[index * PLACES * cells..][..PLACES * cells].to_vec(),
                sequences: sequences[index * Sequence::COUNT..][..Sequence::COUNT]
                    .try_into()
                    .expect("one score a sequence"),
            })
            .collect()
    }
}
