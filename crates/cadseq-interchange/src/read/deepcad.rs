//! DeepCAD's JSON: designs from Onshape in the records of the Fusion 360 Gallery.
//!
//! The file's `sequence` says the order of its `entities`. Lengths are metres, as Onshape keeps them: a
//! screw of the data set is 0.01 long and becomes 1 cm. Files of another unit need
//! [`ReadOptions::unit`]; the numbers alone do not tell.
//!
//! An arc runs counter-clockwise in its sketch's frame from `start_angle` to `end_angle`, measured
//! from `reference_vector`; its `normal` says nothing, and `start_point` and `end_point` may be
//! exchanged. Curves of a loop may be out of order and reversed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::timeline::{Dialect, Step, import};
use super::tracked;
use super::{Imported, ReadError, ReadOptions};
use crate::LengthUnit;

#[derive(Deserialize)]
struct FileRecord<'a> {
    sequence: Vec<Step>,
    #[serde(borrow)]
    entities: BTreeMap<String, &'a RawValue>,
}

/// Reads a design. Each extrude becomes a sketch of the curves that bound its profiles.
///
/// # Errors
/// What is no JSON, what the language lacks, what does not fit together; each with its path.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    let file: FileRecord<'_> = tracked::whole(bytes)?;
    let dialect = Dialect {
        steps: "sequence",
        needs_reference_plane: false,
        arcs_follow_normals: false,
        unit: options.unit_or(LengthUnit::Metre),
    };
    import(&file.sequence, &file.entities, &dialect, *options)
}
