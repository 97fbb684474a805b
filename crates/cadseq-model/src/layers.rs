//! Convolution with batch normalization, and the residual block of He et al. (2016).

use burn::module::{Initializer, Module, Param};
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::{BatchNorm, BatchNormConfig, PaddingConfig2d};
use burn::tensor::{Device, Tensor};

use crate::convolution::convolve;
use crate::normalization::{Then, normalize};

/// A convolution with "same" padding and, until it is folded away, a batch normalization.
#[derive(Module, Debug)]
pub struct ConvNorm {
    conv: Conv2d,
    norm: Option<BatchNorm>,
}

impl ConvNorm {
    /// `channels` in and out, a `kernel` x `kernel` window moved by `stride`.
    pub fn new(channels: [usize; 2], kernel: usize, stride: usize, device: &Device) -> Self {
        let padding = kernel / 2;
        let conv = Conv2dConfig::new(channels, [kernel, kernel])
            .with_stride([stride, stride])
            .with_padding(PaddingConfig2d::Explicit(
                padding, padding, padding, padding,
            ))
            .with_bias(false)
            .with_initializer(Initializer::KaimingNormal {
                gain: std::f64::consts::SQRT_2,
                fan_out_only: true,
            })
            .init(device);
        Self {
            conv,
            norm: Some(BatchNormConfig::new(channels[1]).init(device)),
        }
    }

    /// `[batch, in, h, w]` to `[batch, out, h / stride, w / stride]`, before any activation.
    pub fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        self.followed(x, Then::default())
    }

    /// [`Self::forward`] and a ReLU.
    pub fn activated(&self, x: Tensor<4>) -> Tensor<4> {
        let activate = true;
        let shortcut = None;
        self.followed(x, Then { shortcut, activate })
    }

    /// [`Self::forward`], `shortcut` added, and a ReLU.
    pub fn joined(&self, x: Tensor<4>, shortcut: Tensor<4>) -> Tensor<4> {
        let activate = true;
        let shortcut = Some(shortcut);
        self.followed(x, Then { shortcut, activate })
    }

    fn followed(&self, x: Tensor<4>, then: Then) -> Tensor<4> {
        match &self.norm {
            Some(norm) => {
                let x = convolve(x, self.conv.weight.val(), self.conv.stride[0]);
                normalize(norm, x, then)
            }
            None => then.apply(self.conv.forward(x)),
        }
    }

    /// The same function at inference with the normalization multiplied into the weights.
    pub fn folded(self) -> Self {
        let Some(norm) = self.norm else { return self };
        let channels = norm.gamma.val().dims()[0];
        let scale = norm.gamma.val() / (norm.running_var.value() + norm.epsilon).sqrt();
        let shift = norm.beta.val() - norm.running_mean.value() * scale.clone();
        let weight = self.conv.weight.val() * scale.reshape([channels, 1, 1, 1]);
        let conv = Conv2d {
            weight: Param::from_tensor(weight),
            bias: Some(Param::from_tensor(shift)),
            ..self.conv
        };
        Self { conv, norm: None }
    }
}

/// Two 3 x 3 convolutions around a shortcut.
#[derive(Module, Debug)]
pub struct ResidualBlock {
    first: ConvNorm,
    second: ConvNorm,
    shortcut: Option<ConvNorm>,
}

impl ResidualBlock {
    /// A block from `channels[0]` to `channels[1]` channels; `stride` 2 halves the picture.
    pub fn new(channels: [usize; 2], stride: usize, device: &Device) -> Self {
        let [_, out] = channels;
        let changes_shape = stride != 1 || channels[0] != out;
        Self {
            first: ConvNorm::new(channels, 3, stride, device),
            second: ConvNorm::new([out, out], 3, 1, device),
            shortcut: changes_shape.then(|| ConvNorm::new(channels, 1, stride, device)),
        }
    }

    /// `[batch, in, h, w]` to `[batch, out, h / stride, w / stride]`.
    pub fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let main = self.first.activated(x.clone());
        let shortcut = match &self.shortcut {
            Some(shortcut) => shortcut.forward(x),
            None => x,
        };
        self.second.joined(main, shortcut)
    }

    /// See [`ConvNorm::folded`].
    pub fn folded(self) -> Self {
        Self {
            first: self.first.folded(),
            second: self.second.folded(),
            shortcut: self.shortcut.map(ConvNorm::folded),
        }
    }
}
