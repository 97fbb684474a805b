//! The loss with its gradient in one pass over the pixels, for training on processor cores.

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops};
use burn::backend::ops::FloatTensorOps;
use burn::backend::tensor::FloatTensor;
use burn::backend::{Flex, TensorMetadata};
use burn::tensor::Tensor;
use cadseq_model::EdgeClass;
use cadseq_model::mapper::{NORMAL_EPSILON, channel};
use cadseq_model::processor::{Training, record, tensor, values};
use rayon::prelude::*;

use super::{
    DEPTH_WEIGHT, DOUBT_WEIGHT, EDGE_GAIN, EDGE_WEIGHT, EXIT_WEIGHT, MASK_WEIGHT, MIN_ERROR,
    NORMAL_WEIGHT, SMALL_NORMAL_ERROR,
};
use crate::maps::packed::MapBatch;

/// See [`super::loss`].
pub(super) fn loss(scores: &FloatTensor<Training>, truth: &MapBatch) -> Tensor<1> {
    let shape: [usize; 4] = scores.shape().dims();
    let [batch, _, height, width] = shape;
    let truth = Truth::of(truth);
    let pixels = height * width;
    let scales = Scales::of(&truth, batch, pixels);

    let numbers = scores.primitive().to_contiguous();
    let mut gradient = vec![0.0; numbers.shape().num_elements()];
    let picture = channel::COUNT * pixels;
    let losses: Vec<f64> = gradient
        .par_chunks_mut(picture)
        .zip(values(&numbers).par_chunks(picture))
        .enumerate()
        .map(|(index, (gradient, scores))| {
            let picture = Picture {
                truth: truth.picture(index, pixels),
                scores,
                pixels,
            };
            picture.loss(&scales, gradient)
        })
        .collect();

    let loss = losses.iter().sum::<f64>() as f32;
    let gradient = tensor(gradient, &shape);
    record(Loss, [scores.node()], gradient, tensor(vec![loss], &[1]))
}

/// The loss; kept is its gradient.
#[derive(Debug)]
struct Loss;

impl Backward<Flex, 1> for Loss {
    type State = FloatTensor<Flex>;

    fn backward(
        self,
        ops: Ops<FloatTensor<Flex>, 1>,
        gradients: &mut Gradients,
        _: &mut Checkpointer,
    ) {
        let factor = gradients.consume::<Flex>(&ops.node).to_contiguous();
        let factor = values(&factor)[0];
        if let [Some(parent)] = ops.parents {
            let gradient = if factor == 1.0 {
                ops.state
            } else {
                Flex::float_mul_scalar(ops.state, factor.into())
            };
            gradients.register::<Flex>(parent.id, gradient);
        }
    }
}

/// True maps as plain numbers, of a batch or of one picture.
#[derive(Clone)]
struct Truth<T> {
    mask: T,
    normals: T,
    depths: T,
    exits: T,
    edges: T,
}

impl Truth<Vec<f32>> {
    fn of(batch: &MapBatch) -> Self {
        let numbers = |of: &Tensor<4>| {
            let data = of.clone().into_data();
            data.try_into_vec().expect("training computes in f32")
        };
        Self {
            mask: numbers(&batch.mask),
            normals: numbers(&batch.normals),
            depths: numbers(&batch.depths),
            exits: numbers(&batch.exits),
            edges: numbers(&batch.edges),
        }
    }

    fn picture(&self, index: usize, pixels: usize) -> Truth<&[f32]> {
        let of = |channels: usize| index * channels * pixels..(index + 1) * channels * pixels;
        Truth {
            mask: &self.mask[of(1)],
            normals: &self.normals[of(3)],
            depths: &self.depths[of(1)],
            exits: &self.exits[of(2)],
            edges: &self.edges[of(EdgeClass::COUNT)],
        }
    }
}

/// How much a pixel of the part counts: nothing where half of it is something else.
fn part(mask: f32) -> f32 {
    (mask - 0.5).max(0.0) * 2.0
}

/// What the terms are multiplied by.
struct Scales {
    mask: f32,
    edges: f32,
    normals: f32,
    depths: f32,
    exits: f32,
    doubts: f32,
}

impl Scales {
    fn of(truth: &Truth<Vec<f32>>, batch: usize, pixels: usize) -> Self {
        let parts: Vec<f64> = truth
            .mask
            .par_chunks(pixels)
            .map(|mask| mask.iter().map(|&mask| f64::from(part(mask))).sum())
            .collect();
        let on_part = parts.iter().sum::<f64>() + 1.0;
        let all = (batch * pixels) as f64;
        Self {
            mask: (MASK_WEIGHT / all) as f32,
            edges: (EDGE_WEIGHT / all / EdgeClass::COUNT as f64) as f32,
            normals: (NORMAL_WEIGHT / on_part) as f32,
            depths: (DEPTH_WEIGHT / on_part) as f32,
            exits: (EXIT_WEIGHT / on_part) as f32,
            doubts: (DOUBT_WEIGHT / on_part) as f32,
        }
    }
}

/// Scores and truth of one picture.
struct Picture<'a> {
    truth: Truth<&'a [f32]>,
    scores: &'a [f32],
    pixels: usize,
}

impl Picture<'_> {
    fn score(&self, channel: usize, pixel: usize) -> f32 {
        self.scores[channel * self.pixels + pixel]
    }

    /// The picture's share of the loss; `gradient`, which comes in as zeros, becomes that of the scores.
    fn loss(&self, scales: &Scales, gradient: &mut [f32]) -> f64 {
        let crossed = self.cross_entropies(scales, gradient);
        crossed
            + self.normals(scales, gradient)
            + self.depths(scales, gradient)
            + self.exits(scales, gradient)
    }

    /// Mask and edges: `(1 + (gain - 1) t) log(1 + e^x) - gain t x`.
    fn cross_entropies(&self, scales: &Scales, gradient: &mut [f32]) -> f64 {
        let mut total = 0.0;
        let mut add = |channel: usize, truth: &[f32], gain: f32, scale: f32| {
            let range = channel * self.pixels..(channel + 1) * self.pixels;
            let scores = &self.scores[range.clone()];
            let mut sum = 0.0_f32;
            for ((gradient, &score), &truth) in gradient[range].iter_mut().zip(scores).zip(truth) {
                let power = libm::expf(-score.abs());
                let share = 1.0 / (1.0 + power);
                let probability = if score >= 0.0 { share } else { power * share };
                let weight = 1.0 + (gain - 1.0) * truth;
                *gradient = (weight * probability - gain * truth) * scale;
                sum += weight * (score.max(0.0) + libm::log1pf(power)) - gain * truth * score;
            }
            total += f64::from(sum * scale);
        };
        add(channel::MASK, self.truth.mask, 1.0, scales.mask);
        for (class, truth) in self.truth.edges.chunks_exact(self.pixels).enumerate() {
            add(
                channel::EDGES + class,
                truth,
                EDGE_GAIN as f32,
                scales.edges,
            );
        }
        total
    }

    /// The length of the error, and its doubt.
    fn normals(&self, scales: &Scales, gradient: &mut [f32]) -> f64 {
        let mut total = 0.0;
        for pixel in 0..self.pixels {
            let part = part(self.truth.mask[pixel]);
            if part == 0.0 {
                continue;
            }
            let score = [0, 1, 2].map(|axis| self.score(channel::NORMAL + axis, pixel));
            let truth = [0, 1, 2].map(|axis| self.truth.normals[axis * self.pixels + pixel]);
            let length = (dot(score, score) + NORMAL_EPSILON as f32).sqrt();
            let found = score.map(|score| score / length);
            let difference = [0, 1, 2].map(|axis| found[axis] - truth[axis]);
            let squared = dot(difference, difference);
            let error = squared.sqrt();
            let smooth = SMALL_NORMAL_ERROR as f32;
            let rounded = (squared + smooth * smooth).sqrt();
            let scale = scales.normals * part;
            let radial = dot(found, difference);
            for axis in 0..3 {
                let slope = (difference[axis] - found[axis] * radial) / (rounded * length);
                gradient[(channel::NORMAL + axis) * self.pixels + pixel] = slope * scale;
            }
            total += f64::from(scale * (rounded - smooth));
            total += self.doubt(
                channel::NORMAL_DOUBT,
                pixel,
                error,
                scales.doubts * part,
                gradient,
            );
        }
        total
    }

    /// The absolute difference but for its mean, and its doubt.
    fn depths(&self, scales: &Scales, gradient: &mut [f32]) -> f64 {
        let difference =
            |pixel: usize| self.score(channel::DEPTH, pixel) - self.truth.depths[pixel];
        let (mut weight, mut sum) = (1.0, 0.0);
        for (pixel, &mask) in self.truth.mask.iter().enumerate() {
            weight += part(mask);
            sum += part(mask) * difference(pixel);
        }
        let mean = sum / weight;

        let (mut total, mut signs) = (0.0, 0.0);
        let depths = channel::DEPTH * self.pixels;
        for (pixel, &mask) in self.truth.mask.iter().enumerate() {
            let part = part(mask);
            if part == 0.0 {
                continue;
            }
            let centred = difference(pixel) - mean;
            let slope = sign(centred) * part;
            gradient[depths + pixel] = slope * scales.depths;
            signs += slope;
            total += f64::from(scales.depths * part * centred.abs());
            let scale = scales.doubts * part;
            total += self.doubt(channel::DEPTH_DOUBT, pixel, centred.abs(), scale, gradient);
        }
        // What moving the mean takes back.
        let back = signs / weight * scales.depths;
        for (pixel, &mask) in self.truth.mask.iter().enumerate() {
            gradient[depths + pixel] -= back * part(mask);
        }
        total
    }

    /// The absolute differences of logarithms, and their doubts.
    fn exits(&self, scales: &Scales, gradient: &mut [f32]) -> f64 {
        let mut total = 0.0;
        for which in 0..2 {
            let channel = channel::EXITS + which;
            for (pixel, &mask) in self.truth.mask.iter().enumerate() {
                let part = part(mask);
                if part == 0.0 {
                    continue;
                }
                let truth = self.truth.exits[which * self.pixels + pixel];
                let off = self.score(channel, pixel) - truth;
                let scale = scales.exits * part;
                gradient[channel * self.pixels + pixel] = sign(off) * scale;
                total += f64::from(off.abs() * scale);
                let doubt = channel::EXIT_DOUBTS + which;
                total += self.doubt(doubt, pixel, off.abs(), scales.doubts * part, gradient);
            }
        }
        total
    }

    /// How far a doubt is from the logarithm of the error.
    fn doubt(
        &self,
        channel: usize,
        pixel: usize,
        error: f32,
        scale: f32,
        gradient: &mut [f32],
    ) -> f64 {
        let off = self.score(channel, pixel) - libm::logf(error + MIN_ERROR as f32);
        gradient[channel * self.pixels + pixel] = sign(off) * scale;
        f64::from(off.abs() * scale)
    }
}

fn dot(a: [f32; 3], b: [f32; 3]) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn sign(number: f32) -> f32 {
    if number == 0.0 { 0.0 } else { number.signum() }
}

#[cfg(test)]
mod tests {
    use burn::tensor::{Device, TensorData, Tolerance};
    use cadseq_model::MapperOutput;

    use super::super::composed;
    use super::*;

    /// Numbers from -3 to 3, the same every time.
    fn noise(seed: u32, shape: [usize; 4], device: &Device) -> Tensor<4> {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (f64::from(state) / f64::from(u32::MAX) * 6.0 - 3.0) as f32
        };
        let count = shape.iter().product();
        let numbers: Vec<f32> = (0..count).map(|_| draw()).collect();
        Tensor::from_data(TensorData::new(numbers, shape), device)
    }

    #[test]
    fn value_and_gradient_are_those_of_the_tensor_operations() {
        let device = Device::flex().autodiff();
        let [batch, size] = [3, 16];
        let noise = |seed, channels| noise(seed, [batch, channels, size, size], &device);
        let normals = noise(3, 3);
        let length = normals.clone().square().sum_dim(1).sqrt();
        let truth = MapBatch {
            crops: noise(1, 3),
            mask: noise(2, 1).clamp(0.0, 1.0),
            normals: normals / length,
            depths: noise(4, 1),
            exits: noise(7, 2),
            edges: noise(5, EdgeClass::COUNT).greater_elem(2.0).float(),
        };
        let scores = noise(6, channel::COUNT);
        let [own, composed] = [true, false].map(|own| {
            let scores = scores.clone().require_grad();
            let loss = if own {
                super::super::loss(&scores, truth.clone())
            } else {
                composed(MapperOutput::new(&scores), truth.clone())
            };
            let gradients = (loss.clone() * 2.0).backward();
            let gradient = scores.grad(&gradients).expect("it was required");
            [loss.inner().into_data(), gradient.into_data()]
        });
        for (own, composed) in own.iter().zip(&composed) {
            own.assert_approx_eq(composed, Tolerance::<f32>::rel_abs(1e-4, 1e-7));
        }
    }
}
