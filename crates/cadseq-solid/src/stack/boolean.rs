//! Booleans of stacks: one arrangement of all sections, cell by cell.

use super::classify::{Source, classify};
use super::column::{Column, Span};
use super::fold::{folded_cells, folded_edges};
use super::levels::{level_map, united_heights};
use super::placement::Placement;
use super::section::Section;
use super::{SetOperation, Stack, StackError};
use crate::arrangement::{Arrangement, Stroke};

impl Stack {
    /// The Boolean of two stacks, in this one's frame and with its tolerance; the result may be
    /// empty. Faces keep their origins; a face of both operands has those of both.
    ///
    /// # Errors
    /// [`StackError::NotParallel`] where the axes are neither parallel nor antiparallel, and where
    /// no arrangement of the sections can be made.
    pub fn boolean(&self, other: &Self, operation: SetOperation) -> Result<Self, StackError> {
        self.booleans(&[(operation, other)])
    }

    /// As [`Stack::boolean`] with one tool after another, but over one arrangement for all: much
    /// faster where the results between the steps are not needed.
    ///
    /// # Errors
    /// As [`Stack::boolean`].
    pub fn booleans(&self, steps: &[(SetOperation, &Self)]) -> Result<Self, StackError> {
        let (own, _) = Placement::between(&self.frame, &self.frame);
        let mut places = vec![(SetOperation::Join, self, own)];
        for (operation, tool) in steps {
            places.push((*operation, tool, self.placement_of(tool)?));
        }
        let heights = common_heights(&places, self.tolerance);
        let operands: Vec<Operand<'_>> = places
            .into_iter()
            .map(|(operation, stack, placement)| {
                Operand::new(operation, stack, placement, &heights)
            })
            .collect();
        let section = overlay(&operands, self.tolerance)?;
        Ok(Self::dissolved(
            self.frame,
            self.tolerance,
            heights,
            section,
        ))
    }

    /// Whether the axes are parallel or antiparallel, so that Booleans of the two are stacks.
    pub(crate) fn is_parallel(&self, other: &Self) -> bool {
        self.placement_of(other).is_ok()
    }

    fn placement_of(&self, tool: &Self) -> Result<Placement, StackError> {
        let (placement, sine) = Placement::between(&tool.frame, &self.frame);
        if sine * tool.reach() > self.tolerance {
            return Err(StackError::NotParallel { sine });
        }
        Ok(placement)
    }

    /// Greatest distance of the solid from its frame's origin, or a little more.
    fn reach(&self) -> f64 {
        let (low, high) = (self.heights.first(), self.heights.last());
        let height = low
            .into_iter()
            .chain(high)
            .fold(0.0, |far: f64, h| far.max(h.abs()));
        let bounds = self.section.bounds();
        bounds.map_or(0.0, |bounds| {
            bounds.min.abs().max(bounds.max.abs()).length() + height
        })
    }
}

fn common_heights(places: &[(SetOperation, &Stack, Placement)], tolerance: f64) -> Vec<f64> {
    let mapped = places.iter().map(|(_, stack, placement)| {
        let heights = stack.heights.iter().map(|height| placement.height(*height));
        heights.collect::<Vec<f64>>()
    });
    let lists: Vec<Vec<f64>> = mapped.collect();
    united_heights(lists.iter().map(Vec::as_slice), tolerance)
}

/// A stack that takes part in a Boolean, with its place and levels in the result.
pub(crate) struct Operand<'a> {
    pub(crate) operation: SetOperation,
    pub(crate) section: &'a Section,
    pub(crate) placement: Placement,
    /// For each of its levels that of the result.
    pub(crate) levels: Vec<usize>,
    /// For each of its cells the column at the levels of the result.
    pub(crate) columns: Vec<Column>,
}

impl<'a> Operand<'a> {
    fn new(
        operation: SetOperation,
        stack: &'a Stack,
        placement: Placement,
        heights: &[f64],
    ) -> Self {
        let mapped: Vec<f64> = stack.heights.iter().map(|h| placement.height(*h)).collect();
        let levels = level_map(&mapped, heights);
        let section = &stack.section;
        Self {
            operation,
            section,
            placement,
            columns: section
                .cells
                .iter()
                .map(|cell| cell.column.mapped(&levels))
                .collect(),
            levels,
        }
    }

    /// A span at the levels of the result.
    pub(crate) fn span(&self, span: Span) -> Span {
        let (a, b) = (self.levels[span.low], self.levels[span.high]);
        Span {
            low: a.min(b),
            high: a.max(b),
        }
    }
}

/// The arrangement of all operands' edges with the columns of the result.
fn overlay(operands: &[Operand<'_>], tolerance: f64) -> Result<Section, StackError> {
    let mut strokes = Vec::new();
    let mut sources = Vec::new();
    for (operand, part) in operands.iter().enumerate() {
        for edge in 0..part.section.edges.len() {
            let segment = part.placement.segment(&part.section.segment(edge));
            strokes.push(Stroke {
                segment,
                tag: operand as u32,
            });
            sources.push(Source { operand, edge });
        }
    }
    let arrangement = Arrangement::new(&strokes, tolerance)?;
    let places = classify(&arrangement, &sources, operands);
    let cells = folded_cells(&arrangement, operands, &places);
    let edges = folded_edges(&arrangement, operands, &places, &sources);
    Ok(Section {
        vertices: arrangement.vertices,
        edges,
        cells,
    })
}
