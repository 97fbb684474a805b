//! The grammar: sketches of curves and extrudes.

use super::{MAX_OPERATIONS, ProgramError};
use crate::{Operation, Role};

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
        let reason = misplaced(previous, kind.role());
        if let Some(reason) = reason {
            return Err(ProgramError::OutOfPlace {
                index,
                kind,
                reason,
            });
        }
        previous = Some(kind.role());
    }
    if previous == Some(Role::Feature) {
        Ok(())
    } else {
        Err(ProgramError::Unfinished)
    }
}

/// What is wrong with an operation of this role right after `previous`.
fn misplaced(previous: Option<Role>, role: Role) -> Option<&'static str> {
    match (previous, role) {
        (None, Role::Curve | Role::Feature) => Some("a program starts with add_sketch"),
        (Some(Role::Sketch), Role::Sketch | Role::Feature) => {
            Some("the sketch before it has no curve")
        }
        (Some(Role::Curve), Role::Sketch) => Some("the sketch before it is never extruded"),
        (Some(Role::Feature), Role::Curve) => {
            Some("curves belong between add_sketch and add_extrude")
        }
        (None, Role::Sketch)
        | (Some(Role::Sketch), Role::Curve)
        | (Some(Role::Curve), Role::Curve | Role::Feature)
        | (Some(Role::Feature), Role::Sketch | Role::Feature) => None,
    }
}
