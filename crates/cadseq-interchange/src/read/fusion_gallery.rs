//! Reconstruction JSON of the Fusion 360 Gallery Dataset.
//!
//! The file's `timeline` says the order of its `entities`, which are sketches and extrudes; lengths
//! are in centimetres, angles in radians. A sketch without a reference plane is refused: its
//! transform was not kept by Fusion either. The dataset's documentation is
//! `docs/reconstruction.md` in the repository `AutodeskAILab/Fusion360GalleryDataset`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::timeline::{Dialect, Step, import};
use super::tracked;
use super::{Imported, ReadError, ReadOptions};
use crate::LengthUnit;

#[derive(Deserialize)]
struct FileRecord<'a> {
    timeline: Vec<Step>,
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
        steps: "timeline",
        needs_reference_plane: true,
        arcs_follow_normals: true,
        unit: options.unit_or(LengthUnit::Centimetre),
    };
    import(&file.timeline, &file.entities, &dialect, *options)
}
