//! The planar arrangement of lines and arcs: the cells into which they cut the plane.
//!
//! Strokes may cross, overlap, touch, share ends or be drawn twice, in any order and direction.
//! What bounds nothing is left out: strokes without length, pieces that dangle, and bridges between
//! parts. The steps are noding, which splits the strokes at common vertices; merging of pieces
//! that run together; the walks around cells; and the nesting of holes.
//!
//! The tolerance is the distance within which two points are one. A result leaves the strokes by
//! about that much at most. The order of cells, edges and vertices depends on the input alone.

mod cells;
mod cycles;
mod edges;
mod error;
mod interior;
mod locate;
mod noding;
mod piece;
mod relation;
#[cfg(test)]
mod tests;
mod vertices;

use glam::DVec2;

pub use error::ArrangementError;
pub use vertices::Vertices;

use crate::segment::{Bend, Segment, signed_area};
use edges::Track;
use locate::Rays;

/// Most strokes: a bound on memory.
pub const MAX_STROKES: usize = 32_768;

/// Most pairs of pieces whose boxes meet: a bound on time, since each pair is looked at. Ten thousand
/// circles about one middle make 200 million, and take some five seconds.
pub const MAX_PAIRS: usize = 250_000_000;

/// Most pieces into which the strokes may cut each other: a bound on memory and time. Each crossing
/// of two strokes makes two more.
pub const MAX_PIECES: usize = 500_000;

/// A line or arc to be arranged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its points. An arc may be a full circle, which ends where it starts.
    pub segment: Segment,
    /// What the caller wants to remember; not looked at.
    pub tag: u32,
}

/// Vertices, edges and cells of a set of strokes.
#[derive(Debug, Clone)]
pub struct Arrangement {
    /// The points where edges meet, farther apart than the tolerance.
    pub vertices: Vec<DVec2>,
    /// The pieces of strokes that separate two cells, in the order of the strokes and along them.
    pub edges: Vec<Edge>,
    /// The cells. The first is the unbounded one; the others come in the order in which a pen that
    /// draws the strokes in their order first has them beside it, left before right.
    pub cells: Vec<Cell>,
    /// The edges, to locate points.
    rays: Rays,
    /// For each edge the number of its first stroke's curve.
    sources: Vec<u32>,
}

/// A piece of one stroke, or of several that run together, between two different vertices.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The vertex where it starts.
    pub start: usize,
    /// The vertex where it ends; never the start.
    pub end: usize,
    /// Its circle, which passes through both vertices; `None` for a line. Very short pieces of arcs
    /// may be lines.
    pub bend: Option<Bend>,
    /// The strokes that run along it, in ascending order; it runs as the first does.
    pub strokes: Vec<StrokeUse>,
    /// The cell on its left.
    pub left: usize,
    /// The cell on its right; never the one on its left.
    pub right: usize,
}

/// A stroke along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StrokeUse {
    /// Index of the stroke.
    pub stroke: usize,
    /// Whether it runs against the edge.
    pub reversed: bool,
}

/// A connected part of the plane without the edges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Closed walks with the cell on their left. The outer one first, counter-clockwise, then those
    /// around its holes, clockwise; the unbounded cell has only holes. A walk may touch itself at
    /// vertices.
    pub boundaries: Vec<Vec<HalfEdge>>,
}

/// An edge in one of its two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfEdge {
    /// Index of the edge.
    pub edge: usize,
    /// Whether it is run from its end to its start.
    pub reversed: bool,
}

impl Arrangement {
    /// Arranges the strokes, where points within `tolerance` (model units) count as one.
    ///
    /// # Errors
    /// Numbers that are not usable, and strokes beyond [`MAX_STROKES`] or [`MAX_PIECES`]; see
    /// [`ArrangementError`].
    pub fn new(strokes: &[Stroke], tolerance: f64) -> Result<Self, ArrangementError> {
        if !(tolerance.is_finite() && tolerance > 0.0) {
            return Err(ArrangementError::Tolerance { tolerance });
        }
        if strokes.len() > MAX_STROKES {
            let (count, limit) = (strokes.len(), MAX_STROKES);
            return Err(ArrangementError::TooManyStrokes { count, limit });
        }
        let (vertices, pieces) = noding::node(strokes, tolerance)?;
        let tracks = edges::merge(&pieces, tolerance);
        let tracks = cells::without_bridges(vertices.len(), tracks, tolerance)
            .ok_or(ArrangementError::Unclear { tolerance })?;
        let (vertices, tracks) = edges::without_loose_vertices(&vertices, tracks);
        let rays = Rays::new(tracks.iter().map(|track| &track.segment));
        let cells::Cells { cells, sides } = cells::cells(vertices.len(), &tracks, &rays, tolerance)
            .ok_or(ArrangementError::Unclear { tolerance })?;
        let sources = tracks.iter().map(|track| track.segment.source).collect();
        let edges = tracks
            .into_iter()
            .zip(sides)
            .map(Track::into_edge)
            .collect();
        Ok(Self {
            vertices,
            edges,
            cells,
            rays,
            sources,
        })
    }

    /// The points of a half-edge in its direction, with the number of the curve of its first stroke.
    pub fn segment(&self, half_edge: HalfEdge) -> Segment {
        let segment = self.edge_segment(half_edge.edge);
        if half_edge.reversed {
            segment.reversed()
        } else {
            segment
        }
    }

    /// The cell on the left of a half-edge.
    pub fn cell_beside(&self, half_edge: HalfEdge) -> usize {
        let edge = &self.edges[half_edge.edge];
        if half_edge.reversed {
            edge.right
        } else {
            edge.left
        }
    }

    /// The vertex that a half-edge leaves.
    pub fn origin(&self, half_edge: HalfEdge) -> usize {
        let edge = &self.edges[half_edge.edge];
        if half_edge.reversed {
            edge.end
        } else {
            edge.start
        }
    }

    /// Area of a cell without its holes, in square model units; infinite for cell 0.
    pub fn area(&self, cell: usize) -> f64 {
        if cell == 0 {
            return f64::INFINITY;
        }
        let boundaries = self.cells[cell].boundaries.iter();
        boundaries
            .map(|walk| signed_area(walk.iter().map(|&half| self.segment(half))))
            .sum()
    }

    fn edge_segment(&self, edge: usize) -> Segment {
        let Edge {
            start, end, bend, ..
        } = self.edges[edge];
        let [start, end] = [start, end].map(|vertex| self.vertices[vertex]);
        Segment {
            start,
            end,
            bend,
            source: self.sources[edge],
        }
    }
}

impl HalfEdge {
    /// The same edge in the other direction.
    pub fn twin(self) -> Self {
        Self {
            reversed: !self.reversed,
            ..self
        }
    }
}
