//! The curves of a loop.

use cadseq_program::{Circle, Curve};
use cadseq_solid::outline::{DEFAULT_TOLERANCE, Segment};
use cadseq_solid::{Outline, Sketch};
use glam::{DVec2, DVec3};
use serde_json::{Value, json};

use super::{length, vector};
use crate::read::{Piece, Turn};

/// Arcs of one circle between the same points differ by a whole turn.
const HALF_TURN_DEG: f64 = 180.0;

/// The curves of the outline of a profile, or of one of its holes, one after the other.
///
/// Loops are read from their first curve on in the direction in which that one runs, arcs
/// counter-clockwise, and then turned: outlines counter-clockwise, holes clockwise. The walk starts with
/// the lowest curve of the program, and is written backwards where that one is a clockwise arc.
pub(super) fn of_outline(sketch: &Sketch, outline: &Outline, is_outer: bool) -> Vec<Value> {
    let segments = match outline {
        Outline::Circle {
            center,
            radius,
            source,
        } => {
            return vec![circle(
                whole_circle(sketch, *source, *center, *radius),
                *source,
            )];
        }
        Outline::Loop(segments) => segments,
    };
    let sides = segments.iter().map(|segment| Side::new(sketch, segment));
    let mut walk: Vec<Side> = if is_outer {
        sides.collect()
    } else {
        backwards(sides)
    };
    let first = lowest(&walk);
    walk.rotate_left(first);
    let is_clockwise = |turn: Turn| turn.sweep_deg < 0.0;
    if walk[0].piece.turn.is_some_and(is_clockwise) {
        walk = backwards(walk.into_iter());
    }
    walk.iter().map(Side::entity).collect()
}

/// A curve of a walk, or a part of one.
struct Side {
    piece: Piece,
    /// Number of the curve in its sketch.
    source: u32,
}

fn backwards(walk: impl DoubleEndedIterator<Item = Side>) -> Vec<Side> {
    let reversed = |side: Side| Side {
        piece: side.piece.reversed(),
        ..side
    };
    walk.rev().map(reversed).collect()
}

/// Index of the side that starts the lowest curve.
fn lowest(walk: &[Side]) -> usize {
    let before = |index: usize| walk[(index + walk.len() - 1) % walk.len()].source;
    let starts = (0..walk.len()).filter(|&index| before(index) != walk[index].source);
    starts.min_by_key(|&index| walk[index].source).unwrap_or(0)
}

impl Side {
    fn new(sketch: &Sketch, segment: &Segment) -> Self {
        let given = sketch.curves.get(segment.source as usize);
        let whole = given.and_then(|given| whole_curve(given, segment));
        Self {
            piece: whole.unwrap_or_else(|| piece_of(segment)),
            source: segment.source,
        }
    }

    /// The line or the arc; an arc is always written counter-clockwise.
    fn entity(&self) -> Value {
        match self.piece.turn {
            None => json!({
                "type": "Line3D",
                "start_point": flat(self.piece.start),
                "end_point": flat(self.piece.end),
                "curve": name(self.source),
            }),
            Some(turn) if turn.sweep_deg < 0.0 => arc(self.piece.reversed(), turn, self.source),
            Some(turn) => arc(self.piece, turn, self.source),
        }
    }
}

/// The curve of the program that this segment is all of, in the direction of the segment.
fn whole_curve(given: &Curve, segment: &Segment) -> Option<Piece> {
    let turn = match given {
        Curve::Line(_) => None,
        Curve::Arc(arc) => Some(Turn {
            center: arc.center,
            sweep_deg: arc.sweep_deg,
        }),
        Curve::Circle(_) => return None,
    };
    let along = Piece {
        start: given.start(),
        end: given.end(),
        turn,
    };
    let is_same = |piece: &Piece| is_same(piece, &piece_of(segment));
    [along, along.reversed()].into_iter().find(is_same)
}

/// Whether two pieces of one curve are the same but for what snapping moves.
fn is_same(one: &Piece, other: &Piece) -> bool {
    let is_near = |a: DVec2, b: DVec2| a.distance(b) <= 2.0 * DEFAULT_TOLERANCE;
    let turns = match (one.turn, other.turn) {
        (None, None) => true,
        (Some(one), Some(other)) => (one.sweep_deg - other.sweep_deg).abs() < HALF_TURN_DEG,
        _ => false,
    };
    turns && is_near(one.start, other.start) && is_near(one.end, other.end)
}

fn piece_of(segment: &Segment) -> Piece {
    let turn = segment.bend.map(|bend| Turn {
        center: bend.center,
        sweep_deg: bend.sweep_rad.to_degrees(),
    });
    Piece {
        start: segment.start,
        end: segment.end,
        turn,
    }
}

fn whole_circle(sketch: &Sketch, source: u32, center: DVec2, radius: f64) -> Circle {
    match sketch.curves.get(source as usize) {
        Some(&Curve::Circle(circle)) => circle,
        _ => Circle { center, radius },
    }
}

fn circle(Circle { center, radius }: Circle, source: u32) -> Value {
    json!({
        "type": "Circle3D",
        "center_point": flat(center),
        "radius": length(radius),
        "normal": vector(DVec3::Z),
        "curve": name(source),
    })
}

/// A counter-clockwise arc.
fn arc(Piece { start, end, .. }: Piece, turn: Turn, source: u32) -> Value {
    let spoke = start - turn.center;
    json!({
        "type": "Arc3D",
        "center_point": flat(turn.center),
        "start_point": flat(start),
        "end_point": flat(end),
        "radius": length(spoke.length()),
        "normal": vector(DVec3::Z),
        "reference_vector": vector(spoke.normalize_or(DVec2::X).extend(0.0)),
        "start_angle": 0.0,
        "end_angle": turn.sweep_deg.abs().to_radians(),
        "curve": name(source),
    })
}

/// A point of the sketch, in metres.
fn flat(point: DVec2) -> Value {
    vector(point.map(length).extend(0.0))
}

/// What the file calls a curve.
fn name(source: u32) -> String {
    format!("C{source}")
}
