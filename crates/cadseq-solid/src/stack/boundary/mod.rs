//! The boundary of a stack as a closed surface of tiles: caps over cells and walls over edges.
//!
//! Every side of a tile is a coedge, and has the coedge of the neighbouring tile as its twin. Where
//! four tiles meet at an edge, they are neighbours in pairs, so that the surface is a manifold: as a
//! rule those on both sides of the same material, so that solids that touch along an edge have
//! surfaces that do not know of each other. Corners of tiles that meet around a point of the surface are one corner.

mod chains;
mod faces;
mod pairing;
mod shells;
mod tiles;

use super::Stack;
use super::lumps::Pieces;
pub(crate) use chains::{Chains, next_border};
pub(crate) use faces::Faces;
pub(crate) use shells::shells;

/// The tiles of a stack's boundary.
pub(crate) struct Boundary {
    pub(crate) tiles: Vec<Tile>,
    pub(crate) coedges: Vec<Coedge>,
    /// For each coedge the corner of the surface where it starts.
    pub(crate) corners: Vec<usize>,
    pub(crate) corner_count: usize,
    pub(crate) pieces: Pieces,
}

/// A part of the boundary on one surface.
#[derive(Debug, Clone)]
pub(crate) struct Tile {
    pub(crate) kind: TileKind,
    /// The coedges of each loop, counter-clockwise seen from outside.
    pub(crate) loops: Vec<std::ops::Range<usize>>,
}

/// Where a tile lies in the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TileKind {
    /// The cap with this rank in a cell. It has the loops of the cell, in the same order; the coedges
    /// of a cap that looks down run the other way round.
    Cap { cell: usize, rank: usize },
    /// The wall with this rank over an edge.
    Wall { edge: usize, rank: usize },
}

/// A side of a tile.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coedge {
    pub(crate) tile: usize,
    /// The next one along the loop.
    pub(crate) next: usize,
    /// That of the neighbouring tile, which runs the other way.
    pub(crate) twin: usize,
    pub(crate) path: Path,
}

/// Where a coedge runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Path {
    /// Along an edge of the section at a level.
    Rim {
        edge: usize,
        level: usize,
        reversed: bool,
    },
    /// Over a vertex of the section between two levels, upwards if `low` comes first.
    Rise {
        vertex: usize,
        from: usize,
        to: usize,
    },
}

impl Boundary {
    pub(crate) fn of(stack: &Stack) -> Self {
        let section = &stack.section;
        let tiling = tiles::Tiling::of(section);
        let pieces = Pieces::of(section);
        let mut coedges = tiling.coedges;
        pairing::pair_rims(section, &tiling.tiles, &mut coedges);
        pairing::pair_rises(stack, &pieces, &tiling.rises, &tiling.tiles, &mut coedges);
        debug_assert!(coedges.iter().all(|coedge| coedge.twin != usize::MAX));
        let (corners, corner_count) = corners(&coedges);
        Self {
            tiles: tiling.tiles,
            coedges,
            corners,
            corner_count,
            pieces,
        }
    }

    /// For each coedge whether others with the same two corners run along the same straight line:
    /// where the surface touches itself between two corners at which it is one.
    pub(crate) fn doubled_coedges(&self) -> Vec<bool> {
        let ends = |coedge: &usize| {
            let (tail, head) = (self.corners[*coedge], self.head(*coedge));
            (tail.min(head), tail.max(head))
        };
        let mut sorted: Vec<usize> = (0..self.coedges.len()).collect();
        sorted.sort_by_key(ends);
        let mut doubled = vec![false; self.coedges.len()];
        for same in sorted
            .chunk_by(|a, b| ends(a) == ends(b))
            .filter(|same| same.len() > 2)
        {
            for &coedge in same {
                doubled[coedge] = true;
            }
        }
        doubled
    }

    /// The corner where a coedge ends.
    pub(crate) fn head(&self, coedge: usize) -> usize {
        self.corners[self.coedges[coedge].next]
    }
}

/// Numbers the corners: those reached from each other by turning from tile to tile.
fn corners(coedges: &[Coedge]) -> (Vec<usize>, usize) {
    let mut corners = vec![usize::MAX; coedges.len()];
    let mut count = 0;
    for first in 0..coedges.len() {
        let mut coedge = first;
        if corners[first] == usize::MAX {
            count += 1;
        }
        while corners[coedge] == usize::MAX {
            corners[coedge] = count - 1;
            coedge = coedges[coedges[coedge].twin].next;
        }
    }
    (corners, count)
}
