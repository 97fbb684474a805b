//! The boundary of a prism as STEP topology: vertices, edges, faces, shell.

use std::f64::consts::TAU;

use glam::{DVec2, DVec3};

use super::part21::{Entities, Id, list, real};
use crate::Prism;
use crate::outline::{Bend, Outline, Segment};

/// What stands over one corner of the outline and the curve that leaves it.
struct Column {
    /// Edges along the curve at the lower and the upper end.
    rims: [Id; 2],
    /// The edge from the lower to the upper corner; the seam of a full cylinder.
    rise: Id,
}

/// Adds the solid and gives its `MANIFOLD_SOLID_BREP`.
pub(super) fn add_solid(entities: &mut Entities, prism: &Prism) -> Id {
    let segments = boundary_segments(prism.outline());
    let columns = add_columns(entities, prism, &segments);
    let mut faces = add_caps(entities, prism, &columns).to_vec();
    for (i, segment) in segments.iter().enumerate() {
        let next = &columns[(i + 1) % columns.len()];
        faces.push(add_side(entities, prism, segment, &columns[i], next));
    }
    let shell = entities.add(format_args!("CLOSED_SHELL('',{})", list(faces)));
    entities.add(format_args!("MANIFOLD_SOLID_BREP('',{shell})"))
}

/// The outline's segments; a circle is one arc of a full turn.
fn boundary_segments(outline: &Outline) -> Vec<Segment> {
    match outline {
        Outline::Circle { center, radius } => {
            let corner = *center + DVec2::X * *radius;
            let bend = Some(Bend {
                center: *center,
                radius: *radius,
                sweep_rad: TAU,
            });
            vec![Segment {
                start: corner,
                end: corner,
                bend,
                source: 0,
            }]
        }
        Outline::Loop(segments) => segments.clone(),
    }
}

fn add_columns(entities: &mut Entities, prism: &Prism, segments: &[Segment]) -> Vec<Column> {
    let (low, high) = prism.heights();
    let corners: Vec<[Id; 2]> = segments
        .iter()
        .map(|segment| {
            [low, high].map(|height| {
                let point = entities.point(prism.plane().to_world(segment.start, height));
                entities.add(format_args!("VERTEX_POINT('',{point})"))
            })
        })
        .collect();
    let up = prism.plane().normal();
    let mut columns = Vec::with_capacity(segments.len());
    for (i, segment) in segments.iter().enumerate() {
        let (from, to) = (corners[i], corners[(i + 1) % corners.len()]);
        let rims = [(low, 0), (high, 1)].map(|(height, end)| {
            let curve = add_curve(entities, prism, segment, height);
            add_edge(entities, from[end], to[end], curve)
        });
        let foot = prism.plane().to_world(segment.start, low);
        let line = add_line(entities, foot, up);
        columns.push(Column {
            rims,
            rise: add_edge(entities, from[0], from[1], line),
        });
    }
    columns
}

fn add_edge(entities: &mut Entities, from: Id, to: Id, curve: Id) -> Id {
    entities.add(format_args!("EDGE_CURVE('',{from},{to},{curve},.T.)"))
}

fn add_line(entities: &mut Entities, origin: DVec3, direction: DVec3) -> Id {
    let (origin, direction) = (entities.point(origin), entities.direction(direction));
    let vector = entities.add(format_args!("VECTOR('',{direction},1.)"));
    entities.add(format_args!("LINE('',{origin},{vector})"))
}

/// The line or circle under a segment, lifted, running from its start to its end.
fn add_curve(entities: &mut Entities, prism: &Prism, segment: &Segment, height: f64) -> Id {
    let plane = prism.plane();
    let Some(bend) = segment.bend else {
        let along = plane.to_world((segment.end - segment.start).normalize_or_zero(), 0.0);
        return add_line(entities, plane.to_world(segment.start, height), along);
    };
    let center = plane.to_world(bend.center, height);
    let axis = plane.normal() * bend.sweep_rad.signum();
    let placement = entities.placement(center, axis, radial(prism, &bend, segment.start));
    entities.add(format_args!("CIRCLE('',{placement},{})", real(bend.radius)))
}

/// Unit direction from an arc's centre to a point of the arc.
fn radial(prism: &Prism, bend: &Bend, point: DVec2) -> DVec3 {
    prism
        .plane()
        .to_world((point - bend.center).normalize_or(DVec2::X), 0.0)
}

/// The lower cap, seen from below, and the upper one.
fn add_caps(entities: &mut Entities, prism: &Prism, columns: &[Column]) -> [Id; 2] {
    let (low, high) = prism.heights();
    let (up, reference) = (prism.plane().normal(), prism.plane().x_axis());
    let lower: Vec<(Id, bool)> = columns.iter().rev().map(|c| (c.rims[0], false)).collect();
    let upper: Vec<(Id, bool)> = columns.iter().map(|c| (c.rims[1], true)).collect();
    [(low, -up, lower), (high, up, upper)].map(|(height, normal, edges)| {
        let placement = entities.placement(up * height, normal, reference);
        let surface = entities.add(format_args!("PLANE('',{placement})"));
        add_face(entities, &edges, surface, true)
    })
}

fn add_side(
    entities: &mut Entities,
    prism: &Prism,
    segment: &Segment,
    column: &Column,
    next: &Column,
) -> Id {
    let plane = prism.plane();
    let (low, _) = prism.heights();
    let edges = [
        (column.rims[0], true),
        (next.rise, true),
        (column.rims[1], false),
        (column.rise, false),
    ];
    let Some(bend) = segment.bend else {
        let along = (segment.end - segment.start).normalize_or_zero();
        let outward = plane.to_world(-along.perp(), 0.0);
        let origin = plane.to_world(segment.start, low);
        let placement = entities.placement(origin, outward, plane.to_world(along, 0.0));
        let surface = entities.add(format_args!("PLANE('',{placement})"));
        return add_face(entities, &edges, surface, true);
    };
    // The cylinder's angle starts where the arc does, so that the face never spans its seam.
    let convex = bend.sweep_rad > 0.0;
    let first = if convex { segment.start } else { segment.end };
    let center = plane.to_world(bend.center, low);
    let placement = entities.placement(center, plane.normal(), radial(prism, &bend, first));
    let surface = entities.add(format_args!(
        "CYLINDRICAL_SURFACE('',{placement},{})",
        real(bend.radius)
    ));
    add_face(entities, &edges, surface, convex)
}

/// A face bounded by one loop, counter-clockwise about the outward normal. `same_sense` tells
/// whether that is the surface's own normal.
fn add_face(entities: &mut Entities, edges: &[(Id, bool)], surface: Id, same_sense: bool) -> Id {
    let oriented: Vec<Id> = edges
        .iter()
        .map(|(edge, forward)| {
            entities.add(format_args!(
                "ORIENTED_EDGE('',*,*,{edge},{})",
                truth(*forward)
            ))
        })
        .collect();
    let edge_loop = entities.add(format_args!("EDGE_LOOP('',{})", list(oriented)));
    let bound = entities.add(format_args!("FACE_OUTER_BOUND('',{edge_loop},.T.)"));
    entities.add(format_args!(
        "ADVANCED_FACE('',({bound}),{surface},{})",
        truth(same_sense)
    ))
}

const fn truth(value: bool) -> &'static str {
    if value { ".T." } else { ".F." }
}
