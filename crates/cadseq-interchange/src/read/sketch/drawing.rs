//! The sketch of one extrude: the loops of its profiles, drawn one after the other.

use std::collections::BTreeMap;

use cadseq_program::{Circle, Curve};

use super::fault::SketchFault;
use super::piece::{LoopCurve, Piece, Turn};
use super::regions::{Region, numbers};
use super::walk::Walk;
use crate::read::ReadError;

/// The curves drawn so far, and the profiles whose loops they are.
#[derive(Debug, Default)]
pub(in crate::read) struct Drawing {
    curves: Vec<(Curve, String)>,
    /// Index of each curve, and whether it is drawn against its key.
    drawn: BTreeMap<Key, (usize, bool)>,
    regions: Vec<Region>,
}

/// A sketch and what of it is extruded.
pub(in crate::read) struct Drawn {
    /// The curves, each with its place in the file.
    pub(in crate::read) curves: Vec<(Curve, String)>,
    /// Numbers of the profiles among the regions of the curves.
    pub(in crate::read) profiles: Vec<usize>,
}

/// What makes two curves one, whichever way they run: their numbers by their bits.
type Key = [u64; 7];

impl Drawing {
    /// Draws the profile at `place` between these loops, in any order and direction. Curves that
    /// are there already are not drawn again.
    ///
    /// # Errors
    /// Where there is no loop.
    pub(in crate::read) fn add(
        &mut self,
        mut loops: Vec<Walk>,
        place: &str,
    ) -> Result<(), ReadError> {
        // The outline has the greatest area; a stable sort keeps the holes in their order.
        loops.sort_by(|a, b| b.area.abs().total_cmp(&a.area.abs()));
        let Some((outline, holes)) = loops.split_first_mut() else {
            return Err(ReadError::at(place, SketchFault::NoCurve));
        };
        outline.turn(true);
        for hole in holes {
            hole.turn(false);
        }
        let mut region = Region::default();
        for walk in loops {
            region.area += walk.area;
            for (curve, place) in walk.curves {
                region.sides.push(self.draw(curve, walk.area > 0.0, place));
            }
        }
        self.regions.push(region);
        Ok(())
    }

    /// Index of the curve, and whether it is drawn against the walk that it is part of.
    fn draw(&mut self, curve: LoopCurve, is_outline: bool, place: String) -> (usize, bool) {
        let (key, against_key) = key(curve, is_outline);
        if let Some(&(index, drawn_against_key)) = self.drawn.get(&key) {
            return (index, against_key != drawn_against_key);
        }
        let index = self.curves.len();
        let is_circle = matches!(curve, LoopCurve::Circle(_));
        // A circle is drawn counter-clockwise, as its key is, whichever way the walk runs.
        self.drawn.insert(key, (index, against_key && !is_circle));
        self.curves.push((curve.into(), place));
        (index, against_key && is_circle)
    }

    /// The sketch; `place` is that of the list of profiles.
    ///
    /// # Errors
    /// Where the profiles are no regions of the curves.
    pub(in crate::read) fn finish(self, place: &str) -> Result<Drawn, ReadError> {
        let curves: Vec<Curve> = self.curves.iter().map(|&(curve, _)| curve).collect();
        let profiles =
            numbers(&curves, &self.regions).map_err(|fault| ReadError::at(place, fault))?;
        Ok(Drawn {
            curves: self.curves,
            profiles,
        })
    }
}

/// The curve's key, and whether the walk runs against it: keys of lines run from the lower end,
/// those of arcs and circles counter-clockwise.
fn key(curve: LoopCurve, is_outline: bool) -> (Key, bool) {
    // Adding 0 makes minus zero 0.
    let bits = |numbers: [f64; 7]| numbers.map(|number| (number + 0.0).to_bits());
    match curve {
        LoopCurve::Circle(Circle { center, radius }) => {
            let numbers = [center.x, center.y, radius, 0.0, 0.0, 0.0, 360.0];
            (bits(numbers), !is_outline)
        }
        LoopCurve::Open(piece) => {
            let is_against = match piece.turn {
                None => piece.end.to_array() < piece.start.to_array(),
                Some(turn) => turn.sweep_deg < 0.0,
            };
            let along = if is_against { piece.reversed() } else { piece };
            let Piece { start, end, turn } = along;
            let Turn { center, sweep_deg } = turn.unwrap_or(Turn {
                center: start,
                sweep_deg: 0.0,
            });
            let numbers = [
                start.x, start.y, end.x, end.y, center.x, center.y, sweep_deg,
            ];
            (bits(numbers), is_against)
        }
    }
}
