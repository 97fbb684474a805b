//! The design that commands make: sketches, extrudes, and the solid of a program that grows with them.
//!
//! Each extrude adds a sketch of its own to the program, with the curves that the drawn sketch has at that time: in the
//! Gym, sketches may be drawn on and extruded in any order, and what was extruded stays as it was.

use std::sync::Arc;

use cadseq_program::{
    BooleanOperation, Curve, Extrude, Frame, Operation, Program, Role, SketchPlane,
};
use cadseq_solid::build::PartFault;
use cadseq_solid::{Builder, Part, Solid};

use crate::boundary::{Boundary, check};
use crate::error::shown;
use crate::sketch::Sketch;
use crate::{GymError, Limits};

/// Number of a design's first face; a target's begin elsewhere.
const FIRST_FACE: u64 = 1;

/// Asked before each sketch and each extrude whether to give up.
pub(crate) type IsCancelled<'a> = &'a dyn Fn() -> bool;

/// A design in the making; a clone begins with an empty builder and builds all of it at its next extrude.
#[derive(Debug)]
pub(crate) struct Design {
    limits: Limits,
    /// The sketches in the order in which they were added.
    pub(crate) sketches: Vec<Sketch>,
    /// The extrudes in their order.
    pub(crate) extrudes: Vec<Extruded>,
    /// What the operations make.
    pub(crate) solid: Solid,
    operations: Vec<Operation>,
    builder: Builder,
    boundary: Option<Arc<Boundary>>,
    /// How many sketches and extrudes there are.
    timeline: usize,
}

/// An extrude of a design.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extruded {
    /// How it met the bodies.
    pub(crate) boolean: BooleanOperation,
    /// Its place among sketches and extrudes.
    pub(crate) timeline: usize,
    /// How many operations there are up to it.
    end: usize,
}

/// Curves with the profile that is to be extruded.
#[derive(Debug)]
pub(crate) struct Drawing {
    pub(crate) plane: SketchPlane,
    pub(crate) curves: Vec<Curve>,
    pub(crate) profile: usize,
}

impl Clone for Design {
    fn clone(&self) -> Self {
        Self {
            limits: self.limits,
            sketches: self.sketches.clone(),
            extrudes: self.extrudes.clone(),
            solid: self.solid.clone(),
            operations: self.operations.clone(),
            builder: Builder::default(),
            boundary: self.boundary.clone(),
            timeline: self.timeline,
        }
    }
}

impl Design {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            sketches: Vec::new(),
            extrudes: Vec::new(),
            solid: Solid::default(),
            operations: Vec::new(),
            builder: Builder::default(),
            boundary: None,
            timeline: 0,
        }
    }

    /// How many sketches and extrudes there are.
    pub(crate) const fn timeline(&self) -> usize {
        self.timeline
    }

    /// Adds an empty sketch.
    ///
    /// # Errors
    /// Where there are too many.
    pub(crate) fn add_sketch(
        &mut self,
        plane: SketchPlane,
        frame: Frame,
    ) -> Result<&mut Sketch, GymError> {
        let number = self.sketches.len() + 1;
        check("sketches", number, self.limits.sketches)?;
        self.timeline += 1;
        self.sketches.push(Sketch::new(number, plane, frame));
        Ok(&mut self.sketches[number - 1])
    }

    /// Takes back the sketch that was added last.
    pub(crate) fn drop_sketch(&mut self) {
        self.sketches.pop();
        self.timeline -= 1;
    }

    /// Index of the sketch with this name.
    ///
    /// # Errors
    /// Where there is none.
    pub(crate) fn sketch(&self, name: &str) -> Result<usize, GymError> {
        let found = self.sketches.iter().position(|sketch| sketch.name == name);
        found.ok_or_else(|| GymError::NoSketch { name: shown(name) })
    }

    /// Extrudes a profile along the normal of its plane. Where there is no body, it makes one.
    ///
    /// # Errors
    /// What cannot be built; the design is as before then.
    pub(crate) fn extrude(
        &mut self,
        drawing: Drawing,
        distance: f64,
        boolean: BooleanOperation,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<(), GymError> {
        let boolean = if self.solid.is_empty() {
            BooleanOperation::New
        } else {
            boolean
        };
        let extrude = Extrude::one_side(drawing.profile, distance, boolean);
        let mut operations = vec![Operation::AddSketch(drawing.plane)];
        operations.extend(drawing.curves.into_iter().map(Operation::from));
        operations.push(Operation::AddExtrude(extrude));
        self.extend(&operations, is_cancelled)?;
        let extruded = Extruded {
            boolean,
            timeline: self.timeline,
            end: self.operations.len(),
        };
        self.extrudes.push(extruded);
        self.timeline += 1;
        Ok(())
    }

    /// Adds a whole program. `timeline` has the place of each of its extrudes among its sketches and extrudes, of
    /// which there are `length`.
    ///
    /// # Errors
    /// As [`Design::extrude`].
    pub(crate) fn append(
        &mut self,
        program: &Program,
        timeline: &[usize],
        length: usize,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<(), GymError> {
        let before = self.operations.len();
        let is_first = self.extrudes.is_empty();
        self.extend(program.operations(), is_cancelled)?;
        let extrudes = program.operations().iter().enumerate();
        let extrudes = extrudes.filter_map(|(index, operation)| match operation {
            Operation::AddExtrude(extrude) => Some((index, extrude.operation)),
            _ => None,
        });
        for (number, (index, boolean)) in extrudes.enumerate() {
            let is_new = is_first && number == 0;
            self.extrudes.push(Extruded {
                boolean: if is_new {
                    BooleanOperation::New
                } else {
                    boolean
                },
                timeline: self.timeline + timeline.get(number).copied().unwrap_or_default(),
                end: before + index + 1,
            });
        }
        self.timeline += length;
        Ok(())
    }

    /// The faces and edges of the solid.
    ///
    /// # Errors
    /// As [`Boundary::new`].
    pub(crate) fn boundary(&mut self) -> Result<Arc<Boundary>, GymError> {
        if let Some(boundary) = &self.boundary {
            return Ok(Arc::clone(boundary));
        }
        let boundary = Arc::new(Boundary::new(&self.solid, FIRST_FACE, &self.limits)?);
        self.boundary = Some(Arc::clone(&boundary));
        Ok(boundary)
    }

    /// The boundary after each extrude, and the part as a whole.
    ///
    /// # Errors
    /// As [`Boundary::new`].
    pub(crate) fn steps(
        &self,
        is_cancelled: IsCancelled<'_>,
    ) -> Result<(Vec<Boundary>, Part), GymError> {
        let mut builder = Builder::default();
        let mut boundaries = Vec::with_capacity(self.extrudes.len());
        let mut part = Part::default();
        for extrude in &self.extrudes {
            let program = Program::new(self.operations[..extrude.end].to_vec())?;
            let built = builder
                .build_unless(is_cancelled, &program)
                .map_err(fault)?;
            boundaries.push(Boundary::new(&built.solid, FIRST_FACE, &self.limits)?);
            if boundaries.len() == self.extrudes.len() {
                part = built.clone();
            }
        }
        Ok((boundaries, part))
    }

    /// Adds operations and builds them; without effect where that fails.
    fn extend(
        &mut self,
        operations: &[Operation],
        is_cancelled: IsCancelled<'_>,
    ) -> Result<(), GymError> {
        let is_extrude = |it: &&Operation| it.kind().role() == Role::Feature;
        let extrudes = self.extrudes.len() + operations.iter().filter(is_extrude).count();
        check("extrudes", extrudes, self.limits.extrudes)?;
        let before = self.operations.len();
        self.operations.extend_from_slice(operations);
        let built = Program::new(self.operations.clone())
            .map_err(GymError::from)
            .and_then(|program| {
                let part = self.builder.build_unless(is_cancelled, &program);
                part.map(|part| part.solid.clone()).map_err(fault)
            });
        match built {
            Ok(solid) => {
                self.solid = solid;
                self.boundary = None;
                Ok(())
            }
            Err(error) => {
                self.operations.truncate(before);
                Err(error)
            }
        }
    }
}

/// The number of an operation says nothing to a client.
fn fault(error: cadseq_solid::PartError) -> GymError {
    match error.fault {
        PartFault::Cancelled => GymError::TooLong,
        fault => fault.into(),
    }
}
