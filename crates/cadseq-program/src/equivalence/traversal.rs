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
    let is_single = |index: usize| {
        let is_near = |other: &&DVec2| other.distance(starts[index]) <= tolerance;
        starts.iter().filter(is_near).count() == 1
    };
    // The loop as it is was not closed before its end, so its own first vertex is a single one.
    let single = (0..curves.len()).filter(|&index| index == 0 || is_single(index));
    let single: Vec<usize> = single.collect();
    let at_origin = |&index: &usize| starts[index].length() <= tolerance;
    if single.iter().any(&at_origin) {
        single.into_iter().filter(at_origin).collect()
    } else {
        single
    }
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
