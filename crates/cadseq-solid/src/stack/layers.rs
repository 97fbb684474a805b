//! A stack as what a scan over its section meets: edges between columns.

use super::Stack;
use crate::segment::Segment;

/// The cells to the left and to the right of an edge.
pub(crate) type Sides = [usize; 2];

impl Stack {
    /// The edges of the section in the frame's sketch coordinates, each with the cells beside it.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (Segment, Sides)> {
        let edges = self.section.edges.iter().enumerate();
        edges.map(|(number, edge)| (self.section.segment(number), [edge.left, edge.right]))
    }

    /// For each cell of the section the ranges of levels between which the stack is there; none for
    /// cell 0, which is the outside.
    pub(crate) fn columns(
        &self,
    ) -> impl ExactSizeIterator<Item = impl Iterator<Item = [usize; 2]>> {
        let cells = self.section.cells.iter();
        cells.map(|cell| cell.column.spans().iter().map(|span| [span.low, span.high]))
    }
}
