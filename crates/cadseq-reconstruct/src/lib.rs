//! A picture becomes a CAD program.
//!
//! Four steps: [`find`](find::find) the object, ask the network where its end face and corners are
//! ([`proposal`] turns the answer into shapes in closed form), [`fit`](fit::fit) each proposal to the
//! picture's edges, and keep those whose rendering [`explain`]s the picture.

pub mod contour;
pub mod edges;
pub mod explain;
pub mod find;
pub mod fit;
pub mod linear;
pub mod photometric;
pub mod proposal;
pub mod reconstructor;
pub mod recut;
pub mod segmentation;
pub mod shape;
pub mod wire;

pub use reconstructor::{
    Candidate, Options, ReconstructError, Reconstruction, Reconstructor, StageMillis,
};
