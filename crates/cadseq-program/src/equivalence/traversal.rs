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
/// all where none does.
pub fn allowed_starts(curves: &[Curve], tolerance: f64) -> Vec<usize> {
    let at_origin = |&index: &usize| curves[index].start().length() <= tolerance;
    let starts: Vec<usize> = (0..curves.len()).filter(at_origin).collect();
    if starts.is_empty() {
        (0..curves.len()).collect()
    } else {
        starts
    }
}

/// The loop run counter-clockwise from the origin or, where no vertex is there, from its leftmost
/// vertex, the lowest of these. A loop without area keeps its direction.
pub fn canonical_loop(curves: &[Curve], tolerance: f64) -> Vec<Curve> {
    let turned = if signed_area(curves) < 0.0 {
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
