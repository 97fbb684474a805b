//! Finds the neighbour of every coedge: across the material, never across a gap.

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

pub(super) fn pair_rises(
    section: &Section,
    links: &Links,
    rises: &[Rises],
    coedges: &mut [Coedge],
) {
    for rises in rises {
        for &(leaving, rank, coedge) in &rises.coedges {
            // A coedge that runs down has its material to the left of the half-edge that leaves.
            let Path::Rise { from, to, .. } = coedges[coedge].path else {
                continue;
            };
            if from < to {
                continue;
            }
            let partner = partner(links, rises, leaving, rank);
            coedges[coedge].twin = partner;
            coedges[partner].twin = coedge;
        }
    }
    debug_assert!(coedges.iter().all(|coedge| coedge.twin != usize::MAX));
    debug_assert!(section.vertices.len() == rises.len());
}

/// The coedge of the next wall counter-clockwise, across the material, at the same rank.
fn partner(links: &Links, rises: &Rises, leaving: usize, rank: usize) -> usize {
    let mut turned = links.counter_clockwise(leaving);
    loop {
        let is_it = |entry: &&(usize, usize, usize)| entry.0 == turned && entry.1 == rank;
        if let Some(&(.., coedge)) = rises.coedges.iter().find(is_it) {
            return coedge;
        }
        turned = links.counter_clockwise(turned);
    }
}
