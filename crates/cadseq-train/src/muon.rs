//! Muon for convolutions (Jordan et al. 2024).
//!
//! burn's own takes matrices alone, and all of a wide matrix into each Newton-Schulz step; here the steps are
//! taken with the small square one of its products, which is less than half the work for our filters.

use burn::module::ParamGroup;
use burn::optim::momentum::{Momentum, MomentumConfig};
use burn::optim::{AdamWConfig, LearningRate, ModuleOptimizer, MuonState, Optimizer};
use burn::tensor::{Device, Tensor};

/// Of the gradients, with Nesterov's look ahead.
const MOMENTUM: f64 = 0.95;
/// Newton-Schulz steps, and the coefficients of their odd polynomial of the fifth degree, which takes
/// singular values from 0.001 to between 0.7 and 1.2.
const NEWTON_SCHULZ_STEPS: usize = 5;
const COEFFICIENTS: [f32; 3] = [3.4445, -4.7750, 2.0315];
/// Root mean square of the numbers of AdamW's steps, in learning rates, as measured by Liu et al. (2025).
const ADAM_STEP: f64 = 0.2;

/// The nearest orthogonal matrix to the momentum is the step, so that all directions in a layer learn alike. The
/// filters of a convolution are the rows of its matrix. Steps are as long as AdamW's, so that one learning
/// rate serves both.
#[derive(Clone)]
struct Muon {
    momentum: Momentum,
    weight_decay: f64,
}

/// Muon for the parameters of `filters`, AdamW for the others, both with this decoupled weight decay.
pub(crate) fn muon(filters: ParamGroup, weight_decay: f32) -> ModuleOptimizer {
    let momentum = MomentumConfig {
        momentum: MOMENTUM,
        dampening: 0.0,
        nesterov: true,
    };
    let muon = Muon {
        momentum: Momentum::new(&momentum),
        weight_decay: f64::from(weight_decay),
    };
    let others = AdamWConfig::new().with_weight_decay(weight_decay).init();
    others.with_group(filters, muon, None)
}

impl Optimizer for Muon {
    /// Of the matrix of filters, whatever the rank of the parameter.
    type State<const D: usize> = MuonState<2>;

    fn step<const D: usize>(
        &self,
        rate: LearningRate,
        filters: Tensor<D>,
        gradient: Tensor<D>,
        state: Option<MuonState<2>>,
    ) -> (Tensor<D>, Option<MuonState<2>>) {
        let shape = filters.shape();
        let gradient: Tensor<2> = gradient.reshape([shape[0] as i32, -1]);
        let longer_side = *gradient.dims().iter().max().expect("a matrix");
        let before = state.map(|state| state.momentum);
        let (gradient, momentum) = self.momentum.transform(gradient, before);
        let step = orthogonal(gradient) * (rate * ADAM_STEP * (longer_side as f64).sqrt());
        let kept = filters * (1.0 - rate * self.weight_decay);
        (kept - step.reshape(shape), Some(MuonState::new(momentum)))
    }

    fn to_device<const D: usize>(state: MuonState<2>, device: &Device) -> MuonState<2> {
        MuonState::new(state.momentum.to_device(device))
    }
}

/// About the nearest matrix with orthonormal rows, or columns if those are fewer. The steps are taken with the small
/// square matrix of the products of rows, and applied at the end.
fn orthogonal(matrix: Tensor<2>) -> Tensor<2> {
    let [rows, columns] = matrix.dims();
    if rows > columns {
        return orthogonal(matrix.transpose()).transpose();
    }
    let length = matrix.clone().square().sum().sqrt().clamp_min(1e-7);
    let matrix = matrix / length.unsqueeze();
    let mut products = matrix.clone().matmul(matrix.clone().transpose());
    let [a, b, c] = COEFFICIENTS;
    let constant = Tensor::<2>::eye(rows, &matrix.device()) * a;
    let factor_of = |products: &Tensor<2>| {
        let squares = products.clone().matmul(products.clone());
        constant.clone() + products.clone() * b + squares * c
    };
    let mut factor = factor_of(&products);
    let mut all = factor.clone();
    for _ in 1..NEWTON_SCHULZ_STEPS {
        products = factor.clone().matmul(products).matmul(factor);
        factor = factor_of(&products);
        all = factor.clone().matmul(all);
    }
    all.matmul(matrix)
}

#[cfg(test)]
mod tests {
    use burn::tensor::{Distribution, Tolerance};

    use super::*;

    /// Singular values are all between 0.6 and 1.3: the matrix times its transpose is nearly the identity.
    fn assert_orthogonal(matrix: Tensor<2>) {
        let side = matrix.dims()[0];
        let products = matrix.clone().matmul(matrix.transpose());
        let off = products - Tensor::eye(side, &Device::flex());
        let worst: f32 = off.abs().max().into_scalar();
        assert!(worst < 0.6, "{worst}");
    }

    #[test]
    fn steps_are_nearly_orthogonal_whichever_side_is_longer() {
        let device = Device::flex();
        device.seed(7);
        let wide = Tensor::<2>::random([12, 40], Distribution::Normal(0.0, 1.0), &device);
        assert_orthogonal(orthogonal(wide.clone()));
        let tall = orthogonal(wide.clone().transpose());
        tall.transpose()
            .into_data()
            .assert_approx_eq(&orthogonal(wide).into_data(), Tolerance::<f32>::default());
    }

    #[test]
    fn a_matrix_of_zeros_stays() {
        let zeros = orthogonal(Tensor::zeros([4, 9], &Device::flex()));
        assert_eq!(zeros.abs().max().into_scalar::<f32>(), 0.0);
    }
}
