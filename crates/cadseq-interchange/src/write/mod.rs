//! Programs, and the solids that they make, as files of other tools: one module a format.
//!
//! The scripts draw what the program builds, feature by feature, as a person would write it: named
//! parameters on top, one operation a line, a commented block a feature. They take a [`Design`].
//!
//! | module | what it writes | unit | exact |
//! |---|---|---|---|
//! | [`cadquery`] | Python script of CadQuery | mm | yes |
//! | [`build123d`] | Python script of build123d, algebra mode | mm | yes |
//! | [`freecad`] | macro of FreeCAD's Part workbench | mm | yes |
//! | [`openscad`] | program of OpenSCAD | mm | arcs become polygons of `$fn` corners a turn |
//! | [`fusion`] | script that runs inside Fusion 360 | cm | yes |
//! | [`gallery`] | Python script for the client of the Fusion 360 Gym | cm | yes |
//! | [`json`] | the program's own JSON | model units | yes |
//! | [`deepcad`] | DeepCAD's JSON | m | yes |
//! | [`deepcad_vector`] | rows of integers | the part's size | no: 256 levels |
//! | [`svg`], [`dxf`] | one sketch | mm | yes |
//!
//! [`write()`] writes any of them, the program's text and the formats of [`ExportFormat`](cadseq_solid::ExportFormat), by the
//! name of the format.
//!
//! Given numbers are printed as the shortest decimal that reads back; what a tool wants computed
//! (the middle of an arc) is rounded to 1e-10 units, which moves no volume by more than that.

pub mod build123d;
pub mod cadquery;
mod code;
pub mod deepcad;
pub mod deepcad_vector;
mod design;
pub mod dxf;
mod error;
mod escape;
mod file;
pub mod freecad;
pub mod fusion;
pub mod gallery;
pub mod json;
mod number;
pub mod openscad;
mod outlines;
pub mod svg;

pub use design::Design;
pub use error::WriteError;
pub(crate) use file::solid;
pub use file::{WriteOptions, write};
