//! Sketches from the loops of profiles: how formats say what is extruded that keep no curves but
//! those of loops.
//!
//! The outline of a profile is drawn counter-clockwise, then its holes clockwise, each from one
//! curve to the next; a curve that two profiles share is drawn once. So the first profile is number
//! 0, and a person sees what is extruded.

mod chain;
mod drawing;
mod fault;
mod piece;
mod regions;
mod walk;

pub(super) use drawing::{Drawing, Drawn};
pub use fault::SketchFault;
pub(super) use piece::LoopCurve;
pub(crate) use piece::{Piece, Turn};
pub(super) use walk::Walk;

/// Points within this distance, in model units, are one: what a sketch's builder snaps.
pub(super) const SNAP: f64 = 1e-5;
