//! The pieces of a stack, connected through faces.

use super::Stack;
use super::boundary::TileKind;
use super::column::{Column, Span};
use super::disjoint_sets::DisjointSets;
use super::section::{Cap, Section, SectionCell};

/// Which piece each span of each cell belongs to.
pub(crate) struct Pieces {
    /// For each cell the number of its first span.
    first: Vec<usize>,
    /// For each span its piece.
    piece: Vec<usize>,
    pub(crate) count: usize,
}

impl Pieces {
    pub(crate) fn of(section: &Section) -> Self {
        let mut first = Vec::with_capacity(section.cells.len());
        let mut spans = 0;
        for cell in &section.cells {
            first.push(spans);
            spans += cell.column.spans().len();
        }
        let mut sets = DisjointSets::new(spans);
        for edge in &section.edges {
            let [left, right] = [edge.left, edge.right].map(|cell| &section.cells[cell].column);
            for (i, j) in overlaps(left, right) {
                sets.unite(first[edge.left] + i, first[edge.right] + j);
            }
        }
        let (piece, count) = sets.numbers();
        Self {
            first,
            piece,
            count,
        }
    }

    /// The piece whose material a tile bounds.
    pub(crate) fn bounded_by(&self, section: &Section, tile: TileKind) -> usize {
        match tile {
            // Caps take turns as lower and upper ends of spans.
            TileKind::Cap { cell, rank } => self.at(cell, rank / 2),
            TileKind::Wall { edge, rank } => {
                let edge = &section.edges[edge];
                let wall = &edge.walls[rank];
                let cell = if wall.material_left {
                    edge.left
                } else {
                    edge.right
                };
                let span = section.cells[cell].column.span_around(wall.span);
                self.at(cell, span.expect("a wall bounds a full span"))
            }
        }
    }

    /// The piece of a cell's span.
    fn at(&self, cell: usize, span: usize) -> usize {
        self.piece[self.first[cell] + span]
    }
}

/// Pairs of spans, by their numbers, that share more than a level.
fn overlaps(a: &Column, b: &Column) -> Vec<(usize, usize)> {
    let of = |span: &Span| {
        let others = b.spans().iter().enumerate();
        let met = others.filter(|(_, other)| span.overlaps(**other));
        met.map(|(j, _)| j).collect::<Vec<_>>()
    };
    let pairs = a.spans().iter().enumerate();
    pairs
        .flat_map(|(i, span)| of(span).into_iter().map(move |j| (i, j)))
        .collect()
}

impl Stack {
    /// How many [`lumps`](Self::lumps) there are.
    pub(crate) fn lump_count(&self) -> usize {
        Pieces::of(&self.section).count
    }

    /// The connected pieces: each connected through its inside, not just along an edge or
    /// at a corner. None for an empty stack.
    pub fn lumps(&self) -> Vec<Self> {
        let pieces = Pieces::of(&self.section);
        if pieces.count == 1 {
            return vec![self.clone()];
        }
        (0..pieces.count)
            .map(|piece| self.lump(&pieces, piece))
            .collect()
    }

    fn lump(&self, pieces: &Pieces, piece: usize) -> Self {
        let mut section = self.section.clone();
        for (number, cell) in section.cells.iter_mut().enumerate() {
            cell.keep_spans(|span| pieces.at(number, span) == piece);
        }
        for edge in &mut section.edges {
            let cells = [edge.left, edge.right].map(|cell| &section.cells[cell].column);
            // A wall bounds the piece that its material belongs to.
            edge.walls.retain(|wall| {
                let material = cells[usize::from(!wall.material_left)];
                material.span_around(wall.span).is_some()
            });
        }
        Self::dissolved(self.frame, self.tolerance, self.heights.clone(), section)
    }
}

impl SectionCell {
    /// Empties all spans but those with these numbers.
    fn keep_spans(&mut self, is_kept: impl Fn(usize) -> bool) {
        let kept = |(number, span): (usize, &Span)| is_kept(number).then_some(*span);
        let spans: Vec<Span> = self
            .column
            .spans()
            .iter()
            .enumerate()
            .filter_map(kept)
            .collect();
        self.caps.retain(|cap: &Cap| {
            spans
                .iter()
                .any(|span| span.low == cap.level || span.high == cap.level)
        });
        self.column = Column::new(spans);
    }
}
