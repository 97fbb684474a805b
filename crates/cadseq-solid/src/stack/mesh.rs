//! A stack as a triangle mesh, from the tiles of its boundary.

use std::ops::Range;

use glam::DVec3;

use super::Stack;
use super::boundary::{Boundary, Chains, Faces, Path, TileKind};
use super::flattened::Flattened;
use crate::arrangement::HalfEdge;
use crate::{Edge, Face, Mesh, MeshTolerance};

impl Stack {
    /// A watertight mesh whose sides keep the tolerance; a number is a distance in model units.
    /// Faces and edges are those of [`Stack::brep`], in its order, but for seams.
    pub fn mesh(&self, tolerance: impl Into<MeshTolerance>) -> Mesh {
        let boundary = Boundary::of(self);
        let faces = Faces::of(self, &boundary);
        let chains = Chains::of(&boundary, &faces);
        let brep = self.assembled(&boundary, &faces, &chains);
        let doubled = boundary.doubled_coedges();
        let halved = self.halved_edges(&boundary, &doubled);
        let flattened = Flattened::of(&self.section, tolerance.into(), &halved);
        let mut mesh = Mesher::new(self, &boundary, flattened, &doubled);
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

    /// The edges of the section along which doubled coedges run.
    fn halved_edges(&self, boundary: &Boundary, doubled: &[bool]) -> Vec<bool> {
        let mut halved = vec![false; self.section.edges.len()];
        for (coedge, _) in boundary
            .coedges
            .iter()
            .zip(doubled)
            .filter(|(_, doubled)| **doubled)
        {
            if let Path::Rim { edge, .. } = coedge.path {
                halved[edge] = true;
            }
        }
        halved
    }
}

/// A mesh that grows tile by tile. Its corners are those of the boundary, then the points between
/// them: along arcs, and in the middle of straight coedges that are doubled.
struct Mesher<'a> {
    stack: &'a Stack,
    boundary: &'a Boundary,
    flattened: Flattened,
    /// For each coedge the points between its ends, by the numbers of their corners.
    inner: Vec<Range<usize>>,
    corner_count: usize,
    triangles: Vec<[u32; 3]>,
    triangle_tiles: Vec<usize>,
}

/// An upright line of a wall from bottom to top: numbers that grow with the height, and corners.
type Column = Vec<(usize, u32)>;

impl<'a> Mesher<'a> {
    fn new(
        stack: &'a Stack,
        boundary: &'a Boundary,
        flattened: Flattened,
        doubled: &[bool],
    ) -> Self {
        let mut inner = vec![0..0; boundary.coedges.len()];
        let mut corner_count = boundary.corner_count;
        for (number, coedge) in boundary.coedges.iter().enumerate() {
            if number < coedge.twin {
                let count = match coedge.path {
                    Path::Rim { edge, .. } => flattened.inner[edge].len(),
                    Path::Rise { .. } => usize::from(doubled[number]),
                };
                let range = corner_count..corner_count + count;
                inner[coedge.twin] = range.clone();
                inner[number] = range;
                corner_count += count;
            }
        }
        Self {
            stack,
            boundary,
            flattened,
            inner,
            corner_count,
            triangles: Vec::new(),
            triangle_tiles: Vec::new(),
        }
    }

    fn positions(&self) -> Vec<DVec3> {
        let stack = self.stack;
        let mut positions = vec![DVec3::ZERO; self.corner_count];
        for (number, coedge) in self.boundary.coedges.iter().enumerate() {
            let corner = self.boundary.corners[number];
            let inner = &mut self.inner[number].clone();
            match coedge.path {
                Path::Rise { vertex, from, to } => {
                    let ends = [from, to].map(|level| stack.position(vertex, level));
                    positions[corner] = ends[0];
                    for middle in inner {
                        positions[middle] = ends[0].midpoint(ends[1]);
                    }
                }
                Path::Rim {
                    edge,
                    level,
                    reversed,
                } => {
                    let tail = stack.section.tail(HalfEdge { edge, reversed });
                    positions[corner] = stack.position(tail, level);
                    for (point, inner) in self.flattened.inner[edge].iter().zip(inner) {
                        positions[inner] = stack.frame.to_world(*point, stack.heights[level]);
                    }
                }
            }
        }
        positions
    }

    /// Corners along a coedge, both ends included.
    fn corners_along(&self, coedge: usize) -> Vec<u32> {
        let mut corners = vec![self.boundary.corners[coedge] as u32];
        let inner = self.inner[coedge].clone().map(|corner| corner as u32);
        if let Path::Rim { reversed: true, .. } = self.boundary.coedges[coedge].path {
            corners.extend(inner.rev());
        } else {
            corners.extend(inner);
        }
        corners.push(self.boundary.head(coedge) as u32);
        corners
    }

    fn add_tile(&mut self, tile: usize) {
        let triangles = match self.boundary.tiles[tile].kind {
            TileKind::Cap { cell, rank } => self.cap(tile, cell, rank % 2 == 1),
            TileKind::Wall { .. } => self.wall(tile),
        };
        self.triangle_tiles
            .extend(std::iter::repeat_n(tile, triangles.len()));
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
        let is_rim =
            |coedge: &usize| matches!(self.boundary.coedges[*coedge].path, Path::Rim { .. });
        let top = (range.start + 1..range.end)
            .find(is_rim)
            .expect("a wall has a top rim");
        let bottom_corners = self.corners_along(range.start);
        let mut top_corners = self.corners_along(top);
        top_corners.reverse();
        let ends = bottom_corners.into_iter().zip(top_corners);
        let mut columns: Vec<Column> = ends
            .map(|(low, high)| vec![(0, low), (usize::MAX, high)])
            .collect();
        let last = columns.len() - 1;
        columns[last] = self.climb(range.start + 1..top);
        columns[0] = self.climb((top + 1..range.end).rev());
        columns
    }

    /// The upright line of coedges from bottom to top.
    fn climb(&self, coedges: impl Iterator<Item = usize>) -> Column {
        let mut column = Column::new();
        for coedge in coedges {
            let Path::Rise { from, to, .. } = self.boundary.coedges[coedge].path else {
                continue;
            };
            let mut corners = self.corners_along(coedge);
            if from > to {
                corners.reverse();
            }
            column.pop();
            let low = 2 * from.min(to);
            column.extend(
                corners
                    .iter()
                    .enumerate()
                    .map(|(i, corner)| (low + i, *corner)),
            );
        }
        if let Some(top) = column.last_mut() {
            top.0 = usize::MAX;
        }
        column
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
