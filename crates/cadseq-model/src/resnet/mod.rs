//! The 18-layer residual network of He et al. (2016), as torchvision builds it: from a picture to
//! a latent vector.

mod torchvision;

use burn::config::Config;
use burn::module::Module;
use burn::nn::pool::{MaxPool2d, MaxPool2dConfig};
use burn::nn::{Dropout, DropoutConfig, Linear, LinearConfig, PaddingConfig2d};
use burn::tensor::{Device, Tensor};

pub use torchvision::TorchvisionError;

use crate::layers::{ConvNorm, ResidualBlock};

/// Sizes of a [`ResNet`].
#[derive(Config, Debug)]
pub struct ResNetConfig {
    /// Numbers that come out for each picture: the size of the latent.
    pub outputs: usize,
    /// Channels of the first stage; the next three have 2, 4 and 8 times as many.
    #[config(default = 64)]
    pub width: usize,
    /// Share of the pooled features that training drops before the last layer, at least 0 and
    /// less than 1.
    #[config(default = 0.4)]
    pub dropout: f64,
}

/// ResNet-18 with a dropout before its last layer.
#[derive(Module, Debug)]
pub struct ResNet {
    stem: ConvNorm,
    pool: MaxPool2d,
    stages: [[ResidualBlock; 2]; 4],
    dropout: Dropout,
    head: Linear,
}

impl ResNetConfig {
    /// A network with fresh weights.
    ///
    /// # Panics
    /// If `dropout` is out of its range.
    pub fn init(&self, device: &Device) -> ResNet {
        let stage = |from, to, stride| {
            [
                ResidualBlock::new([from, to], stride, device),
                ResidualBlock::new([to, to], 1, device),
            ]
        };
        let width = self.width;
        ResNet {
            stem: ConvNorm::new([3, width], 7, 2, device),
            pool: MaxPool2dConfig::new([3, 3])
                .with_strides([2, 2])
                .with_padding(PaddingConfig2d::Explicit(1, 1, 1, 1))
                .init(),
            stages: [
                stage(width, width, 1),
                stage(width, 2 * width, 2),
                stage(2 * width, 4 * width, 2),
                stage(4 * width, 8 * width, 2),
            ],
            dropout: DropoutConfig::new(self.dropout).init(),
            head: LinearConfig::new(8 * width, self.outputs).init(device),
        }
    }
}

impl ResNet {
    /// Pictures `[batch, 3, h, w]` to latents `[batch, outputs]`.
    pub fn forward(&self, x: Tensor<4>) -> Tensor<2> {
        self.head.forward(self.dropout.forward(self.features(x)))
    }

    /// Pictures `[batch, 3, h, w]` to pooled features `[batch, 8 width]`.
    pub fn features(&self, x: Tensor<4>) -> Tensor<2> {
        let x = self.stem.activated(x); // [b, width, h / 2, w / 2]
        let x = self.pool.forward(x); // [b, width, h / 4, w / 4]
        let x = self
            .stages
            .iter()
            .flatten()
            .fold(x, |x, block| block.forward(x)); // [b, 8 width, h / 32, w / 32]
        x.mean_dim(3).mean_dim(2).flatten(1, 3)
    }

    /// The last layer, from pooled features to latents.
    pub fn head(&self) -> &Linear {
        &self.head
    }

    /// The same network for inference: batch normalization folded into the convolutions.
    pub fn folded(self) -> Self {
        Self {
            stem: self.stem.folded(),
            stages: self.stages.map(|stage| stage.map(ResidualBlock::folded)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use burn::tensor::Distribution;

    use super::*;

    #[test]
    fn pictures_of_any_size_become_latents_and_folding_changes_nothing() {
        let device = Device::default();
        let network = ResNetConfig::new(6).with_width(4).init(&device);
        for [height, width] in [[64, 64], [33, 70]] {
            let pictures = Tensor::random([2, 3, height, width], Distribution::Default, &device);
            let latents = network.forward(pictures.clone());
            assert_eq!(latents.dims(), [2, 6]);
            let folded = network.clone().folded().forward(pictures);
            let difference = (latents - folded).abs().max().into_scalar::<f32>();
            assert!(difference < 1e-4, "{difference}");
        }
    }

    #[test]
    fn the_paper_s_width_has_the_known_number_of_parameters() {
        let network = ResNetConfig::new(1000).init(&Device::default());
        // torchvision's 11,689,512 and the running means and variances of 4,800 channels.
        assert_eq!(network.num_params(), 11_689_512 + 2 * 4_800);
    }
}
