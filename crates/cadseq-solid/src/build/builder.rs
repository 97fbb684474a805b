//! Builds programs and keeps what an edited one has in common with the one before.

use std::sync::Arc;

use cadseq_program::{BooleanOperation, Curve, Extrude, Operation, Program, SketchPlane};

use super::combine::combine;
use super::face::frame;
use super::{Extrusion, Part, PartError, PartFault, Sketch};
use crate::outline::DEFAULT_TOLERANCE;
use crate::sketch::Sketch as Profiles;
use crate::stack::{Stack, Sweep};
use crate::{Body, Solid};

/// Builds programs one after another. Operations that a program has in common with the one built
/// before, from the first on, are not built again, so that an edit costs what follows it.
#[derive(Debug, Default)]
pub struct Builder {
    operations: Vec<Operation>,
    part: Part,
    /// The map of the latest sketch; it belongs to `part.sketches.last()`.
    map: Option<Arc<Profiles>>,
    after: Vec<Snapshot>,
}

/// The state after an extrude.
#[derive(Debug, Clone)]
struct Snapshot {
    operations: usize,
    sketches: usize,
    extrusions: usize,
    notes: usize,
    map: Option<Arc<Profiles>>,
    bodies: Vec<Arc<Body>>,
}

impl Builder {
    /// Builds a program; the part stays until the next call.
    ///
    /// # Errors
    /// The first fault, with the operation that has it. What was built before it is kept.
    pub fn build(&mut self, program: &Program) -> Result<&Part, PartError> {
        self.build_unless(&|| false, program)
    }

    /// As [`Builder::build`], for callers that may lose interest: `is_cancelled` is asked before each
    /// sketch and each extrude.
    ///
    /// # Errors
    /// As [`Builder::build`], and [`PartFault::Cancelled`] once `is_cancelled` said so.
    pub fn build_unless(
        &mut self,
        is_cancelled: &dyn Fn() -> bool,
        program: &Program,
    ) -> Result<&Part, PartError> {
        let operations = program.operations();
        let mut index = self.rewind(operations);
        while index < operations.len() {
            if is_cancelled() {
                let fault = PartFault::Cancelled;
                return Err(PartError {
                    operation: index,
                    fault,
                });
            }
            index = self
                .step(operations, index)
                .map_err(|(operation, fault)| PartError { operation, fault })?;
        }
        Ok(&self.part)
    }

    /// How many operations [`Builder::build`] would not build again for this program.
    pub fn reused(&self, program: &Program) -> usize {
        let shared = common(&self.operations, program.operations());
        let kept = self.after.iter().map(|snapshot| snapshot.operations);
        kept.filter(|&operations| operations <= shared)
            .max()
            .unwrap_or(0)
    }

    /// Goes back to the latest extrude that the programs share; says which operation comes next.
    fn rewind(&mut self, operations: &[Operation]) -> usize {
        let shared = common(&self.operations, operations);
        self.after.retain(|snapshot| snapshot.operations <= shared);
        let start = Snapshot {
            operations: 0,
            sketches: 0,
            extrusions: 0,
            notes: 0,
            map: None,
            bodies: Vec::new(),
        };
        let state = self.after.last().cloned().unwrap_or(start);
        self.operations.truncate(state.operations);
        self.part.sketches.truncate(state.sketches);
        self.part.extrusions.truncate(state.extrusions);
        self.part.notes.truncate(state.notes);
        self.part.solid = Solid::new(state.bodies);
        self.map = state.map;
        state.operations
    }

    /// Does a sketch with its curves, or an extrude; says which operation comes next.
    fn step(
        &mut self,
        operations: &[Operation],
        index: usize,
    ) -> Result<usize, (usize, PartFault)> {
        let next = match &operations[index] {
            Operation::AddExtrude(extrude) => {
                self.extrude(index, extrude)
                    .map_err(|fault| (index, fault))?;
                index + 1
            }
            Operation::AddSketch(plane) => {
                let curves: Vec<Curve> = operations[index + 1..]
                    .iter()
                    .map_while(Operation::curve)
                    .collect();
                let next = index + 1 + curves.len();
                self.sketch(index, plane, curves)
                    .map_err(|fault| (index, fault))?;
                next
            }
            // A program is well-formed: its curves follow a sketch.
            Operation::AddLine(_) | Operation::AddArc(_) | Operation::AddCircle(_) => index + 1,
        };
        self.operations.extend_from_slice(&operations[index..next]);
        if matches!(operations[index], Operation::AddExtrude(_)) {
            self.after.push(Snapshot {
                operations: next,
                sketches: self.part.sketches.len(),
                extrusions: self.part.extrusions.len(),
                notes: self.part.notes.len(),
                map: self.map.clone(),
                bodies: self.part.solid.bodies().to_vec(),
            });
        }
        Ok(next)
    }

    fn sketch(
        &mut self,
        operation: usize,
        plane: &SketchPlane,
        curves: Vec<Curve>,
    ) -> Result<(), PartFault> {
        let frame = frame(plane, self.part.solid.bodies(), &self.part.extrusions)?;
        let map = Profiles::new(&curves, DEFAULT_TOLERANCE)?;
        let profiles = (0..map.profile_count()).map(|profile| map.profile(profile));
        self.part.sketches.push(Sketch {
            operation,
            frame,
            curves,
            profiles: profiles.collect::<Result<_, _>>()?,
        });
        self.map = Some(Arc::new(map));
        Ok(())
    }

    fn extrude(&mut self, operation: usize, extrude: &Extrude) -> Result<(), PartFault> {
        let map = self
            .map
            .as_ref()
            .expect("a program's extrude follows a sketch");
        let sketch = self.part.sketches.len() - 1;
        let number = self.part.extrusions.len();
        let cells = map.cells(&extrude.profiles)?;
        let (start, end) = extrude.extent.start_and_end();
        let tool = Stack::extruded(
            self.part.sketches[sketch].frame,
            &Sweep {
                arrangement: map.arrangement(),
                strokes: map.strokes(),
                cells: &cells,
                start,
                end,
                extrude: number as u32,
            },
            DEFAULT_TOLERANCE,
        )?;
        let boolean = if number == 0 {
            BooleanOperation::New
        } else {
            extrude.operation
        };
        let regions = match extrude.profiles[..] {
            [one] => vec![self.part.sketches[sketch].profiles[one].clone()],
            _ => map.union(&extrude.profiles)?,
        };
        let combined = combine(
            self.part.solid.bodies(),
            Body::Stack(tool),
            boolean,
            operation,
        )?;
        self.part.extrusions.push(Extrusion {
            operation,
            sketch,
            regions,
            start,
            end,
            boolean,
        });
        self.part.notes.extend(combined.notes);
        self.part.solid = Solid::new(combined.bodies);
        Ok(())
    }
}

/// How many operations two lists begin with in common.
fn common(a: &[Operation], b: &[Operation]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
