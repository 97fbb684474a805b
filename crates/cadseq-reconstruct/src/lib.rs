//! A picture becomes a CAD program.
//!
//! Pictures of any part, from anywhere: [`seeing`] says what every pixel shows and where the camera stood, `part` makes
//! programs of that. Pictures of the paper's shapes by the paper's camera have a road of their own
//! ([`PaperReconstructor`]): [`find`](find::find) the object, ask the network where its end face and corners are
//! ([`proposal`] turns the answer into shapes in closed form), [`fit`](fit::fit) each proposal to the
//! picture's edges, and keep those whose rendering [`explain`]s the picture. A [`Reconstructor`] takes whichever explains a
//! picture better.

mod answer;
pub mod camera;
mod cancel;
mod choice;
mod clock;
mod confidence;
mod connected;
pub mod contour;
pub mod edges;
mod error;
pub mod explain;
pub mod find;
pub mod fit;
pub mod linear;
mod paper;
mod part;
pub mod photometric;
pub mod proposal;
mod reconstructor;
pub mod recut;
pub mod search;
pub mod seeing;
pub mod segmentation;
pub mod shape;
mod sighted;
pub mod straighten;
mod tidy;
pub mod wire;

pub use answer::{Candidate, Clues, FittedNumber, Options, Reconstruction, StageMillis};
pub use cancel::IsCancelled;
pub use error::ReconstructError;
pub use paper::PaperReconstructor;
pub use reconstructor::Reconstructor;
pub use seeing::{SeeError, SeeOptions, Seer, Sight};
pub use sighted::reconstruct_sight;
pub use tidy::tidy;
