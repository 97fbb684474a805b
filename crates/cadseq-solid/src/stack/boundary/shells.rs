//! The closed surfaces that a boundary consists of, and the solids that they bound.

use super::super::Stack;
use super::super::disjoint_sets::DisjointSets;
use super::{Boundary, TileKind};

/// Tiles of one piece of the solid: the outer shell, then voids.
pub(crate) type ShellsOfPiece = Vec<Vec<usize>>;

/// For each piece of the solid its shells as lists of tiles; the outer one is first.
pub(crate) fn shells(stack: &Stack, boundary: &Boundary) -> Vec<ShellsOfPiece> {
    let mut sets = DisjointSets::new(boundary.tiles.len());
    for coedge in &boundary.coedges {
        sets.unite(coedge.tile, boundary.coedges[coedge.twin].tile);
    }
    let (numbers, count) = sets.numbers();
    let mut shells: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (tile, &number) in numbers.iter().enumerate() {
        shells[number].push(tile);
    }
    let pieces = &boundary.pieces;
    let mut by_piece: Vec<ShellsOfPiece> = vec![Vec::new(); pieces.count];
    for shell in shells {
        let piece = pieces.bounded_by(&stack.section, boundary.tiles[shell[0]].kind);
        by_piece[piece].push(shell);
    }
    let areas = stack.section.cell_areas();
    for shells in &mut by_piece {
        // What an outer shell encloses counts as positive, what a void encloses as negative.
        shells.sort_by_cached_key(|shell| enclosed(stack, boundary, &areas, shell) < 0.0);
    }
    by_piece
}

/// The volume inside a shell by the divergence theorem: only caps count for heights.
fn enclosed(stack: &Stack, boundary: &Boundary, areas: &[f64], shell: &[usize]) -> f64 {
    let part = |tile: &usize| match boundary.tiles[*tile].kind {
        TileKind::Cap { cell, rank } => {
            let height = stack.heights[stack.section.cells[cell].caps[rank].level];
            let sign = if rank % 2 == 1 { 1.0 } else { -1.0 };
            sign * areas[cell] * (height - stack.heights[0])
        }
        TileKind::Wall { .. } => 0.0,
    };
    shell.iter().map(part).sum()
}
