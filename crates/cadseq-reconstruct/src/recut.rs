//! A second look at a fitted loop: its cap's edges, now known to a fraction of a pixel, are cut again
//! into three lines or arcs. A fit alone cannot move a corner far along a smooth joint.

use cadseq_render::View;
use glam::DVec2;

use crate::edges::EdgeField;
use crate::segmentation::Stretches;
use crate::shape::{Profile, Shape};
use crate::wire::{EdgeKind, marks};

/// How far from the fitted outline edges are looked for, in pixels.
const REACH_PX: f64 = 7.0;

/// Points of the outline on both sides of the first corner that can be it.
const START_REACH: usize = 2;

/// Most points that are cut.
const MOST_POINTS: usize = 110;

/// The loop with its cap's edges cut anew, in the `count` best ways.
pub fn recut(shape: &Shape, view: &View, edges: &impl EdgeField, count: usize) -> Vec<Shape> {
    if !matches!(shape.profile, Profile::Loop { .. }) {
        return Vec::new();
    }
    let points = cap_points(shape, view, edges);
    if points.len() < 12 {
        return Vec::new();
    }
    let last = points.len();
    let starts = (0..=START_REACH).chain(last - START_REACH..last);
    Stretches::new(points)
        .best_cuts(starts, count)
        .into_iter()
        .map(|cut| {
            let corners = [cut.corners[1], cut.corners[2]];
            let bulges = cut.bulges.map(|bulge| bulge.clamp(-1.0, 1.0));
            Shape {
                profile: Profile::Loop {
                    corners,
                    bulges,
                    bends: [true; 3],
                },
                ..*shape
            }
        })
        .collect()
}

/// The edges found beside the cap's outline, along it, in sketch coordinates.
fn cap_points(shape: &Shape, view: &View, edges: &impl EdgeField) -> Vec<DVec2> {
    let (cap, _) = shape.heights();
    let (eye, eye_height) = shape.plane.to_sketch(view.camera.position);
    let mut found: Vec<(f64, DVec2)> = marks(shape, view)
        .into_iter()
        .filter(|mark| {
            mark.fall == 0.0
                && matches!(
                    mark.kind,
                    EdgeKind::CapOverBackground | EdgeKind::CapOverSide
                )
        })
        .filter_map(|mark| {
            let edge = edges.find(&mark, REACH_PX)?;
            let pixel = mark.pixel + mark.inward * edge.offset;
            let ray = view.camera.ray(view.view_plane_from_pixel(pixel));
            let (direction, fall) = shape.plane.to_sketch(ray);
            let point = eye + direction * ((cap - eye_height) / fall);
            Some((mark.curve as f64 + mark.t, point))
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let every = found.len().div_ceil(MOST_POINTS).max(1);
    found
        .into_iter()
        .step_by(every)
        .map(|(_, point)| point)
        .collect()
}
