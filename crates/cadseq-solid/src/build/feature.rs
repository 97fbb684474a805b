//! Sketches and features with their places in the world: what exporters need beside the solid.

use cadseq_program::{BooleanOperation, Curve, Frame};

use crate::Region;

/// A sketch that was laid into the world.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// Index of its `add_sketch` in the program.
    pub operation: usize,
    /// Where it lies.
    pub frame: Frame,
    /// Its curves as the program has them, in sketch coordinates.
    pub curves: Vec<Curve>,
    /// Its profiles in their stable order.
    pub profiles: Vec<Region>,
}

/// What a program makes of a sketch. Whoever reads features matches on it, so that the compiler names the place
/// when there is another one.
#[derive(Debug, Clone, PartialEq)]
pub enum Feature {
    /// See [`Extrusion`].
    Extrude(Extrusion),
}

impl Feature {
    /// Index of its operation in the program.
    pub const fn operation(&self) -> usize {
        match self {
            Self::Extrude(extrusion) => extrusion.operation,
        }
    }

    /// Index of its sketch among the sketches.
    pub const fn sketch(&self) -> usize {
        match self {
            Self::Extrude(extrusion) => extrusion.sketch,
        }
    }

    /// How it meets what is there; `New` for the first whatever the program says.
    pub const fn boolean(&self) -> BooleanOperation {
        match self {
            Self::Extrude(extrusion) => extrusion.boolean,
        }
    }
}

/// Regions of a sketch, swept.
#[derive(Debug, Clone, PartialEq)]
pub struct Extrusion {
    /// Index of its `add_extrude` in the program.
    pub operation: usize,
    /// Index of its sketch among the sketches.
    pub sketch: usize,
    /// What is swept: the extrude's profiles, those that share an edge as one region, in sketch
    /// coordinates.
    pub regions: Vec<Region>,
    /// Height of the start face along the normal of the sketch's frame, in model units.
    pub start: f64,
    /// Height of the end face; it may lie below the start.
    pub end: f64,
    /// How it meets what is there; `New` for the first whatever the program says.
    pub boolean: BooleanOperation,
}
