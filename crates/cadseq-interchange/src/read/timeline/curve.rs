//! The curves of a loop.

use cadseq_program::{Circle, MAX_CENTER};
use glam::DVec2;
use serde_json::value::RawValue;

use super::Dialect;
use super::fault::TimelineFault;
use super::records::{ArcRecord, CircleRecord, Header, LineRecord, PointRecord};
use crate::LengthUnit;
use crate::read::ReadError;
use crate::read::sketch::{LoopCurve, Piece, SNAP, Turn};
use crate::read::tracked::{part, shown};

/// How much more than a turn an arc's angles may say, in radians, and how much less is a whole one.
const WHOLE_TURN: f64 = 1e-9;

/// The curve at `place`.
pub(super) fn read(raw: &RawValue, dialect: &Dialect, place: &str) -> Result<LoopCurve, ReadError> {
    let header: Header = part(raw, place)?;
    match header.kind.as_str() {
        "Line3D" => {
            let line: LineRecord = part(raw, place)?;
            Ok(LoopCurve::Open(Piece {
                start: flat(line.start_point, dialect.unit, "start_point", place)?,
                end: flat(line.end_point, dialect.unit, "end_point", place)?,
                turn: None,
            }))
        }
        "Arc3D" => arc(&part(raw, place)?, dialect, place),
        "Circle3D" => {
            let circle: CircleRecord = part(raw, place)?;
            let center = flat(circle.center_point, dialect.unit, "center_point", place)?;
            let radius = radius(
                dialect.unit.to_model(circle.radius),
                &format!("{place}.radius"),
            )?;
            Ok(LoopCurve::Circle(Circle { center, radius }))
        }
        other => {
            let curve = shown(other);
            let fault = TimelineFault::Curve { curve };
            Err(ReadError::at(format!("{place}.type"), fault))
        }
    }
}

/// The sketch coordinates of a point on the sketch's plane, in model units.
fn flat(
    record: PointRecord,
    unit: LengthUnit,
    name: &str,
    place: &str,
) -> Result<DVec2, ReadError> {
    let (point, height) = record.in_sketch();
    let (point, height) = (point.map(|it| unit.to_model(it)), unit.to_model(height));
    let place = format!("{place}.{name}");
    if height.abs() > SNAP {
        return Err(ReadError::at(place, TimelineFault::NotFlat { height }));
    }
    in_range(point, &place)
}

/// The point at `place`, unless it is too far away.
pub(in crate::read) fn in_range(point: DVec2, place: &str) -> Result<DVec2, ReadError> {
    let size = point.abs().max_element();
    if size > MAX_CENTER {
        return Err(ReadError::at(place, TimelineFault::TooLarge { size }));
    }
    Ok(point)
}

/// The radius at `place`, unless there is no such circle.
pub(in crate::read) fn radius(radius: f64, place: &str) -> Result<f64, ReadError> {
    let fault = if radius <= 0.0 {
        TimelineFault::Radius { radius }
    } else if radius > MAX_CENTER {
        TimelineFault::TooLarge { size: radius }
    } else {
        return Ok(radius);
    };
    Err(ReadError::at(place, fault))
}

/// The arc counter-clockwise from the start angle to the end angle, or clockwise where the dialect
/// and the normal say so. Which of the two given points is the start is found by the angles.
fn arc(record: &ArcRecord, dialect: &Dialect, place: &str) -> Result<LoopCurve, ReadError> {
    let point = |record, name| flat(record, dialect.unit, name, place);
    let center = point(record.center_point, "center_point")?;
    let given = [
        point(record.start_point, "start_point")?,
        point(record.end_point, "end_point")?,
    ];
    let radius = radius(
        dialect.unit.to_model(record.radius),
        &format!("{place}.radius"),
    )?;
    let sweep_deg = sweep_deg(record, place)?;
    if sweep_deg == 360.0 {
        return Ok(LoopCurve::Circle(Circle { center, radius }));
    }
    let clockwise = dialect.arcs_follow_normals
        && record
            .normal
            .is_some_and(|normal| normal.in_sketch().1 < 0.0);
    let sign = if clockwise { -1.0 } else { 1.0 };
    let reference = record.reference_vector.in_sketch().0.normalize_or(DVec2::X) * radius;
    let at = |angle: f64| {
        let angle = sign * angle;
        center + DVec2::new(libm::cos(angle), libm::sin(angle)).rotate(reference)
    };
    let computed = [at(record.start_angle), at(record.end_angle)];
    let apart = |start: DVec2, end: DVec2| {
        let [first, second] = computed;
        start.distance(first).max(end.distance(second))
    };
    let [a, b] = given;
    let (start, end) = if apart(a, b) <= apart(b, a) {
        (a, b)
    } else {
        (b, a)
    };
    let distance = apart(start, end);
    if distance > SNAP {
        return Err(ReadError::at(place, TimelineFault::ArcEnds { distance }));
    }
    let turn = Some(Turn {
        center,
        sweep_deg: sign * sweep_deg,
    });
    Ok(LoopCurve::Open(Piece { start, end, turn }))
}

/// The unsigned sweep: above 0 and at most 360, which is a whole turn.
fn sweep_deg(record: &ArcRecord, place: &str) -> Result<f64, ReadError> {
    let sweep = record.end_angle - record.start_angle;
    let past_turn = sweep - std::f64::consts::TAU;
    if past_turn.abs() <= WHOLE_TURN {
        Ok(360.0)
    } else if sweep > 0.0 && past_turn < 0.0 {
        Ok(sweep.to_degrees())
    } else {
        let fault = TimelineFault::Sweep {
            start_rad: record.start_angle,
            end_rad: record.end_angle,
        };
        Err(ReadError::at(place, fault))
    }
}
