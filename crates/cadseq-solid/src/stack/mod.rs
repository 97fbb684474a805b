//! Exact solids whose cross section along one axis changes at finitely many heights: what most
//! mechanical parts are.
//!
//! A [`Stack`] is a planar map of lines and arcs in its frame, with a column over each cell: the
//! intervals of height at which the solid is there. Whatever the columns are, the solid is closed,
//! so Booleans need nothing but a map: those of both operands are laid over each other and the
//! columns combined cell by cell. What separates nothing is dissolved, so that the size of a
//! stack says how complex the solid is and not how long its history.

mod boolean;
mod boundary;
mod brep;
mod carrier;
mod classify;
mod column;
mod disjoint_sets;
mod dissolve;
mod extruded;
mod flattened;
mod fold;
mod grown;
mod layers;
mod levels;
mod lumps;
mod measure;
mod mesh;
mod placement;
mod query;
mod region;
mod section;

use cadseq_program::Frame;
use glam::DVec3;
use thiserror::Error;

use crate::arrangement::ArrangementError;
pub use extruded::Sweep;
use section::Section;

/// An exact solid of stacked slabs; it may be empty, and it may be several pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    frame: Frame,
    tolerance: f64,
    /// Ascending, in model units along the frame's normal.
    heights: Vec<f64>,
    section: Section,
}

/// How a stack meets another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetOperation {
    /// Union.
    Join,
    /// The other one is taken away.
    Cut,
    /// What both have.
    Intersect,
}

/// Why a Boolean of stacks is none.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StackError {
    /// The axes are neither parallel nor antiparallel: a case for the general kernel.
    #[error("the axes of the solids are not parallel (sine of their angle {sine:e})")]
    NotParallel {
        /// Sine of the angle between the axes.
        sine: f64,
    },
    /// An extrusion without height.
    #[error(
        "the extrusion starts at height {start:e} and ends at {end:e}; they must be further apart \
         than {tolerance:e} units"
    )]
    NoHeight {
        /// Where it starts, in model units along the normal.
        start: f64,
        /// Where it ends.
        end: f64,
        /// The tolerance.
        tolerance: f64,
    },
    /// The sections cannot be laid over each other.
    #[error(transparent)]
    Arrangement(#[from] ArrangementError),
}

impl Stack {
    /// Whether there is no solid at all.
    pub fn is_empty(&self) -> bool {
        self.heights.is_empty()
    }

    /// The frame: section coordinates are its sketch coordinates, heights run along its normal.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The distance in model units below which points and heights are one.
    pub fn tolerance(&self) -> f64 {
        self.tolerance
    }

    /// The heights along the frame's normal at which the cross section changes, ascending.
    pub fn heights(&self) -> &[f64] {
        &self.heights
    }

    /// Number of lines and arcs in the planar map of all cross sections: what Booleans cost.
    pub fn edge_count(&self) -> usize {
        self.section.edges.len()
    }

    /// The same solid elsewhere.
    pub(crate) fn moved(&self, by: DVec3) -> Self {
        let frame = &self.frame;
        let moved = Frame::new(frame.origin() + by, frame.normal(), frame.x_axis());
        Self {
            frame: moved.expect("the axes of a frame"),
            ..self.clone()
        }
    }

    /// The stack of a section of which parts may separate nothing.
    fn dissolved(frame: Frame, tolerance: f64, mut heights: Vec<f64>, section: Section) -> Self {
        let mut section = section.dissolved(tolerance);
        levels::dissolve_levels(&mut heights, &mut section);
        Self {
            frame,
            tolerance,
            heights,
            section,
        }
    }
}
