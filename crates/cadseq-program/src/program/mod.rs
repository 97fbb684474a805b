//! A well-formed sequence of operations.

mod error;
mod numbers;
mod order;
mod references;
mod scaled;
mod single;
#[cfg(test)]
mod tests;

pub use error::ProgramError;
pub use single::SingleExtrude;

use crate::{BooleanOperation, Curve, Operation, OperationKind, Plane};

/// Largest magnitude of a coordinate, depth or radius: one kilometre in centimetres. Beyond it
/// double precision no longer separates neighbouring features of a part.
pub const MAX_COORDINATE: f64 = 1e5;

/// Largest magnitude of a coordinate of an arc's centre. A nearly straight arc has a far centre;
/// beyond this one its end, computed from centre and sweep, is no longer good to a micrometre.
pub const MAX_CENTER: f64 = 1e8;

/// Most operations that a program may hold; bounds the work that a hostile text can cause.
pub const MAX_OPERATIONS: usize = 20_000;

/// A list of operations that reads as one or more sketches, each of a plane, at least one curve and
/// at least one extrude, with finite coordinates. A sketch on a face names one that operations
/// before it can have made. Geometry (does the loop close? is there such a profile, such a face?)
/// is not its concern: building the solid decides that.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    operations: Vec<Operation>,
}

impl Program {
    /// Checks the order, the numbers and the references of `operations`.
    ///
    /// # Errors
    /// The first fault, see [`ProgramError`].
    pub fn new(operations: Vec<Operation>) -> Result<Self, ProgramError> {
        order::check_order(&operations)?;
        for (index, operation) in operations.iter().enumerate() {
            numbers::check_numbers(index, operation)?;
        }
        references::check_references(&operations)?;
        Ok(Self { operations })
    }

    /// The program of one sketch and one extrude of its profile 0 as a new body.
    ///
    /// # Errors
    /// As [`Program::new`].
    pub fn prism(
        plane: Plane,
        curves: impl IntoIterator<Item = Curve>,
        depth: f64,
    ) -> Result<Self, ProgramError> {
        let parts = SingleExtrude {
            plane,
            curves: curves.into_iter().collect(),
            profile: 0,
            depth,
            operation: BooleanOperation::New,
        };
        parts.into_program()
    }

    /// The operations in order.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation types in order.
    pub fn kinds(&self) -> impl Iterator<Item = OperationKind> + '_ {
        self.operations.iter().map(Operation::kind)
    }
}
