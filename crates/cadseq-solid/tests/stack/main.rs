//! Stacks: Booleans, measures, boundary, mesh.

#[path = "../parts/mod.rs"]
mod parts;

mod known;
mod properties;
mod slivers;
