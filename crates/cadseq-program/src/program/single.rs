//! Programs of one sketch on an origin plane and one extrude: what the networks predict.

use super::{Program, ProgramError};
use crate::{BooleanOperation, Curve, Extent, Extrude, Operation, Plane, SketchPlane};

/// The parts of a program of one sketch on an origin plane with one one-sided extrude of one
/// profile.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleExtrude {
    /// The sketch's plane.
    pub plane: Plane,
    /// The sketch's curves, in order.
    pub curves: Vec<Curve>,
    /// Index of the profile among the sketch's regions.
    pub profile: usize,
    /// Signed depth along the plane's normal, in model units.
    pub depth: f64,
    /// What the extrude says; it makes a new body whatever it says.
    pub operation: BooleanOperation,
}

impl SingleExtrude {
    /// The program of these parts.
    ///
    /// # Errors
    /// As [`Program::new`].
    pub fn into_program(self) -> Result<Program, ProgramError> {
        let extrude = Extrude::one_side(self.profile, self.depth, self.operation);
        let mut operations = vec![Operation::AddSketch(self.plane.into())];
        operations.extend(self.curves.into_iter().map(Operation::from));
        operations.push(Operation::AddExtrude(extrude));
        Program::new(operations)
    }
}

impl Program {
    /// The parts of a program of one sketch on an origin plane with one one-sided extrude of one
    /// profile; `None` for any other program.
    pub fn as_single_extrude(&self) -> Option<SingleExtrude> {
        let (first, rest) = self.operations().split_first()?;
        let (last, middle) = rest.split_last()?;
        let (Operation::AddSketch(SketchPlane::Origin(plane)), Operation::AddExtrude(extrude)) =
            (first, last)
        else {
            return None;
        };
        let (&[profile], Extent::OneSide(depth)) = (extrude.profiles.as_slice(), extrude.extent)
        else {
            return None;
        };
        let curves = middle.iter().map(Operation::curve).collect::<Option<_>>()?;
        Some(SingleExtrude {
            plane: *plane,
            curves,
            profile,
            depth,
            operation: extrude.operation,
        })
    }
}
