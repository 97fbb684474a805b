//! Caps and walls with their coedges, before neighbours know each other.

use super::super::section::{Section, SectionEdge};
use super::{Coedge, Path, Tile, TileKind};

/// Tiles, coedges without twins, and what stands over the vertices.
pub(super) struct Tiling {
    pub(super) tiles: Vec<Tile>,
    pub(super) coedges: Vec<Coedge>,
    pub(super) rises: Vec<Rises>,
}

/// The levels over a vertex at which a wall beside it begins or ends, ascending, and for each
/// half-edge that leaves the vertex the coedges of its walls.
#[derive(Debug, Clone, Default)]
pub(super) struct Rises {
    pub(super) levels: Vec<usize>,
    /// Half-edge, rank of the level at the coedge's lower end, coedge; in the order of the tiles.
    pub(super) coedges: Vec<(usize, usize, usize)>,
}

impl Tiling {
    pub(super) fn of(section: &Section) -> Self {
        let mut tiling = Self {
            tiles: Vec::new(),
            coedges: Vec::new(),
            rises: empty_rises(section),
        };
        for (cell, content) in section.cells.iter().enumerate() {
            for rank in 0..content.caps.len() {
                tiling.add_cap(section, cell, rank);
            }
        }
        for (edge, content) in section.edges.iter().enumerate() {
            for rank in 0..content.walls.len() {
                tiling.add_wall(content, edge, rank);
            }
        }
        tiling
    }

    fn add_cap(&mut self, section: &Section, cell: usize, rank: usize) {
        let level = section.cells[cell].caps[rank].level;
        let looks_up = rank % 2 == 1;
        let loops = section.cells[cell].loops.iter().map(|boundary| {
            let rim = |reversed: bool, edge: usize| Path::Rim {
                edge,
                level,
                reversed,
            };
            let up = boundary.iter().map(|half| rim(half.reversed, half.edge));
            if looks_up {
                up.collect()
            } else {
                up.rev().map(Path::turned).collect()
            }
        });
        let loops: Vec<Vec<Path>> = loops.collect();
        self.add_tile(TileKind::Cap { cell, rank }, &loops);
    }

    /// With the material to the left of the edge, outside is to its right: along the edge at the
    /// bottom, up at its end, back at the top, down at its start.
    fn add_wall(&mut self, content: &SectionEdge, edge: usize, rank: usize) {
        let wall = &content.walls[rank];
        let (low, high) = (wall.span.low, wall.span.high);
        let reversed = !wall.material_left;
        let (first, last) = if reversed {
            (content.end, content.start)
        } else {
            (content.start, content.end)
        };
        let rim = |level, reversed| Path::Rim {
            edge,
            level,
            reversed,
        };
        let mut paths = vec![rim(low, reversed)];
        paths.extend(self.climb(last, low, high));
        paths.push(rim(high, !reversed));
        paths.extend(
            self.climb(first, low, high)
                .into_iter()
                .rev()
                .map(Path::turned),
        );
        let coedge = self.coedges.len();
        self.add_tile(TileKind::Wall { edge, rank }, &[paths]);
        self.note_rises(content, edge, coedge);
    }

    /// The way up over a vertex, in as many steps as there are levels.
    fn climb(&self, vertex: usize, low: usize, high: usize) -> Vec<Path> {
        let levels = self.rises[vertex].levels.iter();
        let passed: Vec<usize> = levels
            .copied()
            .filter(|l| (low..=high).contains(l))
            .collect();
        let steps = passed.windows(2).map(|pair| Path::Rise {
            vertex,
            from: pair[0],
            to: pair[1],
        });
        steps.collect()
    }

    fn add_tile(&mut self, kind: TileKind, loops: &[Vec<Path>]) {
        let tile = self.tiles.len();
        let mut ranges = Vec::with_capacity(loops.len());
        for paths in loops {
            let first = self.coedges.len();
            let range = first..first + paths.len();
            for (i, &path) in paths.iter().enumerate() {
                self.coedges.push(Coedge {
                    tile,
                    next: first + (i + 1) % paths.len(),
                    twin: usize::MAX,
                    path,
                });
            }
            ranges.push(range);
        }
        self.tiles.push(Tile {
            kind,
            loops: ranges,
        });
    }

    fn note_rises(&mut self, content: &SectionEdge, edge: usize, first: usize) {
        for coedge in first..self.coedges.len() {
            if let Path::Rise { vertex, from, to } = self.coedges[coedge].path {
                let half_edge = 2 * edge + usize::from(vertex == content.end);
                let rises = &mut self.rises[vertex];
                let low = from.min(to);
                let rank = rises.levels.partition_point(|level| *level < low);
                rises.coedges.push((half_edge, rank, coedge));
            }
        }
    }
}

fn empty_rises(section: &Section) -> Vec<Rises> {
    let mut rises = vec![Rises::default(); section.vertices.len()];
    for edge in &section.edges {
        for wall in &edge.walls {
            for vertex in [edge.start, edge.end] {
                rises[vertex].levels.extend([wall.span.low, wall.span.high]);
            }
        }
    }
    for rise in &mut rises {
        rise.levels.sort_unstable();
        rise.levels.dedup();
    }
    rises
}

impl Path {
    /// The same way back.
    pub(super) const fn turned(self) -> Self {
        match self {
            Self::Rim {
                edge,
                level,
                reversed,
            } => Self::Rim {
                edge,
                level,
                reversed: !reversed,
            },
            Self::Rise { vertex, from, to } => Self::Rise {
                vertex,
                from: to,
                to: from,
            },
        }
    }
}
