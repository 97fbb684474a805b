//! Sequences of operations, as programs and matrices have them.

use cadseq_dataset::Sequence;
use cadseq_program::{FeatureMatrix, OperationKind, Program, RowKind};

/// What a prediction says about the operations, whether or not it builds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// These operations.
    Operations(Vec<OperationKind>),
    /// Something that is no list of operations.
    Malformed,
    /// Nothing.
    Nothing,
}

/// The operations between SOP and EOP; `None` where a row is none or a mark is missing.
pub(crate) fn operations(matrix: &FeatureMatrix) -> Option<Vec<OperationKind>> {
    let last = matrix.program_rows().checked_sub(1)?;
    let marks = (matrix.kind(0)?, matrix.kind(last)?);
    if marks != (RowKind::Start, RowKind::End) {
        return None;
    }
    let operation = |row| match matrix.kind(row) {
        Some(RowKind::Operation(kind)) => Some(kind),
        _ => None,
    };
    (1..last).map(operation).collect()
}

/// The template sequence of the operations: one sketch, its curves, one extrude; `None` for any
/// other list.
pub(crate) fn template_sequence(operations: &[OperationKind]) -> Option<Sequence> {
    let [
        OperationKind::AddSketch,
        curves @ ..,
        OperationKind::AddExtrude,
    ] = operations
    else {
        return None;
    };
    let letters = curves
        .iter()
        .copied()
        .map(letter)
        .collect::<Option<String>>()?;
    Sequence::ALL
        .into_iter()
        .find(|sequence| sequence.name() == letters)
}

/// The operations of a program.
pub(crate) fn operations_of_program(program: &Program) -> Vec<OperationKind> {
    program.kinds().collect()
}

const fn letter(kind: OperationKind) -> Option<char> {
    match kind {
        OperationKind::AddLine => Some('L'),
        OperationKind::AddArc => Some('A'),
        OperationKind::AddCircle => Some('C'),
        OperationKind::AddSketch | OperationKind::AddExtrude => None,
    }
}
