//! Printing a program as text.

use std::fmt::{self, Display, Formatter};

use crate::{Operation, Program};

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
            Self::AddLine(line) => numbers(
                f,
                name,
                &[line.start.x, line.start.y, line.end.x, line.end.y],
            ),
            Self::AddArc(arc) => numbers(
                f,
                name,
                &[
                    arc.start.x,
                    arc.start.y,
                    arc.center.x,
                    arc.center.y,
                    arc.sweep_deg,
                ],
            ),
            Self::AddCircle(circle) => {
                numbers(f, name, &[circle.center.x, circle.center.y, circle.radius])
            }
            Self::AddExtrude(extrude) => write!(
                f,
                "{name}({}, {}, {})",
                extrude.profile,
                Number(extrude.depth),
                extrude.operation.name()
            ),
        }
    }
}

fn numbers(f: &mut Formatter<'_>, name: &str, values: &[f64]) -> fmt::Result {
    write!(f, "{name}(")?;
    for (index, value) in values.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        write!(f, "{separator}{}", Number(*value))?;
    }
    f.write_str(")")
}

/// The text form; every operation ends its line.
impl Display for Program {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.operations()
            .iter()
            .try_for_each(|operation| writeln!(f, "{operation}"))
    }
}
