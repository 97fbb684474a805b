//! DXF of one sketch in its own coordinates, in millimetres, as the header's `$INSUNITS` says: release 2000, the
//! first whose header can.
//!
//! Closed outlines are `LWPOLYLINE`s, their arcs bulges; other curves are `LINE`, `ARC` and `CIRCLE`. All are
//! on the layer `SKETCH`.

mod document;
mod groups;

use cadseq_program::{Arc, Curve, Line};
use glam::DVec2;

use super::escape::comment;
use super::number::{angle, number};
use super::outlines::{Drawn, Link, outlines};
use super::{Design, WriteError};
use crate::LengthUnit;
use document::{LAST_HANDLE, LAYER, MODEL_SPACE};
use groups::Groups;

const UNIT: LengthUnit = LengthUnit::Millimetre;

/// The DXF of the sketch with this index, from 0.
///
/// # Errors
/// [`WriteError::NoSketch`] where there is none.
pub fn write(design: &Design<'_>, sketch: usize) -> Result<String, WriteError> {
    let drawn = design.sketch(sketch)?;
    let title = format!("{}: sketch {sketch}, millimetres", design.name);
    Ok(of_curves(&title, &drawn.curves))
}

/// The DXF of curves in sketch coordinates, closed or not, under a title.
pub fn of_curves(title: &str, curves: &[Curve]) -> String {
    let mut entities = Groups::new(LAST_HANDLE);
    for one in outlines(curves) {
        match one {
            Drawn::Outline(links) => push_outline(&mut entities, &links),
            Drawn::Curve(Curve::Line(line)) => push_line(&mut entities, &line),
            Drawn::Curve(Curve::Circle(circle)) => {
                push_circle(&mut entities, circle.center, circle.radius);
            }
            Drawn::Curve(Curve::Arc(arc)) if arc.sweep_deg.abs() == 360.0 => {
                push_circle(&mut entities, arc.center, arc.radius());
            }
            Drawn::Curve(Curve::Arc(arc)) => push_arc(&mut entities, &arc),
        }
    }
    document::around(&ascii(title), entities)
}

/// Release 2000 has the characters of one code page; ASCII is in all of them.
fn ascii(name: &str) -> String {
    let plain = comment(name);
    let known = plain.chars().map(|c| if c.is_ascii() { c } else { '?' });
    known.collect()
}

/// A closed polyline: a corner and a bulge a link.
fn push_outline(entities: &mut Groups, links: &[Link]) {
    push_entity(entities, "LWPOLYLINE", "AcDbPolyline");
    entities.push(90, &links.len().to_string());
    entities.push(70, "1");
    for link in links {
        let (corner, is_computed) = link.start();
        let length = |value| {
            if is_computed {
                UNIT.derived(value)
            } else {
                UNIT.length(value)
            }
        };
        for (code, value) in [(10, corner.x), (20, corner.y)] {
            entities.push(code, &real(length(value)));
        }
        let bulge = link.bulge();
        if bulge != 0.0 {
            entities.push(42, &real(number(bulge)));
        }
    }
}

fn push_line(entities: &mut Groups, line: &Line) {
    push_entity(entities, "LINE", "AcDbLine");
    push_point(entities, [10, 20, 30], line.start);
    push_point(entities, [11, 21, 31], line.end);
}

fn push_circle(entities: &mut Groups, center: DVec2, radius: f64) {
    push_entity(entities, "CIRCLE", "AcDbCircle");
    push_point(entities, [10, 20, 30], center);
    entities.push(40, &real(UNIT.length(radius)));
}

/// Arcs of DXF run counter-clockwise from their first angle to their second.
fn push_arc(entities: &mut Groups, arc: &Arc) {
    push_entity(entities, "ARC", "AcDbCircle");
    push_point(entities, [10, 20, 30], arc.center);
    entities.push(40, &real(UNIT.length(arc.radius())));
    entities.push(100, "AcDbArc");
    let spoke = arc.start - arc.center;
    let start = libm::atan2(spoke.y, spoke.x).to_degrees();
    let low = start.min(start + arc.sweep_deg).rem_euclid(360.0);
    for (code, turned) in [
        (50, low),
        (51, (low + arc.sweep_deg.abs()).rem_euclid(360.0)),
    ] {
        entities.push(code, &real(angle(turned)));
    }
}

fn push_entity(entities: &mut Groups, kind: &str, class: &str) {
    entities.push(0, kind);
    let handle = entities.next_handle();
    entities.push_handle(5, handle);
    entities.push_handle(330, MODEL_SPACE);
    entities.push_all(&[(100, "AcDbEntity"), (8, LAYER)]);
    entities.push(100, class);
}

fn push_point(entities: &mut Groups, [x, y, z]: [u16; 3], point: DVec2) {
    entities.push(x, &real(UNIT.length(point.x)));
    entities.push(y, &real(UNIT.length(point.y)));
    entities.push(z, "0.0");
}

/// A real number has a decimal point.
fn real(number: String) -> String {
    if number.contains(['.', 'e']) {
        number
    } else {
        number + ".0"
    }
}
