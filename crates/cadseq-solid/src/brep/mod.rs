//! Boundary representation of exact solids: what STEP files and other kernels hold.
//!
//! Vertices, edges on lines and circles, faces on planes and cylinders, shells. World coordinates,
//! model units. Every [`Brep`] is valid by construction: each edge is run through exactly twice, once
//! in each direction, by loops of the same shell, so shells are closed and manifold. Where a solid
//! touches itself, or two solids touch, at an edge or a corner, each side has edges and vertices of
//! its own at the same place.

use glam::DVec3;

use crate::{FaceOrigin, Surface};

/// The boundary of one or more solids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Brep {
    /// Positions of the vertices.
    pub vertices: Vec<DVec3>,
    /// The edges.
    pub edges: Vec<BrepEdge>,
    /// The faces, those of one lump after those of another.
    pub faces: Vec<BrepFace>,
    /// The connected pieces.
    pub lumps: Vec<Lump>,
}

/// An edge between two vertices, or a full circle from a vertex to itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BrepEdge {
    /// Index of the first vertex.
    pub start: usize,
    /// Index of the last vertex; the first one for a full circle.
    pub end: usize,
    /// What carries the edge.
    pub curve: EdgeCurve,
}

/// The curve that carries an edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EdgeCurve {
    /// The straight line between the vertices.
    Line,
    /// A circle; the edge runs on it from start to end counter-clockwise about the axis.
    Circle {
        /// Centre.
        center: DVec3,
        /// Unit direction.
        axis: DVec3,
        /// Radius, above zero.
        radius: f64,
    },
}

/// A face: a part of a surface inside closed loops of edges.
#[derive(Debug, Clone, PartialEq)]
pub struct BrepFace {
    /// The surface, with the outward side.
    pub surface: Surface,
    /// A unit direction along the surface. On a plane any one; on a cylinder from the axis to a
    /// line that the face does not cross (though it may begin and end there, at a seam).
    pub reference: DVec3,
    /// The boundary, counter-clockwise seen from outside; on a plane the outer loop is first. The
    /// side of a full cylinder has a seam: an edge that its loop runs through in both directions.
    pub loops: Vec<Vec<BrepCoedge>>,
    /// What in the program made it: at least one origin, sorted.
    pub origins: Vec<FaceOrigin>,
}

/// An edge as part of a loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrepCoedge {
    /// Index of the edge.
    pub edge: usize,
    /// Whether the loop runs through it from its end to its start.
    pub reversed: bool,
}

/// A solid that hangs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lump {
    /// Faces of the outer shell.
    pub outer: Vec<usize>,
    /// Faces of the shells around closed cavities; they face the cavity.
    pub voids: Vec<Vec<usize>>,
}

impl Brep {
    /// All shells, outer ones and voids.
    pub fn shells(&self) -> impl Iterator<Item = &[usize]> {
        self.lumps.iter().flat_map(|lump| {
            let voids = lump.voids.iter().map(Vec::as_slice);
            std::iter::once(lump.outer.as_slice()).chain(voids)
        })
    }

    /// Genus of the boundary, the number of through holes in all lumps together, by the formula of
    /// Euler and Poincaré: V - E + F - (L - F) = 2 (S - G).
    pub fn genus(&self) -> i64 {
        let [vertices, edges, faces] =
            [self.vertices.len(), self.edges.len(), self.faces.len()].map(|n| n as i64);
        let loops: usize = self.faces.iter().map(|face| face.loops.len()).sum();
        let shells = self.shells().count() as i64;
        shells - (vertices - edges + 2 * faces - loops as i64) / 2
    }
}
