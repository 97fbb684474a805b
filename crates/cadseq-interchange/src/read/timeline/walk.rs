//! A loop of a profile as a closed walk.

use cadseq_program::Circle;
use serde_json::value::RawValue;

use super::Dialect;
use super::chain::chain;
use super::curve::{self, LoopCurve, Piece, SNAP};
use super::fault::TimelineFault;
use super::records::LoopRecord;
use crate::read::ReadError;

/// A closed walk along curves, each with its place in the file.
pub(super) struct Walk {
    pub(super) curves: Vec<(LoopCurve, String)>,
    /// What it encloses, in square model units; above 0 where it runs counter-clockwise.
    pub(super) area: f64,
}

impl Walk {
    /// Makes it run counter-clockwise, or clockwise.
    pub(super) fn turn(&mut self, is_counter_clockwise: bool) {
        if (self.area > 0.0) == is_counter_clockwise {
            return;
        }
        self.area = -self.area;
        self.curves.reverse();
        for (curve, _) in &mut self.curves {
            if let LoopCurve::Open(piece) = curve {
                *piece = piece.reversed();
            }
        }
    }
}

/// The loop at `place`.
pub(super) fn read(
    record: &LoopRecord<'_>,
    dialect: &Dialect,
    place: &str,
) -> Result<Walk, ReadError> {
    let place_of = |index: usize| format!("{place}.profile_curves[{index}]");
    let read_curve =
        |(index, raw): (usize, &&RawValue)| curve::read(raw, dialect, &place_of(index));
    let curves = record.profile_curves.iter().enumerate().map(read_curve);
    let curves = in_order(&curves.collect::<Result<Vec<_>, _>>()?)
        .map_err(|(index, fault)| ReadError::at(place_of(index), fault))?;
    let area: f64 = curves.iter().map(|&(_, curve)| area_beside(curve)).sum();
    if area.abs() <= SNAP * SNAP {
        return Err(ReadError::at(place, TimelineFault::NoArea));
    }
    let with_place = |(index, curve)| (curve, place_of(index));
    Ok(Walk {
        curves: curves.into_iter().map(with_place).collect(),
        area,
    })
}

/// The curves one after the other, each with its index; or the one that is wrong, and why.
fn in_order(curves: &[LoopCurve]) -> Result<Vec<(usize, LoopCurve)>, (usize, TimelineFault)> {
    let mut pieces = Vec::with_capacity(curves.len());
    for (index, curve) in curves.iter().enumerate() {
        match curve {
            LoopCurve::Open(piece) => pieces.push(*piece),
            LoopCurve::Circle(_) if curves.len() == 1 => return Ok(vec![(0, *curve)]),
            LoopCurve::Circle(_) => return Err((index, TimelineFault::CircleInLoop)),
        }
    }
    if pieces.is_empty() {
        return Err((0, TimelineFault::NoCurve));
    }
    let chained = chain(&pieces)?.into_iter();
    Ok(chained
        .map(|(index, piece)| (index, LoopCurve::Open(piece)))
        .collect())
}

/// The curve's share of the area of a closed walk, by Green's theorem: the triangle between the
/// origin and the chord, and what lies between chord and arc.
fn area_beside(curve: LoopCurve) -> f64 {
    match curve {
        LoopCurve::Circle(Circle { radius, .. }) => std::f64::consts::PI * radius * radius,
        LoopCurve::Open(Piece { start, end, turn }) => {
            let cap = turn.map_or(0.0, |turn| {
                let sweep = turn.sweep_deg.to_radians();
                start.distance_squared(turn.center) * (sweep - libm::sin(sweep))
            });
            0.5 * (start.perp_dot(end) + cap)
        }
    }
}
