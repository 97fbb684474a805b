//! The curves of a loop.

use cadseq_program::Circle;
use glam::DVec2;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Text2CadFault;
use crate::LengthUnit;
use crate::read::ReadError;
use crate::read::entries::Entries;
use crate::read::sketch::{LoopCurve, Piece, Turn, Walk};
use crate::read::timeline::{in_range, radius};
use crate::read::tracked::{part, shown};

/// How far apart two roundings to four decimals of one point may be, in the file's unit.
const ROUNDING: f64 = 1.5e-4;

/// Below this sine of the angle between its chords, an arc is straight.
const STRAIGHT: f64 = 1e-12;

#[derive(Deserialize)]
struct LineRecord {
    #[serde(rename = "Start Point")]
    start: [f64; 2],
    #[serde(rename = "End Point")]
    end: [f64; 2],
}

#[derive(Deserialize)]
struct ArcRecord {
    #[serde(rename = "Start Point")]
    start: [f64; 2],
    #[serde(rename = "Mid Point")]
    mid: [f64; 2],
    #[serde(rename = "End Point")]
    end: [f64; 2],
}

#[derive(Deserialize)]
struct CircleRecord {
    #[serde(rename = "Center")]
    center: [f64; 2],
    #[serde(rename = "Radius")]
    radius: f64,
}

/// A curve by its points, in model units.
enum Drawn {
    Circle(Circle),
    Open {
        start: DVec2,
        /// Of an arc.
        mid: Option<DVec2>,
        end: DVec2,
    },
}

/// What the points of curves take up.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    corners: Option<[DVec2; 2]>,
}

impl Bounds {
    fn add(&mut self, point: DVec2, radius: f64) {
        let (low, high) = (point - radius, point + radius);
        let [min, max] = self.corners.unwrap_or([low, high]);
        self.corners = Some([min.min(low), max.max(high)]);
    }

    /// 0 where there is no point.
    pub(super) fn longest_side(&self) -> f64 {
        self.corners
            .map_or(0.0, |[min, max]| (max - min).max_element())
    }
}

/// The walk along the curves of the loop at `place`.
pub(super) fn walk(
    curves: &Entries<&RawValue>,
    unit: LengthUnit,
    bounds: &mut Bounds,
    place: &str,
) -> Result<Walk, ReadError> {
    let place_of = |index: usize| {
        let name = curves.0.get(index).map_or("", |(name, _)| name);
        format!("{place}.{}", shown(name))
    };
    let mut drawn = Vec::with_capacity(curves.0.len());
    for (index, (name, raw)) in curves.0.iter().enumerate() {
        let curve = draw(name, raw, unit, &place_of(index))?;
        curve.add_to(bounds);
        drawn.push(curve);
    }
    close(&mut drawn, unit.to_model(ROUNDING));
    let curves: Vec<LoopCurve> = drawn
        .iter()
        .enumerate()
        .map(|(index, curve)| {
            let made = curve.in_loop();
            made.map_err(|fault| ReadError::at(place_of(index), fault))
        })
        .collect::<Result<_, _>>()?;
    Walk::new(&curves, place, place_of)
}

/// The curve with this name, at `place`.
fn draw(name: &str, raw: &RawValue, unit: LengthUnit, place: &str) -> Result<Drawn, ReadError> {
    let point = |point: [f64; 2]| {
        let point = DVec2::from_array(point.map(|length| unit.to_model(length)));
        in_range(point, place)
    };
    match name.split('_').next() {
        Some("line") => {
            let LineRecord { start, end } = part(raw, place)?;
            Ok(Drawn::Open {
                start: point(start)?,
                mid: None,
                end: point(end)?,
            })
        }
        Some("arc") => {
            let ArcRecord { start, mid, end } = part(raw, place)?;
            Ok(Drawn::Open {
                start: point(start)?,
                mid: Some(point(mid)?),
                end: point(end)?,
            })
        }
        Some("circle") => {
            let record: CircleRecord = part(raw, place)?;
            Ok(Drawn::Circle(Circle {
                center: point(record.center)?,
                radius: radius(unit.to_model(record.radius), &format!("{place}.Radius"))?,
            }))
        }
        _ => {
            let curve = shown(name);
            Err(ReadError::at(place, Text2CadFault::Curve { curve }))
        }
    }
}

/// Moves the start of each curve to the end of the one before it where they are no farther apart than
/// `limit`; of the first, the end of the last moves instead.
fn close(curves: &mut [Drawn], limit: f64) {
    for index in 1..curves.len() {
        if let [Drawn::Open { end, .. }, Drawn::Open { start, .. }] = &mut curves[index - 1..=index]
            && start.distance(*end) <= limit
        {
            *start = *end;
        }
    }
    if let [Drawn::Open { start, .. }, .., Drawn::Open { end, .. }] = curves
        && start.distance(*end) <= limit
    {
        *end = *start;
    }
}

impl Drawn {
    fn add_to(&self, bounds: &mut Bounds) {
        match *self {
            Self::Circle(Circle { center, radius }) => bounds.add(center, radius),
            Self::Open { start, mid, end } => {
                let points = [Some(start), mid, Some(end)];
                points
                    .into_iter()
                    .flatten()
                    .for_each(|point| bounds.add(point, 0.0));
            }
        }
    }

    fn in_loop(&self) -> Result<LoopCurve, Text2CadFault> {
        match *self {
            Self::Circle(circle) => Ok(LoopCurve::Circle(circle)),
            Self::Open { start, mid, end } => {
                let turn = match mid {
                    Some(mid) => turn(start, mid, end)?,
                    None => None,
                };
                Ok(LoopCurve::Open(Piece { start, end, turn }))
            }
        }
    }
}

/// How an arc through three points turns; `None` where they follow each other on a line, which is what
/// four decimals leave of a shallow arc.
///
/// With chords b and c from the start to the other two points, the centre is at the same distance from
/// all of them: `2 b . m = b . b` and `2 c . m = c . c` for m from the start to the centre.
///
/// # Errors
/// Where no arc runs through them.
fn turn(start: DVec2, mid: DVec2, end: DVec2) -> Result<Option<Turn>, Text2CadFault> {
    let (b, c) = (mid - start, end - start);
    let cross = b.perp_dot(c);
    if cross.abs() <= STRAIGHT * b.length() * c.length() {
        let is_between = b.dot(end - mid) > 0.0;
        return is_between.then_some(None).ok_or(Text2CadFault::NoArc);
    }
    let to_center =
        (c.perp() * b.length_squared() - b.perp() * c.length_squared()) * (-0.5 / cross);
    let center = start + to_center;
    let (from, to) = (start - center, end - center);
    let angle = libm::atan2(from.perp_dot(to), from.dot(to)).to_degrees();
    let sweep_deg = match (cross > 0.0, angle > 0.0) {
        (true, true) | (false, false) => angle,
        (true, false) => angle + 360.0,
        (false, true) => angle - 360.0,
    };
    Ok(Some(Turn { center, sweep_deg }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_run_through_their_middle() {
        for sweep_deg in [-350.0f64, -180.0, -90.0, 30.0, 180.0, 270.0, 359.0] {
            let center = DVec2::new(0.3, -0.2);
            let at = |t: f64| center + 0.5 * DVec2::from_angle(1.0 + t * sweep_deg.to_radians());
            let found = turn(at(0.0), at(0.4), at(1.0))
                .expect("an arc")
                .expect("no line");
            assert!(found.center.distance(center) < 1e-10, "{found:?}");
            assert!((found.sweep_deg - sweep_deg).abs() < 1e-8, "{found:?}");
        }
    }

    #[test]
    fn points_on_a_line_are_one_where_they_follow_each_other() {
        let [a, b, c] = [0.0, 0.25, 1.0].map(|x| DVec2::new(x, 2.0 * x));
        assert_eq!(turn(a, b, c), Ok(None));
        for [start, mid, end] in [[a, c, b], [b, a, c], [a, b, a], [a, a, a]] {
            assert_eq!(turn(start, mid, end), Err(Text2CadFault::NoArc));
        }
    }
}
