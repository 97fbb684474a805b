//! Convolution for training on processor cores, in all as few matrix products as pictures allow.
//!
//! The patches of a picture under the kernel are the columns of a matrix ([`patches`]). With the
//! weights `W` as a matrix of a row for each output channel, `Y = W P`; backwards
//! `dW = dY P^T` and `dP = W^T dY`. Burn computes `dW` as a convolution with the gradient as its
//! kernel, whose products are nine columns wide and leave most of a core idle (`docs/speed.md`).
//! Graphics cards train by [`products`] of all pictures at once.

mod patches;
mod products;

use std::ops::Range;

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Flex, TensorMetadata};
use burn::tensor::module::conv2d;
use burn::tensor::ops::ConvOptions;
use burn::tensor::{Shape, Tensor};
use faer::linalg::matmul::matmul;
use faer::reborrow::ReborrowMut;
use faer::{Accum, MatMut, MatRef, Par};
use rayon::prelude::*;

use crate::processor::{in_training, record, tensor, values};
use patches::{Patches, sized};

/// Columns that a matrix product should have at least: fewer pay for its preparation badly.
const COLUMNS: usize = 512;

/// Columns that are made at a time: with more of them a core's own memory does not hold them.
const BAND: usize = 1024;

/// Cross-correlation of `x`, `[batch, in, h, w]`, with a square kernel of odd size, `[out, in, k, k]`,
/// moved by `stride` over `x` with `k / 2` zeros around it: `[batch, out, h / stride, w / stride]`,
/// rounded up.
pub(crate) fn convolve(x: Tensor<4>, weight: Tensor<4>, stride: usize) -> Tensor<4> {
    let padding = weight.dims()[2] / 2;
    let (Some(x), Some(weight)) = (in_training(&x), in_training(&weight)) else {
        if x.device().is_autodiff() {
            return products::convolve(&x, weight, stride);
        }
        let options = ConvOptions::new([stride; 2], [padding; 2], [1, 1], 1);
        return conv2d(x, weight, None, options);
    };
    let convolution = Convolution::new(&x.shape(), &weight.shape(), stride);
    let [left, right] = [&x, &weight].map(|tensor| tensor.primitive().to_contiguous());
    let [height, width] = convolution.patches.output;
    let shape = [convolution.batch, convolution.outputs, height, width];
    let output = tensor(convolution.output(values(&left), values(&right)), &shape);
    record(
        convolution,
        [x.node(), weight.node()],
        (left, right),
        output,
    )
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
        let output = gradients.consume::<Flex>(&ops.node).to_contiguous();
        let (x, weight) = ops.state;
        if let Some(node) = x_node {
            let x_gradient = self.x_gradient(values(&weight), values(&output));
            gradients.register::<Flex>(node.id, tensor(x_gradient, &x.shape().to_vec()));
        }
        if let Some(node) = weight_node {
            let weight_gradient = self.weight_gradient(values(&x), values(&output));
            gradients.register::<Flex>(node.id, tensor(weight_gradient, &weight.shape().to_vec()));
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

    /// The lines of positions in bands whose patches a core's own memory can hold.
    fn bands(&self) -> impl Iterator<Item = Range<usize>> {
        let [lines, width] = self.patches.output;
        let step = (BAND / width).max(1);
        (0..lines)
            .step_by(step)
            .map(move |start| start..(start + step).min(lines))
    }

    /// Numbers of the output of one picture.
    fn output_size(&self) -> usize {
        self.outputs * self.patches.positions()
    }

    /// `[batch, in, h, w]` and `[out, in, k, k]` to `[batch, out, h / stride, w / stride]`.
    fn output(&self, x: &[f32], weight: &[f32]) -> Vec<f32> {
        let weight = MatRef::from_row_major_slice(weight, self.outputs, self.patches.rows());
        let mut output = vec![0.0; self.batch * self.output_size()];
        let group = self.group();
        output
            .par_chunks_mut(group * self.output_size())
            .zip(x.par_chunks(group * self.patches.picture_size()))
            .for_each_init(Scratch::default, |scratch, (output, pictures)| {
                let several = output.len() > self.output_size();
                let Scratch { columns, outputs } = scratch;
                if several {
                    let matrix = sized(outputs, output.len());
                    self.products(weight, pictures, matrix, columns);
                    self.scatter(matrix, output);
                } else {
                    self.products(weight, pictures, output, columns);
                }
            });
        output
    }

    /// `output`, a row for each channel, becomes the weights' product with the patches of `pictures`.
    fn products(
        &self,
        weight: MatRef<f32>,
        pictures: &[f32],
        output: &mut [f32],
        memory: &mut Vec<f32>,
    ) {
        let width = output.len() / self.outputs;
        let mut output = MatMut::from_row_major_slice_mut(output, self.outputs, width);
        for lines in self.bands() {
            let columns = self.columns(pictures, &lines, memory);
            let first = lines.start * self.patches.output[1];
            let product = output.rb_mut().subcols_mut(first, columns.ncols());
            multiply(product, Accum::Replace, weight, columns);
        }
    }

    fn x_gradient(&self, weight: &[f32], output: &[f32]) -> Vec<f32> {
        let rows = self.patches.rows();
        let weight = MatRef::from_row_major_slice(weight, self.outputs, rows).transpose();
        let mut x = vec![0.0; self.batch * self.patches.picture_size()];
        let group = self.group();
        x.par_chunks_mut(group * self.patches.picture_size())
            .zip(output.par_chunks(group * self.output_size()))
            .for_each_init(Scratch::default, |scratch, (pictures, output)| {
                let Scratch { columns, outputs } = scratch;
                for (lines, output) in self.of_bands(self.gather(output, outputs)) {
                    let width = output.ncols();
                    let columns = sized(columns, rows * width);
                    let product = MatMut::from_row_major_slice_mut(columns, rows, width);
                    multiply(product, Accum::Replace, weight, output);
                    self.patches.fold(columns, &lines, pictures);
                }
            });
        x
    }

    /// `[out, in, k, k]`.
    fn weight_gradient(&self, x: &[f32], output: &[f32]) -> Vec<f32> {
        let (rows, group) = (self.patches.rows(), self.group());
        let groups = self.batch.div_ceil(group);
        // All parts are kept and added in their order, so that the sum does not depend on which core was first.
        let share = groups.div_ceil(2 * rayon::current_num_threads()) * group;
        let parts: Vec<Vec<f32>> = x
            .par_chunks(share * self.patches.picture_size())
            .zip(output.par_chunks(share * self.output_size()))
            .map(|(pictures, output)| {
                let mut sum = vec![0.0; self.outputs * rows];
                let mut total = MatMut::from_row_major_slice_mut(&mut sum, self.outputs, rows);
                let Scratch {
                    mut columns,
                    mut outputs,
                } = Scratch::default();
                let pictures = pictures.chunks(group * self.patches.picture_size());
                let output = output.chunks(group * self.output_size());
                for (pictures, output) in pictures.zip(output) {
                    for (lines, output) in self.of_bands(self.gather(output, &mut outputs)) {
                        let columns = self.columns(pictures, &lines, &mut columns);
                        multiply(total.rb_mut(), Accum::Add, output, columns.transpose());
                    }
                }
                sum
            })
            .collect();
        sum(&parts)
    }

    /// The patches of `pictures` at these lines, `[in k k, pictures positions]`.
    fn columns<'a>(
        &self,
        pictures: &'a [f32],
        lines: &Range<usize>,
        memory: &'a mut Vec<f32>,
    ) -> MatRef<'a, f32> {
        let columns = self.patches.columns(pictures, lines, memory);
        let rows = self.patches.rows();
        MatRef::from_row_major_slice(columns, rows, columns.len() / rows)
    }

    /// The bands of lines with the columns of `matrix`, `[out, pictures positions]`, that belong to them: of several
    /// pictures there is one band.
    fn of_bands<'a>(
        &self,
        matrix: &'a [f32],
    ) -> impl Iterator<Item = (Range<usize>, MatRef<'a, f32>)> {
        let [height, width] = self.patches.output;
        let total = matrix.len() / self.outputs;
        let matrix = MatRef::from_row_major_slice(matrix, self.outputs, total);
        self.bands().map(move |lines| {
            let count = if lines.len() == height {
                total
            } else {
                lines.len() * width
            };
            let columns = matrix.subcols(lines.start * width, count);
            (lines, columns)
        })
    }

    /// `[pictures, out, positions]` as a matrix `[out, pictures positions]`, in `memory` if it has to be
    /// rearranged.
    fn gather<'a>(&self, output: &'a [f32], memory: &'a mut Vec<f32>) -> &'a [f32] {
        let positions = self.patches.positions();
        let width = output.len() / self.outputs;
        if width == positions {
            return output;
        }
        let matrix = sized(memory, output.len());
        for (index, plane) in output.chunks_exact(positions).enumerate() {
            let (picture, channel) = (index / self.outputs, index % self.outputs);
            matrix[channel * width + picture * positions..][..positions].copy_from_slice(plane);
        }
        matrix
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

/// Memory for the matrices of a group of pictures, which the next group uses again.
#[derive(Default)]
struct Scratch {
    columns: Vec<f32>,
    outputs: Vec<f32>,
}

/// `product` becomes, or grows by, `left right`.
fn multiply(product: MatMut<f32>, accumulate: Accum, left: MatRef<f32>, right: MatRef<f32>) {
    matmul(product, accumulate, left, right, 1.0, Par::Seq);
}

/// The sum of vectors of one length.
fn sum(parts: &[Vec<f32>]) -> Vec<f32> {
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let mut sum = first.clone();
    for part in rest {
        sum.iter_mut()
            .zip(part)
            .for_each(|(sum, part)| *sum += part);
    }
    sum
}

#[cfg(test)]
mod tests;
