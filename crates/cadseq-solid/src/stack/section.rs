//! The planar map of a stack: vertices, edges and cells, and what stands over them.

use std::f64::consts::PI;

use glam::DVec2;

use super::column::{Column, Span};
use crate::FaceOrigin;
use crate::arrangement::HalfEdge;
use crate::segment::{Bend, Bounds2, Segment, winding};

/// A planar map in which every cell has a column. Cell 0 is the unbounded one and is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Section {
    pub(crate) vertices: Vec<DVec2>,
    pub(crate) edges: Vec<SectionEdge>,
    pub(crate) cells: Vec<SectionCell>,
}

/// A line or arc between two vertices, which differ.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SectionEdge {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) bend: Option<Bend>,
    /// The cell to the left of the way from start to end.
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// What is boundary of the solid over the edge, in ascending order.
    pub(crate) walls: Vec<Wall>,
}

/// A part of the boundary over an edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wall {
    pub(crate) span: Span,
    /// Whether the solid lies over the cell to the left.
    pub(crate) material_left: bool,
    pub(crate) origins: Vec<FaceOrigin>,
}

/// A cell of the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct SectionCell {
    /// The outer loop, counter-clockwise, then holes, clockwise; only holes for cell 0.
    pub(crate) loops: Vec<Vec<HalfEdge>>,
    pub(crate) column: Column,
    /// What is boundary of the solid over the cell: one cap at each level of the column.
    pub(crate) caps: Vec<Cap>,
}

/// A horizontal part of the boundary; the lower and upper ends of a column take turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cap {
    pub(crate) level: usize,
    pub(crate) origins: Vec<FaceOrigin>,
}

impl Cap {
    /// A cap of which nobody knows yet where it comes from.
    pub(crate) const fn bare(level: usize) -> Self {
        Self {
            level,
            origins: Vec::new(),
        }
    }
}

impl Section {
    /// The box around all edges; `None` where there are none.
    pub(crate) fn bounds(&self) -> Option<Bounds2> {
        let boxes = (0..self.edges.len()).map(|edge| self.segment(edge).bounds());
        boxes.reduce(Bounds2::union)
    }

    /// The curve of an edge, from its start to its end.
    pub(crate) fn segment(&self, edge: usize) -> Segment {
        let SectionEdge {
            start, end, bend, ..
        } = self.edges[edge];
        Segment {
            start: self.vertices[start],
            end: self.vertices[end],
            bend,
            source: 0,
        }
    }

    /// The curve of an edge in the direction of a half-edge.
    pub(crate) fn directed(&self, half_edge: HalfEdge) -> Segment {
        let segment = self.segment(half_edge.edge);
        if half_edge.reversed {
            segment.reversed()
        } else {
            segment
        }
    }

    /// Whether an edge runs counter-clockwise about the centre of the circle that it lies on, to the
    /// tolerance: a short one may be a line, or an arc about another centre.
    pub(crate) fn runs_around(&self, edge: usize, center: DVec2) -> bool {
        let Segment {
            start, end, bend, ..
        } = self.segment(edge);
        let turn = (start - center).perp_dot(end - center);
        let sweep_rad = bend.map_or(0.0, |bend| bend.sweep_rad);
        let is_clear = sweep_rad.abs() < 0.9 * PI;
        if is_clear {
            turn > 0.0
        } else {
            sweep_rad > 0.0
        }
    }

    /// The cell to the left of a half-edge.
    pub(crate) fn cell_of(&self, half_edge: HalfEdge) -> usize {
        let edge = &self.edges[half_edge.edge];
        if half_edge.reversed {
            edge.right
        } else {
            edge.left
        }
    }

    /// The cell whose boundary a ray to the right from a point crosses an odd number of times; 0, the
    /// unbounded one, if there is none.
    pub(crate) fn cell_at(&self, point: DVec2) -> usize {
        let mut crossed = Vec::new();
        for (number, edge) in self.edges.iter().enumerate() {
            if winding([&self.segment(number)], point) % 2 != 0 {
                crossed.extend([edge.left, edge.right]);
            }
        }
        crossed.sort_unstable();
        let odd = crossed
            .chunk_by(|a, b| a == b)
            .find(|chunk| chunk[0] != 0 && chunk.len() % 2 == 1);
        odd.map_or(0, |chunk| chunk[0])
    }

    /// The vertex at which a half-edge starts.
    pub(crate) fn tail(&self, half_edge: HalfEdge) -> usize {
        let edge = &self.edges[half_edge.edge];
        if half_edge.reversed {
            edge.end
        } else {
            edge.start
        }
    }
}

/// The number of a half-edge in arrays of twice as many entries as there are edges.
pub(crate) fn index_of(half_edge: HalfEdge) -> usize {
    2 * half_edge.edge + usize::from(half_edge.reversed)
}

/// The half-edge with this number.
pub(crate) fn half_edge(index: usize) -> HalfEdge {
    HalfEdge {
        edge: index / 2,
        reversed: index % 2 == 1,
    }
}

/// The number of the same edge's other half-edge.
pub(crate) const fn opposite(index: usize) -> usize {
    index ^ 1
}

/// For each half-edge the next one and the one before along the boundary of its cell.
pub(crate) struct Links {
    pub(crate) next: Vec<usize>,
    pub(crate) previous: Vec<usize>,
}

impl Links {
    pub(crate) fn new<'a>(
        edge_count: usize,
        loops: impl Iterator<Item = &'a Vec<HalfEdge>>,
    ) -> Self {
        let mut links = Self {
            next: vec![usize::MAX; 2 * edge_count],
            previous: vec![usize::MAX; 2 * edge_count],
        };
        for boundary in loops {
            for (i, &from) in boundary.iter().enumerate() {
                let to = boundary[(i + 1) % boundary.len()];
                links.join(index_of(from), index_of(to));
            }
        }
        links
    }

    pub(crate) fn of_section(section: &Section) -> Self {
        let loops = section.cells.iter().flat_map(|cell| &cell.loops);
        Self::new(section.edges.len(), loops)
    }

    /// Makes `to` follow `from`.
    pub(crate) fn join(&mut self, from: usize, to: usize) {
        self.next[from] = to;
        self.previous[to] = from;
    }

    /// The half-edge that leaves the same vertex next counter-clockwise; the cell between them is
    /// to the left of `leaving`.
    pub(crate) fn counter_clockwise(&self, leaving: usize) -> usize {
        opposite(self.previous[leaving])
    }
}
