//! A picture becomes a CAD program.
//!
//! Four steps: [`find`](find::find) the object, ask the network where its end face and corners are
//! ([`proposal`] turns the answer into shapes in closed form), [`fit`](fit::fit) each proposal to the
//! picture's edges, and keep those whose rendering [`explain`]s the picture.

pub mod camera;
mod cancel;
mod choice;
mod clock;
pub mod contour;
pub mod edges;
mod error;
pub mod explain;
pub mod find;
pub mod fit;
pub mod linear;
pub mod part;
pub mod photometric;
pub mod proposal;
mod reconstructor;
pub mod recut;
pub mod search;
pub mod seeing;
pub mod segmentation;
pub mod shape;
pub mod straighten;
mod tidy;
pub mod wire;

pub use cancel::IsCancelled;
pub use error::ReconstructError;
pub use reconstructor::{Candidate, Options, Reconstruction, Reconstructor, StageMillis};
pub use seeing::{SeeError, SeeOptions, Seer, Sight};
pub use tidy::tidy;
