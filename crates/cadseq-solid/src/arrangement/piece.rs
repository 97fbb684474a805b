//! Strokes as chains of pieces between vertices.

use std::f64::consts::{PI, TAU};

use glam::DVec2;

use super::{ArrangementError, Stroke, vertices::Vertices};
use crate::segment::{Bend, Segment};

/// Pieces of arcs with ends nearer than this many tolerances may become lines.
const SHORT: f64 = 16.0;

/// A part of a stroke between two vertices. The pieces of a stroke follow each other in a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) stroke: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// From vertex to vertex exactly.
    pub(super) segment: Segment,
    /// Whether it was made in the last round.
    pub(super) is_new: bool,
}

impl Piece {
    pub(super) fn has_end(&self, vertex: usize) -> bool {
        self.start == vertex || self.end == vertex
    }
}

/// A vertex at which a piece is to be split: piece, fraction of its length, vertex.
pub(super) type Stop = (usize, f64, usize);

/// A vertex and the fraction of a piece's length where it lies.
type Place = (usize, f64);

/// One piece for each stroke, or two for an arc that (nearly) ends where it starts; none for a
/// stroke without length.
pub(super) fn whole_strokes(
    strokes: &[Stroke],
    vertices: &mut Vertices,
    tolerance: f64,
) -> Result<Vec<Piece>, ArrangementError> {
    let mut wholes = Vec::with_capacity(strokes.len());
    for (index, stroke) in strokes.iter().enumerate() {
        let segment = stroke.segment;
        if !is_usable(&segment, tolerance) {
            return Err(ArrangementError::NotUsable { stroke: index });
        }
        let (start, end) = (vertices.snap(segment.start), vertices.snap(segment.end));
        wholes.push(Piece {
            stroke: index,
            start,
            end,
            segment,
            is_new: true,
        });
    }
    let mut splitter = Splitter {
        pieces: Vec::with_capacity(wholes.len()),
        vertices,
        tolerance,
    };
    for whole in &wholes {
        splitter.push_part(whole, (whole.start, 0.0), (whole.end, 1.0));
    }
    Ok(splitter.pieces)
}

/// Replaces every piece by its parts between the stops, which are sorted.
pub(super) fn split(
    pieces: &[Piece],
    stops: &[Stop],
    vertices: &mut Vertices,
    tolerance: f64,
) -> Vec<Piece> {
    let parts = Vec::with_capacity(pieces.len() + stops.len());
    let mut splitter = Splitter {
        pieces: parts,
        vertices,
        tolerance,
    };
    let mut rest = stops.iter().peekable();
    for (index, piece) in pieces.iter().enumerate() {
        let mut from = (piece.start, 0.0);
        while let Some(&(_, fraction, vertex)) = rest.next_if(|stop| stop.0 == index) {
            splitter.push_part(piece, from, (vertex, fraction));
            from = (vertex, fraction);
        }
        if from.0 == piece.start {
            splitter.pieces.push(Piece {
                is_new: false,
                ..*piece
            });
        } else {
            splitter.push_part(piece, from, (piece.end, 1.0));
        }
    }
    splitter.pieces
}

struct Splitter<'a> {
    pieces: Vec<Piece>,
    vertices: &'a mut Vertices,
    tolerance: f64,
}

impl Splitter<'_> {
    /// Adds the part of a piece between two vertices on it.
    fn push_part(&mut self, whole: &Piece, from: Place, to: Place) {
        let (start, end) = (self.vertices.at(from.0), self.vertices.at(to.0));
        let bend = whole
            .segment
            .bend
            .and_then(|bend| self.part_of(&bend, start, end, to.1 - from.1));
        let segment = Segment {
            start,
            end,
            bend,
            ..whole.segment
        };
        let sweep_rad = whole
            .segment
            .bend
            .map_or(0.0, |bend| bend.sweep_rad * (to.1 - from.1));
        if sweep_rad.abs() > 1.01 * PI {
            // Vertices that are a little off turn a short chord, and with it all of a long arc.
            let fraction = from.1.midpoint(to.1);
            let middle = whole.segment.point_at(fraction);
            if from.0 == to.0 || segment.point_at(0.5).distance(middle) > self.tolerance {
                let middle = (self.vertices.snap(middle), fraction);
                self.push_part(whole, from, middle);
                self.push_part(whole, middle, to);
                return;
            }
        }
        if from.0 != to.0 {
            self.pieces.push(Piece {
                start: from.0,
                end: to.0,
                segment,
                is_new: true,
                ..*whole
            });
        }
    }

    /// The arc over a fraction of a longer one, between vertices that lie on it to the tolerance. A
    /// line, where the vertices' shifts would turn an arc of that length.
    fn part_of(&self, whole: &Bend, start: DVec2, end: DVec2, fraction: f64) -> Option<Bend> {
        let expected = Bend {
            sweep_rad: whole.sweep_rad * fraction,
            ..*whole
        };
        if start.distance(end) < SHORT * self.tolerance && expected.sagitta() < self.tolerance {
            return None;
        }
        let bend = Bend::through(start, end, whole.center, whole.sweep_rad);
        let excess =
            bend.radius * bend.sweep_rad.abs() - expected.radius * expected.sweep_rad.abs();
        (excess < SHORT * self.tolerance).then_some(bend)
    }
}

fn is_usable(segment: &Segment, tolerance: f64) -> bool {
    // The rounding of ends stays far below the tolerance, that of centres below it.
    let limit = tolerance * 1e12;
    let small = |point: DVec2| point.abs().cmple(DVec2::splat(limit)).all();
    small(segment.start)
        && small(segment.end)
        && segment.bend.is_none_or(|bend| {
            small(bend.center * 1e-3)
                && bend.radius > 0.0
                && bend.radius * 1e-3 <= limit
                && bend.sweep_rad.abs() <= TAU * (1.0 + 1e-12)
        })
}
