//! A point on the face that a sketch lies on, by which the Gym finds that face.

use cadseq_program::{FaceReference, SketchPlane};
use cadseq_solid::Outline;
use cadseq_solid::build::Extrusion;
use glam::DVec3;

use super::membership::Membership;
use crate::write::Design;
use crate::write::code::outlines;

/// Places along the line and up the side of a swept face where a point is looked for.
const GRID: u32 = 15;

/// A world point on the face of the sketch with this index: the one that the program gives, or one
/// that lies inside the face as the extrudes so far have left it. `None` where the sketch lies on
/// no face, or where no such point is found.
pub(super) fn point_on(design: &Design<'_>, sketch: usize) -> Option<DVec3> {
    let placed = &design.part.sketches[sketch];
    let SketchPlane::Face(face) = design.plane(placed) else {
        return None;
    };
    let points = match face {
        FaceReference::Point(point) => return Some(point),
        FaceReference::Start { extrude } => cap(design, extrude, |e| e.start),
        FaceReference::End { extrude } => cap(design, extrude, |e| e.end),
        FaceReference::Side { sketch, curve } => side(design, sketch, curve),
    };
    let so_far = design
        .part
        .extrusions
        .iter()
        .take_while(|e| e.operation < placed.operation);
    let solid = Membership::new(design, so_far);
    points
        .into_iter()
        .find(|point| solid.has_face(*point, &placed.frame))
}

/// Points of the start or the end face, those farthest from its boundary first.
fn cap(design: &Design<'_>, extrude: usize, height: fn(&Extrusion) -> f64) -> Vec<DVec3> {
    let extrusion = &design.part.extrusions[extrude];
    let frame = design.part.sketches[extrusion.sketch].frame;
    let inside = extrusion.regions.iter().flat_map(super::inside::candidates);
    let lifted = inside.map(|point| frame.to_world(point, height(extrusion)));
    lifted.collect()
}

/// Points of what a curve sweeps, from the middle out.
fn side(design: &Design<'_>, sketch: usize, curve: usize) -> Vec<DVec3> {
    let frame = design.part.sketches[sketch].frame;
    let places = || (0..GRID).map(from_the_middle);
    let mut points = Vec::new();
    for extrusion in design.part.extrusions.iter().filter(|e| e.sketch == sketch) {
        let outlines = extrusion.regions.iter().flat_map(outlines);
        let segments = outlines.flat_map(Outline::segments);
        for segment in segments.filter(|segment| segment.source as usize == curve) {
            for (along, up) in places().flat_map(|along| places().map(move |up| (along, up))) {
                let height = extrusion.start + (extrusion.end - extrusion.start) * up;
                points.push(frame.to_world(segment.point_at(along), height));
            }
        }
    }
    points
}

/// Fractions 1/2, then ever farther to either side of it.
fn from_the_middle(k: u32) -> f64 {
    let step = f64::from(k.div_ceil(2)) / f64::from(GRID + 1);
    if k.is_multiple_of(2) {
        0.5 - step
    } else {
        0.5 + step
    }
}
