//! A point on the face that a sketch lies on, by which the Gym finds that face.

use cadseq_program::{FaceReference, SketchPlane};
use cadseq_solid::{Extrusion, Feature, Outline};
use glam::DVec3;

use super::membership::Membership;
use crate::write::Design;
use crate::write::code::outlines;

/// Places along the line and up the side of a swept face where a point is looked for.
const GRID: u32 = 15;

/// A world point on the face of the sketch with this index: the one that the program gives, or one
/// that lies inside the face each time that the script goes back to it. `None` where the sketch lies
/// on no face, or where no such point is found.
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
    let states = states(design, sketch);
    let is_free = |point: &DVec3| {
        let has_face = |state: &Membership<'_>| state.has_face(*point, &placed.frame);
        states.iter().all(has_face)
    };
    points.into_iter().find(is_free)
}

/// The solid as it is when the first region of the sketch is drawn, and after each of the sketch's
/// extrudes; after the last one without its last region, with which the script leaves the face.
///
/// Regions only add or only take within one extrude, so a point that is free before and after all of
/// them is free in between.
fn states<'a>(design: &'a Design<'a>, sketch: usize) -> Vec<Membership<'a>> {
    let operation = design.part.sketches[sketch].operation;
    let mut solid = Membership::new(design);
    let features = || design.part.features.iter();
    for Feature::Extrude(before) in features().filter(|one| one.operation() < operation) {
        solid.add(before, &before.regions);
    }
    let mut states = vec![solid.clone()];
    let mut own = features().filter(|one| one.sketch() == sketch).peekable();
    while let Some(Feature::Extrude(extrusion)) = own.next() {
        let mut regions = extrusion.regions.as_slice();
        if own.peek().is_none() {
            regions = regions.split_last().map_or(&[], |(_, before)| before);
        }
        if !regions.is_empty() {
            solid.add(extrusion, regions);
            states.push(solid.clone());
        }
    }
    states
}

/// Points of the start or the end face, those farthest from its boundary first.
fn cap(design: &Design<'_>, extrude: usize, height: fn(&Extrusion) -> f64) -> Vec<DVec3> {
    let Feature::Extrude(extrusion) = &design.part.features[extrude];
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
    let features = design.part.features.iter();
    for Feature::Extrude(extrusion) in features.filter(|one| one.sketch() == sketch) {
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

#[cfg(test)]
mod tests {
    use cadseq_program::Program;
    use cadseq_solid::Part;
    use glam::DVec2;

    use super::*;

    #[test]
    fn the_point_stays_free_while_the_sketch_is_drawn_region_by_region() {
        let text = "add_sketch(XY)\nadd_line(0, 0, 8, 0)\nadd_line(8, 0, 8, 4)\n\
                    add_line(8, 4, 0, 4)\nadd_line(0, 4, 0, 0)\nadd_extrude(0, 1, new)\n\
                    add_sketch(end(0))\nadd_circle(4, 2, 1)\nadd_circle(1.5, 2, 1)\n\
                    add_extrude([0, 1], -1, cut)";
        let program: Program = text.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        let design = Design::new("plate", &program, &part);
        let point = point_on(&design, 1).expect("most of the face is free");
        assert_eq!(point.z, 1.0);
        let from_the_first_hole = point.truncate().distance(DVec2::new(4.0, 2.0));
        assert!(from_the_first_hole > 1.0, "{point}");
    }

    #[test]
    fn the_last_region_may_cover_the_face() {
        let text = "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, new)\n\
                    add_sketch(end(0))\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, join)";
        let program: Program = text.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        let design = Design::new("disc", &program, &part);
        assert!(point_on(&design, 1).is_some());
    }
}
