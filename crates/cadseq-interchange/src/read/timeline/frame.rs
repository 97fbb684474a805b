//! The plane of a sketch from its transform.

use cadseq_program::SketchPlane;
use glam::DVec3;

use super::Dialect;
use super::fault::TimelineFault;
use super::records::{Header, SketchRecord, TransformRecord};
use crate::read::ReadError;
use crate::read::frame;
use crate::read::tracked::part;

/// How far y may be from z cross x: the six decimals that frames grant their other axes.
const RIGHT_HANDED: f64 = 1e-6;

/// The plane of the sketch at `place`.
pub(super) fn read(
    sketch: &SketchRecord<'_>,
    dialect: &Dialect,
    place: &str,
) -> Result<SketchPlane, ReadError> {
    if dialect.needs_reference_plane {
        let place = format!("{place}.reference_plane");
        let plane = sketch
            .reference_plane
            .ok_or_else(|| ReadError::at(&place, TimelineFault::NoReferencePlane))?;
        part::<Header>(plane, &place)?;
    }
    let place = format!("{place}.transform");
    let transform: TransformRecord = part(sketch.transform, &place)?;
    let [x_axis, y_axis, normal] = [transform.x_axis, transform.y_axis, transform.z_axis]
        .map(|record| record.in_world().normalize_or_zero());
    if y_axis.distance(normal.cross(x_axis)) > RIGHT_HANDED {
        return Err(ReadError::at(place, TimelineFault::LeftHanded));
    }
    let origin: DVec3 = transform
        .origin
        .in_world()
        .map(|it| dialect.unit.to_model(it));
    frame::plane(origin, normal, x_axis).map_err(|error| ReadError::at(place, error))
}
