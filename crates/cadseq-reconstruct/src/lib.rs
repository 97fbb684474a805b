//! A picture becomes a CAD program.
//!
//! Four steps: [`find`] the object, ask the network where its end face and corners are
//! ([`proposal`] turns the answer into prisms in closed form), [`fit`] each proposal to the picture's edges,
//! and [`choose`] the ones whose rendering explains the picture.

pub mod reconstructor;

pub use reconstructor::{
    Candidate, Options, ReconstructError, Reconstruction, Reconstructor, StageMillis,
};
