//! Planar faces by where they come from and by where they are: what sketches on faces ask for.

use glam::{DVec2, DVec3};

use super::Stack;
use crate::FaceOrigin;
use crate::planar_face::{PlanarFace, Planes};

impl Stack {
    /// The planes of what remains of the faces with this origin; none where nothing is left or the
    /// face is a cylinder.
    pub fn planes_of(&self, origin: FaceOrigin) -> Vec<PlanarFace> {
        let is_of = |origins: &[FaceOrigin]| origins.binary_search(&origin).is_ok();
        let mut planes = Planes::new(self.tolerance);
        for (number, cell) in self.section.cells.iter().enumerate() {
            for (rank, cap) in cell
                .caps
                .iter()
                .enumerate()
                .filter(|(_, cap)| is_of(&cap.origins))
            {
                planes.add(self.cap_plane(number, rank), &cap.origins);
            }
        }
        for (number, edge) in self.section.edges.iter().enumerate() {
            for wall in edge.walls.iter().filter(|wall| is_of(&wall.origins)) {
                if let Some(plane) = self.wall_plane(number, wall.material_left) {
                    planes.add(plane, &wall.origins);
                }
            }
        }
        planes.found
    }

    /// The planar faces within `tolerance` (model units) of a world position, with the origins that
    /// they have there: two or more along an edge, none inside and outside of the solid.
    pub fn planar_faces_at(&self, position: DVec3, tolerance: f64) -> Vec<PlanarFace> {
        let (flat, height) = self.frame.to_sketch(position);
        let mut planes = Planes::new(tolerance);
        for number in self.cells_near(flat, tolerance) {
            for (rank, cap) in self.section.cells[number].caps.iter().enumerate() {
                if (self.heights[cap.level] - height).abs() <= tolerance {
                    planes.add(self.cap_plane(number, rank), &cap.origins);
                }
            }
        }
        for (number, edge) in self.section.edges.iter().enumerate() {
            let is_near = self.section.segment(number).distance_to(flat) <= tolerance;
            for wall in edge.walls.iter().filter(|_| is_near) {
                let [low, high] = [wall.span.low, wall.span.high].map(|level| self.heights[level]);
                let is_beside = height >= low - tolerance && height <= high + tolerance;
                let plane = self.wall_plane(number, wall.material_left);
                if let Some(plane) = plane.filter(|_| is_beside) {
                    planes.add(plane, &wall.origins);
                }
            }
        }
        planes.found
    }

    /// The cell at a point and those whose boundary is near.
    fn cells_near(&self, point: DVec2, tolerance: f64) -> Vec<usize> {
        let mut cells = vec![self.section.cell_at(point)];
        for (number, edge) in self.section.edges.iter().enumerate() {
            if self.section.segment(number).distance_to(point) <= tolerance {
                cells.extend([edge.left, edge.right]);
            }
        }
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// Point and outward normal of a cell's cap; a column begins with a lower end.
    fn cap_plane(&self, cell: usize, rank: usize) -> (DVec3, DVec3) {
        let cell = &self.section.cells[cell];
        let corner = self.section.vertices[self.section.tail(cell.loops[0][0])];
        let point = self
            .frame
            .to_world(corner, self.heights[cell.caps[rank].level]);
        let up = self.frame.normal();
        (point, if rank.is_multiple_of(2) { -up } else { up })
    }

    /// Point and outward normal of the walls over an edge; `None` for an arc.
    fn wall_plane(&self, edge: usize, material_left: bool) -> Option<(DVec3, DVec3)> {
        let segment = self.section.segment(edge);
        if segment.bend.is_some() {
            return None;
        }
        let left = (segment.end - segment.start).perp().normalize_or_zero();
        let outward = if material_left { -left } else { left };
        let normal = self.frame.x_axis() * outward.x + self.frame.y_axis() * outward.y;
        Some((self.frame.to_world(segment.start, self.heights[0]), normal))
    }
}
