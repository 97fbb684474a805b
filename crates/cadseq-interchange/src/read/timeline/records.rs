//! The parts of the records that are read; keys that are not named here are skipped.

use std::collections::BTreeMap;

use glam::{DVec2, DVec3};
use serde::Deserialize;
use serde_json::value::RawValue;

/// An entry of the list of steps.
#[derive(Debug, Deserialize)]
pub(crate) struct Step {
    pub(super) entity: String,
}

/// What every entity and every curve has.
#[derive(Debug, Deserialize)]
pub(super) struct Header {
    #[serde(rename = "type")]
    pub(super) kind: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct SketchRecord<'a> {
    pub(super) name: Option<String>,
    #[serde(borrow)]
    pub(super) transform: &'a RawValue,
    /// By identifier. A sketch of nothing has none.
    #[serde(borrow, default)]
    pub(super) profiles: BTreeMap<String, &'a RawValue>,
    #[serde(borrow)]
    pub(super) reference_plane: Option<&'a RawValue>,
}

/// The sketch's frame in the world.
#[derive(Debug, Deserialize)]
pub(super) struct TransformRecord {
    pub(super) origin: PointRecord,
    pub(super) x_axis: PointRecord,
    pub(super) y_axis: PointRecord,
    pub(super) z_axis: PointRecord,
}

/// A point or a vector.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct PointRecord {
    x: f64,
    y: f64,
    z: f64,
}

/// A region of a sketch: its outline and its holes, in any order.
#[derive(Debug, Deserialize)]
pub(super) struct ProfileRecord<'a> {
    #[serde(borrow)]
    pub(super) loops: Vec<LoopRecord<'a>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LoopRecord<'a> {
    #[serde(borrow)]
    pub(super) profile_curves: Vec<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LineRecord {
    pub(super) start_point: PointRecord,
    pub(super) end_point: PointRecord,
}

#[derive(Debug, Deserialize)]
pub(super) struct ArcRecord {
    pub(super) center_point: PointRecord,
    pub(super) start_point: PointRecord,
    pub(super) end_point: PointRecord,
    pub(super) normal: Option<PointRecord>,
    pub(super) radius: f64,
    /// Where angles count from.
    pub(super) reference_vector: PointRecord,
    pub(super) start_angle: f64,
    pub(super) end_angle: f64,
}

#[derive(Debug, Deserialize)]
pub(super) struct CircleRecord {
    pub(super) center_point: PointRecord,
    pub(super) radius: f64,
}

#[derive(Debug, Deserialize)]
pub(super) struct ExtrudeRecord<'a> {
    pub(super) profiles: Vec<ProfileUse>,
    pub(super) operation: String,
    pub(super) extent_type: String,
    #[serde(borrow)]
    pub(super) extent_one: &'a RawValue,
    #[serde(borrow)]
    pub(super) extent_two: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) start_extent: Option<&'a RawValue>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ProfileUse {
    pub(super) sketch: String,
    pub(super) profile: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct DistanceRecord {
    pub(super) distance: ParameterRecord,
    pub(super) taper_angle: Option<ParameterRecord>,
    /// Of a symmetric extent: whether the distance is the whole length, not that to one side.
    #[serde(default)]
    pub(super) is_full_length: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct OffsetRecord {
    pub(super) offset: ParameterRecord,
}

#[derive(Debug, Deserialize)]
pub(super) struct ParameterRecord {
    pub(super) value: f64,
}

impl PointRecord {
    pub(super) fn in_world(self) -> DVec3 {
        DVec3::new(self.x, self.y, self.z)
    }

    /// The sketch coordinates and the height above the sketch plane.
    pub(super) fn in_sketch(self) -> (DVec2, f64) {
        (DVec2::new(self.x, self.y), self.z)
    }
}
