//! A stack as a boundary representation.

use glam::{DVec2, DVec3};

use super::Stack;
use super::boundary::{Boundary, Chains, Coedge, Faces, Path, TileKind, next_border, shells};
use super::section::{Wall, half_edge};
use crate::arrangement::HalfEdge;
use crate::brep::{Brep, BrepCoedge, BrepEdge, BrepFace, EdgeCurve, Lump};
use crate::origin::unite;
use crate::segment::Bend;
use crate::{FaceOrigin, Surface};

impl Stack {
    /// The boundary: what lies on one plane or cylinder and hangs together is one face, what goes
    /// straight on between two faces one edge. A full cylinder has a seam. Each piece that hangs
    /// together through its inside is a lump.
    pub fn brep(&self) -> Brep {
        let boundary = Boundary::of(self);
        let faces = Faces::of(self, &boundary);
        let chains = Chains::of(&boundary, &faces);
        self.assembled(&boundary, &faces, &chains)
    }

    pub(crate) fn assembled(&self, boundary: &Boundary, faces: &Faces, chains: &Chains) -> Brep {
        let view = View {
            stack: self,
            boundary,
            faces,
            chains,
        };
        let (vertices, edges) = view.edges();
        Brep {
            vertices,
            edges,
            faces: view.faces(),
            lumps: view.lumps(),
        }
    }

    /// The world position over a vertex of the section.
    pub(crate) fn position(&self, vertex: usize, level: usize) -> DVec3 {
        self.frame
            .to_world(self.section.vertices[vertex], self.heights[level])
    }

    /// The world direction of a vector of the section.
    fn direction(&self, flat: DVec2) -> DVec3 {
        self.frame.x_axis() * flat.x + self.frame.y_axis() * flat.y
    }
}

/// All that the boundary representation is made of.
struct View<'a> {
    stack: &'a Stack,
    boundary: &'a Boundary,
    faces: &'a Faces,
    chains: &'a Chains,
}

impl View<'_> {
    fn edges(&self) -> (Vec<DVec3>, Vec<BrepEdge>) {
        let mut numbers = vec![None; self.boundary.corner_count];
        let mut vertices = Vec::new();
        let mut edges = Vec::with_capacity(self.chains.coedges.len());
        for chain in &self.chains.coedges {
            let (first, last) = (chain[0], chain[chain.len() - 1]);
            let ends = [first, self.boundary.coedges[last].next];
            let [start, end] = ends.map(|coedge| {
                *numbers[self.boundary.corners[coedge]].get_or_insert_with(|| {
                    let (vertex, level) = self.tail(&self.boundary.coedges[coedge]);
                    vertices.push(self.stack.position(vertex, level));
                    vertices.len() - 1
                })
            });
            let curve = self.curve(self.boundary.coedges[first].path);
            edges.push(BrepEdge { start, end, curve });
        }
        (vertices, edges)
    }

    /// Vertex of the section and level where a coedge starts.
    fn tail(&self, coedge: &Coedge) -> (usize, usize) {
        match coedge.path {
            Path::Rise { vertex, from, .. } => (vertex, from),
            Path::Rim {
                edge,
                level,
                reversed,
            } => (self.stack.section.tail(HalfEdge { edge, reversed }), level),
        }
    }

    fn curve(&self, path: Path) -> EdgeCurve {
        let Path::Rim {
            edge,
            level,
            reversed,
        } = path
        else {
            return EdgeCurve::Line;
        };
        let Some(bend) = self.carrier(edge) else {
            return EdgeCurve::Line;
        };
        let frame = &self.stack.frame;
        let left = self.stack.section.runs_around(edge, bend.center);
        EdgeCurve::Circle {
            center: frame.to_world(bend.center, self.stack.heights[level]),
            axis: if left == reversed {
                -frame.normal()
            } else {
                frame.normal()
            },
            radius: bend.radius,
        }
    }

    /// The circle under an edge and all that go on along it; `None` for a line.
    fn carrier(&self, edge: usize) -> Option<Bend> {
        self.stack.section.edges[self.faces.carriers[edge]].bend
    }

    /// Length of the edge that a wall stands on; 0 for a cap.
    fn length_under(&self, tile: usize) -> f64 {
        match self.boundary.tiles[tile].kind {
            TileKind::Wall { edge, .. } => self.stack.section.segment(edge).length(),
            TileKind::Cap { .. } => 0.0,
        }
    }

    fn faces(&self) -> Vec<BrepFace> {
        // The tile over the longest edge: one as short as the tolerance may run across the others.
        let mut main_tiles = vec![(0.0, 0); self.faces.count];
        let mut origins: Vec<Vec<FaceOrigin>> = vec![Vec::new(); self.faces.count];
        for (tile, &face) in self.faces.of_tile.iter().enumerate().rev() {
            let length = self.length_under(tile);
            if length >= main_tiles[face].0 {
                main_tiles[face] = (length, tile);
            }
            unite(&mut origins[face], self.origins(tile));
        }
        let loops = self.loops();
        let parts = main_tiles.iter().zip(origins).zip(loops).enumerate();
        parts
            .map(|(face, ((&(_, tile), origins), loops))| {
                let (surface, reference) = self.surface(tile, self.faces.references[face]);
                BrepFace {
                    surface,
                    reference,
                    loops,
                    origins,
                }
            })
            .collect()
    }

    fn origins(&self, tile: usize) -> &[FaceOrigin] {
        let section = &self.stack.section;
        match self.boundary.tiles[tile].kind {
            TileKind::Cap { cell, rank } => &section.cells[cell].caps[rank].origins,
            TileKind::Wall { edge, rank } => &section.edges[edge].walls[rank].origins,
        }
    }

    /// The surface of a tile, and a direction along it as [`BrepFace::reference`] wants it.
    fn surface(&self, tile: usize, reference: Option<usize>) -> (Surface, DVec3) {
        let (stack, section) = (self.stack, &self.stack.section);
        let up = stack.frame.normal();
        match self.boundary.tiles[tile].kind {
            TileKind::Cap { cell, rank } => {
                let cell = &section.cells[cell];
                let point = stack.position(section.tail(cell.loops[0][0]), cell.caps[rank].level);
                let normal = if rank % 2 == 1 { up } else { -up };
                (Surface::Plane { point, normal }, stack.frame.x_axis())
            }
            TileKind::Wall { edge, rank } => {
                let wall = &section.edges[edge].walls[rank];
                let Some(bend) = self.carrier(edge) else {
                    return self.flat_wall(edge, wall);
                };
                let spoke = reference.map(|vertex| section.vertices[vertex] - bend.center);
                let surface = Surface::Cylinder {
                    axis_point: stack
                        .frame
                        .to_world(bend.center, stack.heights[wall.span.low]),
                    axis: up,
                    radius: bend.radius,
                    concave: wall.material_left != section.runs_around(edge, bend.center),
                };
                (
                    surface,
                    stack.direction(spoke.unwrap_or(DVec2::X).normalize_or(DVec2::X)),
                )
            }
        }
    }

    fn flat_wall(&self, edge: usize, wall: &Wall) -> (Surface, DVec3) {
        let section = &self.stack.section;
        let carrier = section.segment(self.faces.carriers[edge]);
        let along = (carrier.end - carrier.start).normalize_or_zero();
        let own = section.segment(edge);
        let is_left = wall.material_left == (along.dot(own.end - own.start) > 0.0);
        let outward = if is_left { -along.perp() } else { along.perp() };
        let level = self.stack.heights[wall.span.low];
        let surface = Surface::Plane {
            point: self.stack.frame.to_world(carrier.start, level),
            normal: self.stack.direction(outward),
        };
        (surface, self.stack.direction(along))
    }

    /// The loops of each face, the one around the most area first.
    fn loops(&self) -> Vec<Vec<Vec<BrepCoedge>>> {
        let mut is_done = vec![false; self.boundary.coedges.len()];
        let mut found: Vec<Vec<(f64, Vec<BrepCoedge>)>> = vec![Vec::new(); self.faces.count];
        for first in 0..self.boundary.coedges.len() {
            if is_done[first] || !self.faces.is_border[first] {
                continue;
            }
            let (mut area, mut coedges) = (0.0, Vec::new());
            let mut coedge = first;
            while !is_done[coedge] {
                is_done[coedge] = true;
                area += self.swept_area(coedge);
                if let Some((edge, reversed)) = self.chains.beginning[coedge] {
                    coedges.push(BrepCoedge { edge, reversed });
                }
                coedge = next_border(self.boundary, self.faces, coedge);
            }
            let tile = self.boundary.coedges[first].tile;
            found[self.faces.of_tile[tile]].push((area.abs(), coedges));
        }
        for loops in &mut found {
            loops.sort_by(|a, b| b.0.total_cmp(&a.0));
        }
        let without_areas = |loops: Vec<(f64, Vec<BrepCoedge>)>| {
            loops.into_iter().map(|(_, coedges)| coedges).collect()
        };
        found.into_iter().map(without_areas).collect()
    }

    /// What a coedge adds to the area inside its loop: on a cap between it and the first vertex, on
    /// an unrolled wall between it and the lowest level.
    fn swept_area(&self, coedge: usize) -> f64 {
        let Coedge { path, tile, .. } = self.boundary.coedges[coedge];
        let Path::Rim {
            edge,
            level,
            reversed,
        } = path
        else {
            return 0.0;
        };
        let half = half_edge(2 * edge + usize::from(reversed));
        let segment = self.stack.section.directed(half);
        if let TileKind::Wall { .. } = self.boundary.tiles[tile].kind {
            let height = self.stack.heights[level] - self.stack.heights[0];
            return if reversed { height } else { -height } * segment.length();
        }
        let origin = self.stack.section.vertices[0];
        let triangle = 0.5 * (segment.start - origin).perp_dot(segment.end - origin);
        triangle + segment.bend.map_or(0.0, |bend| bend.cap_area())
    }

    fn lumps(&self) -> Vec<Lump> {
        let pieces = shells(self.stack, self.boundary).into_iter();
        let lump = |shells: Vec<Vec<usize>>| {
            let mut shells = shells.iter().map(|tiles| self.faces_of(tiles));
            Lump {
                outer: shells.next().unwrap_or_default(),
                voids: shells.collect(),
            }
        };
        pieces.map(lump).collect()
    }

    fn faces_of(&self, tiles: &[usize]) -> Vec<usize> {
        let mut faces: Vec<usize> = tiles.iter().map(|tile| self.faces.of_tile[*tile]).collect();
        faces.sort_unstable();
        faces.dedup();
        faces
    }
}
