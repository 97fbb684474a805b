//! Pieces that run together as one edge.

use std::collections::HashMap;

use glam::DVec2;

use super::piece::Piece;
use super::{Edge, StrokeUse};
use crate::segment::Segment;

/// An edge without its cells, with its points.
#[derive(Debug, Clone)]
pub(super) struct Track {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) segment: Segment,
    middle: DVec2,
    pub(super) strokes: Vec<StrokeUse>,
}

/// No further track between the same vertices.
const LAST: usize = usize::MAX;

/// The different pieces, in the order of the strokes and along them. Two are the same if they have
/// the same ends and their middles are within the tolerance.
pub(super) fn merge(pieces: &[Piece], tolerance: f64) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::with_capacity(pieces.len());
    let mut newest: HashMap<(usize, usize), usize> = HashMap::with_capacity(pieces.len());
    // For each track the one before it between the same vertices.
    let mut older: Vec<usize> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let ends = (piece.start.min(piece.end), piece.start.max(piece.end));
        let middle = piece.segment.point_at(0.5);
        let head = newest.entry(ends).or_insert(LAST);
        let mut known = *head;
        while known != LAST && tracks[known].middle.distance(middle) > tolerance {
            known = older[known];
        }
        if known == LAST {
            older.push(*head);
            *head = tracks.len();
            tracks.push(Track::new(piece, middle));
        } else {
            let track = &mut tracks[known];
            let reversed = track.start != piece.start;
            let stroke = piece.stroke;
            track.strokes.push(StrokeUse { stroke, reversed });
        }
    }
    tracks
}

impl Track {
    fn new(piece: &Piece, middle: DVec2) -> Self {
        let stroke = StrokeUse {
            stroke: piece.stroke,
            reversed: false,
        };
        Self {
            start: piece.start,
            end: piece.end,
            segment: piece.segment,
            middle,
            strokes: vec![stroke],
        }
    }

    pub(super) fn into_edge((track, [left, right]): (Self, [usize; 2])) -> Edge {
        Edge {
            start: track.start,
            end: track.end,
            bend: track.segment.bend,
            strokes: track.strokes,
            left,
            right,
        }
    }
}

/// Keeps the vertices at which a track ends, in their order.
pub(super) fn without_loose_vertices(
    vertices: &[DVec2],
    mut tracks: Vec<Track>,
) -> (Vec<DVec2>, Vec<Track>) {
    let mut number = vec![None; vertices.len()];
    for track in &tracks {
        number[track.start] = Some(0);
        number[track.end] = Some(0);
    }
    let mut kept = Vec::new();
    for (number, vertex) in number.iter_mut().zip(vertices) {
        if let Some(number) = number {
            *number = kept.len();
            kept.push(*vertex);
        }
    }
    for track in &mut tracks {
        for vertex in [&mut track.start, &mut track.end] {
            *vertex = number[*vertex].expect("the ends of tracks were marked");
        }
    }
    (kept, tracks)
}
