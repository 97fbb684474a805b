//! Exact solids of CAD programs.
//!
//! A [`Prism`] is the solid of a program of one sketch and one extrude: a validated [`Outline`] of
//! lines and arcs, swept along the normal of its plane. From it come triangle meshes. This crate
//! does no I/O.

pub mod build_error;
pub mod mesh;
pub mod outline;
pub mod prism;
mod tessellate;
mod triangulate;

pub use build_error::BuildError;
pub use mesh::{Edge, Face, FaceOrigin, Mesh, Surface};
pub use outline::Outline;
pub use prism::Prism;
