//! Whether a boundary touches itself within a face.
//!
//! A wedge whose edge reaches a cylinder's wall in one point leaves that wall with a boundary that
//! comes to the point twice, from both sides. The kernel takes it, but other programs read such a
//! face from a file by following its edges, and at that point the way on is not clear.

use std::collections::BTreeMap;

use arris::math::{Aabb, Control};
use arris::ops::OpError;
use arris::ops::query::{Operand, distance};
use arris::topo::entity::{Face, Loop};
use arris::topo::{Body, EdgeId, EntityId, Model, NotFound, Orientation, Shape, VertexId};

/// Whether the boundary of any face of `body` comes to a point more than once.
pub(super) fn is_self_touching(model: &Model, body: Body) -> Result<bool, OpError> {
    for face in model.faces(body)? {
        let sides = sides(model, model.face(face.id)?)?;
        if passes_a_vertex_twice(&sides) || touch_between_vertices(model, &sides)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// An edge that bounds a face.
struct Side {
    edge: EdgeId,
    ends: [VertexId; 2],
    bounds: Option<Aabb>,
}

/// The edges that bound a face. One that it uses twice is a cylinder's seam, which bounds nothing.
fn sides(model: &Model, face: &Face) -> Result<Vec<Side>, NotFound> {
    let mut uses: BTreeMap<EdgeId, usize> = BTreeMap::new();
    for coedge in face.loops().iter().flat_map(Loop::coedges) {
        *uses.entry(coedge.edge()).or_default() += 1;
    }
    let once = uses.into_iter().filter(|&(_, count)| count == 1);
    once.map(|(id, _)| {
        let edge = model.edge(id)?;
        let bounds = match edge.curve() {
            Some((curve, range)) => model.curve(curve)?.bounds(range),
            None => None,
        };
        Ok(Side {
            edge: id,
            ends: [edge.start(), edge.end()],
            bounds,
        })
    })
    .collect()
}

fn passes_a_vertex_twice(sides: &[Side]) -> bool {
    let mut ends: BTreeMap<VertexId, usize> = BTreeMap::new();
    for vertex in sides.iter().flat_map(|side| side.ends) {
        *ends.entry(vertex).or_default() += 1;
    }
    ends.into_values().any(|count| count > 2)
}

/// Whether two sides without a common end are nearer than points that the kernel tells apart.
fn touch_between_vertices(model: &Model, sides: &[Side]) -> Result<bool, OpError> {
    let tolerance = model.precision().default_tolerance;
    for (index, a) in sides.iter().enumerate() {
        for b in &sides[..index] {
            let (Some(box_a), Some(box_b)) = (a.bounds, b.bounds) else {
                continue;
            };
            let are_neighbours = a.ends.iter().any(|end| b.ends.contains(end));
            if are_neighbours || box_a.distance(&box_b) > tolerance {
                continue;
            }
            let [a, b] = [a, b].map(|side| {
                Operand::Shape(Shape::new(EntityId::Edge(side.edge), Orientation::Forward))
            });
            if distance(model, a, b, &Control::NONE)?.distance <= tolerance {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use cadseq_program::Program;

    use super::*;
    use crate::{Body as SolidBody, Note, Part};

    fn check(text: &str, displaced: usize) {
        let program: Program = text.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        let SolidBody::Kernel(body) = &*part.solid.bodies()[0] else {
            panic!("axes cross");
        };
        assert!(!is_self_touching(&body.model, body.body).expect("its own faces"));
        let moved = |note: &&Note| matches!(note, Note::Displaced { .. });
        assert_eq!(part.notes.iter().filter(moved).count(), displaced, "{text}");
    }

    const ROD: &str =
        "add_sketch(YZ)\nadd_circle(0, 0, 2)\nadd_extrude(0, 4, new)\nadd_sketch(XY)\n";

    #[test]
    fn an_edge_that_reaches_a_wall_in_a_point_is_moved() {
        let wedge = "add_line(1, -1, 3, -1)\nadd_line(3, -1, 2, 2)\nadd_line(2, 2, 1, -1)\n\
                     add_extrude(0, 6, join, symmetric)";
        check(&format!("{ROD}{wedge}"), 1);
    }

    #[test]
    fn seams_and_holes_do_not_touch_themselves() {
        let hole = "add_circle(2, 0, 1)\nadd_extrude(0, 6, cut, symmetric)";
        check(&format!("{ROD}{hole}"), 0);
        let pin = "add_circle(2, 0.5, 1)\nadd_extrude(0, 6, join)";
        check(&format!("{ROD}{pin}"), 0);
    }
}
