//! A stack as a triangle mesh, from the tiles of its boundary.

use super::Stack;
use super::boundary::{Boundary, Chains, Faces, Path, TileKind};
use super::flattened::Flattened;
use crate::{Edge, Face, Mesh};

impl Stack {
    /// A watertight mesh whose sides leave the exact ones by at most `chord_tolerance` model units.
    /// Faces and edges are those of [`Stack::brep`], in its order, but for seams.
    pub fn mesh(&self, chord_tolerance: f64) -> Mesh {
        let boundary = Boundary::of(self);
        let faces = Faces::of(self, &boundary);
        let chains = Chains::of(&boundary, &faces);
        let brep = self.assembled(&boundary, &faces, &chains);
        let mut mesh = Mesher::new(self, &boundary, Flattened::of(&self.section, chord_tolerance));
        for tile in 0..boundary.tiles.len() {
            mesh.add_tile(tile);
        }
        let face = |triangle_tile: &usize| faces.of_tile[*triangle_tile] as u32;
        Mesh {
            edges: mesh.edges(&faces, &chains),
            positions: mesh.positions(),
            triangle_faces: mesh.triangle_tiles.iter().map(face).collect(),
            triangles: mesh.triangles,
            faces: brep
                .faces
                .into_iter()
                .map(|face| Face {
                    surface: face.surface,
                    origins: face.origins,
                })
                .collect(),
        }
    }
}

/// A mesh that grows tile by tile. Its corners are those of the boundary, then the points between
/// them along arcs.
struct Mesher<'a> {
    stack: &'a Stack,
    boundary: &'a Boundary,
    flattened: Flattened,
    /// For each coedge along an arc the number of the first point between its ends.
    first_inner: Vec<usize>,
    corner_count: usize,
    triangles: Vec<[u32; 3]>,
    triangle_tiles: Vec<usize>,
}

/// An upright line of a wall from bottom to top: levels and corners.
type Column = Vec<(usize, u32)>;

impl<'a> Mesher<'a> {
    fn new(stack: &'a Stack, boundary: &'a Boundary, flattened: Flattened) -> Self {
        let mut first_inner = vec![usize::MAX; boundary.coedges.len()];
        let mut corner_count = boundary.corner_count;
        for (number, coedge) in boundary.coedges.iter().enumerate() {
            if let Path::Rim { edge, .. } = coedge.path
                && first_inner[number] == usize::MAX
            {
                first_inner[number] = corner_count;
                first_inner[coedge.twin] = corner_count;
                corner_count += flattened.inner[edge].len();
            }
        }
        Self {
            stack,
            boundary,
            flattened,
            first_inner,
            corner_count,
            triangles: Vec::new(),
            triangle_tiles: Vec::new(),
        }
    }

    fn positions(&self) -> Vec<glam::DVec3> {
        let mut positions = vec![glam::DVec3::ZERO; self.corner_count];
        for (number, coedge) in self.boundary.coedges.iter().enumerate() {
            let corner = self.boundary.corners[number];
            match coedge.path {
                Path::Rise { vertex, from, .. } => {
                    positions[corner] = self.stack.position(vertex, from);
                }
                Path::Rim {
                    edge,
                    level,
                    reversed,
                } => {
                    let section = &self.stack.section;
                    let tail = if reversed { section.edges[edge].end } else { section.edges[edge].start };
                    positions[corner] = self.stack.position(tail, level);
                    let height = self.stack.heights[level];
                    for (i, point) in self.flattened.inner[edge].iter().enumerate() {
                        positions[self.first_inner[number] + i] =
                            self.stack.frame.to_world(*point, height);
                    }
                }
            }
        }
        positions
    }

    /// Corners along a coedge, both ends included.
    fn corners_along(&self, coedge: usize) -> Vec<u32> {
        let mut corners = vec![self.boundary.corners[coedge] as u32];
        if let Path::Rim { edge, reversed, .. } = self.boundary.coedges[coedge].path {
            let first = self.first_inner[coedge] as u32;
            let inner = first..first + self.flattened.inner[edge].len() as u32;
            if reversed {
                corners.extend(inner.rev());
            } else {
                corners.extend(inner);
            }
        }
        corners.push(self.boundary.head(coedge) as u32);
        corners
    }

    fn add_tile(&mut self, tile: usize) {
        let triangles = match self.boundary.tiles[tile].kind {
            TileKind::Cap { cell, rank } => self.cap(tile, cell, rank % 2 == 1),
            TileKind::Wall { .. } => self.wall(tile),
        };
        self.triangle_tiles.extend(std::iter::repeat_n(tile, triangles.len()));
        self.triangles.extend(triangles);
    }

    /// The cell's triangles at the height of a cap.
    fn cap(&self, tile: usize, cell: usize, looks_up: bool) -> Vec<[u32; 3]> {
        let mut corners: Vec<u32> = Vec::new();
        for range in &self.boundary.tiles[tile].loops {
            let mut coedges: Vec<usize> = range.clone().collect();
            if !looks_up {
                coedges.reverse();
            }
            for coedge in coedges {
                let mut along = self.corners_along(coedge);
                if !looks_up {
                    along.reverse();
                }
                corners.extend(&along[..along.len() - 1]);
            }
        }
        let triangles = self.flattened.triangles[cell].iter();
        let placed = triangles.map(|triangle| triangle.map(|point| corners[point as usize]));
        if looks_up {
            placed.collect()
        } else {
            placed.map(|[a, b, c]| [a, c, b]).collect()
        }
    }

    /// A wall as strips between neighbouring upright lines.
    fn wall(&self, tile: usize) -> Vec<[u32; 3]> {
        let columns = self.wall_columns(tile);
        let mut triangles = Vec::with_capacity(2 * columns.len());
        for pair in columns.windows(2) {
            add_strip(&mut triangles, &pair[0], &pair[1]);
        }
        triangles
    }

    /// The upright lines of a wall from left to right, seen from outside. Its coedges run along the
    /// bottom, up on the right, back along the top, down on the left.
    fn wall_columns(&self, tile: usize) -> Vec<Column> {
        let range = self.boundary.tiles[tile].loops[0].clone();
        let is_rim = |coedge: &usize| matches!(self.boundary.coedges[*coedge].path, Path::Rim { .. });
        let top = (range.start + 1..range.end).find(is_rim).expect("a wall has a top rim");
        let bottom_corners = self.corners_along(range.start);
        let mut top_corners = self.corners_along(top);
        top_corners.reverse();
        let levels = [range.start, top].map(|rim| self.level(rim));
        let ends = bottom_corners.into_iter().zip(top_corners);
        let mut columns: Vec<Column> =
            ends.map(|(low, high)| vec![(levels[0], low), (levels[1], high)]).collect();
        let last = columns.len() - 1;
        // A coedge after the first of a side starts at a corner between bottom and top.
        for coedge in (range.start + 2)..top {
            let place = columns[last].len() - 1;
            columns[last].insert(place, self.start(coedge));
        }
        for coedge in (top + 2)..range.end {
            columns[0].insert(1, self.start(coedge));
        }
        columns
    }

    fn level(&self, coedge: usize) -> usize {
        match self.boundary.coedges[coedge].path {
            Path::Rim { level, .. } => level,
            Path::Rise { from, .. } => from,
        }
    }

    fn start(&self, coedge: usize) -> (usize, u32) {
        (self.level(coedge), self.boundary.corners[coedge] as u32)
    }

    /// The edges between different faces.
    fn edges(&self, faces: &Faces, chains: &Chains) -> Vec<Edge> {
        let mut edges = Vec::with_capacity(chains.coedges.len());
        for chain in &chains.coedges {
            let sides = [chain[0], self.boundary.coedges[chain[0]].twin];
            let [a, b] = sides.map(|coedge| faces.of_tile[self.boundary.coedges[coedge].tile]);
            if a == b {
                continue;
            }
            let mut corners: Vec<u32> = vec![self.boundary.corners[chain[0]] as u32];
            for &coedge in chain {
                corners.extend(&self.corners_along(coedge)[1..]);
            }
            edges.push(Edge {
                corners,
                faces: [a as u32, b as u32],
            });
        }
        edges
    }
}

/// Triangles between two upright lines with the same ends in height, the left one first.
fn add_strip(triangles: &mut Vec<[u32; 3]>, left: &Column, right: &Column) {
    let (mut i, mut j) = (0, 0);
    while i + 1 < left.len() || j + 1 < right.len() {
        let (low_left, low_right) = (left[i].1, right[j].1);
        let is_left = match (left.get(i + 1), right.get(j + 1)) {
            (Some(left), Some(right)) => left.0 < right.0,
            (left, _) => left.is_some(),
        };
        if is_left {
            i += 1;
        } else {
            j += 1;
        }
        let high = if is_left { left[i].1 } else { right[j].1 };
        triangles.push([low_left, low_right, high]);
    }
}
