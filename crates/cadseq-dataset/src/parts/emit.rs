//! A draft as a program: poses it, chooses for each sketch the plane that a person might take, and writes
//! the operations.

use cadseq_program::{
    BooleanOperation, Extent, Extrude, FaceReference, Frame, Operation, Program, ProgramError,
    SketchPlane,
};
use glam::DVec3;

use super::{
    draft::{Axis, Draft, Feature},
    loops::mapped,
    pose::{Pose, offset_frame, plane_across},
};
use crate::random::Random;

/// Where sketches lie, where there is a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// On the origin planes, with extrudes that start away from them.
    Origin,
    /// On planes where the feature starts.
    Offset,
    /// On the base's end face where the feature starts there, else as `Offset`.
    Face,
}

/// How a draft is laid into the world.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pose: Pose,
    habit: Habit,
    /// Whether the plane of the base lies in its middle.
    centred: bool,
    /// Whether cuts start at their upper end.
    from_above: bool,
}

impl Layout {
    pub(crate) fn draw(random: &mut Random) -> Self {
        Self {
            pose: Pose::draw(random),
            habit: *random.pick(&[Habit::Origin, Habit::Offset, Habit::Face]),
            centred: random.chance(0.3),
            from_above: random.chance(0.6),
        }
    }

    /// The program of a draft.
    ///
    /// # Errors
    /// Where a number is out of range.
    pub(crate) fn program(&self, draft: &Draft) -> Result<Program, ProgramError> {
        let draft = match draft.features() {
            [base, ..] if self.centred => &draft.lifted(-base.low.midpoint(base.high)),
            _ => draft,
        };
        let mut operations = Vec::new();
        for feature in draft.features() {
            self.add(draft, feature, &mut operations);
        }
        Program::new(operations)
    }

    fn add(&self, draft: &Draft, feature: &Feature, operations: &mut Vec<Operation>) {
        let directions = feature.axis.directions();
        let [x, y, along] = directions.map(|direction| self.pose.to_world(direction));
        let datum = self.datum(feature);
        let (plane, frame) = self.sketch_plane(draft, feature, along * datum);
        let to_sketch = |own: glam::DVec2| frame.to_sketch(x * own.x + y * own.y + along * datum).0;
        let is_mirrored = x.cross(y).dot(frame.normal()) < 0.0;
        let handedness = if is_mirrored { -1.0 } else { 1.0 };
        operations.push(Operation::AddSketch(plane));
        for curves in feature.drawing.loops() {
            let curves = mapped(curves, handedness, to_sketch);
            operations.extend(curves.into_iter().map(Operation::from));
        }
        let sign = along.dot(frame.normal()).signum();
        operations.push(Operation::AddExtrude(Extrude {
            profiles: feature.drawing.profiles().to_vec(),
            extent: extent(sign * (feature.low - datum), sign * (feature.high - datum)),
            operation: feature.operation,
        }));
    }

    /// Coordinate along the feature's axis at which it is sketched.
    fn datum(&self, feature: &Feature) -> f64 {
        match self.habit {
            Habit::Origin => 0.0,
            Habit::Offset | Habit::Face if feature.operation == BooleanOperation::New => 0.0,
            Habit::Offset | Habit::Face => {
                let is_cut = feature.operation == BooleanOperation::Cut;
                if is_cut && self.from_above {
                    feature.high
                } else {
                    feature.low
                }
            }
        }
    }

    fn sketch_plane(&self, draft: &Draft, feature: &Feature, at: DVec3) -> (SketchPlane, Frame) {
        let along = self.pose.to_world(feature.axis.directions()[2]);
        let plane = plane_across(along);
        if at == DVec3::ZERO {
            return (plane.into(), plane.frame());
        }
        let base = &draft.features()[0];
        let is_on_base = feature.axis == Axis::W && at == along * base.high;
        if self.habit == Habit::Face
            && is_on_base
            && let Some(face) = self.end_of_base(base)
            && let Ok(frame) = Frame::on_plane(at, along)
        {
            return (SketchPlane::Face(face), frame);
        }
        let frame = offset_frame(plane, at);
        (SketchPlane::Frame(frame), frame)
    }

    /// What the base's upper face is called.
    fn end_of_base(&self, base: &Feature) -> Option<FaceReference> {
        let sign = {
            let along = self.pose.to_world(DVec3::Z);
            along.dot(plane_across(along).normal())
        };
        let (start, end) = extent(sign * base.low, sign * base.high).start_and_end();
        let upper = sign * base.high;
        if end == upper {
            Some(FaceReference::End { extrude: 0 })
        } else if start == upper {
            Some(FaceReference::Start { extrude: 0 })
        } else {
            None
        }
    }
}

/// The extent between two heights over the sketch.
fn extent(from: f64, to: f64) -> Extent {
    if from == 0.0 {
        Extent::OneSide(to)
    } else if to == 0.0 {
        Extent::OneSide(from)
    } else if from == -to {
        Extent::Symmetric(2.0 * to.abs())
    } else {
        Extent::TwoSides(from.max(to), -from.min(to))
    }
}
