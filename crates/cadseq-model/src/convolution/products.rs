//! Convolution for training on a graphics card: one product of matrices for each picture, in one batch.
//!
//! The library's own gradient of the weights is a single product that sums over all pixels of all
//! pictures and has only as many independent parts as there are weights; here each picture has a product of
//! its own, and the sum over pictures comes last. Measured a little faster (`docs/speed.md`).

use burn::tensor::Tensor;

/// See [`super::convolve`].
pub(super) fn convolve(x: &Tensor<4>, weight: Tensor<4>, stride: usize) -> Tensor<4> {
    let [outputs, channels, kernel, _] = weight.dims();
    let [batch, _, height, width] = x.dims();
    let (rows, columns) = (height.div_ceil(stride), width.div_ceil(stride));
    let terms = kernel * kernel * channels;
    let patches = patches(x, kernel, stride).reshape([batch, terms, rows * columns]);
    let weight = weight.permute([0, 2, 3, 1]).reshape([1, outputs, terms]);
    weight
        .matmul(patches)
        .reshape([batch, outputs, rows, columns])
}

/// What lies under each place of the kernel, `[batch, kernel^2 channels, rows, columns]`: the kernel's
/// places row by row, each with all channels.
fn patches(x: &Tensor<4>, kernel: usize, stride: usize) -> Tensor<4> {
    let [batch, channels, height, width] = x.dims();
    let (rows, columns) = (height.div_ceil(stride), width.div_ceil(stride));
    let before = kernel / 2;
    // So far that every place of the kernel has `stride` pixels for each output.
    let after = before + stride - 1;
    let padded = if before + after == 0 {
        x.clone()
    } else {
        x.clone().pad((before, after, before, after), 0.0)
    };
    let places = (0..kernel * kernel).map(|place| {
        let (top, left) = (place / kernel, place % kernel);
        let under = padded
            .clone()
            .narrow(2, top, rows * stride)
            .narrow(3, left, columns * stride);
        if stride == 1 {
            return under;
        }
        under
            .reshape([batch, channels, rows, stride, columns, stride])
            .narrow(3, 0, 1)
            .narrow(5, 0, 1)
            .reshape([batch, channels, rows, columns])
    });
    Tensor::cat(places.collect(), 1)
}

#[cfg(test)]
mod tests {
    use burn::tensor::module::conv2d;
    use burn::tensor::ops::ConvOptions;
    use burn::tensor::{Device, Distribution, Tensor, Tolerance};

    #[test]
    fn products_are_the_convolution() {
        let device = Device::flex();
        device.seed(3);
        for (kernel, stride) in [(1, 1), (1, 2), (3, 1), (3, 2)] {
            let random = |shape| Tensor::<4>::random(shape, Distribution::Default, &device);
            let (x, weight) = (random([2, 5, 8, 6]), random([4, 5, kernel, kernel]));
            let options = ConvOptions::new([stride; 2], [kernel / 2; 2], [1, 1], 1);
            let expected = conv2d(x.clone(), weight.clone(), None, options);
            let found = super::convolve(&x, weight, stride);
            let tolerance = Tolerance::<f32>::absolute(1e-4);
            found
                .into_data()
                .assert_approx_eq(&expected.into_data(), tolerance);
        }
    }
}
