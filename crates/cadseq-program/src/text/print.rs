//! Printing a program as text.

use std::fmt::{self, Display, Formatter};

use super::extrude::SYMMETRIC;
use crate::{Extent, Extrude, FaceReference, Frame, Operation, Program, SketchPlane};

/// Below this size a plain decimal has more zeros than an exponent has characters.
const SMALLEST_PLAIN: f64 = 1e-6;
/// From here on likewise.
const LARGEST_PLAIN: f64 = 1e16;

/// The shortest decimal that reads back as the same number; minus zero prints as 0.
struct Number(f64);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(value) = *self;
        if value == 0.0 {
            f.write_str("0")
        } else if (SMALLEST_PLAIN..LARGEST_PLAIN).contains(&value.abs()) {
            write!(f, "{value}")
        } else {
            write!(f, "{value:e}")
        }
    }
}

/// One line of the text form, without a line end.
impl Display for Operation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let name = self.kind().name();
        match self {
            Self::AddSketch(plane) => write!(f, "{name}({plane})"),
            Self::AddLine(line) => {
                let numbers = [line.start.x, line.start.y, line.end.x, line.end.y];
                write!(f, "{name}({})", Numbers(&numbers))
            }
            Self::AddArc(arc) => {
                let (start, center) = (arc.start, arc.center);
                let numbers = [start.x, start.y, center.x, center.y, arc.sweep_deg];
                write!(f, "{name}({})", Numbers(&numbers))
            }
            Self::AddCircle(circle) => {
                let numbers = [circle.center.x, circle.center.y, circle.radius];
                write!(f, "{name}({})", Numbers(&numbers))
            }
            Self::AddExtrude(extrude) => write!(f, "{name}({extrude})"),
        }
    }
}

/// The parameter of `add_sketch`.
impl Display for SketchPlane {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Origin(plane) => plane.fmt(f),
            Self::Frame(frame) => frame.fmt(f),
            Self::Face(face) => face.fmt(f),
        }
    }
}

/// `plane(origin, normal)`, with the x axis where it is another than [`Frame::upright`]'s.
impl Display for Frame {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [origin, normal, x_axis] =
            [self.origin(), self.normal(), self.x_axis()].map(|vector| vector.to_array());
        let is_upright = Self::upright(self.origin(), self.normal()) == Ok(*self);
        let x_axis = if is_upright { &[][..] } else { &x_axis };
        let numbers = [&origin, &normal, x_axis].concat();
        write!(f, "plane({})", Numbers(&numbers))
    }
}

impl Display for FaceReference {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => write!(f, "face({})", Numbers(&point.to_array())),
            Self::Start { extrude } => write!(f, "start({extrude})"),
            Self::End { extrude } => write!(f, "end({extrude})"),
            Self::Side { sketch, curve } => write!(f, "side({sketch}, {curve})"),
        }
    }
}

/// The parameters of `add_extrude`.
impl Display for Extrude {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.profiles.as_slice() {
            [profile] => write!(f, "{profile}")?,
            profiles => write!(f, "{profiles:?}")?,
        }
        let op = self.operation.name();
        match self.extent {
            Extent::OneSide(depth) => write!(f, ", {}, {op}", Number(depth)),
            Extent::Symmetric(length) => write!(f, ", {}, {op}, {SYMMETRIC}", Number(length)),
            Extent::TwoSides(forward, backward) => {
                write!(f, ", {}, {op}, {}", Number(forward), Number(backward))
            }
        }
    }
}

/// Numbers with commas between them.
struct Numbers<'a>(&'a [f64]);

impl Display for Numbers<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, &value) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{}", Number(value))?;
        }
        Ok(())
    }
}

/// The text form; every operation ends its line.
impl Display for Program {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.operations()
            .iter()
            .try_for_each(|operation| writeln!(f, "{operation}"))
    }
}
