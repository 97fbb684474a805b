//! Whether a point lies inside the solid that some extrusions make.

use std::rc::Rc;

use cadseq_program::{BooleanOperation, Frame};
use cadseq_solid::Region;
use cadseq_solid::build::Extrusion;
use glam::{DVec2, DVec3};

use super::inside::Polygons;
use crate::write::Design;

/// How far inside and outside of a face is looked, in model units: less than any plate is thick.
const STEP: f64 = 1e-4;

/// How far around a point its face is looked for: twice the distance at which the Gym may take
/// another face.
const CLEARANCE: f64 = 0.02;

/// Extrusions with all that is asked of them, in order.
#[derive(Clone)]
pub(super) struct Membership<'a> {
    design: &'a Design<'a>,
    tools: Vec<Rc<Tool>>,
}

struct Tool {
    frame: Frame,
    regions: Vec<Polygons>,
    low: f64,
    high: f64,
    boolean: BooleanOperation,
}

impl<'a> Membership<'a> {
    /// No solid yet.
    pub(super) fn new(design: &'a Design<'a>) -> Self {
        let tools = Vec::new();
        Self { design, tools }
    }

    /// Extrudes some of an extrusion's regions.
    pub(super) fn add(&mut self, extrusion: &Extrusion, regions: &[Region]) {
        self.tools.push(Rc::new(Tool {
            frame: self.design.part.sketches[extrusion.sketch].frame,
            regions: regions.iter().map(Polygons::new).collect(),
            low: extrusion.start.min(extrusion.end),
            high: extrusion.start.max(extrusion.end),
            boolean: extrusion.boolean,
        }));
    }

    /// Whether a face with the frame's normal holds the point and what is around it.
    pub(super) fn has_face(&self, point: DVec3, frame: &Frame) -> bool {
        let lateral = [DVec2::ZERO, DVec2::X, DVec2::Y, DVec2::NEG_X, DVec2::NEG_Y];
        let step = frame.normal() * STEP;
        lateral.into_iter().all(|direction| {
            let aside = frame.to_world(direction * CLEARANCE, 0.0) - frame.origin();
            let beside = point + aside;
            self.holds(beside - step) && !self.holds(beside + step)
        })
    }

    /// Whether the point lies inside any body.
    fn holds(&self, point: DVec3) -> bool {
        self.tools
            .iter()
            .fold(false, |inside, tool| match tool.boolean {
                BooleanOperation::New | BooleanOperation::Join => inside || tool.holds(point),
                BooleanOperation::Cut => inside && !tool.holds(point),
                BooleanOperation::Intersect => inside && tool.holds(point),
            })
    }
}

impl Tool {
    fn holds(&self, point: DVec3) -> bool {
        let (flat, height) = self.frame.to_sketch(point);
        let is_between = self.low <= height && height <= self.high;
        is_between && self.regions.iter().any(|region| region.hold(flat))
    }
}
