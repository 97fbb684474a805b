//! The coordinates at which the picture of cross sections changes.

use glam::DVec2;

use super::axes::{P, Q, U};
use super::line::Lines;
use super::part::Part;
use super::scene::Scene;
use crate::segment::{Segment, carrier_meetings};

/// In how many steps a corner is followed to see on which side of an edge it is. It crosses the same
/// edge twice within a step at a graze at most, which leaves the integrand nearly smooth.
const STEPS: usize = 16;

/// Share of the coordinates by which rounding may part edges that touch.
const ROUNDING: f64 = 1e-12;

/// Halvings after which a crossing is known to rounding.
const HALVINGS: usize = 48;

/// Where along u lines begin, end, change their order, or are at a known place of a section.
pub(super) fn breaks(scene: &Scene) -> Vec<f64> {
    let mut breaks = levels(scene, U);
    for axis in [P, Q] {
        let across = P + Q - axis;
        let mut places = levels(scene, across);
        places.extend(marks(scene, across));
        let parts: Vec<&Part> = scene.along(axis).map(|(_, part)| part).collect();
        breaks.extend(wall_breaks(&parts));
        for part in parts {
            breaks.extend(crossings(part, &places));
        }
    }
    breaks
}

/// Where walls of parts that are scanned alike begin, end or change their order. More than needed do
/// no harm.
pub(super) fn wall_breaks(parts: &[&Part]) -> Vec<f64> {
    let walls = parts.iter().flat_map(|part| &part.walls);
    let mut breaks: Vec<f64> = walls
        .flat_map(|wall| [wall.piece.low, wall.piece.high])
        .collect();
    breaks.extend(meetings(parts).into_iter().map(|point| point.x));
    breaks
}

/// Where within a slab of u a corner, of a line across P and one across Q, crosses an edge of the
/// parts along u.
pub(super) fn corner_breaks(
    scene: &Scene,
    p_lines: &Lines,
    q_lines: &Lines,
    slab: [f64; 2],
) -> Vec<f64> {
    let moving = |lines: &Lines| -> Vec<_> {
        let pieces = lines.all.iter().map(|line| line.piece);
        pieces.filter(|piece| !piece.is_level()).collect()
    };
    let (p_pieces, q_pieces) = (moving(p_lines), moving(q_lines));
    let mut breaks = Vec::new();
    for p in &p_pieces {
        for q in &q_pieces {
            let corner = |u: f64| DVec2::new(p.value(u), q.value(u));
            for (segment, _) in scene.along(U).flat_map(|(_, part)| &part.segments) {
                breaks.extend(roots(|u| side(segment, corner(u)), slab));
            }
        }
    }
    breaks
}

/// Below 0 on one side of the line or circle that carries a segment, above 0 on the other.
fn side(segment: &Segment, point: DVec2) -> f64 {
    match segment.bend {
        None => (segment.end - segment.start).perp_dot(point - segment.start),
        Some(bend) => point.distance_squared(bend.center) - bend.radius * bend.radius,
    }
}

/// Where a function changes its sign between one step and the next.
fn roots(f: impl Fn(f64) -> f64, [low, high]: [f64; 2]) -> Vec<f64> {
    let at = |step: usize| low + (high - low) * step as f64 / STEPS as f64;
    let signs: Vec<bool> = (0..=STEPS).map(|step| f(at(step)) > 0.0).collect();
    let changes = (0..STEPS).filter(|&step| signs[step] != signs[step + 1]);
    let root = |step: usize| {
        let (mut a, mut b) = (at(step), at(step + 1));
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(a, b);
            if (f(middle) > 0.0) == signs[step] {
                a = middle;
            } else {
                b = middle;
            }
        }
        b
    };
    changes.map(root).collect()
}

fn levels(scene: &Scene, axis: usize) -> Vec<f64> {
    let parts = scene.along(axis);
    parts.flat_map(|(_, part)| &part.levels).copied().collect()
}

/// Coordinates along P or Q at which a line changes how it cuts the sections of the parts along U:
/// corners, extremes, meetings, and places where the other coordinate's levels cross the edges.
fn marks(scene: &Scene, axis: usize) -> Vec<f64> {
    let parts: Vec<&Part> = scene.along(U).map(|(_, part)| part).collect();
    let mut marks: Vec<f64> = meetings(&parts)
        .into_iter()
        .map(|point| point[axis])
        .collect();
    let other_levels = levels(scene, P + Q - axis);
    for part in parts {
        for (segment, bounds) in &part.segments {
            marks.extend([bounds.min, bounds.max, segment.start, segment.end].map(|c| c[axis]));
        }
        if axis == P {
            marks.extend(crossings(part, &other_levels));
            continue;
        }
        for wall in &part.walls {
            let over = other_levels
                .iter()
                .filter(|level| wall.piece.spans(**level));
            marks.extend(over.map(|level| wall.piece.value(*level)));
        }
    }
    marks
}

/// Where walls reach the places of the coordinate across.
fn crossings(part: &Part, places: &[f64]) -> Vec<f64> {
    let walls = part.walls.iter().filter(|wall| !wall.piece.is_level());
    let each = walls.flat_map(|wall| places.iter().flat_map(|place| wall.piece.crossings(*place)));
    each.filter(|place| place.is_finite()).collect()
}

/// Where edges of the sections of different parts may cross or touch.
fn meetings(parts: &[&Part]) -> Vec<DVec2> {
    let mut points = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        for other in &parts[number + 1..] {
            for (segment, bounds) in &part.segments {
                let farthest = bounds.min.abs().max(bounds.max.abs()).max_element();
                let bounds = bounds.grown(ROUNDING * farthest);
                let near = other
                    .segments
                    .iter()
                    .filter(|(_, box_of)| box_of.meets(&bounds));
                points.extend(
                    near.flat_map(|(other, _)| carrier_meetings(segment, other))
                        .flatten(),
                );
            }
        }
    }
    points
}
