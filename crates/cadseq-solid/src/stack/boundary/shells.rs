//! The closed surfaces that a boundary consists of, and the solids that they bound.

use super::super::Stack;
use super::super::disjoint_sets::DisjointSets;
use super::super::lumps::Pieces;
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
    let pieces = Pieces::of(&stack.section);
    let mut by_piece: Vec<ShellsOfPiece> = vec![Vec::new(); pieces.count];
    for shell in shells {
        by_piece[piece_of(stack, boundary, &pieces, shell[0])].push(shell);
    }
    let areas = stack.section.cell_areas();
    for shells in &mut by_piece {
        // What an outer shell encloses counts as positive, what a void encloses as negative.
        shells.sort_by_cached_key(|shell| enclosed(stack, boundary, &areas, shell) < 0.0);
    }
    by_piece
}

/// The piece whose material a tile bounds.
fn piece_of(stack: &Stack, boundary: &Boundary, pieces: &Pieces, tile: usize) -> usize {
    let section = &stack.section;
    match boundary.tiles[tile].kind {
        // Caps take turns as lower and upper ends of spans.
        TileKind::Cap { cell, rank } => pieces.at(cell, rank / 2),
        TileKind::Wall { edge, rank } => {
            let edge = &section.edges[edge];
            let wall = &edge.walls[rank];
            let cell = if wall.material_left {
                edge.left
            } else {
                edge.right
            };
            let span = section.cells[cell].column.span_around(wall.span);
            pieces.at(cell, span.expect("a wall bounds a full span"))
        }
    }
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
