//! The shape of a feature matrix: which variables, how many rows, which scale.

use thiserror::Error;

use super::Variable;

/// Which variables a feature matrix holds, in which order, and how many rows.
///
/// Variables that are left out have the paper's defaults: profile 0, op `new` and this scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MatrixConfig {
    /// The first `columns` entries count; the rest repeat [`Variable::Type`], so that equality
    /// may be derived.
    variables: [Variable; Variable::ALL.len()],
    columns: usize,
    rows: usize,
    scale: u8,
}

/// Why variables, rows and scale make no configuration.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// A variable without a default is left out.
    #[error("the variable {} is missing; only [I], O and s have defaults", variable.symbol())]
    Missing {
        /// Which.
        variable: Variable,
    },
    /// A variable comes twice.
    #[error("the variable {} is listed twice", variable.symbol())]
    Repeated {
        /// Which.
        variable: Variable,
    },
    /// Too few rows for SOP, three operations and EOP.
    #[error("{rows} rows are too few; the smallest program needs {MIN_ROWS}")]
    Rows {
        /// How many were asked for.
        rows: usize,
    },
    /// A scale of 0.
    #[error("the scale must be from 1 to 255 model units")]
    Scale,
}

/// SOP, sketch, curve, extrude, EOP.
const MIN_ROWS: usize = 5;
/// Rows of the paper's matrix.
const PAPER_ROWS: usize = 10;
/// Scale of the paper: model units per normalized unit.
const PAPER_SCALE: u8 = 10;

impl MatrixConfig {
    /// A configuration with `variables` in this order.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn new(variables: &[Variable], rows: usize, scale: u8) -> Result<Self, ConfigError> {
        for (index, &variable) in variables.iter().enumerate() {
            if variables[..index].contains(&variable) {
                return Err(ConfigError::Repeated { variable });
            }
        }
        let has_default = |variable: &Variable| {
            matches!(
                variable,
                Variable::Profile | Variable::Boolean | Variable::Scale
            )
        };
        for variable in Variable::ALL
            .into_iter()
            .filter(|variable| !has_default(variable))
        {
            if !variables.contains(&variable) {
                return Err(ConfigError::Missing { variable });
            }
        }
        if rows < MIN_ROWS {
            return Err(ConfigError::Rows { rows });
        }
        if scale == 0 {
            return Err(ConfigError::Scale);
        }
        Ok(Self::unchecked(variables, rows, scale))
    }

    fn unchecked(variables: &[Variable], rows: usize, scale: u8) -> Self {
        let mut array = [Variable::Type; Variable::ALL.len()];
        array[..variables.len()].copy_from_slice(variables);
        Self {
            variables: array,
            columns: variables.len(),
            rows,
            scale,
        }
    }

    /// The paper's setting: 10 rows of `[t, I, x, y, alpha, r, d]`, scale 10.
    pub fn paper() -> Self {
        use Variable::{Depth, Plane, Radius, Sweep, Type, X, Y};
        Self::unchecked(
            &[Type, Plane, X, Y, Sweep, Radius, Depth],
            PAPER_ROWS,
            PAPER_SCALE,
        )
    }

    /// All ten variables and `rows` rows (at least 5), scale 10.
    pub fn wide(rows: usize) -> Self {
        Self::unchecked(&Variable::ALL, rows.max(MIN_ROWS), PAPER_SCALE)
    }

    /// The variables, one a column.
    pub fn variables(&self) -> &[Variable] {
        &self.variables[..self.columns]
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Model units per normalized unit.
    pub fn scale(&self) -> u8 {
        self.scale
    }

    /// The column of a variable; `None` where the configuration leaves it out.
    pub fn column(&self, variable: Variable) -> Option<usize> {
        self.variables()
            .iter()
            .position(|&candidate| candidate == variable)
    }

    /// Whether a column holds `variable`.
    pub fn contains(&self, variable: Variable) -> bool {
        self.column(variable).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_and_their_faults() {
        let paper = MatrixConfig::paper();
        assert_eq!((paper.rows(), paper.columns(), paper.scale()), (10, 7, 10));
        assert_eq!(MatrixConfig::new(paper.variables(), 10, 10), Ok(paper));
        assert_eq!(
            MatrixConfig::new(&Variable::ALL, 64, 10),
            Ok(MatrixConfig::wide(64))
        );
        let check = |variables: &[Variable], rows, scale, expected| {
            assert_eq!(MatrixConfig::new(variables, rows, scale), Err(expected));
        };
        check(
            &paper.variables()[1..],
            10,
            10,
            ConfigError::Missing {
                variable: Variable::Type,
            },
        );
        let twice = [paper.variables(), &[Variable::X]].concat();
        check(
            &twice,
            10,
            10,
            ConfigError::Repeated {
                variable: Variable::X,
            },
        );
        check(&Variable::ALL, 4, 10, ConfigError::Rows { rows: 4 });
        check(&Variable::ALL, 10, 0, ConfigError::Scale);
    }
}
