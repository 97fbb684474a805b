//! Batch normalization (Ioffe and Szegedy 2015) with what follows it, for training on processor cores:
//! a shortcut that is added and a ReLU.
//!
//! Burn composes it of tensor operations, each a pass over memory, with rearranged copies for the sums
//! over a channel. Here one pass finds the statistics and one writes the output; backwards one finds
//! the sums and one writes the gradients (`docs/speed.md`).

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Flex, TensorMetadata};
use burn::nn::BatchNorm;
use burn::tensor::activation::relu;
use burn::tensor::{Device, Tensor, TensorData};
use rayon::prelude::*;

use crate::processor::{in_training, record, tensor, values};

/// What follows a normalization.
#[derive(Debug, Default)]
pub(crate) struct Then {
    /// Is added.
    pub(crate) shortcut: Option<Tensor<4>>,
    /// Negative numbers become zero.
    pub(crate) activate: bool,
}

impl Then {
    /// As tensor operations.
    pub(crate) fn apply(self, x: Tensor<4>) -> Tensor<4> {
        let sum = match self.shortcut {
            Some(shortcut) => x + shortcut,
            None => x,
        };
        if self.activate { relu(sum) } else { sum }
    }
}

/// `norm` of `x`, `[batch, channels, h, w]`, and what follows. In training the batch's own statistics
/// count, and the running ones go after them.
pub(crate) fn normalize(norm: &BatchNorm, x: Tensor<4>, then: Then) -> Tensor<4> {
    let device = x.device();
    let primitive = match in_training(&x) {
        Some(primitive) if norm.training.is_enabled() => primitive,
        _ => return then.apply(norm.forward(x)),
    };
    let here = |tensor: Option<_>| tensor.expect("one device for the network and its input");
    let parameters = [&norm.gamma, &norm.beta].map(|parameter| here(in_training(&parameter.val())));
    let shortcut = then.shortcut.map(|shortcut| here(in_training(&shortcut)));

    let sizes = Sizes::new(&primitive.shape().dims());
    let x = primitive.primitive().to_contiguous();
    let moments = sizes.moments(values(&x));
    update(norm, &moments, &device);

    let [gamma, beta] = parameters.each_ref().map(|p| p.primitive().to_contiguous());
    let channels: Vec<Channel> = moments
        .iter()
        .zip(values(&gamma))
        .map(|(moments, &gamma)| Channel::new(moments, gamma, norm.epsilon))
        .collect();
    let added = shortcut
        .as_ref()
        .map(|shortcut| shortcut.primitive().to_contiguous());
    let added = added.as_ref().map(values);
    let output = sizes.output(values(&x), &channels, values(&beta), added, then.activate);
    let output = tensor(output, &primitive.shape().to_vec());

    let state = State {
        x,
        output: then.activate.then(|| output.clone()),
        channels,
    };
    let [gamma, beta] = parameters.map(|parameter| parameter.node());
    let nodes = [primitive.node(), gamma, beta];
    match shortcut {
        None => record(sizes, nodes, state, output),
        Some(shortcut) => {
            let [x, gamma, beta] = nodes;
            record(sizes, [x, gamma, beta, shortcut.node()], state, output)
        }
    }
}

/// Moves the running statistics towards those of a batch, as burn does.
fn update(norm: &BatchNorm, moments: &[Moments], device: &Device) {
    let moved = |old: Tensor<1>, new: fn(&Moments) -> f32| {
        let new: Vec<f32> = moments.iter().map(new).collect();
        let new = Tensor::<1>::from_data(TensorData::from(new.as_slice()), device);
        old.to_device(device) * (1.0 - norm.momentum) + new * norm.momentum
    };
    let mean = moved(norm.running_mean.value_sync(), |m| m.mean as f32);
    let variance = moved(norm.running_var.value_sync(), |m| m.variance as f32);
    norm.running_mean.update(mean.detach());
    norm.running_var.update(variance.detach());
}

/// Mean and (biased) variance.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Moments {
    mean: f64,
    variance: f64,
}

impl Moments {
    fn of(values: &[f32]) -> Self {
        let count = values.len() as f64;
        let mean = sum(values.len(), |i| values[i]) / count;
        let centre = mean as f32;
        let squares = sum(values.len(), |i| {
            let deviation = values[i] - centre;
            deviation * deviation
        });
        Self {
            mean,
            variance: squares / count,
        }
    }

    /// Those of sets of equal size together.
    fn together(sets: impl Iterator<Item = Self> + Clone) -> Self {
        let count = sets.clone().count() as f64;
        let mean = sets.clone().map(|set| set.mean).sum::<f64>() / count;
        let variance = sets.map(|set| set.variance + (set.mean - mean).powi(2));
        Self {
            mean,
            variance: variance.sum::<f64>() / count,
        }
    }
}

/// The sum of `term` over `0..count`, in parts that a core adds at once.
fn sum(count: usize, term: impl Fn(usize) -> f32) -> f64 {
    const LANES: usize = 16;
    let mut lanes = [0.0_f32; LANES];
    let whole = count / LANES * LANES;
    for start in (0..whole).step_by(LANES) {
        for (lane, sum) in lanes.iter_mut().enumerate() {
            *sum += term(start + lane);
        }
    }
    let rest: f32 = (whole..count).map(&term).sum();
    lanes.iter().map(|&sum| f64::from(sum)).sum::<f64>() + f64::from(rest)
}

/// What is done to the numbers of one channel: `(x - mean) inverse`, times `gamma`.
#[derive(Debug, Clone, Copy)]
struct Channel {
    mean: f32,
    /// Of the standard deviation.
    inverse: f32,
    gamma: f32,
}

impl Channel {
    fn new(moments: &Moments, gamma: f32, epsilon: f64) -> Self {
        Self {
            mean: moments.mean as f32,
            inverse: (moments.variance + epsilon).sqrt().recip() as f32,
            gamma,
        }
    }

    fn normalized(&self, x: f32) -> f32 {
        (x - self.mean) * self.inverse
    }
}

/// What the backward pass needs.
#[derive(Debug, Clone)]
struct State {
    x: FloatTensor<Flex>,
    /// Where an activation follows.
    output: Option<FloatTensor<Flex>>,
    channels: Vec<Channel>,
}

/// The sizes of a batch.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    batch: usize,
    channels: usize,
    /// Numbers of one channel of one picture.
    plane: usize,
}

impl Sizes {
    fn new(&[batch, channels, height, width]: &[usize; 4]) -> Self {
        Self {
            batch,
            channels,
            plane: height * width,
        }
    }

    /// Numbers of a picture.
    fn picture(&self) -> usize {
        self.channels * self.plane
    }

    /// `of` each plane, channel by channel in each picture; `of` is given the plane's index.
    fn planes<T: Send>(&self, of: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
        let planes = (0..self.batch * self.channels).into_par_iter();
        planes.with_min_len(self.channels).map(of).collect()
    }

    fn range(&self, plane: usize) -> std::ops::Range<usize> {
        plane * self.plane..(plane + 1) * self.plane
    }

    /// Of each channel.
    fn moments(&self, x: &[f32]) -> Vec<Moments> {
        let planes = self.planes(|plane| Moments::of(&x[self.range(plane)]));
        let of = |channel| planes[channel..].iter().step_by(self.channels).copied();
        (0..self.channels)
            .map(|channel| Moments::together(of(channel)))
            .collect()
    }

    fn output(
        &self,
        x: &[f32],
        channels: &[Channel],
        beta: &[f32],
        shortcut: Option<&[f32]>,
        activate: bool,
    ) -> Vec<f32> {
        let mut output = vec![0.0; x.len()];
        self.each_plane(&mut output, |plane, output| {
            let channel = channels[plane % self.channels];
            let scale = channel.gamma * channel.inverse;
            let shift = beta[plane % self.channels] - channel.mean * scale;
            for (output, x) in output.iter_mut().zip(&x[self.range(plane)]) {
                *output = x * scale + shift;
            }
            if let Some(shortcut) = shortcut {
                let added = &shortcut[self.range(plane)];
                output
                    .iter_mut()
                    .zip(added)
                    .for_each(|(sum, added)| *sum += added);
            }
            if activate {
                for output in output {
                    *output = output.max(0.0);
                }
            }
        });
        output
    }

    /// `write` to each plane of `output`, which is given with its index.
    fn each_plane(&self, output: &mut [f32], write: impl Fn(usize, &mut [f32]) + Send + Sync) {
        let pictures = output.par_chunks_mut(self.picture()).enumerate();
        pictures.for_each(|(picture, output)| {
            for (channel, output) in output.chunks_exact_mut(self.plane).enumerate() {
                write(picture * self.channels + channel, output);
            }
        });
    }

    /// The output's gradient where it passes the activation.
    fn passed(&self, gradient: &[f32], output: &[f32]) -> Vec<f32> {
        let mut passed = vec![0.0; gradient.len()];
        self.each_plane(&mut passed, |plane, passed| {
            let range = self.range(plane);
            let pairs = gradient[range.clone()].iter().zip(&output[range]);
            for (passed, (gradient, output)) in passed.iter_mut().zip(pairs) {
                *passed = if *output > 0.0 { *gradient } else { 0.0 };
            }
        });
        passed
    }

    /// Gradients of `beta` and `gamma`, by channel.
    fn parameter_gradients(
        &self,
        gradient: &[f32],
        x: &[f32],
        channels: &[Channel],
    ) -> [Vec<f32>; 2] {
        let planes = self.planes(|plane| {
            let (gradient, x) = (&gradient[self.range(plane)], &x[self.range(plane)]);
            let channel = channels[plane % self.channels];
            [
                sum(self.plane, |i| gradient[i]),
                sum(self.plane, |i| gradient[i] * channel.normalized(x[i])),
            ]
        });
        [0, 1].map(|which| {
            let of = |channel: usize| planes[channel..].iter().step_by(self.channels);
            let total = |channel| of(channel).map(|sums| sums[which]).sum::<f64>() as f32;
            (0..self.channels).map(total).collect()
        })
    }

    /// The gradient of `x`: that of the output less what moving the statistics takes back.
    fn x_gradient(
        &self,
        gradient: &[f32],
        x: &[f32],
        channels: &[Channel],
        [beta, gamma]: &[Vec<f32>; 2],
    ) -> Vec<f32> {
        let count = (self.batch * self.plane) as f32;
        let mut result = vec![0.0; x.len()];
        self.each_plane(&mut result, |plane, result| {
            let index = plane % self.channels;
            let channel = channels[index];
            let (mean, slope) = (beta[index] / count, gamma[index] / count);
            let scale = channel.gamma * channel.inverse;
            let range = self.range(plane);
            let pairs = gradient[range.clone()].iter().zip(&x[range]);
            for (result, (gradient, x)) in result.iter_mut().zip(pairs) {
                *result = scale * (gradient - mean - channel.normalized(*x) * slope);
            }
        });
        result
    }
}

/// Parents: `x`, `gamma`, `beta` and, where there is one, the shortcut.
impl<const N: usize> Backward<Flex, N> for Sizes {
    type State = State;

    fn backward(self, ops: Ops<State, N>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let output = gradients.consume::<Flex>(&ops.node);
        let shape = output.shape().to_vec();
        let mut gradient = output.to_contiguous();
        let State {
            x,
            output,
            channels,
        } = ops.state;
        if let Some(output) = output {
            gradient = tensor(self.passed(values(&gradient), values(&output)), &shape);
        }
        let parameters = self.parameter_gradients(values(&gradient), values(&x), &channels);
        let [x_node, gamma_node, beta_node] = [0, 1, 2].map(|parent| ops.parents[parent].clone());
        if let Some(node) = x_node {
            let x = self.x_gradient(values(&gradient), values(&x), &channels, &parameters);
            gradients.register::<Flex>(node.id, tensor(x, &shape));
        }
        let [beta, gamma] = parameters;
        for (node, values) in [(gamma_node, gamma), (beta_node, beta)] {
            if let Some(node) = node {
                gradients.register::<Flex>(node.id, tensor(values, &[self.channels]));
            }
        }
        if let Some(node) = ops.parents.get(3).cloned().flatten() {
            gradients.register::<Flex>(node.id, gradient);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::nn::BatchNormConfig;

    /// Numbers drawn one by one, so that tests beside this one change nothing.
    fn noise(shape: [usize; 4], seed: u32) -> TensorData {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (f64::from(state) / f64::from(u32::MAX) * 6.0 - 2.6) as f32
        };
        let count = shape.iter().product();
        TensorData::new((0..count).map(|_| draw()).collect::<Vec<_>>(), shape)
    }

    /// Output, running statistics and the gradients of `x`, `gamma`, `beta` and the shortcut.
    fn results(shape: [usize; 4], joined: bool, activate: bool, own: bool) -> Vec<TensorData> {
        let device = Device::flex().autodiff();
        let noise = |seed| Tensor::<4>::from_data(noise(shape, seed), &device);
        let (x, shortcut) = (noise(1).require_grad(), noise(2).require_grad());
        let norm = BatchNormConfig::new(shape[1]).init(&device);
        let then = Then {
            shortcut: joined.then(|| shortcut.clone()),
            activate,
        };
        let output = if own {
            normalize(&norm, x.clone(), then)
        } else {
            then.apply(norm.forward(x.clone()))
        };
        let gradients = (output.clone() * noise(3)).sum().backward();
        let gradient = |tensor: &Tensor<4>| tensor.grad(&gradients).map(Tensor::into_data);
        [
            Some(output.inner().into_data()),
            Some(norm.running_mean.value_sync().into_data()),
            Some(norm.running_var.value_sync().into_data()),
            gradient(&x),
            norm.gamma.val().grad(&gradients).map(Tensor::into_data),
            norm.beta.val().grad(&gradients).map(Tensor::into_data),
            gradient(&shortcut),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    #[test]
    fn values_and_gradients_are_those_of_burn() {
        for shape in [[3, 2, 5, 7], [1, 4, 16, 16], [8, 3, 1, 1]] {
            for (joined, activate) in [(false, false), (false, true), (true, false), (true, true)] {
                let [own, theirs] = [true, false].map(|own| results(shape, joined, activate, own));
                assert_eq!(own.len(), 6 + usize::from(joined));
                for (own, theirs) in own.iter().zip(&theirs) {
                    own.assert_approx_eq(theirs, burn::tensor::Tolerance::<f32>::absolute(3e-4));
                }
            }
        }
    }

    #[test]
    fn the_same_bits_every_time() {
        let first = results([16, 8, 32, 32], true, true, true);
        for _ in 0..5 {
            assert_eq!(first, results([16, 8, 32, 32], true, true, true));
        }
    }
}
