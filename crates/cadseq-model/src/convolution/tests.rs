use burn::tensor::{Device, Distribution};

use super::*;

/// Output and both gradients of a loss that looks at each output differently.
fn results(
    x: &Tensor<4>,
    weight: &Tensor<4>,
    convolution: impl Fn(Tensor<4>, Tensor<4>) -> Tensor<4>,
) -> [Tensor<4>; 3] {
    let (x, weight) = (x.clone().require_grad(), weight.clone().require_grad());
    let output = convolution(x.clone(), weight.clone());
    let gradients = output.clone().powi_scalar(2).sum().backward();
    let gradient = |tensor: &Tensor<4>| tensor.grad(&gradients).expect("it was required");
    [output.inner(), gradient(&x), gradient(&weight)]
}

/// Compares with burn's convolution.
fn check(batch: usize, channels: [usize; 2], size: [usize; 2], kernel: usize, stride: usize) {
    let device = Device::flex().autodiff();
    device.seed(1);
    let [inputs, outputs] = channels;
    let noise = |shape| Tensor::random(shape, Distribution::Normal(0.0, 1.0), &device);
    let x = noise([batch, inputs, size[0], size[1]]);
    let weight = noise([outputs, inputs, kernel, kernel]);
    let own = results(&x, &weight, |x, weight| convolve(x, weight, stride));
    let padding = kernel / 2;
    let options = ConvOptions::new([stride; 2], [padding; 2], [1, 1], 1);
    let theirs = results(&x, &weight, |x, weight| {
        conv2d(x, weight, None, options.clone())
    });
    for (own, theirs) in own.into_iter().zip(theirs) {
        assert_eq!(own.dims(), theirs.dims());
        let scale = theirs.clone().abs().max().into_scalar::<f32>();
        let difference = (own - theirs).abs().max().into_scalar::<f32>();
        assert!(
            difference <= 1e-5 * scale,
            "{batch} {channels:?} {size:?} {kernel} {stride}: {difference} of {scale}"
        );
    }
}

#[test]
fn values_and_gradients_are_those_of_burn() {
    check(2, [3, 4], [9, 6], 3, 1);
    check(3, [2, 5], [6, 9], 3, 2);
    check(2, [3, 2], [17, 16], 7, 2);
    check(2, [2, 3], [16, 15], 7, 1);
    check(2, [5, 3], [8, 7], 1, 2);
    check(1, [5, 3], [4, 5], 1, 1);
}

#[test]
fn pictures_smaller_than_the_kernel_see_zeros() {
    check(3, [2, 3], [1, 1], 3, 1);
    check(3, [2, 3], [2, 1], 7, 1);
    check(3, [2, 3], [1, 2], 7, 2);
}

#[test]
fn bands_of_lines_do_not_show() {
    check(2, [3, 4], [45, 48], 3, 1);
    check(2, [2, 3], [90, 97], 3, 2);
    check(1, [2, 3], [80, 81], 7, 2);
    check(1, [5, 3], [40, 48], 1, 1);
}

#[test]
fn pictures_that_share_a_matrix_do_not_mix() {
    check(37, [2, 3], [5, 4], 3, 1);
    check(37, [2, 3], [5, 4], 3, 2);
}

#[test]
fn the_first_layer_s_pictures_need_no_gradient() {
    let device = Device::flex().autodiff();
    let x = Tensor::<4>::ones([1, 1, 3, 3], &device);
    let weight = Tensor::<4>::ones([1, 1, 3, 3], &device).require_grad();
    let gradients = convolve(x.clone(), weight.clone(), 1).sum().backward();
    assert!(x.grad(&gradients).is_none());
    // The centre sees all nine pixels, a corner of the kernel four of them.
    let gradient = weight.grad(&gradients).expect("it was required");
    let expected = Tensor::<1>::from_floats(
        [4.0, 6.0, 4.0, 6.0, 9.0, 6.0, 4.0, 6.0, 4.0],
        &Device::flex(),
    );
    assert_eq!(
        gradient.into_data(),
        expected.reshape([1, 1, 3, 3]).into_data()
    );
}

#[test]
fn gradients_are_the_same_bits_every_time() {
    let device = Device::flex().autodiff();
    let x = Tensor::random([16, 8, 32, 32], Distribution::Default, &device);
    let weight = Tensor::random([16, 8, 3, 3], Distribution::Default, &device);
    let bits = || results(&x, &weight, |x, weight| convolve(x, weight, 1)).map(Tensor::into_data);
    let first = bits();
    for _ in 0..5 {
        assert_eq!(first, bits());
    }
}
