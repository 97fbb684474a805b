//! The edges of a section as polylines and its cells as triangles.

use std::ops::Range;

use glam::DVec2;

use super::region::{triangulate_bridged, triangulate_region};
use super::section::Section;
use crate::MeshTolerance;
use crate::outline::arc_steps;
use crate::segment::Segment;

/// Below this chord tolerance (model units) cells are taken as they are.
const FINEST_TOLERANCE: f64 = 1e-7;

/// The edges of a section as polylines, and the cells that have caps as triangles.
pub(crate) struct Flattened {
    /// For each edge the points between its ends.
    pub(crate) inner: Vec<Vec<DVec2>>,
    /// For each cell triangles of the points along its loops, counter-clockwise: for each half-edge
    /// of each loop its first vertex and the points up to the next.
    pub(crate) triangles: Vec<Vec<[u32; 3]>>,
}

impl Flattened {
    /// All polylines keep the tolerance. Where those around a cell cross they are made finer. Lines
    /// marked in `halved` have a point in their middle.
    pub(crate) fn of(section: &Section, tolerance: MeshTolerance, halved: &[bool]) -> Self {
        let inner = halved.iter().enumerate().map(|(edge, halved)| {
            let segment = section.segment(edge);
            match segment.bend {
                None if *halved => vec![segment.point_at(0.5)],
                _ => inner_points(&segment, tolerance),
            }
        });
        let mut flattened = Self {
            inner: inner.collect(),
            triangles: vec![Vec::new(); section.cells.len()],
        };
        let has_caps = |cell: &usize| !section.cells[*cell].caps.is_empty();
        let mut tolerances = vec![tolerance; section.edges.len()];
        let mut open: Vec<usize> = (0..section.cells.len()).filter(has_caps).collect();
        while let Some(cell) = open.pop() {
            let (points, loops) = flattened.polygon(section, cell);
            if let Some(triangles) = triangulate_region(&points, &loops) {
                flattened.triangles[cell] = triangles;
            } else if flattened.refine(section, cell, &mut tolerances) {
                open.extend(neighbours(section, cell).filter(has_caps));
            } else {
                flattened.triangles[cell] = triangulate_bridged(&points, &loops);
            }
        }
        flattened
    }

    /// The points along a cell's loops and which belong to which loop.
    fn polygon(&self, section: &Section, cell: usize) -> (Vec<DVec2>, Vec<Range<usize>>) {
        let mut points = Vec::new();
        let mut loops = Vec::new();
        for boundary in &section.cells[cell].loops {
            let first = points.len();
            for half in boundary {
                points.push(section.vertices[section.tail(*half)]);
                let inner = self.inner[half.edge].iter().copied();
                if half.reversed {
                    points.extend(inner.rev());
                } else {
                    points.extend(inner);
                }
            }
            loops.push(first..points.len());
        }
        (points, loops)
    }

    /// Makes the arcs around a cell finer; `false` where there are none or all are as fine as can be.
    fn refine(&mut self, section: &Section, cell: usize, tolerances: &mut [MeshTolerance]) -> bool {
        let mut is_finer = false;
        for half in section.cells[cell].loops.iter().flatten() {
            let tolerance = &mut tolerances[half.edge];
            if section.edges[half.edge].bend.is_some() && tolerance.chord() > FINEST_TOLERANCE {
                *tolerance = tolerance.with_chord(tolerance.chord() / 4.0);
                self.inner[half.edge] = inner_points(&section.segment(half.edge), *tolerance);
                is_finer = true;
            }
        }
        is_finer
    }
}

/// A cell and those beyond its arcs.
fn neighbours(section: &Section, cell: usize) -> impl Iterator<Item = usize> {
    let edges = section.cells[cell].loops.iter().flatten();
    let arcs = edges
        .map(|half| &section.edges[half.edge])
        .filter(|edge| edge.bend.is_some());
    let mut cells: Vec<usize> = arcs.flat_map(|edge| [edge.left, edge.right]).collect();
    cells.sort_unstable();
    cells.dedup();
    cells.into_iter()
}

/// The points between the ends of an arc's polyline.
fn inner_points(segment: &Segment, tolerance: MeshTolerance) -> Vec<DVec2> {
    let Some(bend) = segment.bend else {
        return Vec::new();
    };
    let steps = arc_steps(bend.radius, bend.sweep_rad, tolerance);
    (1..steps)
        .map(|i| segment.point_at(i as f64 / steps as f64))
        .collect()
}
