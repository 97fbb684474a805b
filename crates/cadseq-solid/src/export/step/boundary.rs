//! A boundary representation as STEP topology: vertices, edges, faces, shells, solids.

use glam::DVec3;

use super::part21::{Entities, Id, list, real};
use crate::Surface;
use crate::brep::{Brep, BrepEdge, BrepFace, EdgeCurve, Lump};

/// Adds the solids and gives the entity of each lump.
pub(super) fn add_solids(entities: &mut Entities, brep: &Brep) -> Vec<Id> {
    let vertices: Vec<Id> = brep
        .vertices
        .iter()
        .map(|&position| {
            let point = entities.point(position);
            entities.add(format_args!("VERTEX_POINT('',{point})"))
        })
        .collect();
    let edges: Vec<Id> = brep
        .edges
        .iter()
        .map(|edge| add_edge(entities, brep, edge, &vertices))
        .collect();
    let faces: Vec<Id> = brep
        .faces
        .iter()
        .map(|face| add_face(entities, face, &edges))
        .collect();
    let lumps = brep.lumps.iter();
    lumps.map(|lump| add_lump(entities, lump, &faces)).collect()
}

fn add_edge(entities: &mut Entities, brep: &Brep, edge: &BrepEdge, vertices: &[Id]) -> Id {
    let [start, end] = [edge.start, edge.end].map(|vertex| brep.vertices[vertex]);
    let curve = match edge.curve {
        EdgeCurve::Line => add_line(entities, start, (end - start).normalize_or_zero()),
        EdgeCurve::Circle {
            center,
            axis,
            radius,
        } => {
            let placement = entities.placement(center, axis, direction_to(start, center));
            entities.add(format_args!("CIRCLE('',{placement},{})", real(radius)))
        }
    };
    let (from, to) = (vertices[edge.start], vertices[edge.end]);
    entities.add(format_args!("EDGE_CURVE('',{from},{to},{curve},.T.)"))
}

fn direction_to(point: DVec3, center: DVec3) -> DVec3 {
    (point - center).normalize_or_zero()
}

fn add_line(entities: &mut Entities, origin: DVec3, direction: DVec3) -> Id {
    let (origin, direction) = (entities.point(origin), entities.direction(direction));
    let vector = entities.add(format_args!("VECTOR('',{direction},1.)"));
    entities.add(format_args!("LINE('',{origin},{vector})"))
}

/// A face; `same_sense` tells whether the surface's own normal is the outward one.
fn add_face(entities: &mut Entities, face: &BrepFace, edges: &[Id]) -> Id {
    let (surface, same_sense) = add_surface(entities, face);
    let mut bounds = Vec::with_capacity(face.loops.len());
    for coedges in &face.loops {
        let oriented: Vec<Id> = coedges
            .iter()
            .map(|coedge| {
                let (edge, forward) = (edges[coedge.edge], truth(!coedge.reversed));
                entities.add(format_args!("ORIENTED_EDGE('',*,*,{edge},{forward})"))
            })
            .collect();
        let edge_loop = entities.add(format_args!("EDGE_LOOP('',{})", list(oriented)));
        let kind = if bounds.is_empty() {
            "FACE_OUTER_BOUND"
        } else {
            "FACE_BOUND"
        };
        bounds.push(entities.add(format_args!("{kind}('',{edge_loop},.T.)")));
    }
    entities.add(format_args!(
        "ADVANCED_FACE('',{},{surface},{})",
        list(bounds),
        truth(same_sense)
    ))
}

fn add_surface(entities: &mut Entities, face: &BrepFace) -> (Id, bool) {
    match face.surface {
        Surface::Plane { point, normal } => {
            let placement = entities.placement(point, normal, face.reference);
            (entities.add(format_args!("PLANE('',{placement})")), true)
        }
        Surface::Cylinder {
            axis_point,
            axis,
            radius,
            concave,
        } => {
            // Angles start at the reference, so that the face never spans the surface's seam.
            let placement = entities.placement(axis_point, axis, face.reference);
            let surface = entities.add(format_args!(
                "CYLINDRICAL_SURFACE('',{placement},{})",
                real(radius)
            ));
            (surface, !concave)
        }
    }
}

/// A solid; the faces of its voids look into the void already.
fn add_lump(entities: &mut Entities, lump: &Lump, faces: &[Id]) -> Id {
    let outer = add_shell(entities, &lump.outer, faces);
    if lump.voids.is_empty() {
        return entities.add(format_args!("MANIFOLD_SOLID_BREP('',{outer})"));
    }
    let voids: Vec<Id> = lump
        .voids
        .iter()
        .map(|shell| {
            let shell = add_shell(entities, shell, faces);
            entities.add(format_args!("ORIENTED_CLOSED_SHELL('',*,{shell},.T.)"))
        })
        .collect();
    entities.add(format_args!("BREP_WITH_VOIDS('',{outer},{})", list(voids)))
}

fn add_shell(entities: &mut Entities, shell: &[usize], faces: &[Id]) -> Id {
    let faces = list(shell.iter().map(|face| faces[*face]));
    entities.add(format_args!("CLOSED_SHELL('',{faces})"))
}

const fn truth(value: bool) -> &'static str {
    if value { ".T." } else { ".F." }
}
