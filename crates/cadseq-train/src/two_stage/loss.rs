//! The losses of both stages.

use burn::tensor::activation::log_softmax;
use burn::tensor::{Device, Int, Tensor, TensorData};
use cadseq_model::{Latent, Tea};
use cadseq_program::{FeatureMatrix, Variable};

/// How unlikely a decoder finds programs, in nats a program.
#[derive(Debug)]
pub struct ProgramLoss {
    /// Cross-entropy of the types, summed over all rows of the matrix; a scalar.
    pub types: Tensor<1>,
    /// Cross-entropy of the used parameters, summed over them; a scalar.
    pub parameters: Tensor<1>,
}

/// The loss of the programs that `tea` makes of latents `[batch, latent]`.
pub fn program_loss(
    tea: &Tea,
    latent: &Tensor<2>,
    targets: &[&FeatureMatrix],
    device: &Device,
) -> ProgramLoss {
    let states = tea.decode(latent);
    let mut types = Tensor::zeros([1], device);
    let mut parameters = Tensor::zeros([1], device);
    let variables = targets.first().map_or(&[][..], |m| m.config().variables());
    for (column, &variable) in variables.iter().enumerate() {
        let used = UsedSlots::new(targets, column, variable);
        if used.rows.is_empty() {
            continue;
        }
        let loss = used.cross_entropy(tea, &states, column, device);
        if variable == Variable::Type {
            types = types + loss;
        } else {
            parameters = parameters + loss;
        }
    }
    let share = 1.0 / targets.len().max(1) as f64;
    ProgramLoss {
        types: types * share,
        parameters: parameters * share,
    }
}

/// The slots of one variable that the targets use.
struct UsedSlots {
    /// Rows of the batch's states.
    rows: Vec<i32>,
    /// Their values.
    values: Vec<i32>,
}

impl UsedSlots {
    fn new(targets: &[&FeatureMatrix], column: usize, variable: Variable) -> Self {
        let (mut rows, mut values) = (Vec::new(), Vec::new());
        for (program, target) in targets.iter().enumerate() {
            for row in 0..target.rows() {
                if variable == Variable::Type || target.used(row).any(|used| used == variable) {
                    rows.push((program * target.rows() + row) as i32);
                    values.push(i32::from(target.row(row)[column]));
                }
            }
        }
        Self { rows, values }
    }

    /// The sum over the slots.
    fn cross_entropy(
        self,
        tea: &Tea,
        states: &Tensor<2>,
        column: usize,
        device: &Device,
    ) -> Tensor<1> {
        let count = self.rows.len();
        let rows: Tensor<1, Int> = Tensor::from_data(TensorData::new(self.rows, [count]), device);
        let values: Tensor<2, Int> =
            Tensor::from_data(TensorData::new(self.values, [count, 1]), device);
        let scores = tea.scores(states.clone().select(0, rows), column);
        log_softmax(scores, 1).gather(1, values).sum().neg()
    }
}

/// Divergence of the latent's Gaussians from the unit one (Kingma and Welling 2014), summed over the
/// latent and averaged over the batch: a scalar in nats. 0 without a variance.
pub fn divergence(latent: &Latent, device: &Device) -> Tensor<1> {
    let Some(log_variance) = latent.log_variance.clone() else {
        return Tensor::zeros([1], device);
    };
    let [batch, _] = latent.mean.dims();
    let square = latent.mean.clone().powi_scalar(2);
    let terms = square + log_variance.clone().exp() - log_variance - 1.0;
    terms.sum() * (0.5 / batch as f64)
}

/// Symmetric cross-entropy of matching each picture's latent to its program's within the batch, by cosine
/// similarity over `temperature` (Radford et al. 2021). Both are `[batch, latent]`; a scalar.
pub fn contrastive(
    pictures: Tensor<2>,
    programs: Tensor<2>,
    temperature: f64,
    device: &Device,
) -> Tensor<1> {
    let [batch, _] = pictures.dims();
    let unit = |x: Tensor<2>| {
        let length = x.clone().powi_scalar(2).sum_dim(1).sqrt() + 1e-6;
        x / length
    };
    let similarity = unit(pictures).matmul(unit(programs).transpose()) / temperature;
    let pairs: Vec<i32> = (0..batch as i32).collect();
    let diagonal: Tensor<2, Int> = Tensor::from_data(TensorData::new(pairs, [batch, 1]), device);
    let matched = |scores: Tensor<2>| log_softmax(scores, 1).gather(1, diagonal.clone()).mean();
    (matched(similarity.clone()) + matched(similarity.transpose())) * -0.5
}
