//! Strokes as chains of pieces between vertices.

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

/// One piece for each stroke, or two for one that ends where it starts; none for a stroke without
/// length.
pub(super) fn whole_strokes(
    strokes: &[Stroke],
    vertices: &mut Vertices,
    tolerance: f64,
) -> Result<Vec<Piece>, ArrangementError> {
    let mut pieces = Vec::with_capacity(strokes.len());
    for (index, stroke) in strokes.iter().enumerate() {
        let segment = &stroke.segment;
        if !is_usable(segment, tolerance) {
            return Err(ArrangementError::NotUsable { stroke: index });
        }
        let (start, end) = (vertices.snap(segment.start), vertices.snap(segment.end));
        let whole = Piece {
            stroke: index,
            start,
            end,
            segment: *segment,
            is_new: true,
        };
        let middle = (start == end).then(|| vertices.snap(segment.point_at(0.5)));
        let stops: Vec<Stop> = middle
            .map(|vertex| (index, 0.5, vertex))
            .into_iter()
            .collect();
        split_into(&mut pieces, &whole, &stops, vertices, tolerance);
    }
    Ok(pieces)
}

/// Replaces every piece by its parts between the stops, which are sorted.
pub(super) fn split(
    pieces: &[Piece],
    stops: &[Stop],
    vertices: &Vertices,
    tolerance: f64,
) -> Vec<Piece> {
    let mut result = Vec::with_capacity(pieces.len() + stops.len());
    let mut rest = stops;
    for (index, piece) in pieces.iter().enumerate() {
        let own = rest.partition_point(|stop| stop.0 <= index);
        if own == 0 {
            result.push(Piece {
                is_new: false,
                ..*piece
            });
            continue;
        }
        split_into(&mut result, piece, &rest[..own], vertices, tolerance);
        rest = &rest[own..];
    }
    result
}

fn split_into(
    pieces: &mut Vec<Piece>,
    piece: &Piece,
    stops: &[Stop],
    vertices: &Vertices,
    tolerance: f64,
) {
    let last = (piece.end, 1.0);
    let mut from = (piece.start, 0.0);
    for to in stops.iter().map(|stop| (stop.2, stop.1)).chain([last]) {
        if from.0 == to.0 {
            continue;
        }
        let (start, end) = (vertices.at(from.0), vertices.at(to.0));
        let bend = piece.segment.bend;
        let bend = bend.and_then(|bend| part_of(&bend, start, end, to.1 - from.1, tolerance));
        let segment = Segment {
            start,
            end,
            bend,
            ..piece.segment
        };
        pieces.push(Piece {
            start: from.0,
            end: to.0,
            segment,
            is_new: true,
            ..*piece
        });
        from = to;
    }
}

/// The arc over a fraction of a longer one, between vertices that lie on it to the tolerance. A
/// line, where the vertices' shifts would turn an arc of that length.
fn part_of(whole: &Bend, start: DVec2, end: DVec2, fraction: f64, tolerance: f64) -> Option<Bend> {
    let expected = Bend {
        sweep_rad: whole.sweep_rad * fraction,
        ..*whole
    };
    if start.distance(end) < SHORT * tolerance && expected.sagitta() < tolerance {
        return None;
    }
    let bend = Bend::through(start, end, whole.center, whole.sweep_rad);
    let excess = bend.radius * bend.sweep_rad.abs() - expected.radius * expected.sweep_rad.abs();
    (excess < SHORT * tolerance).then_some(bend)
}

fn is_usable(segment: &Segment, tolerance: f64) -> bool {
    // The rounding of doubles stays below a thousandth of the tolerance.
    let limit = tolerance * 1e12;
    let small = |point: DVec2| point.abs().cmple(DVec2::splat(limit)).all();
    small(segment.start)
        && small(segment.end)
        && segment.bend.is_none_or(|bend| {
            bend.center.is_finite()
                && bend.radius.is_finite()
                && bend.radius > 0.0
                && bend.sweep_rad.abs() <= std::f64::consts::TAU * (1.0 + 1e-12)
        })
}
