//! The plane of a sketch from its transform.

use cadseq_program::{Frame, Plane, SketchPlane};
use glam::DVec3;

use super::Dialect;
use super::fault::TimelineFault;
use super::records::{Header, SketchRecord, TransformRecord};
use crate::read::ReadError;
use crate::read::tracked::part;

/// Components of axes and origins this near to a whole number are that number: what is left of
/// rotations by right angles. Far below what a file's other numbers are good to.
const TIDY: f64 = 1e-12;

/// How far z may be from x cross y: the same six decimals that [`Frame::new`] grants.
const RIGHT_HANDED: f64 = 1e-6;

/// The sketch's plane: XY, XZ or YZ where the frame is exactly theirs.
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
    let [origin, x_axis, y_axis, normal] = [
        transform.origin,
        transform.x_axis,
        transform.y_axis,
        transform.z_axis,
    ]
    .map(|record| tidy(record.in_world()));
    let frame = Frame::new(origin, normal, x_axis).map_err(|error| ReadError::at(&place, error))?;
    if y_axis.normalize_or_zero().distance(frame.y_axis()) > RIGHT_HANDED {
        return Err(ReadError::at(place, TimelineFault::LeftHanded));
    }
    let plane = Plane::ALL.into_iter().find(|plane| plane.frame() == frame);
    Ok(plane.map_or(SketchPlane::Frame(frame), SketchPlane::Origin))
}

/// The vector without rounding errors about 0 and 1; minus zero becomes 0.
fn tidy(vector: DVec3) -> DVec3 {
    let component = |value: f64| {
        let whole = libm::round(value) + 0.0;
        if (value - whole).abs() < TIDY {
            whole
        } else {
            value
        }
    };
    DVec3::from_array(vector.to_array().map(component))
}
