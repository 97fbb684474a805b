//! Programs that cannot be told apart: the same solid, or the very same picture.
//!
//! The class of a program is closed under
//! - traversal ([`traversal`]): a closed loop run the other way round, and, where no vertex lies at
//!   the origin, started at another vertex; not in a sketch whose curves a face reference counts;
//! - scaling about the camera's centre ([`camera`]): a program of one sketch of circles on an origin
//!   plane, and one one-sided extrude, whose other end face is scaled onto the sketch plane;
//! - degenerate values ([`degenerate`]): an arc without sweep is a line, a full arc is a circle,
//!   and the op of the first extrude does not matter.
//!
//! [`canonical`] picks one member, [`equivalents`] lists them, [`are_equivalent`] compares.
//!
//! This asks of whoever numbers the profiles of a sketch that the numbers depend neither on where a
//! loop starts nor on which way it runs.
//!
//! Deliberately not in the class, although the solid is the same: straight or round edges cut into
//! pieces, profiles renumbered or listed in another order, loops listed in another order, several
//! extrudes for one, a plane or a face said in another way, a symmetric extrude said as a two-sided
//! one.

pub mod camera;
mod canonical;
mod compare;
pub mod contour;
pub mod degenerate;
mod members;
mod options;
mod pieces;
#[cfg(test)]
mod tests;
pub mod traversal;

pub use camera::{PAPER_CAMERA_WORLD, camera_twin};
pub use canonical::canonical;
pub use compare::{are_equivalent, nearly_equal};
pub use contour::{Contour, contours, signed_area};
pub use members::{MAX_MEMBERS, equivalents};
pub use options::CanonicalOptions;
