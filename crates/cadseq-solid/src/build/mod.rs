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
pub use feature::{Extrusion, Sketch};

use crate::Solid;

/// A program that was built: its sketches in the world, its extrusions, its solid.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The sketches in order.
    pub sketches: Vec<Sketch>,
    /// The extrusions in order.
    pub extrusions: Vec<Extrusion>,
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

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Displaced { operation, by } => write!(
                f,
                "operation {operation}: the solids touch without crossing; the tool was moved by \
                 {:.1e} units to combine them",
                by.length()
            ),
            Self::Idle { operation, boolean } => write!(
                f,
                "operation {operation}: the {} changes nothing",
                boolean.name()
            ),
            Self::Empty { operation } => {
                write!(f, "operation {operation}: nothing is left of the solid")
            }
        }
    }
}

impl Part {
    /// Builds a program.
    ///
    /// # Errors
    /// The first fault, with the operation that has it.
    pub fn build(program: &Program) -> Result<Self, PartError> {
        Builder::default().build(program).cloned()
    }
}
