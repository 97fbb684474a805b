//! Feature matrices as indices into the embedding tables.

use burn::tensor::{Bool, Device, Int, Tensor, TensorData};
use cadseq_program::FeatureMatrix;

/// Some matrices of one shape, cut to the rows of the longest program: what is beyond its EOP is
/// masked anyway, so that nothing changes but the time.
#[derive(Debug, Clone)]
pub struct TokenBatch {
    rows: usize,
    /// Rows of each program, SOP and EOP included.
    lengths: Vec<usize>,
    /// For each column the indices `[batch, rows]`; the variable's number of values if unused.
    columns: Vec<Vec<i32>>,
}

impl TokenBatch {
    /// The tokens of some matrices. An entry that is no value of its variable counts as unused.
    pub fn new<'a>(matrices: impl IntoIterator<Item = &'a FeatureMatrix>) -> Self {
        let matrices: Vec<&FeatureMatrix> = matrices.into_iter().collect();
        let lengths: Vec<usize> = matrices.iter().map(|m| m.program_rows()).collect();
        let rows = lengths.iter().copied().max().unwrap_or(0);
        let variables = matrices.first().map_or(&[][..], |m| m.config().variables());
        let column = |index: usize| {
            let values = variables[index].cardinality();
            let slots = matrices
                .iter()
                .flat_map(|matrix| (0..rows).map(move |row| matrix.row(row)[index]));
            slots
                .map(|entry| match usize::try_from(entry) {
                    Ok(value) if value < values => value as i32,
                    _ => values as i32,
                })
                .collect()
        };
        Self {
            rows,
            columns: (0..variables.len()).map(column).collect(),
            lengths,
        }
    }

    /// How many programs.
    pub fn programs(&self) -> usize {
        self.lengths.len()
    }

    /// Rows of the longest program.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Indices of a variable, `[batch, rows]`.
    pub(super) fn column(&self, column: usize, device: &Device) -> Tensor<2, Int> {
        let shape = [self.programs(), self.rows];
        Tensor::from_data(TensorData::new(self.columns[column].clone(), shape), device)
    }

    /// Whether a row is beyond its program's EOP, `[batch, rows]`.
    pub(super) fn padding(&self, device: &Device) -> Tensor<2, Bool> {
        let padding = self.each_row(|row, length| row >= length);
        Tensor::from_data(
            TensorData::new(padding, [self.programs(), self.rows]),
            device,
        )
    }

    /// Weights of the rows in the mean over their program, `[batch, rows, 1]`.
    pub(super) fn mean_weights(&self, device: &Device) -> Tensor<3> {
        let weight = |row, length| {
            if row < length {
                1.0 / length as f32
            } else {
                0.0
            }
        };
        let weights = self.each_row(weight);
        Tensor::from_data(
            TensorData::new(weights, [self.programs(), self.rows, 1]),
            device,
        )
    }

    fn each_row<T>(&self, value: impl Fn(usize, usize) -> T) -> Vec<T> {
        let rows = |&length: &usize| (0..self.rows).map(move |row| (row, length));
        let all = self.lengths.iter().flat_map(rows);
        all.map(|(row, length)| value(row, length)).collect()
    }
}
