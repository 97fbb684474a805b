//! Exact solids of CAD programs.
//!
//! A [`Prism`] is the solid of a program of one sketch and one extrude: a validated [`Outline`] of
//! lines and arcs, swept along the normal of its plane. From it come closed-form [`Measures`],
//! triangle meshes, files of other programs ([`export`]) and the
//! volume that two solids share ([`overlap()`], [`Solid::overlap`]). This crate does no I/O.

mod alignment;
pub mod arrangement;
mod body;
mod box_tree;
pub mod brep;
pub mod build;
pub mod build_error;
mod construction;
pub mod export;
pub mod kernel;
pub mod measure;
pub mod mesh;
mod mesh_tolerance;
pub mod origin;
pub mod outline;
pub mod overlap;
pub mod planar_face;
pub mod prism;
pub mod segment;
pub mod sketch;
mod solid;
pub mod stack;
pub mod surface;
mod tessellate;
mod triangulate;

pub use alignment::{AlignedOverlap, aligned_overlap, cube_turns};
pub use arrangement::{Arrangement, ArrangementError};
pub use body::{Body, BodyError};
pub use brep::Brep;
pub use build::{Builder, Extrusion, FaceFault, Feature, Note, Part, PartError, PartFault, Sketch};
pub use build_error::BuildError;
pub use export::ExportFormat;
pub use kernel::StepReadError;
pub use measure::{Bounds3, Measures};
pub use mesh::{Edge, Face, Mesh};
pub use mesh_tolerance::MeshTolerance;
pub use origin::{FaceOrigin, FacePart};
pub use outline::Outline;
pub use overlap::{Overlap, OverlapError, OverlapMethod, iou, overlap};
pub use planar_face::PlanarFace;
pub use prism::Prism;
pub use sketch::Region;
pub use solid::Solid;
pub use stack::{SetOperation, Stack, StackError, Sweep};
pub use surface::Surface;
