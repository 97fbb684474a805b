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
    pub(super) strokes: Vec<StrokeUse>,
}

/// The different pieces, in the order of the strokes and along them. Two are the same if they have
/// the same ends and their middles are within the tolerance.
pub(super) fn merge(pieces: &[Piece], tolerance: f64) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::with_capacity(pieces.len());
    let mut between: HashMap<(usize, usize), Vec<usize>> = HashMap::with_capacity(pieces.len());
    for piece in pieces {
        let key = (piece.start.min(piece.end), piece.start.max(piece.end));
        let known = between.entry(key).or_default();
        let middle = piece.segment.point_at(0.5);
        let same = known
            .iter()
            .copied()
            .find(|&track| tracks[track].segment.point_at(0.5).distance(middle) <= tolerance);
        if let Some(track) = same {
            let track = &mut tracks[track];
            let reversed = track.start != piece.start;
            track.strokes.push(StrokeUse {
                stroke: piece.stroke,
                reversed,
            });
            continue;
        }
        known.push(tracks.len());
        tracks.push(Track {
            start: piece.start,
            end: piece.end,
            segment: piece.segment,
            strokes: vec![StrokeUse {
                stroke: piece.stroke,
                reversed: false,
            }],
        });
    }
    tracks
}

impl Track {
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
