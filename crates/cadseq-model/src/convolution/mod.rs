//! Convolution for training on processor cores, in all as few matrix products as pictures allow.
//!
//! The patches of a picture under the kernel are the columns of a matrix ([`patches`]). With the
//! weights `W` as a matrix of a row for each output channel, `Y = W P`; backwards
//! `dW = dY P^T` and `dP = W^T dY`. Burn computes `dW` as a convolution with the gradient as its
//! kernel, whose products are nine columns wide and leave most of a core idle (`docs/speed.md`).
//! Graphics cards train by [`products`] of all pictures at once.

mod patches;
mod products;

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::NoCheckpointing;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::ops::FloatTensorOps;
use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Flex, TensorMetadata};
use burn::tensor::module::conv2d;
use burn::tensor::ops::ConvOptions;
use burn::tensor::{Shape, Tensor, TensorData};
use rayon::prelude::*;

use patches::Patches;

type Training = Autodiff<Flex, NoCheckpointing>;

/// Columns that a matrix product should have at least: fewer pay for its preparation badly.
const COLUMNS: usize = 512;

/// Cross-correlation of `x`, `[batch, in, h, w]`, with a square kernel of odd size, `[out, in, k, k]`,
/// moved by `stride` over `x` with `k / 2` zeros around it: `[batch, out, h / stride, w / stride]`,
/// rounded up.
pub(crate) fn convolve(x: Tensor<4>, weight: Tensor<4>, stride: usize) -> Tensor<4> {
    let padding = weight.dims()[2] / 2;
    let primitives = (
        x.clone().try_into_primitive::<Training>(),
        weight.clone().try_into_primitive::<Training>(),
    );
    let (Ok(x), Ok(weight)) = primitives else {
        if x.device().is_autodiff() {
            return products::convolve(&x, weight, stride);
        }
        let options = ConvOptions::new([stride; 2], [padding; 2], [1, 1], 1);
        return conv2d(x, weight, None, options);
    };
    let convolution = Convolution::new(&x.shape(), &weight.shape(), stride);
    let [left, right] = [&x, &weight].map(|tensor| tensor.clone().into_primitive());
    let output = convolution.forward(&left, &right);
    let nodes = [x.node(), weight.node()];
    let output = match convolution
        .prepare::<NoCheckpointing>(nodes)
        .compute_bound()
        .stateful()
    {
        OpsKind::Tracked(prepared) => prepared.finish((left, right), output),
        OpsKind::UnTracked(prepared) => prepared.finish(output),
    };
    Tensor::from_primitive::<Training>(output)
}

/// The sizes of one convolution of a batch.
#[derive(Debug, Clone, Copy)]
struct Convolution {
    batch: usize,
    outputs: usize,
    patches: Patches,
}

impl Backward<Flex, 2> for Convolution {
    type State = (FloatTensor<Flex>, FloatTensor<Flex>);

    fn backward(self, ops: Ops<Self::State, 2>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let [x_node, weight_node] = ops.parents;
        let output = gradients.consume::<Flex>(&ops.node);
        let (x, weight) = ops.state;
        if let Some(node) = x_node {
            gradients.register::<Flex>(node.id, self.x_gradient(&weight, &output));
        }
        if let Some(node) = weight_node {
            gradients.register::<Flex>(node.id, self.weight_gradient(&x, &output));
        }
    }
}

impl Convolution {
    fn new(x: &Shape, weight: &Shape, stride: usize) -> Self {
        let [batch, channels, height, width] = x.dims();
        let [outputs, _, kernel, _] = weight.dims();
        Self {
            batch,
            outputs,
            patches: Patches::new(channels, [height, width], kernel, stride),
        }
    }

    /// Pictures whose patches share a matrix.
    fn group(&self) -> usize {
        let share = self.batch.div_ceil(rayon::current_num_threads());
        let enough = COLUMNS.div_ceil(self.patches.positions());
        enough.min(share).max(1)
    }

    /// Numbers of the output of one picture.
    fn output_size(&self) -> usize {
        self.outputs * self.patches.positions()
    }

    fn forward(&self, x: &FloatTensor<Flex>, weight: &FloatTensor<Flex>) -> FloatTensor<Flex> {
        let weight = self.weight_matrix(weight);
        let mut output = vec![0.0; self.batch * self.output_size()];
        let group = self.group();
        output
            .par_chunks_mut(group * self.output_size())
            .zip(values(x).par_chunks(group * self.patches.picture_size()))
            .for_each(|(output, pictures)| {
                let product = Flex::float_matmul(weight.clone(), self.columns(pictures));
                self.scatter(values(&product), output);
            });
        let [height, width] = self.patches.output;
        tensor(output, &[self.batch, self.outputs, height, width])
    }

    fn x_gradient(
        &self,
        weight: &FloatTensor<Flex>,
        output: &FloatTensor<Flex>,
    ) -> FloatTensor<Flex> {
        let weight = self.weight_matrix(weight).transpose(0, 1);
        let mut x = vec![0.0; self.batch * self.patches.picture_size()];
        let group = self.group();
        let output = output.to_contiguous();
        x.par_chunks_mut(group * self.patches.picture_size())
            .zip(values(&output).par_chunks(group * self.output_size()))
            .for_each(|(pictures, output)| {
                let mut product = Flex::float_matmul(weight.clone(), self.gather(output));
                self.patches.fold(product.storage_mut(), pictures);
            });
        let [height, width] = self.patches.input;
        tensor(x, &[self.batch, self.patches.channels, height, width])
    }

    fn weight_gradient(
        &self,
        x: &FloatTensor<Flex>,
        output: &FloatTensor<Flex>,
    ) -> FloatTensor<Flex> {
        let group = self.group();
        let output = output.to_contiguous();
        // `P dY^T`, not `dY P^T`: the larger matrix need not be rearranged then. All parts are kept
        // and added in their order, so that the sum does not depend on which core was first.
        let parts: Vec<_> = values(x)
            .par_chunks(group * self.patches.picture_size())
            .zip(values(&output).par_chunks(group * self.output_size()))
            .map(|(pictures, output)| {
                let output = self.gather(output).transpose(0, 1);
                Flex::float_matmul(self.columns(pictures), output)
            })
            .collect();
        let kernel = self.patches.kernel;
        tensor(sum(&parts), &[self.patches.rows(), self.outputs])
            .transpose(0, 1)
            .reshape(Shape::from([
                self.outputs,
                self.patches.channels,
                kernel,
                kernel,
            ]))
    }

    /// `[out, in k k]`.
    fn weight_matrix(&self, weight: &FloatTensor<Flex>) -> FloatTensor<Flex> {
        weight.reshape(Shape::from([self.outputs, self.patches.rows()]))
    }

    /// The patches of some pictures, `[in k k, pictures positions]`.
    fn columns(&self, pictures: &[f32]) -> FloatTensor<Flex> {
        let count = pictures.len() / self.patches.picture_size();
        let width = count * self.patches.positions();
        let mut columns = vec![0.0; self.patches.rows() * width];
        self.patches.unfold(pictures, &mut columns);
        tensor(columns, &[self.patches.rows(), width])
    }

    /// `[pictures, out, positions]` as a matrix `[out, pictures positions]`.
    fn gather(&self, output: &[f32]) -> FloatTensor<Flex> {
        let positions = self.patches.positions();
        let width = output.len() / self.outputs;
        let mut matrix = vec![0.0; output.len()];
        for (index, plane) in output.chunks_exact(positions).enumerate() {
            let (picture, channel) = (index / self.outputs, index % self.outputs);
            matrix[channel * width + picture * positions..][..positions].copy_from_slice(plane);
        }
        tensor(matrix, &[self.outputs, width])
    }

    /// The inverse of [`Self::gather`].
    fn scatter(&self, matrix: &[f32], output: &mut [f32]) {
        let positions = self.patches.positions();
        let width = output.len() / self.outputs;
        for (index, plane) in output.chunks_exact_mut(positions).enumerate() {
            let (picture, channel) = (index / self.outputs, index % self.outputs);
            let row = &matrix[channel * width + picture * positions..];
            plane.copy_from_slice(&row[..positions]);
        }
    }
}

/// The sum of tensors of one shape.
fn sum(parts: &[FloatTensor<Flex>]) -> Vec<f32> {
    const CHUNK: usize = 1 << 14;
    let mut sum = vec![0.0; parts.first().map_or(0, |part| values(part).len())];
    sum.par_chunks_mut(CHUNK).enumerate().for_each(|(i, sum)| {
        for part in parts {
            let part = &values(part)[i * CHUNK..];
            sum.iter_mut()
                .zip(part)
                .for_each(|(sum, part)| *sum += part);
        }
    });
    sum
}

fn values(tensor: &FloatTensor<Flex>) -> &[f32] {
    tensor
        .as_slice()
        .expect("contiguous, and training computes in f32")
}

fn tensor(values: Vec<f32>, shape: &[usize]) -> FloatTensor<Flex> {
    let data = TensorData::new(values, Shape::from(shape.to_vec()));
    Flex::float_from_data(data, &burn::backend::FlexDevice)
}

#[cfg(test)]
mod tests;
