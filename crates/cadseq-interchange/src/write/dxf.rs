//! DXF of one sketch in its own coordinates: release 12, which every reader takes.
//!
//! Curves are `LINE`, `ARC` and `CIRCLE` on the layer `SKETCH`. Release 12 declares no unit; the
//! numbers are millimetres, as laser cutters and CAM programs assume, and a comment says so.

use std::fmt::Write as _;

use cadseq_program::{Arc, Curve};
use glam::DVec2;

use super::escape::comment;
use super::number::angle;
use super::{Design, WriteError};
use crate::LengthUnit;

const UNIT: LengthUnit = LengthUnit::Millimetre;
const LAYER: &str = "SKETCH";

/// What comes before the entities: release 12, one line type, one layer in white (7).
const TABLES: &[(u16, &str)] = &[
    (0, "SECTION"),
    (2, "HEADER"),
    (9, "$ACADVER"),
    (1, "AC1009"),
    (0, "ENDSEC"),
    (0, "SECTION"),
    (2, "TABLES"),
    (0, "TABLE"),
    (2, "LTYPE"),
    (70, "1"),
    (0, "LTYPE"),
    (2, "CONTINUOUS"),
    (70, "0"),
    (3, "Solid line"),
    (72, "65"),
    (73, "0"),
    (40, "0.0"),
    (0, "ENDTAB"),
    (0, "TABLE"),
    (2, "LAYER"),
    (70, "1"),
    (0, "LAYER"),
    (2, LAYER),
    (70, "0"),
    (62, "7"),
    (6, "CONTINUOUS"),
    (0, "ENDTAB"),
    (0, "ENDSEC"),
    (0, "SECTION"),
    (2, "ENTITIES"),
];

/// The DXF of the sketch with this index, from 0.
///
/// # Errors
/// [`WriteError::NoSketch`] where there is none.
pub fn write(design: &Design<'_>, sketch: usize) -> Result<String, WriteError> {
    let drawn = design.sketch(sketch)?;
    let mut text = String::new();
    let title = format!("{}: sketch {sketch}, millimetres", ascii(design.name));
    push(&mut text, 999, &title);
    for (code, value) in TABLES {
        push(&mut text, *code, value);
    }
    for curve in &drawn.curves {
        push_curve(&mut text, curve);
    }
    push(&mut text, 0, "ENDSEC");
    push(&mut text, 0, "EOF");
    Ok(text)
}

/// Release 12 knows no other characters.
fn ascii(name: &str) -> String {
    let plain = comment(name);
    let known = plain.chars().map(|c| if c.is_ascii() { c } else { '?' });
    known.collect()
}

/// A group: its code, its value, a line each.
fn push(text: &mut String, code: u16, value: &str) {
    // Writing into a string cannot fail.
    let _ = write!(text, "{code:>3}\r\n{value}\r\n");
}

fn push_curve(text: &mut String, curve: &Curve) {
    match curve {
        Curve::Line(line) => {
            push_entity(text, "LINE");
            push_point(text, [10, 20], line.start);
            push_point(text, [11, 21], line.end);
        }
        Curve::Circle(circle) => push_circle(text, circle.center, circle.radius),
        Curve::Arc(arc) if arc.sweep_deg.abs() == 360.0 => {
            push_circle(text, arc.center, arc.radius());
        }
        Curve::Arc(arc) => push_arc(text, arc),
    }
}

fn push_circle(text: &mut String, center: DVec2, radius: f64) {
    push_entity(text, "CIRCLE");
    push_point(text, [10, 20], center);
    push(text, 40, &real(UNIT.length(radius)));
}

/// Arcs of DXF run counter-clockwise from their first angle to their second.
fn push_arc(text: &mut String, arc: &Arc) {
    push_entity(text, "ARC");
    push_point(text, [10, 20], arc.center);
    push(text, 40, &real(UNIT.length(arc.radius())));
    let spoke = arc.start - arc.center;
    let start = libm::atan2(spoke.y, spoke.x).to_degrees();
    let low = start.min(start + arc.sweep_deg).rem_euclid(360.0);
    for (code, turned) in [
        (50, low),
        (51, (low + arc.sweep_deg.abs()).rem_euclid(360.0)),
    ] {
        push(text, code, &real(angle(turned)));
    }
}

fn push_entity(text: &mut String, kind: &str) {
    push(text, 0, kind);
    push(text, 8, LAYER);
}

fn push_point(text: &mut String, codes: [u16; 2], point: DVec2) {
    for (code, value) in codes.into_iter().zip(point.to_array()) {
        push(text, code, &real(UNIT.length(value)));
    }
}

/// A real number has a decimal point.
fn real(number: String) -> String {
    if number.contains(['.', 'e']) {
        number
    } else {
        number + ".0"
    }
}
