//! How far an extrude goes.
//!
//! | record | from | to |
//! |---|---|---|
//! | one side | 0 | distance |
//! | two sides | - second distance | first distance |
//! | symmetric | - distance | distance; with `is_full_length` half of it each way |
//!
//! An offset start moves all of it along the normal. The files' own volumes confirm that a
//! symmetric distance is that to one side.

use cadseq_program::Extent;
use serde_json::value::RawValue;

use super::fault::TimelineFault;
use super::records::{DistanceRecord, ExtrudeRecord, Header, OffsetRecord};
use crate::LengthUnit;
use crate::read::ReadError;
use crate::read::tracked::{part, shown};

/// Taper below this is none; radians.
const STRAIGHT_RAD: f64 = 1e-9;

/// The extent of the extrude at `place`.
pub(super) fn read(
    extrude: &ExtrudeRecord<'_>,
    unit: LengthUnit,
    place: &str,
) -> Result<Extent, ReadError> {
    let offset = unit.to_model(start(extrude, place)?);
    let extent = from_plane(extrude, unit, place)?;
    if offset == 0.0 {
        return Ok(extent);
    }
    let (start, end) = extent.start_and_end();
    Ok(Extent::TwoSides(end + offset, -(start + offset)))
}

/// The extent, were it to start at the sketch's plane.
fn from_plane(
    extrude: &ExtrudeRecord<'_>,
    unit: LengthUnit,
    place: &str,
) -> Result<Extent, ReadError> {
    let length = |record: &DistanceRecord| unit.to_model(record.distance.value);
    let one = |kind| distance(extrude.extent_one, kind, &format!("{place}.extent_one"));
    match extrude.extent_type.as_str() {
        "OneSideFeatureExtentType" => {
            let one = one("DistanceExtentDefinition")?;
            Ok(Extent::OneSide(length(&one)))
        }
        "TwoSidesFeatureExtentType" => {
            let one = one("DistanceExtentDefinition")?;
            let place = format!("{place}.extent_two");
            let two = extrude
                .extent_two
                .ok_or_else(|| ReadError::at(&place, TimelineFault::NoSecondExtent))?;
            let two = distance(two, "DistanceExtentDefinition", &place)?;
            Ok(Extent::TwoSides(length(&one), length(&two)))
        }
        "SymmetricFeatureExtentType" => {
            let one = one("SymmetricExtentDefinition")?;
            let factor = if one.is_full_length { 1.0 } else { 2.0 };
            Ok(Extent::Symmetric(factor * length(&one)))
        }
        other => {
            let extent = shown(other);
            let fault = TimelineFault::Extent { extent };
            Err(ReadError::at(format!("{place}.extent_type"), fault))
        }
    }
}

/// Height at which the extrude starts, in the file's unit.
fn start(extrude: &ExtrudeRecord<'_>, place: &str) -> Result<f64, ReadError> {
    let Some(raw) = extrude.start_extent else {
        return Ok(0.0);
    };
    let place = format!("{place}.start_extent");
    let header: Header = part(raw, &place)?;
    match header.kind.as_str() {
        "ProfilePlaneStartDefinition" => Ok(0.0),
        "OffsetStartDefinition" => Ok(part::<OffsetRecord>(raw, &place)?.offset.value),
        other => Err(unknown(other, &place)),
    }
}

/// The distance of an extent of this kind, or of the plain one, without taper.
fn distance(raw: &RawValue, kind: &str, place: &str) -> Result<DistanceRecord, ReadError> {
    let header: Header = part(raw, place)?;
    if header.kind != kind && header.kind != "DistanceExtentDefinition" {
        return Err(unknown(&header.kind, place));
    }
    let record: DistanceRecord = part(raw, place)?;
    let angle_rad = record.taper_angle.as_ref().map_or(0.0, |angle| angle.value);
    if angle_rad.abs() < STRAIGHT_RAD {
        Ok(record)
    } else {
        let fault = TimelineFault::Taper { angle_rad };
        Err(ReadError::at(format!("{place}.taper_angle"), fault))
    }
}

fn unknown(kind: &str, place: &str) -> ReadError {
    let extent = shown(kind);
    ReadError::at(format!("{place}.type"), TimelineFault::Extent { extent })
}
