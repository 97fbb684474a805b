//! From a program to its solid, operation by operation; cuts that the kernel can make together wait for
//! each other.
//!
//! A [`Builder`] keeps what it built, so that a program of which only the end changed is built from
//! there on. [`Part::build`] is a builder used once.

mod builder;
mod combine;
mod error;
mod face;
mod feature;
mod waiting;

use cadseq_program::{BooleanOperation, Program};
use glam::DVec3;

pub use builder::Builder;
pub use error::{FaceFault, PartError, PartFault};
pub use feature::{Extrusion, Feature, Sketch};

use crate::Solid;

/// A program that was built: its sketches in the world, its features, its solid.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The sketches in order.
    pub sketches: Vec<Sketch>,
    /// The features in order.
    pub features: Vec<Feature>,
    /// What they make together.
    pub solid: Solid,
    /// What a user should know about the way there.
    pub notes: Vec<Note>,
}

/// Something that is no error but that the program's author may not expect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Note {
    /// The kernel refused the tool where it is, since it touches the solid without crossing it; it
    /// was moved by this much for the Boolean.
    Displaced {
        /// Index of the extrude in the program.
        operation: usize,
        /// By how much, in model units; at most [`DISPLACEMENT`](crate::kernel::DISPLACEMENT) along
        /// each axis.
        by: DVec3,
    },
    /// The kernel refused the tool of a cut where it is, since it touches the solid without crossing it; its
    /// faces were moved outward for the Boolean, so that no film is left where it reaches the boundary.
    Grown {
        /// Index of the extrude in the program.
        operation: usize,
        /// By how much, in model units; at most [`DISPLACEMENT`](crate::kernel::DISPLACEMENT).
        by: f64,
    },
    /// The extrude changed nothing.
    Idle {
        /// Index of the extrude in the program.
        operation: usize,
        /// What it was to do.
        boolean: BooleanOperation,
    },
    /// No body is left after the extrude.
    Empty {
        /// Index of the extrude in the program.
        operation: usize,
    },
}

impl Note {
    /// Index of the extrude that it is about.
    pub const fn operation(&self) -> usize {
        match *self {
            Self::Displaced { operation, .. }
            | Self::Grown { operation, .. }
            | Self::Idle { operation, .. }
            | Self::Empty { operation } => operation,
        }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Counted from 1, as a reader does.
        write!(f, "operation {}: ", self.operation() + 1)?;
        match self {
            Self::Displaced { by, .. } => write!(
                f,
                "the solids touch without crossing; the tool was moved by {:.0} nm to combine them",
                by.length() * NANOMETRES
            ),
            Self::Grown { by, .. } => write!(
                f,
                "the solids touch without crossing; the tool's faces were moved outward by {:.0} nm to \
                 combine them",
                by * NANOMETRES
            ),
            Self::Idle { boolean, .. } => write!(f, "the {} changes nothing", boolean.name()),
            Self::Empty { .. } => f.write_str("nothing is left of the solid"),
        }
    }
}

/// A model unit, 1 cm, in nanometres.
const NANOMETRES: f64 = 1e7;

impl Part {
    /// Builds a program.
    ///
    /// # Errors
    /// The first fault, with the operation that has it.
    pub fn build(program: &Program) -> Result<Self, PartError> {
        Builder::default().build(program).cloned()
    }
}
