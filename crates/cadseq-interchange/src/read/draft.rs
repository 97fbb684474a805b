//! Operations with their places in a file, until they are a program.

use cadseq_program::{MAX_OPERATIONS, Operation, Program, ProgramError, Role};

use super::{Imported, ReadError, ReadOptions};

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    operations: Vec<Operation>,
    /// Place of each operation.
    places: Vec<String>,
    notes: Vec<String>,
}

impl Draft {
    pub(super) fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    pub(super) fn push(&mut self, operation: Operation, place: impl Into<String>) {
        self.operations.push(operation);
        self.places.push(place.into());
    }

    pub(super) fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// The program. What reading ended with is returned, or noted where the caller is lenient and
    /// there is a program before it.
    pub(super) fn finish(
        mut self,
        ended: Result<(), ReadError>,
        options: ReadOptions,
    ) -> Result<Imported, ReadError> {
        let mut fault = ended.err();
        loop {
            if let Some(fault) = &fault {
                let kept = kept(&self.operations);
                if !options.lenient || kept == 0 {
                    return Err(fault.clone());
                }
                self.operations.truncate(kept);
            }
            match Program::new(self.operations.clone()) {
                Ok(program) => return Ok(self.imported(program, fault)),
                Err(error) => fault = Some(self.cut(error)),
            }
        }
    }

    fn imported(self, program: Program, fault: Option<ReadError>) -> Imported {
        let mut notes = self.notes;
        if let Some(fault) = fault {
            let count = program.operations().len();
            notes.push(format!("kept the {count} operations before this: {fault}"));
        }
        Imported { program, notes }
    }

    /// The fault with its place; the operations from it on are dropped.
    fn cut(&mut self, error: ProgramError) -> ReadError {
        let last = self.operations.len().saturating_sub(1);
        let index = match error {
            ProgramError::TooLong { .. } => MAX_OPERATIONS,
            _ => error.index().unwrap_or(last),
        };
        self.operations.truncate(index);
        let place = self.places.get(index).cloned().unwrap_or_default();
        ReadError::at(place, error)
    }
}

/// How many operations there are up to the last extrude.
fn kept(operations: &[Operation]) -> usize {
    operations
        .iter()
        .rposition(|operation| operation.kind().role() == Role::Feature)
        .map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use cadseq_program::{BooleanOperation, Circle, Extrude, Plane};
    use glam::DVec2;

    use super::*;
    use crate::read::ReadFault;

    const LENIENT: ReadOptions = ReadOptions::LENIENT;
    const STRICT: ReadOptions = ReadOptions::STRICT;

    /// A sketch, a circle and an extrude for each radius.
    fn draft(radii: &[f64]) -> Draft {
        let mut draft = Draft::default();
        for (index, &radius) in radii.iter().enumerate() {
            let center = DVec2::ZERO;
            let extrude = Extrude::one_side(0, 1.0, BooleanOperation::Join);
            draft.push(Operation::AddSketch(Plane::XY.into()), format!("{index}"));
            draft.push(
                Operation::AddCircle(Circle { center, radius }),
                format!("{index}.circle"),
            );
            draft.push(Operation::AddExtrude(extrude), format!("{index}.extrude"));
        }
        draft
    }

    #[test]
    fn faults_of_the_program_have_places() {
        let error = draft(&[1.0, -1.0]).finish(Ok(()), STRICT);
        assert_eq!(error.expect_err("a radius").place, "1.circle");
    }

    #[test]
    fn lenient_keeps_whole_extrudes() {
        let mut unfinished = draft(&[1.0, 2.0]);
        unfinished.operations.pop();
        let fault = || {
            ReadError::at(
                "here",
                ReadFault::Schema {
                    found: String::new(),
                },
            )
        };
        let kept = unfinished
            .finish(Err(fault()), LENIENT)
            .expect("one extrude");
        assert_eq!(kept.program.operations().len(), 3);
        assert!(kept.notes[0].starts_with("kept the 3 operations before this: here: "));

        let kept = draft(&[1.0, 2.0, -1.0]).finish(Ok(()), LENIENT);
        assert_eq!(kept.expect("two").program.operations().len(), 6);
        assert_eq!(draft(&[1.0]).finish(Err(fault()), STRICT), Err(fault()));
        assert!(draft(&[-1.0]).finish(Ok(()), LENIENT).is_err());
    }
}
