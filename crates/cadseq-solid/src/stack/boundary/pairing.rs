//! Finds the neighbour of every coedge: across the material, and only seldom across a gap.

use super::super::Stack;
use super::super::lumps::Pieces;
use super::super::section::{Links, Section};
use super::tiles::Rises;
use super::{Coedge, Path, Tile, TileKind};

/// The coedges along an edge of the section at one level: those of the caps to the left and right
/// and of the walls below and above.
#[derive(Debug, Clone, Copy)]
struct Rim {
    level: usize,
    left: Option<usize>,
    right: Option<usize>,
    below: Option<usize>,
    above: Option<usize>,
}

pub(super) fn pair_rims(section: &Section, tiles: &[Tile], coedges: &mut [Coedge]) {
    let mut rims: Vec<Vec<Rim>> = vec![Vec::new(); section.edges.len()];
    for (number, coedge) in coedges.iter().enumerate() {
        if let Path::Rim { edge, level, .. } = coedge.path {
            let rim = entry(&mut rims[edge], level);
            let slot = match tiles[coedge.tile].kind {
                TileKind::Cap { cell, .. } if cell == section.edges[edge].left => &mut rim.left,
                TileKind::Cap { .. } => &mut rim.right,
                TileKind::Wall { edge, rank } => {
                    let span = section.edges[edge].walls[rank].span;
                    if span.high == level {
                        &mut rim.below
                    } else {
                        &mut rim.above
                    }
                }
            };
            *slot = Some(number);
        }
    }
    for (edge, rims) in rims.iter().enumerate() {
        for rim in rims {
            for [a, b] in rim.neighbours(section, edge).into_iter().flatten() {
                coedges[a].twin = b;
                coedges[b].twin = a;
            }
        }
    }
}

/// The rim at a level, new if there is none yet.
fn entry(rims: &mut Vec<Rim>, level: usize) -> &mut Rim {
    let place = rims.iter().position(|rim| rim.level == level);
    let place = place.unwrap_or_else(|| {
        rims.push(Rim {
            level,
            left: None,
            right: None,
            below: None,
            above: None,
        });
        rims.len() - 1
    });
    &mut rims[place]
}

impl Rim {
    /// Two of the four meet each other; or all meet in pairs, each pair around the same material.
    fn neighbours(&self, section: &Section, edge: usize) -> [Option<[usize; 2]>; 2] {
        if let (Some(left), Some(right), Some(below), Some(above)) =
            (self.left, self.right, self.below, self.above)
        {
            let column = &section.cells[section.edges[edge].left].column;
            return if column.is_full_below(self.level) {
                [Some([left, below]), Some([right, above])]
            } else {
                [Some([left, above]), Some([right, below])]
            };
        }
        let all = [self.left, self.right, self.below, self.above];
        let mut present = all.into_iter().flatten();
        let pair = present.next().zip(present.next());
        [pair.map(|(a, b)| [a, b]), None]
    }
}

/// A wall beside an upright line: the half-edge that leaves the vertex along it, and its coedge on the
/// line.
#[derive(Debug, Clone, Copy)]
struct Spoke {
    leaving: usize,
    coedge: usize,
}

pub(super) fn pair_rises(
    stack: &Stack,
    pieces: &Pieces,
    tiling_rises: &[Rises],
    tiles: &[Tile],
    coedges: &mut [Coedge],
) {
    let links = Links::of_section(&stack.section);
    for (vertex, rises) in tiling_rises.iter().enumerate() {
        for rank in 1..rises.levels.len() {
            let spokes = rises.spokes(&links, rank - 1, coedges);
            let pairs =
                if spokes.len() > 2 && is_open(stack, pieces, vertex, &spokes, tiles, coedges) {
                    across(&spokes, 1)
                } else {
                    across(&spokes, 0)
                };
            for [a, b] in pairs {
                coedges[a.coedge].twin = b.coedge;
                coedges[b.coedge].twin = a.coedge;
            }
        }
    }
}

impl Rises {
    /// The walls at a rank, counter-clockwise: material lies between the first and the second, the
    /// third and the fourth, ...
    fn spokes(&self, links: &Links, rank: usize, coedges: &[Coedge]) -> Vec<Spoke> {
        let here = self.coedges.iter().filter(|entry| entry.1 == rank);
        let known = here.map(|&(leaving, _, coedge)| Spoke { leaving, coedge });
        let known: Vec<Spoke> = known.collect();
        // A coedge that runs down has its material to the left of the half-edge that leaves.
        let is_first = |spoke: &&Spoke| matches!(coedges[spoke.coedge].path, Path::Rise { from, to, .. } if from > to);
        let Some(first) = known.iter().find(is_first) else {
            return Vec::new();
        };
        let mut sorted = vec![*first];
        let mut leaving = links.counter_clockwise(first.leaving);
        while leaving != first.leaving {
            sorted.extend(known.iter().find(|spoke| spoke.leaving == leaving));
            leaving = links.counter_clockwise(leaving);
        }
        sorted
    }
}

/// Neighbours in pairs, those from the place `first` on.
fn across(spokes: &[Spoke], first: usize) -> Vec<[Spoke; 2]> {
    let count = spokes.len();
    let pair = |i: usize| [spokes[(i + first) % count], spokes[(i + first + 1) % count]];
    (0..count).step_by(2).map(pair).collect()
}

/// Whether walls at a line where the solid touches itself are neighbours across the gaps: where one
/// of them goes straight on there and the material all around hangs together elsewhere. So a cavity
/// that touches a face from inside does not slit it.
fn is_open(
    stack: &Stack,
    pieces: &Pieces,
    vertex: usize,
    spokes: &[Spoke],
    tiles: &[Tile],
    coedges: &[Coedge],
) -> bool {
    let section = &stack.section;
    let kind = |spoke: &Spoke| tiles[coedges[spoke.coedge].tile].kind;
    let piece = |spoke: &Spoke| pieces.bounded_by(section, kind(spoke));
    let goes_on = |pair: &[Spoke; 2]| {
        let edges = pair.map(|spoke| spoke.leaving / 2);
        section.goes_on(vertex, edges, stack.tolerance)
    };
    across(spokes, 1).iter().any(goes_on) && spokes.iter().all(|s| piece(s) == piece(&spokes[0]))
}
