//! A loop as a closed walk.

use cadseq_program::Circle;

use super::SNAP;
use super::chain::chain;
use super::fault::SketchFault;
use super::piece::{LoopCurve, Piece};
use crate::read::ReadError;

/// A closed walk along curves, each with its place in the file.
pub(in crate::read) struct Walk {
    pub(super) curves: Vec<(LoopCurve, String)>,
    /// What it encloses, in square model units; above 0 where it runs counter-clockwise.
    pub(super) area: f64,
}

impl Walk {
    /// The walk along the curves of the loop at `place`, in any order and direction; `place_of`
    /// gives the place of each. Curves no longer than [`SNAP`] vanish: their ends are one point.
    ///
    /// # Errors
    /// Where the curves are not one closed loop around some area.
    pub(in crate::read) fn new(
        curves: &[LoopCurve],
        place: &str,
        place_of: impl Fn(usize) -> String,
    ) -> Result<Self, ReadError> {
        let curves =
            in_order(curves).map_err(|(index, fault)| ReadError::at(place_of(index), fault))?;
        let area: f64 = curves.iter().map(|&(_, curve)| area_beside(curve)).sum();
        if area.abs() <= SNAP * SNAP {
            return Err(ReadError::at(place, SketchFault::NoArea));
        }
        let with_place = |(index, curve)| (curve, place_of(index));
        Ok(Self {
            curves: curves.into_iter().map(with_place).collect(),
            area,
        })
    }

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

/// The curves one after the other, each with its index; or the one that is wrong, and why.
fn in_order(curves: &[LoopCurve]) -> Result<Vec<(usize, LoopCurve)>, (usize, SketchFault)> {
    let (mut indices, mut pieces) = (Vec::new(), Vec::new());
    for (index, curve) in curves.iter().enumerate() {
        match curve {
            LoopCurve::Open(piece) if piece.length() <= SNAP => {}
            LoopCurve::Open(piece) => {
                indices.push(index);
                pieces.push(*piece);
            }
            LoopCurve::Circle(_) if curves.len() == 1 => return Ok(vec![(0, *curve)]),
            LoopCurve::Circle(_) => return Err((index, SketchFault::CircleInLoop)),
        }
    }
    if pieces.is_empty() {
        return Err((0, SketchFault::NoCurve));
    }
    let chained = chain(&pieces).map_err(|(position, fault)| (indices[position], fault))?;
    let with_index = |(position, piece)| (indices[position], LoopCurve::Open(piece));
    Ok(chained.into_iter().map(with_index).collect())
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
