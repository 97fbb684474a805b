//! A closed loop from another vertex, or the other way round. Both keep the vertices exactly, and
//! undo themselves exactly.

use glam::DVec2;

use super::contour::signed_area;
use crate::{Arc, Curve, Line};

/// The loop run the other way round from the same first vertex; arcs change the sign of their
/// sweep.
pub fn reversed(curves: &[Curve]) -> Vec<Curve> {
    let next_start = |index: usize| curves[(index + 1) % curves.len()].start();
    let turned = |(index, curve): (usize, &Curve)| match *curve {
        Curve::Line(line) => Curve::Line(Line {
            start: next_start(index),
            end: line.start,
        }),
        Curve::Arc(arc) => Curve::Arc(Arc {
            start: next_start(index),
            center: arc.center,
            sweep_deg: -arc.sweep_deg,
        }),
        Curve::Circle(circle) => Curve::Circle(circle),
    };
    curves.iter().enumerate().map(turned).rev().collect()
}

/// The loop run from the start of its curve `first`.
pub fn rotated(curves: &[Curve], first: usize) -> Vec<Curve> {
    let mut rotated = curves.to_vec();
    rotated.rotate_left(first);
    rotated
}

/// The curves with which the loop may start: those that start within `tolerance` of the origin, or
/// all where none does. Where the loop touches itself it may not start: it would read as two loops.
pub fn allowed_starts(curves: &[Curve], tolerance: f64) -> Vec<usize> {
    let starts: Vec<DVec2> = curves.iter().map(Curve::start).collect();
    let touches = touching(&starts, tolerance);
    // The loop as it is was not closed before its end, so it may start where it does.
    let allowed: Vec<usize> = (0..curves.len())
        .filter(|&index| index == 0 || !touches[index])
        .collect();
    let at_origin = |&index: &usize| starts[index].length() <= tolerance;
    if allowed.iter().any(&at_origin) {
        allowed.into_iter().filter(at_origin).collect()
    } else {
        allowed
    }
}

/// Whether another of the points lies within `tolerance`, for each point.
fn touching(points: &[DVec2], tolerance: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|&a, &b| points[a].x.total_cmp(&points[b].x));
    let mut touches = vec![false; points.len()];
    for (rank, &a) in order.iter().enumerate() {
        let is_level = |b: &&usize| points[**b].x - points[a].x <= tolerance;
        for &b in order[rank + 1..].iter().take_while(is_level) {
            if points[a].distance(points[b]) <= tolerance {
                (touches[a], touches[b]) = (true, true);
            }
        }
    }
    touches
}

/// The loop run counter-clockwise from the origin or, where no vertex is there, from its leftmost
/// vertex, the lowest of these. A loop without area, to a strip of `tolerance` along it, keeps its
/// direction.
pub fn canonical_loop(curves: &[Curve], tolerance: f64) -> Vec<Curve> {
    let length: f64 = curves.iter().map(Curve::length).sum();
    let turned = if signed_area(curves) < -tolerance * length {
        reversed(curves)
    } else {
        curves.to_vec()
    };
    let starts = allowed_starts(&turned, tolerance);
    let point = |index: usize| turned[index].start();
    let left = starts
        .iter()
        .map(|&index| point(index).x)
        .fold(f64::INFINITY, f64::min);
    let order = |point: DVec2| (point.y, point.x);
    let first = starts
        .into_iter()
        .filter(|&index| point(index).x <= left + tolerance)
        .min_by(|&a, &b| {
            order(point(a))
                .partial_cmp(&order(point(b)))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
    rotated(&turned, first.unwrap_or(0))
}
