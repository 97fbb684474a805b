//! Regions of a sketch, swept along its normal.

use cadseq_program::Frame;

use super::column::Column;
use super::fold::bare_walls;
use super::section::{Cap, Section, SectionCell, SectionEdge, Wall};
use super::{Stack, StackError};
use crate::FaceOrigin;
use crate::arrangement::{self, Arrangement, Stroke};
use crate::origin::unite;

/// Cells of a sketch and how far they are swept.
#[derive(Debug, Clone, Copy)]
pub struct Sweep<'a> {
    /// The arrangement of the sketch's curves.
    pub arrangement: &'a Arrangement,
    /// The strokes that it was made of; a tag is the number of the curve in its sketch.
    pub strokes: &'a [Stroke],
    /// Which bounded cells are swept, by their numbers in the arrangement, in any order.
    pub cells: &'a [usize],
    /// Height of the start face along the frame's normal, in model units.
    pub start: f64,
    /// Height of the end face; it may lie below the start.
    pub end: f64,
    /// Number of the extrude in its program, for the origins of faces.
    pub extrude: u32,
}

impl Stack {
    /// Sweeps cells of a sketch on `frame`. Points and heights nearer than `tolerance` (model units)
    /// count as one; it is that of the arrangement.
    ///
    /// # Errors
    /// [`StackError::NoHeight`] where start and end are one height.
    pub fn extruded(
        frame: Frame,
        extrusion: &Sweep<'_>,
        tolerance: f64,
    ) -> Result<Self, StackError> {
        let &Sweep { start, end, .. } = extrusion;
        let apart = (end - start).abs() > tolerance;
        if !apart {
            return Err(StackError::NoHeight {
                start,
                end,
                tolerance,
            });
        }
        let heights = vec![start.min(end), start.max(end)];
        Ok(Self::dissolved(
            frame,
            tolerance,
            heights,
            extrusion.section(),
        ))
    }
}

impl Sweep<'_> {
    fn section(&self) -> Section {
        let arrangement = self.arrangement;
        let mut is_swept = vec![false; arrangement.cells.len()];
        for &cell in self.cells {
            is_swept[cell] = cell != 0;
        }
        let cells = arrangement.cells.iter().zip(is_swept).map(|(cell, swept)| {
            let (column, caps) = if swept {
                self.full()
            } else {
                Default::default()
            };
            SectionCell {
                loops: cell.boundaries.clone(),
                column,
                caps,
            }
        });
        let cells: Vec<SectionCell> = cells.collect();
        let edges = arrangement.edges.iter().map(|edge| SectionEdge {
            start: edge.start,
            end: edge.end,
            bend: edge.bend,
            left: edge.left,
            right: edge.right,
            walls: self.walls(edge, &cells),
        });
        Section {
            edges: edges.collect(),
            vertices: arrangement.vertices.clone(),
            cells,
        }
    }

    /// The column over a swept cell and its caps, the lower one first.
    fn full(&self) -> (Column, Vec<Cap>) {
        let mut origins = [
            FaceOrigin::start(self.extrude),
            FaceOrigin::end(self.extrude),
        ];
        if self.end < self.start {
            origins.swap(0, 1);
        }
        let cap = |level: usize| Cap {
            level,
            origins: vec![origins[level]],
        };
        (Column::of(0, 1), vec![cap(0), cap(1)])
    }

    fn walls(&self, edge: &arrangement::Edge, cells: &[SectionCell]) -> Vec<Wall> {
        let mut found = bare_walls(&cells[edge.left].column, &cells[edge.right].column);
        for wall in &mut found {
            for one in &edge.strokes {
                let curve = self.strokes[one.stroke].tag;
                unite(&mut wall.origins, &[FaceOrigin::side(self.extrude, curve)]);
            }
        }
        found
    }
}
