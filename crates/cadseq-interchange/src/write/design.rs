//! What the writers of scripts and drawings take.

use cadseq_program::{BooleanOperation, Extrude, Operation, Program, SketchPlane};
use cadseq_solid::{Extrusion, Feature, Note, Part, Sketch};

use super::WriteError;

/// A program with the part that it builds.
#[derive(Debug, Clone, Copy)]
pub struct Design<'a> {
    /// What a person calls the part; may hold any text.
    pub name: &'a str,
    /// The program.
    pub program: &'a Program,
    /// What it builds: sketches in their places, extrusions with their regions, the solid.
    pub part: &'a Part,
}

/// What the Booleans of a script work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bodies {
    /// There is one body all the time.
    One,
    /// There may be none, or several.
    Several {
        /// Whether any extrude joins.
        joins: bool,
        /// Whether any extrude cuts or intersects.
        meets: bool,
    },
}

impl<'a> Design<'a> {
    /// The design of a program that was built.
    pub const fn new(name: &'a str, program: &'a Program, part: &'a Part) -> Self {
        Self {
            name,
            program,
            part,
        }
    }

    /// The sketch with this index, from 0.
    ///
    /// # Errors
    /// [`WriteError::NoSketch`] where there is none.
    pub fn sketch(&self, index: usize) -> Result<&'a Sketch, WriteError> {
        self.part.sketches.get(index).ok_or(WriteError::NoSketch {
            index,
            count: self.part.sketches.len(),
        })
    }

    /// The plane that the program gives the sketch.
    pub(super) fn plane(&self, sketch: &Sketch) -> SketchPlane {
        match self.program.operations()[sketch.operation] {
            Operation::AddSketch(plane) => plane,
            _ => unreachable!("a sketch comes from the operation that adds it"),
        }
    }

    /// What the program says of the extrusion.
    pub(super) fn extrude(&self, extrusion: &Extrusion) -> &'a Extrude {
        match &self.program.operations()[extrusion.operation] {
            Operation::AddExtrude(extrude) => extrude,
            _ => unreachable!("an extrusion comes from the operation that adds it"),
        }
    }

    /// Whether some extrude leaves no body: tools differ in what they make of nothing, so scripts
    /// then keep lists of bodies.
    fn runs_empty(&self) -> bool {
        let is_empty = |note: &Note| matches!(note, Note::Empty { .. });
        self.part.notes.iter().any(is_empty)
    }

    /// Whether one name for the result will do, or a list of bodies is needed.
    pub(super) fn bodies(&self) -> Bodies {
        let later = || self.part.features.iter().skip(1).map(Feature::boolean);
        let has = |boolean| later().any(|other| other == boolean);
        if !self.runs_empty() && !has(BooleanOperation::New) {
            return Bodies::One;
        }
        Bodies::Several {
            joins: has(BooleanOperation::Join),
            meets: has(BooleanOperation::Cut) || has(BooleanOperation::Intersect),
        }
    }

    /// The features with their numbers, from 1, each with its sketch where it is the first of it.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step<'a>> {
        let mut drawn = vec![false; self.part.sketches.len()];
        let sketches = &self.part.sketches;
        (1..)
            .zip(&self.part.features)
            .map(move |(number, Feature::Extrude(extrusion))| {
                let is_first = !std::mem::replace(&mut drawn[extrusion.sketch], true);
                Step {
                    number,
                    extrusion,
                    sketch: &sketches[extrusion.sketch],
                    starts_sketch: is_first,
                }
            })
    }
}

/// A feature, and what is to be written before it.
pub(super) struct Step<'a> {
    /// Number of the extrusion in scripts, from 1.
    pub(super) number: usize,
    /// The extrusion.
    pub(super) extrusion: &'a Extrusion,
    /// Its sketch.
    pub(super) sketch: &'a Sketch,
    /// Whether no extrusion before it has this sketch.
    pub(super) starts_sketch: bool,
}

impl Step<'_> {
    /// Number of the sketch in scripts, from 1.
    pub(super) const fn sketch_number(&self) -> usize {
        self.extrusion.sketch + 1
    }
}
