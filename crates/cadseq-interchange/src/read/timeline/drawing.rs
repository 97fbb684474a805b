//! The sketch of one extrude: the loops of its profiles, drawn one after the other.

use std::collections::BTreeMap;

use cadseq_program::{Circle, Curve};

use super::Dialect;
use super::curve::{LoopCurve, Piece, Turn};
use super::fault::TimelineFault;
use super::records::ProfileRecord;
use super::regions::{Region, numbers};
use super::walk::{self, Walk};
use crate::read::ReadError;

/// The curves drawn so far, and the profiles whose loops they are.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    /// Each with its place in the file.
    curves: Vec<(Curve, String)>,
    /// Index of each curve, and whether it is drawn against its key.
    drawn: BTreeMap<Key, (usize, bool)>,
    regions: Vec<Region>,
}

/// What makes two curves one, whichever way they run: their numbers by their bits.
type Key = [u64; 7];

impl Drawing {
    /// How many curves are drawn.
    pub(super) fn len(&self) -> usize {
        self.curves.len()
    }

    /// Draws the profile at `place`, of at most `room` curves: its outline counter-clockwise, then
    /// its holes clockwise. Curves that are there already are not drawn again.
    pub(super) fn add(
        &mut self,
        profile: &ProfileRecord<'_>,
        dialect: &Dialect,
        place: &str,
        room: usize,
    ) -> Result<(), ReadError> {
        let loops = profile.loops.iter();
        if loops
            .map(|record| record.profile_curves.len())
            .sum::<usize>()
            > room
        {
            return Err(ReadError::at(place, TimelineFault::TooMany));
        }
        let mut region = Region::default();
        for walk in walks(profile, dialect, place)? {
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

    /// The curves with their places, and the numbers of the profiles among the regions of the
    /// curves; `place` is the extrude's.
    pub(super) fn finish(
        self,
        place: &str,
    ) -> Result<(Vec<(Curve, String)>, Vec<usize>), ReadError> {
        let curves: Vec<Curve> = self.curves.iter().map(|&(curve, _)| curve).collect();
        let numbers = numbers(&curves, &self.regions)
            .map_err(|fault| ReadError::at(format!("{place}.profiles"), fault))?;
        Ok((self.curves, numbers))
    }
}

/// The loops of a profile: the outline, then the holes, each with the profile on its left.
fn walks(
    profile: &ProfileRecord<'_>,
    dialect: &Dialect,
    place: &str,
) -> Result<Vec<Walk>, ReadError> {
    let place = format!("{place}.loops");
    let mut walks = Vec::with_capacity(profile.loops.len());
    for (index, record) in profile.loops.iter().enumerate() {
        walks.push(walk::read(record, dialect, &format!("{place}[{index}]"))?);
    }
    // The outline has the greatest area; a stable sort keeps the holes in their order.
    walks.sort_by(|a, b| b.area.abs().total_cmp(&a.area.abs()));
    let Some((outline, holes)) = walks.split_first_mut() else {
        return Err(ReadError::at(place, TimelineFault::NoCurve));
    };
    outline.turn(true);
    holes.iter_mut().for_each(|hole| hole.turn(false));
    Ok(walks)
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
            let Piece { start, end, turn } = if is_against { piece.reversed() } else { piece };
            let (center, sweep_deg) =
                turn.map_or((start, 0.0), |turn: Turn| (turn.center, turn.sweep_deg));
            let numbers = [
                start.x, start.y, end.x, end.y, center.x, center.y, sweep_deg,
            ];
            (bits(numbers), is_against)
        }
    }
}
