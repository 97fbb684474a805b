//! Channels for resolution and back (Shi et al. 2016).

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops};
use burn::backend::{Flex, TensorMetadata};
use burn::tensor::Tensor;
use rayon::prelude::*;

use crate::processor::{in_training, record, tensor, values};

/// Trades channels for resolution: `[b, 4 c, h, w]` to `[b, c, 2 h, 2 w]`.
pub fn pixel_shuffle(x: Tensor<4>) -> Tensor<4> {
    let [batch, channels, height, width] = x.dims();
    let shape = [batch, channels / 4, height * 2, width * 2];
    if let Some(x) = in_training(&x) {
        let shuffle = Shuffle { fine: shape };
        let fine = shuffle.fine(values(&x.primitive().to_contiguous()));
        return record(shuffle, [x.node()], (), tensor(fine, &shape));
    }
    x.reshape([batch, channels / 4, 2, 2, height, width])
        .permute([0, 1, 4, 2, 5, 3])
        .reshape(shape)
}

/// Undoes [`pixel_shuffle`]: `[b, c, 2 h, 2 w]` to `[b, 4 c, h, w]`.
pub fn pixel_unshuffle(x: Tensor<4>) -> Tensor<4> {
    let [batch, channels, height, width] = x.dims();
    x.reshape([batch, channels, height / 2, 2, width / 2, 2])
        .permute([0, 1, 3, 5, 2, 4])
        .reshape([batch, channels * 4, height / 2, width / 2])
}

/// A pixel shuffle to this shape.
#[derive(Debug, Clone, Copy)]
struct Shuffle {
    fine: [usize; 4],
}

impl Shuffle {
    /// Numbers of one fine channel, which four coarse ones make.
    fn plane(&self) -> usize {
        self.fine[2] * self.fine[3]
    }

    /// Places of a fine channel and of the four coarse ones, in the order of the latter.
    fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let [_, _, height, width] = self.fine;
        let corners = [(0, 0), (0, 1), (1, 0), (1, 1)].into_iter();
        let fine = corners.flat_map(move |(down, right)| {
            (0..height / 2).flat_map(move |row| {
                let start = (2 * row + down) * width + right;
                (start..start + width).step_by(2)
            })
        });
        fine.enumerate().map(|(coarse, fine)| (fine, coarse))
    }

    fn fine(&self, coarse: &[f32]) -> Vec<f32> {
        self.each_plane(coarse, |fine, coarse, (at, from)| fine[at] = coarse[from])
    }

    fn coarse(&self, fine: &[f32]) -> Vec<f32> {
        self.each_plane(fine, |coarse, fine, (from, at)| coarse[at] = fine[from])
    }

    fn each_plane(
        &self,
        from: &[f32],
        set: impl Fn(&mut [f32], &[f32], (usize, usize)) + Send + Sync,
    ) -> Vec<f32> {
        let mut to = vec![0.0; from.len()];
        to.par_chunks_mut(self.plane())
            .zip(from.par_chunks(self.plane()))
            .for_each(|(to, from)| self.places().for_each(|places| set(to, from, places)));
        to
    }
}

impl Backward<Flex, 1> for Shuffle {
    type State = ();

    fn backward(self, ops: Ops<(), 1>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let fine = gradients.consume::<Flex>(&ops.node).to_contiguous();
        let [batch, channels, height, width] = fine.shape().dims();
        let shape = [batch, channels * 4, height / 2, width / 2];
        if let [Some(parent)] = ops.parents {
            let coarse = self.coarse(values(&fine));
            gradients.register::<Flex>(parent.id, tensor(coarse, &shape));
        }
    }
}

#[cfg(test)]
mod tests {
    use burn::tensor::{Device, Int};

    use super::*;

    #[test]
    fn training_shuffles_as_burn_does_and_back() {
        let (processor, training) = (Device::flex(), Device::flex().autodiff());
        let shape = [2, 8, 3, 5];
        let numbers = |device| {
            let count = shape.iter().product::<usize>() as i64;
            Tensor::<1, Int>::arange(0..count, device)
                .float()
                .reshape(shape)
        };
        let x: Tensor<4> = numbers(&training).require_grad();
        let fine = pixel_shuffle(x.clone());
        let expected = pixel_shuffle(numbers(&processor));
        assert_eq!(
            fine.clone().inner().into_data(),
            expected.clone().into_data()
        );
        let back = pixel_unshuffle(expected).into_data();
        assert_eq!(back, numbers(&processor).into_data());

        // The gradient of half the square is what went in.
        let gradients = (fine.clone() * fine * 0.5).sum().backward();
        let gradient = x.grad(&gradients).expect("it was required");
        assert_eq!(gradient.into_data(), numbers(&processor).into_data());
    }
}
