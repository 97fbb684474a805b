//! Feature matrices for people and for JSON.

use cadseq_program::{FeatureMatrix, MatrixConfig, Program, UNUSED, Variable, encode};

/// The rows of a matrix.
pub(super) fn rows(matrix: &FeatureMatrix) -> Vec<Vec<i16>> {
    (0..matrix.rows())
        .map(|row| matrix.row(row).to_vec())
        .collect()
}

/// The rows of a program's matrix in the paper's setting, or why it has none.
pub(super) fn paper_matrix(program: &Program) -> Result<FeatureMatrix, String> {
    encode(program, &MatrixConfig::paper()).map_err(|error| error.to_string())
}

/// A table with the variables' symbols above; unused slots are dots, padding is left out.
pub(super) fn table(matrix: &FeatureMatrix) -> String {
    let symbols = matrix.config().variables().iter();
    let mut lines = vec![line(symbols.map(|variable| variable.symbol().to_owned()))];
    for row in 0..matrix.program_rows() {
        lines.push(line(matrix.row(row).iter().map(|&value| entry(value))));
    }
    lines.concat()
}

fn entry(value: i16) -> String {
    if value == UNUSED {
        ".".to_owned()
    } else {
        value.to_string()
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.fold(String::new(), |line, cell| format!("{line}{cell:>6}")) + "\n"
}

/// A slot in which two matrices differ.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Difference {
    /// Row, counted from 0 (SOP).
    pub(super) row: usize,
    /// The variable's symbol.
    pub(super) variable: &'static str,
    /// Entry of the first matrix.
    pub(super) a: i16,
    /// Entry of the second matrix.
    pub(super) b: i16,
}

/// Where two matrices of one shape differ.
pub(super) fn differences(a: &FeatureMatrix, b: &FeatureMatrix) -> Vec<Difference> {
    let variables = a.config().variables();
    let slots =
        (0..a.rows()).flat_map(|row| variables.iter().map(move |&variable| (row, variable)));
    let entry = |matrix: &FeatureMatrix, row, variable: Variable| {
        matrix.get(row, variable).unwrap_or(UNUSED)
    };
    slots
        .map(|(row, variable)| Difference {
            row,
            variable: variable.symbol(),
            a: entry(a, row, variable),
            b: entry(b, row, variable),
        })
        .filter(|difference| difference.a != difference.b)
        .collect()
}
