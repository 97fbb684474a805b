//! What a picture of any part shows: where the part is, and its maps.
//!
//! Two looks with one network, the [`Mapper`](cadseq_model::Mapper): the first at the whole picture finds
//! the [`objects`]; the second, at a square around the chosen one, gives its maps. Where the ground is plain, what differs from it is measured
//! instead (`ground`).

mod error;
mod ground;
mod layers;
pub mod objects;
mod seer;
mod sheet;

pub use error::SeeError;
pub use layers::Layer;
pub use objects::{Object, PixelBox};
pub use seer::{SeeOptions, Seer, Sight, SightMillis};
pub use sheet::{AxisDirections, axis_directions, sheet};
