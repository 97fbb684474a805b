//! Which cell of each operand a cell of their common arrangement lies in.

use super::boolean::Operand;
use crate::arrangement::{Arrangement, HalfEdge};

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

/// How often the boundary of an operand's cell winds around a cell of the arrangement, never 0. Where
/// nothing was snapped it does so once, around the cells that lie in it.
#[derive(Debug, Clone, Copy)]
struct Winding {
    of: Place,
    turns: i32,
}

/// For each cell of the arrangement its places in the operands in ascending order; those where it is
/// outside are left out.
///
/// Snapped boundaries are closed still, so their winding numbers are known everywhere from the edges
/// alone. A cell of an operand that is thinner than the tolerance may have been turned inside out;
/// it winds around itself only, and says nothing about the cells beside it.
pub(crate) fn classify(
    arrangement: &Arrangement,
    sources: &[Source],
    operands: &[Operand<'_>],
) -> Vec<Vec<Place>> {
    let mut windings: Vec<Option<Vec<Winding>>> = vec![None; arrangement.cells.len()];
    windings[0] = Some(Vec::new());
    let mut reached = vec![0];
    while let Some(cell) = reached.pop() {
        for &half_edge in arrangement.cells[cell].boundaries.iter().flatten() {
            let beyond = arrangement.cell_beside(half_edge.twin());
            if windings[beyond].is_none() {
                let mut here = windings[cell].clone().expect("a cell that was reached");
                cross(&mut here, arrangement, half_edge, sources, operands);
                windings[beyond] = Some(here);
                reached.push(beyond);
            }
        }
    }
    let reached = windings.into_iter().map(Option::unwrap_or_default);
    reached.map(|windings| places(&windings)).collect()
}

/// Goes from the left of a half-edge to its right.
fn cross(
    windings: &mut Vec<Winding>,
    arrangement: &Arrangement,
    half_edge: HalfEdge,
    sources: &[Source],
    operands: &[Operand<'_>],
) {
    for stroke in &arrangement.edges[half_edge.edge].strokes {
        let Source { operand, edge } = sources[stroke.stroke];
        let own = &operands[operand].section.edges[edge];
        let is_mirrored = operands[operand].placement.is_reflection();
        let (mut from, mut to) = (own.left, own.right);
        if (stroke.reversed != half_edge.reversed) != is_mirrored {
            (from, to) = (to, from);
        }
        for (cell, turns) in [(from, -1), (to, 1)] {
            if cell != 0 {
                add(windings, Place { operand, cell }, turns);
            }
        }
    }
}

fn add(windings: &mut Vec<Winding>, of: Place, turns: i32) {
    match windings.binary_search_by_key(&of, |winding| winding.of) {
        Ok(at) if windings[at].turns + turns == 0 => {
            windings.remove(at);
        }
        Ok(at) => windings[at].turns += turns,
        Err(at) => windings.insert(at, Winding { of, turns }),
    }
}

/// In each operand the cell that winds around most often. All winding numbers, with that of the
/// outside, add up to 1.
fn places(windings: &[Winding]) -> Vec<Place> {
    let of_operands = windings.chunk_by(|a, b| a.of.operand == b.of.operand);
    let place = |windings: &[Winding]| {
        let outside = 1 - windings.iter().map(|winding| winding.turns).sum::<i32>();
        let most = windings.iter().max_by_key(|winding| winding.turns)?;
        (most.turns > outside).then_some(most.of)
    };
    of_operands.filter_map(place).collect()
}
