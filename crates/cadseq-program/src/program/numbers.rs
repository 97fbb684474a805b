//! The numbers of an operation: finite, within limits, and usable.

use glam::{DVec2, DVec3};

use super::{MAX_CENTER, MAX_COORDINATE, ProgramError};
use crate::{Arc, Circle, Extent, Extrude, FaceReference, Operation, SketchPlane};

/// Whether the operation at `index` has usable numbers and profiles.
pub(super) fn check_numbers(index: usize, operation: &Operation) -> Result<(), ProgramError> {
    let numbers = Numbers { index };
    match operation {
        Operation::AddSketch(plane) => numbers.plane(plane),
        Operation::AddLine(line) => {
            numbers.point(["x0", "y0"], line.start)?;
            numbers.point(["x1", "y1"], line.end)
        }
        Operation::AddArc(arc) => numbers.arc(arc),
        Operation::AddCircle(circle) => numbers.circle(circle),
        Operation::AddExtrude(extrude) => numbers.extrude(extrude),
    }
}

/// The checks, with the position of their operation.
#[derive(Clone, Copy)]
struct Numbers {
    index: usize,
}

impl Numbers {
    fn number(self, name: &'static str, value: f64, limit: f64) -> Result<(), ProgramError> {
        if value.abs() <= limit {
            Ok(())
        } else {
            Err(ProgramError::Number {
                index: self.index,
                name,
                value,
                limit,
            })
        }
    }

    fn point(self, [x, y]: [&'static str; 2], point: DVec2) -> Result<(), ProgramError> {
        self.number(x, point.x, MAX_COORDINATE)?;
        self.number(y, point.y, MAX_COORDINATE)
    }

    fn position(self, [x, y, z]: [&'static str; 3], point: DVec3) -> Result<(), ProgramError> {
        self.point([x, y], point.truncate())?;
        self.number(z, point.z, MAX_COORDINATE)
    }

    fn plane(self, plane: &SketchPlane) -> Result<(), ProgramError> {
        match plane {
            SketchPlane::Frame(frame) => self.position(["ox", "oy", "oz"], frame.origin()),
            SketchPlane::Face(FaceReference::Point(point)) => {
                self.position(["x", "y", "z"], *point)
            }
            SketchPlane::Origin(_) | SketchPlane::Face(_) => Ok(()),
        }
    }

    fn arc(self, arc: &Arc) -> Result<(), ProgramError> {
        self.point(["x0", "y0"], arc.start)?;
        self.number("cx", arc.center.x, MAX_CENTER)?;
        self.number("cy", arc.center.y, MAX_CENTER)?;
        self.number("angle", arc.sweep_deg, 360.0)?;
        self.point(["end x", "end y"], arc.end())
    }

    fn circle(self, circle: &Circle) -> Result<(), ProgramError> {
        self.point(["cx", "cy"], circle.center)?;
        self.number("r", circle.radius, MAX_COORDINATE)?;
        if circle.radius > 0.0 {
            Ok(())
        } else {
            Err(ProgramError::Radius {
                index: self.index,
                value: circle.radius,
            })
        }
    }

    fn extrude(self, extrude: &Extrude) -> Result<(), ProgramError> {
        let index = self.index;
        if extrude.profiles.is_empty() {
            return Err(ProgramError::NoProfile { index });
        }
        if let Some(profile) = repeated(&extrude.profiles) {
            return Err(ProgramError::RepeatedProfile { index, profile });
        }
        self.extent(extrude.extent)
    }

    fn extent(self, extent: Extent) -> Result<(), ProgramError> {
        match extent {
            // A solid of depth 0 is refused where it is built, like one of hardly any depth.
            Extent::OneSide(depth) => return self.number("depth", depth, MAX_COORDINATE),
            Extent::Symmetric(length) => self.number("depth", length, MAX_COORDINATE)?,
            Extent::TwoSides(forward, backward) => {
                self.number("depth", forward, MAX_COORDINATE)?;
                self.number("backward depth", backward, MAX_COORDINATE)?;
            }
        }
        let (height, high) = extent.heights();
        if height < high {
            Ok(())
        } else {
            Err(ProgramError::NoDepth {
                index: self.index,
                height,
            })
        }
    }
}

/// The smallest value that is there twice.
fn repeated(profiles: &[usize]) -> Option<usize> {
    let mut sorted = profiles.to_vec();
    sorted.sort_unstable();
    sorted
        .windows(2)
        .find(|pair| pair[0] == pair[1])
        .map(|pair| pair[0])
}
