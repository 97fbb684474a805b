//! The same part larger or smaller.

use glam::DVec2;

use super::{Program, ProgramError};
use crate::{Arc, Circle, Curve, Extent, Extrude, FaceReference, Line, Operation, SketchPlane};

impl Program {
    /// With every length `factor` (above 0) times as long, about the world's origin.
    ///
    /// # Errors
    /// [`ProgramError`] where a number leaves its range.
    pub fn scaled(&self, factor: f64) -> Result<Self, ProgramError> {
        let operations = self.operations.iter();
        Self::new(
            operations
                .map(|operation| scaled(operation, factor))
                .collect(),
        )
    }
}

fn scaled(operation: &Operation, factor: f64) -> Operation {
    let point = |point: DVec2| point * factor;
    match operation {
        Operation::AddSketch(plane) => Operation::AddSketch(plane_scaled(*plane, factor)),
        Operation::AddLine(line) => Curve::Line(Line {
            start: point(line.start),
            end: point(line.end),
        })
        .into(),
        Operation::AddArc(arc) => Curve::Arc(Arc {
            start: point(arc.start),
            center: point(arc.center),
            sweep_deg: arc.sweep_deg,
        })
        .into(),
        Operation::AddCircle(circle) => Curve::Circle(Circle {
            center: point(circle.center),
            radius: circle.radius * factor,
        })
        .into(),
        Operation::AddExtrude(extrude) => Operation::AddExtrude(Extrude {
            extent: match extrude.extent {
                Extent::OneSide(depth) => Extent::OneSide(depth * factor),
                Extent::Symmetric(length) => Extent::Symmetric(length * factor),
                Extent::TwoSides(forward, backward) => {
                    Extent::TwoSides(forward * factor, backward * factor)
                }
            },
            ..extrude.clone()
        }),
    }
}

fn plane_scaled(plane: SketchPlane, factor: f64) -> SketchPlane {
    match plane {
        SketchPlane::Origin(plane) => SketchPlane::Origin(plane),
        SketchPlane::Frame(frame) => SketchPlane::Frame(frame.scaled(factor)),
        SketchPlane::Face(FaceReference::Point(point)) => {
            SketchPlane::Face(FaceReference::Point(point * factor))
        }
        SketchPlane::Face(
            reference @ (FaceReference::Start { .. }
            | FaceReference::End { .. }
            | FaceReference::Side { .. }),
        ) => SketchPlane::Face(reference),
    }
}

#[cfg(test)]
mod tests {
    use crate::Program;

    #[test]
    fn every_length_is_scaled_and_no_angle() {
        let program: Program = "add_sketch(plane(1, 2, 3, 0, 0, 1, 1, 0, 0))\n\
             add_arc(1, 0, 0, 0, 180)\nadd_line(-1, 0, 1, 0)\nadd_extrude(0, 2, new, 1)\n\
             add_sketch(end(0))\nadd_circle(0, 0, 0.25)\nadd_extrude(0, -1, cut)"
            .parse()
            .expect("a program");
        let doubled: Program = "add_sketch(plane(2, 4, 6, 0, 0, 1, 1, 0, 0))\n\
             add_arc(2, 0, 0, 0, 180)\nadd_line(-2, 0, 2, 0)\nadd_extrude(0, 4, new, 2)\n\
             add_sketch(end(0))\nadd_circle(0, 0, 0.5)\nadd_extrude(0, -2, cut)"
            .parse()
            .expect("a program");
        assert_eq!(program.scaled(2.0), Ok(doubled));
        assert!(program.scaled(0.0).is_err() && program.scaled(f64::NAN).is_err());
    }
}
