//! Booleans of stacks: one arrangement of all sections, cell by cell.

use super::column::{Column, Span};
use super::levels::{level_map, united_heights};
use super::locator::Locator;
use super::placement::Placement;
use super::section::{Cap, Section, SectionCell, SectionEdge, Wall};
use super::{SetOperation, Stack, StackError};
use crate::FaceOrigin;
use crate::arrangement::{Arrangement, Stroke};
use crate::origin::unite;

impl Stack {
    /// The Boolean of two stacks, in this one's frame and with its tolerance; the result may be
    /// empty. Faces keep their origins; a face of both operands has those of both.
    ///
    /// # Errors
    /// [`StackError::NotParallel`] where the axes are neither parallel nor antiparallel, and where
    /// no arrangement of the sections can be made.
    pub fn boolean(&self, other: &Self, operation: SetOperation) -> Result<Self, StackError> {
        self.boolean_many(&[other], operation)
    }

    /// As [`Stack::boolean`] with one tool after another, but in one step, which is faster.
    ///
    /// # Errors
    /// As [`Stack::boolean`].
    pub fn boolean_many(
        &self,
        tools: &[&Self],
        operation: SetOperation,
    ) -> Result<Self, StackError> {
        let placements = self.placements(tools)?;
        let heights = common_heights(tools, &placements, self);
        let stacks = std::iter::once(&self).chain(tools);
        let operands: Vec<Operand<'_>> = stacks
            .zip(placements)
            .map(|(stack, placement)| Operand::new(stack, placement, &heights))
            .collect();
        let section = overlay(&operands, operation, self.tolerance)?;
        Ok(Self::dissolved(
            self.frame,
            self.tolerance,
            heights,
            section,
        ))
    }

    /// From this frame and from those of the tools to this one.
    fn placements(&self, tools: &[&Self]) -> Result<Vec<Placement>, StackError> {
        let (own, _) = Placement::between(&self.frame, &self.frame);
        let mut placements = vec![own];
        for tool in tools {
            let (placement, sine) = Placement::between(&tool.frame, &self.frame);
            if sine * tool.reach() > self.tolerance {
                return Err(StackError::NotParallel { sine });
            }
            placements.push(placement);
        }
        Ok(placements)
    }

    /// Greatest distance of the solid from its frame's origin, or a little more.
    fn reach(&self) -> f64 {
        let (low, high) = (self.heights.first(), self.heights.last());
        let height = low
            .into_iter()
            .chain(high)
            .fold(0.0, |far: f64, h| far.max(h.abs()));
        let edges = 0..self.section.edges.len();
        edges.fold(height, |far, edge| {
            let bounds = self.section.segment(edge).bounds();
            far.max(bounds.min.abs().max(bounds.max.abs()).length() + height)
        })
    }
}

fn common_heights(tools: &[&Stack], placements: &[Placement], first: &Stack) -> Vec<f64> {
    let mapped: Vec<Vec<f64>> = tools
        .iter()
        .zip(&placements[1..])
        .map(|(tool, placement)| tool.heights.iter().map(|h| placement.height(*h)).collect())
        .collect();
    let lists = std::iter::once(first.heights.as_slice()).chain(mapped.iter().map(Vec::as_slice));
    united_heights(lists, first.tolerance)
}

/// A stack that takes part in a Boolean, with its place and levels in the result.
struct Operand<'a> {
    section: &'a Section,
    placement: Placement,
    locator: Locator<'a>,
    levels: Vec<usize>,
    columns: Vec<Column>,
}

impl<'a> Operand<'a> {
    fn new(stack: &'a Stack, placement: Placement, heights: &[f64]) -> Self {
        let mapped: Vec<f64> = stack.heights.iter().map(|h| placement.height(*h)).collect();
        let levels = level_map(&mapped, heights);
        let cells = &stack.section.cells;
        Self {
            section: &stack.section,
            placement,
            locator: Locator::new(&stack.section),
            columns: cells
                .iter()
                .map(|cell| cell.column.mapped(&levels))
                .collect(),
            levels,
        }
    }

    /// A span at the levels of the result.
    fn span(&self, span: Span) -> Span {
        let (a, b) = (self.levels[span.low], self.levels[span.high]);
        Span {
            low: a.min(b),
            high: a.max(b),
        }
    }
}

/// The arrangement of all operands' edges with the columns of the result.
fn overlay(
    operands: &[Operand<'_>],
    operation: SetOperation,
    tolerance: f64,
) -> Result<Section, StackError> {
    let mut strokes = Vec::new();
    let mut sources = Vec::new();
    for (number, operand) in operands.iter().enumerate() {
        for edge in 0..operand.section.edges.len() {
            let segment = operand.placement.segment(&operand.section.segment(edge));
            strokes.push(Stroke {
                segment,
                tag: number as u32,
            });
            sources.push((number, edge));
        }
    }
    let arrangement = Arrangement::new(&strokes, tolerance)?;
    let cells = combined_cells(&arrangement, operands, operation);
    let edges = arrangement.edges.iter().map(|edge| {
        let uses = edge.strokes.iter().map(|one| sources[one.stroke]);
        let walls = walls(&cells[edge.left].column, &cells[edge.right].column);
        SectionEdge {
            start: edge.start,
            end: edge.end,
            bend: edge.bend,
            left: edge.left,
            right: edge.right,
            walls: with_origins(walls, uses, operands),
        }
    });
    Ok(Section {
        edges: edges.collect(),
        vertices: arrangement.vertices.clone(),
        cells,
    })
}

/// Classifies every cell in every operand by a point inside.
fn combined_cells(
    arrangement: &Arrangement,
    operands: &[Operand<'_>],
    operation: SetOperation,
) -> Vec<SectionCell> {
    let mut cells = Vec::with_capacity(arrangement.cells.len());
    for (number, cell) in arrangement.cells.iter().enumerate() {
        let mut combined = if number == 0 {
            SectionCell::default()
        } else {
            let point = arrangement.interior_point(number);
            let at = |operand: &Operand<'_>| {
                operand
                    .locator
                    .cell_at(operand.placement.inverse_point(point))
            };
            let found: Vec<usize> = operands.iter().map(at).collect();
            combined_cell(operands, &found, operation)
        };
        combined.loops.clone_from(&cell.boundaries);
        cells.push(combined);
    }
    cells
}

/// The column over a cell that lies in the cell `found[i]` of the operand i, and its caps.
fn combined_cell(
    operands: &[Operand<'_>],
    found: &[usize],
    operation: SetOperation,
) -> SectionCell {
    let columns = operands
        .iter()
        .zip(found)
        .map(|(operand, cell)| &operand.columns[*cell]);
    let column = columns
        .cloned()
        .reduce(|all, next| all.combined(&next, operation))
        .unwrap_or_default();
    let mut caps: Vec<Cap> = column.levels().map(Cap::bare).collect();
    for (operand, &cell) in operands.iter().zip(found) {
        for cap in &operand.section.cells[cell].caps {
            let level = operand.levels[cap.level];
            if let Ok(place) = caps.binary_search_by_key(&level, |cap| cap.level) {
                unite(&mut caps[place].origins, &cap.origins);
            }
        }
    }
    SectionCell {
        loops: Vec::new(),
        column,
        caps,
    }
}

/// What is boundary between two columns, without origins.
pub(crate) fn walls(left: &Column, right: &Column) -> Vec<Wall> {
    let differences = left.differences(right).into_iter();
    let wall = |(span, material_left)| Wall {
        span,
        material_left,
        origins: Vec::new(),
    };
    differences.map(wall).collect()
}

/// Gives walls the origins of the operands' walls at their place.
fn with_origins(
    mut walls: Vec<Wall>,
    uses: impl Iterator<Item = (usize, usize)>,
    operands: &[Operand<'_>],
) -> Vec<Wall> {
    let mut all: Vec<FaceOrigin> = Vec::new();
    for (number, edge) in uses {
        let operand = &operands[number];
        for source in &operand.section.edges[edge].walls {
            let span = operand.span(source.span);
            for wall in walls.iter_mut().filter(|wall| wall.span.overlaps(span)) {
                unite(&mut wall.origins, &source.origins);
            }
            unite(&mut all, &source.origins);
        }
    }
    // Where edges were snapped onto each other the walls of either may have moved.
    for wall in walls.iter_mut().filter(|wall| wall.origins.is_empty()) {
        wall.origins.clone_from(&all);
    }
    walls
}
