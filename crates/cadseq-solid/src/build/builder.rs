//! Builds programs and keeps what an edited one has in common with the one before.

use std::sync::Arc;

use cadseq_program::{BooleanOperation, Curve, Extrude, Operation, Program, Role, SketchPlane};

use super::face::frame;
use super::waiting::{Tool, Waiting};
use super::{Extrusion, Feature, Part, PartError, PartFault, Sketch};
use crate::outline::DEFAULT_TOLERANCE;
use crate::sketch::Sketch as Profiles;
use crate::stack::{Stack, Sweep};
use crate::{Body, Solid};

/// Builds programs one after another. Operations that a program has in common with the one built
/// before, from the first on, are not built again, so that an edit costs what follows it. Parallel cuts
/// across the solid's axis that follow each other are one step, which an edit of any of them repeats.
#[derive(Debug, Default)]
pub struct Builder {
    operations: Vec<Operation>,
    part: Part,
    /// The map of the latest sketch; it belongs to `part.sketches.last()`.
    map: Option<Arc<Profiles>>,
    /// What the bodies of `part` are still to meet.
    waiting: Waiting,
    after: Vec<Snapshot>,
}

/// The state after an extrude.
#[derive(Debug, Clone)]
struct Snapshot {
    operations: usize,
    sketches: usize,
    features: usize,
    notes: usize,
    map: Option<Arc<Profiles>>,
    bodies: Vec<Arc<Body>>,
    waiting: Waiting,
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
        let built = self.run(is_cancelled, program.operations());
        let is_given_up = |error: &PartError| error.fault == PartFault::Cancelled;
        if !built.as_ref().is_err_and(is_given_up) {
            // What waits comes before whatever went wrong.
            self.meet(is_cancelled)?;
        }
        built.map(|()| &self.part)
    }

    fn run(
        &mut self,
        is_cancelled: &dyn Fn() -> bool,
        operations: &[Operation],
    ) -> Result<(), PartError> {
        let mut index = self.rewind(common(&self.operations, operations));
        while index < operations.len() {
            if is_cancelled() {
                return Err(fault(index)(PartFault::Cancelled));
            }
            index = self.step(is_cancelled, operations, index)?;
        }
        Ok(())
    }

    /// How many operations [`Builder::build`] would not build again for this program.
    pub fn reused(&self, program: &Program) -> usize {
        let shared = common(&self.operations, program.operations());
        let kept = self.after.iter().map(|snapshot| snapshot.operations);
        kept.filter(|&operations| operations <= shared)
            .max()
            .unwrap_or(0)
    }

    /// Goes back to the latest extrude among the first `kept` operations; says which operation comes
    /// next.
    fn rewind(&mut self, kept: usize) -> usize {
        self.after.retain(|snapshot| snapshot.operations <= kept);
        let start = Snapshot {
            operations: 0,
            sketches: 0,
            features: 0,
            notes: 0,
            map: None,
            bodies: Vec::new(),
            waiting: Waiting::default(),
        };
        let state = self.after.last().cloned().unwrap_or(start);
        self.operations.truncate(state.operations);
        self.part.sketches.truncate(state.sketches);
        self.part.features.truncate(state.features);
        self.part.notes.truncate(state.notes);
        self.part.solid = Solid::new(state.bodies);
        self.map = state.map;
        self.waiting = state.waiting;
        state.operations
    }

    /// Does a sketch with its curves, or an extrude; says which operation comes next.
    fn step(
        &mut self,
        is_cancelled: &dyn Fn() -> bool,
        operations: &[Operation],
        index: usize,
    ) -> Result<usize, PartError> {
        let next = match &operations[index] {
            Operation::AddExtrude(extrude) => {
                let tool = self.tool(index, extrude).map_err(fault(index))?;
                let waits = self.waiting.accepts(&tool, self.part.solid.bodies());
                if !waits.map_err(fault(index))? {
                    self.meet(is_cancelled)?;
                }
                self.waiting.push(tool);
                index + 1
            }
            Operation::AddSketch(plane) => {
                if matches!(plane, SketchPlane::Face(_)) {
                    self.meet(is_cancelled)?;
                }
                let curves: Vec<Curve> = operations[index + 1..]
                    .iter()
                    .map_while(Operation::curve)
                    .collect();
                let next = index + 1 + curves.len();
                self.sketch(index, plane, curves).map_err(fault(index))?;
                next
            }
            // A program is well-formed: its curves follow a sketch.
            Operation::AddLine(_) | Operation::AddArc(_) | Operation::AddCircle(_) => index + 1,
        };
        self.operations.extend_from_slice(&operations[index..next]);
        if operations[index].kind().role() == Role::Feature {
            self.after.push(Snapshot {
                operations: next,
                sketches: self.part.sketches.len(),
                features: self.part.features.len(),
                notes: self.part.notes.len(),
                map: self.map.clone(),
                bodies: self.part.solid.bodies().to_vec(),
                waiting: self.waiting.clone(),
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
        let frame = frame(plane, self.part.solid.bodies(), &self.part.features)?;
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

    /// Sweeps profiles of the latest sketch.
    fn tool(&mut self, operation: usize, extrude: &Extrude) -> Result<Tool, PartFault> {
        let map = self
            .map
            .as_ref()
            .expect("a program's extrude follows a sketch");
        let sketch = self.part.sketches.len() - 1;
        let number = self.part.features.len();
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
        self.part.features.push(Feature::Extrude(Extrusion {
            operation,
            sketch,
            regions,
            start,
            end,
            boolean,
        }));
        Ok(Tool {
            operation,
            extrude: number as u32,
            boolean,
            body: Arc::new(Body::Stack(tool)),
        })
    }

    /// Lets the tools that wait meet the bodies.
    fn meet(&mut self, is_cancelled: &dyn Fn() -> bool) -> Result<(), PartError> {
        let Waiting { tools, met } = &self.waiting;
        let Some(last) = tools.last().map(|tool| tool.operation) else {
            return Ok(());
        };
        let met = match met {
            Some(met) => Ok(met.clone()),
            None => self.waiting.meet(self.part.solid.bodies(), is_cancelled),
        };
        let met = met.inspect_err(|error| {
            self.rewind(error.operation);
        })?;
        self.waiting = Waiting::default();
        let mut latest_first = self.after.iter_mut().rev();
        if let Some(snapshot) = latest_first.find(|snapshot| snapshot.operations == last + 1) {
            snapshot.waiting.met = Some(met.clone());
        }
        self.part.notes.extend(met.notes);
        self.part.solid = Solid::new(met.bodies);
        Ok(())
    }
}

/// How many operations two lists begin with in common.
fn common(a: &[Operation], b: &[Operation]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Makes a fault that of an operation.
fn fault(operation: usize) -> impl Fn(PartFault) -> PartError {
    move |fault| PartError { operation, fault }
}
