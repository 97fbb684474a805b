//! References to faces: what they name must come before, and be planar.

use super::ProgramError;
use crate::{Curve, FaceReference, Operation, SketchPlane};

/// Whether every sketch on a face names a face that operations before it can have made.
/// `operations` must be in order.
pub(super) fn check_references(operations: &[Operation]) -> Result<(), ProgramError> {
    let mut sketches = Vec::new();
    let mut extrudes = 0;
    for (index, operation) in operations.iter().enumerate() {
        match operation {
            Operation::AddSketch(plane) => {
                if let SketchPlane::Face(face) = plane {
                    let before = Before {
                        operations: &operations[..index],
                        sketches: &sketches,
                        extrudes,
                    };
                    before.check(face)?;
                }
                sketches.push(index);
            }
            Operation::AddExtrude(_) => extrudes += 1,
            Operation::AddLine(_) | Operation::AddArc(_) | Operation::AddCircle(_) => {}
        }
    }
    Ok(())
}

/// What comes before a sketch.
struct Before<'a> {
    operations: &'a [Operation],
    /// Positions of the sketches.
    sketches: &'a [usize],
    /// How many extrudes there are.
    extrudes: usize,
}

impl Before<'_> {
    fn check(&self, face: &FaceReference) -> Result<(), ProgramError> {
        if self.extrudes == 0 {
            return Err(ProgramError::NoSolid {
                index: self.operations.len(),
            });
        }
        match *face {
            FaceReference::Point(_) => Ok(()),
            FaceReference::Start { extrude } | FaceReference::End { extrude } => {
                self.reference("extrude", extrude, self.extrudes)
            }
            FaceReference::Side { sketch, curve } => self.side(sketch, curve),
        }
    }

    fn side(&self, sketch: usize, curve: usize) -> Result<(), ProgramError> {
        self.reference("sketch", sketch, self.sketches.len())?;
        let mut curves = self.operations[self.sketches[sketch] + 1..]
            .iter()
            .map_while(Operation::curve);
        match curves.nth(curve) {
            Some(Curve::Line(_)) => Ok(()),
            Some(Curve::Arc(_) | Curve::Circle(_)) => Err(ProgramError::RoundSide {
                index: self.operations.len(),
                sketch,
                curve,
            }),
            None => {
                let sketch = &self.operations[self.sketches[sketch] + 1..];
                let count = sketch.iter().map_while(Operation::curve).count();
                self.reference("the sketch's curve", curve, count)
            }
        }
    }

    fn reference(
        &self,
        what: &'static str,
        wanted: usize,
        count: usize,
    ) -> Result<(), ProgramError> {
        if wanted < count {
            Ok(())
        } else {
            Err(ProgramError::Reference {
                index: self.operations.len(),
                what,
                wanted,
                count,
            })
        }
    }
}
