//! Operations of our own for training on processor cores: they compute on plain numbers, forwards and
//! backwards, in as few passes over memory as they can, on all cores.

use burn::backend::autodiff::checkpoint::strategy::NoCheckpointing;
use burn::backend::autodiff::ops::{Backward, NodeGuard, OpsKind};
use burn::backend::ops::FloatTensorOps;
use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Flex, FlexDevice};
use burn::tensor::{Shape, Tensor, TensorData};

/// The backend of training on the processor.
pub type Training = Autodiff<Flex, NoCheckpointing>;

/// `tensor` as it is kept on the processor in training; `None` for any other device or use.
pub fn in_training<const D: usize>(tensor: &Tensor<D>) -> Option<FloatTensor<Training>> {
    tensor.clone().try_into_primitive::<Training>().ok()
}

/// The numbers of a tensor that lies in order.
///
/// # Panics
/// If it does not.
pub fn values(tensor: &FloatTensor<Flex>) -> &[f32] {
    tensor
        .as_slice()
        .expect("contiguous, and training computes in f32")
}

/// A tensor of `values`, row by row.
pub fn tensor(values: Vec<f32>, shape: &[usize]) -> FloatTensor<Flex> {
    let data = TensorData::new(values, Shape::from(shape.to_vec()));
    Flex::float_from_data(data, &FlexDevice)
}

/// `output` as what `operation` made of its parents; `state` is kept for the way back.
pub fn record<const N: usize, const D: usize, O: Backward<Flex, N>>(
    operation: O,
    parents: [NodeGuard; N],
    state: O::State,
    output: FloatTensor<Flex>,
) -> Tensor<D> {
    let prepared = operation
        .prepare::<NoCheckpointing>(parents)
        .compute_bound();
    let output = match prepared.stateful() {
        OpsKind::Tracked(prepared) => prepared.finish(state, output),
        OpsKind::UnTracked(prepared) => prepared.finish(output),
    };
    Tensor::from_primitive::<Training>(output)
}
