//! Exact solids of CAD programs.

pub mod mesh;

pub use mesh::{Edge, Face, FaceOrigin, Mesh, Surface};
