//! The integer matrix itself.

use thiserror::Error;

use super::{MatrixConfig, RowKind, Variable};

/// The entry of a slot that its row does not use.
pub const UNUSED: i16 = -1;

/// A matrix of integers in the shape of a [`MatrixConfig`].
///
/// The entries may be anything, for they may be a network's: [`decode`](super::decode) decides
/// whether they are a program.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FeatureMatrix {
    config: MatrixConfig,
    values: Vec<i16>,
}

/// The number of entries does not fit the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{given} entries do not fill {rows} rows of {columns} variables")]
pub struct ShapeError {
    /// How many entries there are.
    pub given: usize,
    /// Rows of the configuration.
    pub rows: usize,
    /// Columns of the configuration.
    pub columns: usize,
}

impl FeatureMatrix {
    /// A matrix of these entries, row after row.
    ///
    /// # Errors
    /// Where their number is not rows x columns.
    pub fn new(config: MatrixConfig, values: Vec<i16>) -> Result<Self, ShapeError> {
        let (rows, columns) = (config.rows(), config.columns());
        if rows.checked_mul(columns) == Some(values.len()) {
            Ok(Self { config, values })
        } else {
            Err(ShapeError {
                given: values.len(),
                rows,
                columns,
            })
        }
    }

    /// A matrix of unused entries whose rows are all EOP.
    pub fn blank(config: MatrixConfig) -> Self {
        let values = vec![UNUSED; config.rows() * config.columns()];
        let mut matrix = Self { config, values };
        for row in 0..config.rows() {
            matrix.set(row, Variable::Type, RowKind::End.code());
        }
        matrix
    }

    /// The shape.
    pub fn config(&self) -> &MatrixConfig {
        &self.config
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.config.rows()
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.config.columns()
    }

    /// All entries, row after row.
    pub fn values(&self) -> &[i16] {
        &self.values
    }

    /// The entries of a row.
    ///
    /// # Panics
    /// Beyond the last row.
    pub fn row(&self, row: usize) -> &[i16] {
        let columns = self.columns();
        &self.values[row * columns..][..columns]
    }

    /// An entry; `None` where the row or the variable's column is not there.
    pub fn get(&self, row: usize, variable: Variable) -> Option<i16> {
        let column = self.config.column(variable)?;
        (row < self.rows()).then(|| self.row(row)[column])
    }

    /// Writes an entry; without effect where the variable has no column.
    ///
    /// # Panics
    /// Beyond the last row.
    pub fn set(&mut self, row: usize, variable: Variable, entry: i16) {
        if let Some(column) = self.config.column(variable) {
            let columns = self.columns();
            self.values[row * columns..][..columns][column] = entry;
        }
    }

    /// What a row is; `None` beyond the last row or where its type is none of the seven.
    pub fn kind(&self, row: usize) -> Option<RowKind> {
        self.get(row, Variable::Type).and_then(RowKind::from_code)
    }

    /// Number of rows of the program: up to and with the first EOP, or all rows without one.
    pub fn program_rows(&self) -> usize {
        let end = (0..self.rows()).find(|&row| self.kind(row) == Some(RowKind::End));
        end.map_or(self.rows(), |row| row + 1)
    }

    /// The parameters that a row uses and this matrix holds; none for a row of unknown type.
    pub fn used(&self, row: usize) -> impl Iterator<Item = Variable> + '_ {
        let parameters = self.kind(row).map_or(&[][..], RowKind::parameters);
        parameters
            .iter()
            .copied()
            .filter(|&variable| self.config.contains(variable))
    }

    /// The matrix with every slot emptied that the rows' types do not use, and with EOP in every
    /// row after the first: what a network's raw choice of levels needs before it is decoded.
    pub fn masked(&self) -> Self {
        let mut masked = Self::blank(self.config);
        for row in 0..self.program_rows() {
            let entries = std::iter::once(Variable::Type).chain(self.used(row));
            for variable in entries {
                masked.set(row, variable, self.get(row, variable).unwrap_or(UNUSED));
            }
        }
        masked
    }
}
