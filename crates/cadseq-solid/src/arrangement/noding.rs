//! Splits strokes where they meet, until they meet at common vertices only.
//!
//! Each round looks at the pairs of pieces of which at least one is new, and notes the vertices at
//! which a piece is to be split: ends of another piece that lie on it, and crossings, which become
//! vertices. Vertices never move; a piece through its vertices leaves its stroke by about the
//! tolerance at most, which can make it meet others, so rounds repeat until nothing is left to
//! split.

use glam::DVec2;

use super::piece::{Piece, Stop, split, whole_strokes};
use super::relation::{Relation, crossings, relation};
use super::vertices::Vertices;
use super::{ArrangementError, MAX_PAIRS, MAX_PIECES, Stroke};
use crate::box_tree::BoxTree;
use crate::segment::{Bounds2, Segment, mirrored_corner};

/// Most rounds; two or three are usual.
const MAX_ROUNDS: usize = 24;

/// The vertices, and the pieces between them that meet nowhere else.
pub(super) fn node(
    strokes: &[Stroke],
    tolerance: f64,
) -> Result<(Vec<DVec2>, Vec<Piece>), ArrangementError> {
    let mut vertices = Vertices::new(tolerance);
    let mut pieces = whole_strokes(strokes, &mut vertices, tolerance)?;
    for _ in 0..MAX_ROUNDS {
        let mut stops = find_stops(&pieces, &mut vertices, tolerance)?;
        if stops.is_empty() {
            return Ok((vertices.into_points(), pieces));
        }
        stops.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        stops.dedup_by_key(|stop| (stop.0, stop.2));
        pieces = split(&pieces, &stops, &mut vertices, tolerance);
    }
    Err(ArrangementError::Unclear { tolerance })
}

fn find_stops(
    pieces: &[Piece],
    vertices: &mut Vertices,
    tolerance: f64,
) -> Result<Vec<Stop>, ArrangementError> {
    let bounds: Vec<Bounds2> = pieces.iter().map(|piece| piece.segment.bounds()).collect();
    let tree = BoxTree::new(bounds.iter().copied());
    let mut search = Search {
        pieces,
        vertices,
        tolerance,
        stops: Vec::new(),
    };
    let (mut near, mut pairs) = (Vec::new(), 0);
    for index in (0..pieces.len()).filter(|&index| pieces[index].is_new) {
        near.clear();
        tree.query(&bounds[index].grown(tolerance), |other| near.push(other));
        for &other in &near {
            if other > index || !pieces[other].is_new {
                search.meet(index, other);
                pairs += 1;
            }
        }
        if pairs > MAX_PAIRS {
            return Err(ArrangementError::TooManyPairs { limit: MAX_PAIRS });
        }
        if pieces.len() + search.stops.len() > MAX_PIECES {
            return Err(ArrangementError::TooManyCrossings { limit: MAX_PIECES });
        }
    }
    Ok(search.stops)
}

struct Search<'a> {
    pieces: &'a [Piece],
    vertices: &'a mut Vertices,
    tolerance: f64,
    stops: Vec<Stop>,
}

impl Search<'_> {
    /// Notes where two pieces meet elsewhere than at a vertex of both.
    fn meet(&mut self, first: usize, second: usize) {
        let (a, b) = (&self.pieces[first], &self.pieces[second]);
        let relation = relation(&a.segment, &b.segment, self.tolerance);
        if relation == Relation::Apart {
            return;
        }
        self.find_ends(a, b, second);
        self.find_ends(b, a, first);
        let shared = [a.start, a.end]
            .into_iter()
            .find(|&vertex| b.has_end(vertex));
        let points = match shared {
            _ if relation == Relation::Same => [None; 4],
            Some(vertex) => {
                let corner = self.vertices.at(vertex);
                [
                    mirrored_corner(&a.segment, &b.segment, corner),
                    None,
                    None,
                    None,
                ]
            }
            None => crossings(&a.segment, &b.segment, self.tolerance),
        };
        for point in points.into_iter().flatten() {
            let is_near = |segment: &Segment| segment.distance_to(point) <= self.tolerance;
            if is_near(&a.segment) && is_near(&b.segment) {
                self.cross(first, second, point);
            }
        }
    }

    /// Notes the ends of `piece` that lie on another.
    fn find_ends(&mut self, piece: &Piece, other: &Piece, index: usize) {
        for vertex in [piece.start, piece.end] {
            let point = self.vertices.at(vertex);
            if !other.has_end(vertex) && other.segment.distance_to(point) <= self.tolerance {
                self.stop(index, vertex);
            }
        }
    }

    /// Notes a point of both pieces: as an end of one where one is near, else as a vertex of its
    /// own.
    fn cross(&mut self, first: usize, second: usize, point: DVec2) {
        let (a, b) = (&self.pieces[first], &self.pieces[second]);
        let is_near = |&end: &usize| self.vertices.at(end).distance(point) <= self.tolerance;
        let end = [a.start, a.end, b.start, b.end].into_iter().find(is_near);
        let vertex = end.unwrap_or_else(|| self.vertices.snap(point));
        self.stop(first, vertex);
        self.stop(second, vertex);
    }

    /// Notes a vertex beside a piece, unless it is an end of it or of the pieces next to it.
    fn stop(&mut self, index: usize, vertex: usize) {
        let piece = &self.pieces[index];
        let neighbours = [index.checked_sub(1), Some(index + 1)];
        let is_known = neighbours
            .into_iter()
            .flatten()
            .filter_map(|neighbour| self.pieces.get(neighbour))
            .any(|other| other.stroke == piece.stroke && other.has_end(vertex));
        if is_known || piece.has_end(vertex) {
            return;
        }
        if let Some(place) = piece.segment.place_of(self.vertices.at(vertex)) {
            self.stops.push((index, place, vertex));
        }
    }
}
