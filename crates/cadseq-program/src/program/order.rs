//! The grammar: sketches of curves and extrudes.

use super::{MAX_OPERATIONS, ProgramError};
use crate::{Operation, OperationKind};

/// Whether the operations stand where the grammar allows them.
pub(super) fn check_order(operations: &[Operation]) -> Result<(), ProgramError> {
    if operations.is_empty() {
        return Err(ProgramError::Empty);
    }
    if operations.len() > MAX_OPERATIONS {
        return Err(ProgramError::TooLong {
            count: operations.len(),
        });
    }
    let mut previous = None;
    for (index, operation) in operations.iter().enumerate() {
        let kind = operation.kind();
        let reason = misplaced(previous, kind);
        if let Some(reason) = reason {
            return Err(ProgramError::OutOfPlace {
                index,
                kind,
                reason,
            });
        }
        previous = Some(kind);
    }
    if previous == Some(OperationKind::AddExtrude) {
        Ok(())
    } else {
        Err(ProgramError::Unfinished)
    }
}

/// What is wrong with `kind` right after `previous`.
fn misplaced(previous: Option<OperationKind>, kind: OperationKind) -> Option<&'static str> {
    use OperationKind::{AddExtrude, AddSketch};
    match (previous, kind) {
        (None, AddSketch) | (Some(AddExtrude), AddSketch | AddExtrude) => None,
        (None, _) => Some("a program starts with add_sketch"),
        (Some(AddSketch), AddSketch | AddExtrude) => Some("the sketch before it has no curve"),
        (Some(AddExtrude), _) => Some("curves belong between add_sketch and add_extrude"),
        (Some(_), AddSketch) => Some("the sketch before it is never extruded"),
        (Some(_), _) => None,
    }
}
