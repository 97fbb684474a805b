//! Feature matrices for people and for JSON.

use cadseq_program::{EncodeError, FeatureMatrix, MatrixConfig, Program, UNUSED, Variable, encode};

/// The rows of a matrix.
pub(super) fn rows(matrix: &FeatureMatrix) -> Vec<Vec<i16>> {
    (0..matrix.rows())
        .map(|row| matrix.row(row).to_vec())
        .collect()
}

/// A program's matrix in the paper's setting, or why it has none.
pub(super) fn paper_matrix(program: &Program) -> Result<FeatureMatrix, String> {
    encode(program, &MatrixConfig::paper()).map_err(|error| error.to_string())
}

/// A program's matrix in the paper's setting where that carries it, else in the wide one; or why
/// it has none.
pub(super) fn matrix(program: &Program) -> Result<FeatureMatrix, String> {
    common_matrices([program]).map(|[matrix]| matrix)
}

/// Matrices of several programs in one setting: the paper's where that carries them all, else the
/// wide one with as many rows as they need and the smallest scale from 10 that holds their values.
pub(super) fn common_matrices<const N: usize>(
    programs: [&Program; N],
) -> Result<[FeatureMatrix; N], String> {
    if let Ok(matrices) = encode_all(programs, &MatrixConfig::paper()) {
        return Ok(matrices);
    }
    let operations = programs.map(|program| program.operations().len());
    let rows = operations.into_iter().max().unwrap_or(0) + MARKS;
    let mut config = MatrixConfig::wide(rows);
    loop {
        let error = match encode_all(programs, &config) {
            Ok(matrices) => return Ok(matrices),
            Err(error) => error,
        };
        config = larger(&config, &error).ok_or_else(|| error.to_string())?;
    }
}

/// SOP and EOP.
const MARKS: usize = 2;

fn encode_all<const N: usize>(
    programs: [&Program; N],
    config: &MatrixConfig,
) -> Result<[FeatureMatrix; N], EncodeError> {
    let matrices = programs.iter().map(|program| encode(program, config));
    let matrices = matrices.collect::<Result<Vec<_>, _>>()?;
    Ok(matrices
        .try_into()
        .unwrap_or_else(|_| unreachable!("one a program")))
}

/// The setting with a scale that holds the length that was out of range; `None` where none does.
fn larger(config: &MatrixConfig, error: &EncodeError) -> Option<MatrixConfig> {
    let EncodeError::OutOfRange { value, high, .. } = error else {
        return None;
    };
    if *high != f64::from(config.scale()) {
        return None;
    }
    let scale = value.abs().ceil();
    let scale = (scale <= f64::from(u8::MAX)).then_some(scale as u8)?;
    MatrixConfig::new(config.variables(), config.rows(), scale).ok()
}

/// A setting of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Setting {
    /// `paper` or `wide`.
    pub(super) name: &'static str,
    /// Symbols of the columns.
    pub(super) variables: Vec<&'static str>,
    /// Number of rows.
    pub(super) rows: usize,
    /// Model units per normalized unit.
    pub(super) scale: u8,
}

impl From<&MatrixConfig> for Setting {
    fn from(config: &MatrixConfig) -> Self {
        let is_paper = *config == MatrixConfig::paper();
        let variables = config.variables().iter();
        Self {
            name: if is_paper { "paper" } else { "wide" },
            variables: variables.map(|variable| variable.symbol()).collect(),
            rows: config.rows(),
            scale: config.scale(),
        }
    }
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
