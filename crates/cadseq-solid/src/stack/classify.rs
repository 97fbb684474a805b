//! Which cell of each operand a cell of their common arrangement lies in.

use super::boolean::Operand;
use crate::arrangement::Arrangement;
use crate::segment::{Bounds2, Segment};

/// The edge of an operand that a stroke of the arrangement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) operand: usize,
    pub(crate) edge: usize,
}

/// Where a cell lies in an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) operand: usize,
    /// A bounded cell of the operand.
    pub(crate) cell: usize,
}

/// For each cell of the arrangement its places in the operands in ascending order; those where it is
/// outside are left out.
///
/// An edge that an operand drew says what lies on its two sides. Where no edge of the operand bounds
/// the cell, or its edges disagree since they were snapped onto each other, a point inside decides.
pub(crate) fn classify(
    arrangement: &Arrangement,
    sources: &[Source],
    operands: &[Operand<'_>],
) -> Vec<Vec<Place>> {
    let votes = votes(arrangement, sources, operands);
    let numbered = votes.iter().enumerate();
    let places = numbered.map(|(cell, votes)| match cell {
        0 => Vec::new(),
        _ => places(arrangement, cell, votes, operands),
    });
    places.collect()
}

/// For each cell what the edges around it say, sorted, nothing twice.
fn votes(
    arrangement: &Arrangement,
    sources: &[Source],
    operands: &[Operand<'_>],
) -> Vec<Vec<Place>> {
    let mut votes: Vec<Vec<Place>> = vec![Vec::new(); arrangement.cells.len()];
    for edge in &arrangement.edges {
        for stroke in &edge.strokes {
            let Source { operand, edge: own } = sources[stroke.stroke];
            let own = &operands[operand].section.edges[own];
            let turned = stroke.reversed != operands[operand].placement.is_reflection();
            let [left, right] = if turned {
                [own.right, own.left]
            } else {
                [own.left, own.right]
            };
            votes[edge.left].push(Place {
                operand,
                cell: left,
            });
            votes[edge.right].push(Place {
                operand,
                cell: right,
            });
        }
    }
    for votes in &mut votes {
        votes.sort_unstable();
        votes.dedup();
    }
    votes
}

fn places(
    arrangement: &Arrangement,
    cell: usize,
    votes: &[Place],
    operands: &[Operand<'_>],
) -> Vec<Place> {
    let bounds = bounds(arrangement, cell);
    let mut point = None;
    let mut places = Vec::new();
    let mut votes = votes.iter().peekable();
    for (operand, part) in operands.iter().enumerate() {
        let mut known = None;
        let mut count = 0;
        while let Some(vote) = votes.next_if(|vote| vote.operand == operand) {
            known = Some(vote.cell);
            count += 1;
        }
        let meets = || part.bounds.zip(bounds).is_some_and(|(a, b)| a.meets(&b));
        let found = match known {
            Some(cell) if count == 1 => cell,
            None if !meets() => 0,
            _ => part.cell_at(*point.get_or_insert_with(|| arrangement.interior_point(cell))),
        };
        if found != 0 {
            places.push(Place {
                operand,
                cell: found,
            });
        }
    }
    places
}

/// The box around a cell.
fn bounds(arrangement: &Arrangement, cell: usize) -> Option<Bounds2> {
    let outer = arrangement.cells[cell].boundaries.first()?;
    let boxes = outer.iter().map(|half| arrangement.segment(*half));
    boxes
        .map(|segment: Segment| segment.bounds())
        .reduce(Bounds2::union)
}
