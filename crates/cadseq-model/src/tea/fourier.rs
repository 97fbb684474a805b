//! Smooth features of quantized values.

use burn::tensor::{Device, Distribution, Tensor, TensorData};

/// Variables with fewer values are names, without an order to be smooth in.
pub(super) const MIN_VALUES: usize = 16;

/// Octaves: from one period over all values down to two values a period.
const OCTAVES: usize = 8;

/// A random mixture of a constant, sines and cosines of each value, `[values, d_model]` with
/// entries of about unit variance. The lowest frequency orders the values, the highest tells
/// neighbours apart.
pub(super) fn features(values: usize, d_model: usize, device: &Device) -> Tensor<2> {
    let count = 2 * OCTAVES + 1;
    let mut waves = Vec::with_capacity(values * count);
    for value in 0..values {
        waves.push(1.0);
        for octave in 0..OCTAVES {
            let turns = (value << octave) as f64 / values as f64;
            // Off the zeros of the highest octave, where one of the pair would vanish.
            let phase = std::f64::consts::TAU * turns + 0.3;
            let (sine, cosine) = (libm::sin(phase), libm::cos(phase));
            waves.extend([sine as f32, cosine as f32]);
        }
    }
    let waves = Tensor::<2>::from_data(TensorData::new(waves, [values, count]), device);
    let deviation = 1.0 / (1.0 + OCTAVES as f64).sqrt();
    let mixture = Tensor::random(
        [count, d_model],
        Distribution::Normal(0.0, deviation),
        device,
    );
    waves.matmul(mixture)
}
