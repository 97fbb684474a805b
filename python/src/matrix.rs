//! Feature matrices from and to numpy.

use cadseq_program::{FeatureMatrix, MatrixConfig, Variable};
use pyo3::prelude::*;

use crate::array::{array, integers};
use crate::error::Error;

/// `cadseq.MatrixConfig`.
#[derive(FromPyObject)]
pub(crate) struct Config {
    variables: Vec<String>,
    rows: usize,
    scale: u8,
}

impl Config {
    /// The configuration, or the paper's where none is given.
    pub(crate) fn or_paper(config: Option<Self>) -> Result<MatrixConfig, Error> {
        config.map_or_else(|| Ok(MatrixConfig::paper()), |config| config.validated())
    }

    fn validated(&self) -> Result<MatrixConfig, Error> {
        let variables = self.variables.iter().map(|symbol| variable(symbol));
        let variables: Vec<Variable> = variables.collect::<Result<_, _>>()?;
        Ok(MatrixConfig::new(&variables, self.rows, self.scale)?)
    }
}

/// The variable with this symbol.
pub(crate) fn variable(symbol: &str) -> Result<Variable, Error> {
    let mut known = Variable::ALL.into_iter();
    let found = known.find(|variable| variable.symbol() == symbol);
    found.ok_or_else(|| Error::choice("variable", symbol, &Variable::ALL.map(Variable::symbol)))
}

/// The matrix as an array of rows and variables.
pub(crate) fn to_array<'py>(
    py: Python<'py>,
    matrix: &FeatureMatrix,
) -> PyResult<Bound<'py, PyAny>> {
    let values = matrix.values().iter().copied();
    array(py, values, &[matrix.rows(), matrix.columns()])
}

/// The matrix in an array. Without a configuration seven columns are the paper's variables and ten
/// are all, in as many rows as there are.
pub(crate) fn from_array(
    object: &Bound<'_, PyAny>,
    config: Option<&MatrixConfig>,
) -> Result<FeatureMatrix, Error> {
    let (rows, columns, entries) = integers(object)?;
    let config = match config {
        Some(config) => *config,
        None => of_shape(rows, columns)?,
    };
    if (rows, columns) != (config.rows(), config.columns()) {
        return Err(Error::Matrix(format!(
            "the array has the shape ({rows}, {columns}); the configuration has ({}, {})",
            config.rows(),
            config.columns()
        )));
    }
    let entry = |entry: i64| {
        i16::try_from(entry).map_err(|_| {
            Error::Matrix(format!(
                "the entry {entry} is no level; entries are from -1 to 255"
            ))
        })
    };
    let entries = entries.into_iter().map(entry).collect::<Result<_, _>>()?;
    Ok(FeatureMatrix::new(config, entries)?)
}

fn of_shape(rows: usize, columns: usize) -> Result<MatrixConfig, Error> {
    let (paper, all) = (MatrixConfig::paper(), &Variable::ALL[..]);
    let variables = match columns {
        columns if columns == paper.columns() => paper.variables(),
        columns if columns == all.len() => all,
        _ => {
            return Err(Error::Matrix(format!(
                "the array has the shape ({rows}, {columns}); give its config, or 7 columns for the \
                 paper's variables or 10 for all"
            )));
        }
    };
    Ok(MatrixConfig::new(variables, rows, paper.scale())?)
}
