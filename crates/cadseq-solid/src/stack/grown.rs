//! A stack whose boundary is moved outward by a little.
//!
//! A tool that only reaches the boundary of what it is cut from leaves a film of no thickness there, which no
//! boundary representation can hold. Grown, it cuts the film away.

use glam::DVec2;

use super::Stack;
use super::section::{Section, SectionEdge};
use crate::segment::{Bend, Segment};

/// Sharpest corner that is moved, as the sum of 1 and the cosine between the outward directions beside it: its
/// own way is then at most 3.2 times that of the sides.
const SHARPEST: f64 = 0.2;

impl Stack {
    /// The solid with every face moved outward by `by` (model units, small against its features). `None` for
    /// more than one slab, for loops that touch, for a very sharp corner, and where an inner arc would vanish.
    pub(crate) fn grown(&self, by: f64) -> Option<Self> {
        let &[low, high] = &self.heights[..] else {
            return None;
        };
        Some(Self {
            frame: self.frame,
            tolerance: self.tolerance,
            heights: vec![low - by, high + by],
            section: self.section.grown(by)?,
        })
    }
}

impl Section {
    fn grown(&self, by: f64) -> Option<Self> {
        let mut outward: Vec<Vec<DVec2>> = vec![Vec::new(); self.vertices.len()];
        for (number, edge) in self.edges.iter().enumerate() {
            let directions = outward_at_ends(edge, &self.segment(number))?;
            outward[edge.start].push(directions[0]);
            outward[edge.end].push(directions[1]);
        }
        let vertices = self.vertices.iter().zip(&outward);
        let vertices = vertices.map(|(vertex, outward)| Some(*vertex + way(outward)? * by));
        let vertices: Vec<DVec2> = vertices.collect::<Option<_>>()?;
        let edges = self.edges.iter().map(|edge| {
            let ends = [edge.start, edge.end];
            let before = ends.map(|vertex| self.vertices[vertex]);
            let after = ends.map(|vertex| vertices[vertex]);
            let bend = edge.bend.map(|bend| moved(bend, before, after));
            let is_there = bend.is_none_or(|bend| bend.radius > by);
            is_there.then(|| SectionEdge {
                bend,
                ..edge.clone()
            })
        });
        Some(Self {
            edges: edges.collect::<Option<_>>()?,
            vertices,
            cells: self.cells.clone(),
        })
    }
}

/// The directions out of the material at both ends of an edge; `None` where not just one side is material.
fn outward_at_ends(edge: &SectionEdge, segment: &Segment) -> Option<[DVec2; 2]> {
    let [wall] = &edge.walls[..] else {
        return None;
    };
    let left = [segment.start, segment.end].map(|end| match segment.bend {
        Some(bend) => (bend.center - end).normalize() * bend.sweep_rad.signum(),
        None => (segment.end - segment.start).perp().normalize(),
    });
    Some(left.map(|left| if wall.material_left { -left } else { left }))
}

/// How a corner moves while the two sides beside it move outward by 1.
fn way(outward: &[DVec2]) -> Option<DVec2> {
    let &[a, b] = outward else {
        return None;
    };
    let share = 1.0 + a.dot(b);
    (share >= SHARPEST).then(|| (a + b) / share)
}

/// The arc about the same centre between the moved ends.
fn moved(bend: Bend, before: [DVec2; 2], after: [DVec2; 2]) -> Bend {
    let from_center = |points: [DVec2; 2]| points.map(|point| point - bend.center);
    let (before, after) = (from_center(before), from_center(after));
    let turn = |end: usize| {
        let (a, b) = (before[end], after[end]);
        libm::atan2(a.perp_dot(b), a.dot(b))
    };
    Bend {
        radius: after[0].length().midpoint(after[1].length()),
        sweep_rad: bend.sweep_rad + turn(1) - turn(0),
        ..bend
    }
}

#[cfg(test)]
mod tests {
    use cadseq_program::Program;

    use crate::{Body, Part, Stack};

    const BY: f64 = 1e-3;

    fn stack(curves: &str) -> Stack {
        let text = format!("add_sketch(XZ)\n{curves}add_extrude(0, 2, new)\n");
        let program: Program = text.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        match &*part.solid.bodies()[0] {
            Body::Stack(stack) => stack.clone(),
            Body::Kernel(_) => panic!("one extrude"),
        }
    }

    /// Area and perimeter say by how much the volume grows, but for corners and bent sides.
    #[track_caller]
    fn check(curves: &str, area: f64, perimeter: f64) {
        let stack = stack(curves);
        let grown = stack.grown(BY).expect("grows");
        let expected = (area + perimeter * BY) * (2.0 + 2.0 * BY);
        let error = (grown.volume() - expected).abs();
        assert!(error < 50.0 * BY * BY, "{} for {expected}", grown.volume());
        assert_eq!(grown.brep().faces.len(), stack.brep().faces.len());
    }

    #[test]
    fn each_face_moves_outward() {
        use std::f64::consts::PI;
        let square = "add_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_line(4, 4, 0, 4)\nadd_line(0, 4, 0, 0)\n";
        check(square, 16.0, 16.0);
        check("add_circle(1, 2, 1.5)\n", 2.25 * PI, 3.0 * PI);
        let slot = "add_line(0, -1, 3, -1)\nadd_arc(3, 1, 3, 0, -180)\nadd_line(3, 1, 0, 1)\nadd_arc(0, -1, 0, 0, -180)\n";
        check(slot, 6.0 + PI, 6.0 + 2.0 * PI);
        // Hollow: the hole becomes smaller.
        let ring = format!("{square}add_circle(2, 2, 1)\n");
        check(&ring, 16.0 - PI, 16.0 + 2.0 * PI);
        // A bay: the inner arc becomes smaller.
        let bay = "add_line(0, 0, 1, 0)\nadd_arc(3, 0, 2, 0, 180)\nadd_line(3, 0, 4, 0)\nadd_line(4, 0, 4, 4)\n\
                   add_line(4, 4, 0, 4)\nadd_line(0, 4, 0, 0)\n";
        check(bay, 16.0 - 0.5 * PI, 14.0 + PI);
    }

    #[test]
    fn needles_do_not_grow() {
        let needle = stack("add_line(0, 0, 9, 0)\nadd_line(9, 0, 0, 1)\nadd_line(0, 1, 0, 0)\n");
        assert_eq!(needle.grown(BY), None);
    }
}
