//! A well-formed sequence of operations.

use glam::DVec2;
use thiserror::Error;

use crate::{BooleanOperation, Curve, Extrude, Operation, OperationKind, Plane};

/// Largest magnitude of a coordinate, depth or radius: one kilometre in centimetres. Beyond it
/// double precision no longer separates neighbouring features of a part.
pub const MAX_COORDINATE: f64 = 1e5;

/// Largest magnitude of a coordinate of an arc's centre. A nearly straight arc has a far centre;
/// beyond this one its end, computed from centre and sweep, is no longer good to a micrometre.
pub const MAX_CENTER: f64 = 1e8;

/// Most operations that a program may hold; bounds the work that a hostile text can cause.
pub const MAX_OPERATIONS: usize = 20_000;

/// A list of operations that reads as one or more sketches, each of a plane, at least one curve and
/// at least one extrude, with finite coordinates. Geometry (does the loop close?) is not its
/// concern: building the solid decides that.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    operations: Vec<Operation>,
}

/// Why a list of operations is no program. Indices count operations from 0.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ProgramError {
    /// No operation at all.
    #[error("the program is empty; it needs a sketch, curves and an extrude")]
    Empty,
    /// More than [`MAX_OPERATIONS`].
    #[error("the program has {count} operations; at most {MAX_OPERATIONS} are allowed")]
    TooLong {
        /// How many there are.
        count: usize,
    },
    /// An operation stands where the grammar does not allow it.
    #[error("operation {index} ({}) is out of place: {reason}", kind.name())]
    OutOfPlace {
        /// Position of the operation.
        index: usize,
        /// Its type.
        kind: OperationKind,
        /// What the grammar wants there.
        reason: &'static str,
    },
    /// The last sketch was never extruded.
    #[error("the last sketch is never extruded; end it with add_extrude(profile, depth, op)")]
    Unfinished,
    /// A coordinate, radius, angle or depth that is no usable number.
    #[error(
        "operation {index}: {name} = {value} is out of range; it must be finite and at most {limit} in size"
    )]
    Number {
        /// Position of the operation.
        index: usize,
        /// Name of the parameter.
        name: &'static str,
        /// The offending value.
        value: f64,
        /// Largest allowed magnitude.
        limit: f64,
    },
    /// A circle whose radius is not above zero.
    #[error("operation {index}: the radius {value} must be above 0")]
    Radius {
        /// Position of the operation.
        index: usize,
        /// The offending value.
        value: f64,
    },
}

impl Program {
    /// Checks the order and the numbers of `operations`.
    ///
    /// # Errors
    /// The first fault, see [`ProgramError`].
    pub fn new(operations: Vec<Operation>) -> Result<Self, ProgramError> {
        check_order(&operations)?;
        for (index, operation) in operations.iter().enumerate() {
            check_numbers(index, operation)?;
        }
        Ok(Self { operations })
    }

    /// The program of one sketch and one extrude of its profile 0 as a new body.
    ///
    /// # Errors
    /// As [`Program::new`].
    pub fn prism(
        plane: Plane,
        curves: impl IntoIterator<Item = Curve>,
        depth: f64,
    ) -> Result<Self, ProgramError> {
        let mut operations = vec![Operation::AddSketch(plane)];
        operations.extend(curves.into_iter().map(Operation::from));
        operations.push(Operation::AddExtrude(Extrude {
            profile: 0,
            depth,
            operation: BooleanOperation::New,
        }));
        Self::new(operations)
    }

    /// The operations in order.
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation types in order.
    pub fn kinds(&self) -> impl Iterator<Item = OperationKind> + '_ {
        self.operations.iter().map(Operation::kind)
    }

    /// Plane, curves and extrude of a program of one sketch with one extrude; `None` for any other.
    pub fn as_single_extrude(&self) -> Option<(Plane, Vec<Curve>, Extrude)> {
        let (first, rest) = self.operations.split_first()?;
        let (last, middle) = rest.split_last()?;
        let (Operation::AddSketch(plane), Operation::AddExtrude(extrude)) = (first, last) else {
            return None;
        };
        let curves = middle
            .iter()
            .map(Operation::curve)
            .collect::<Option<Vec<_>>>()?;
        Some((*plane, curves, *extrude))
    }
}

fn check_order(operations: &[Operation]) -> Result<(), ProgramError> {
    if operations.is_empty() {
        return Err(ProgramError::Empty);
    }
    if operations.len() > MAX_OPERATIONS {
        return Err(ProgramError::TooLong {
            count: operations.len(),
        });
    }
    let mut previous = None;
    for (index, operation) in operations.iter().enumerate() {
        let kind = operation.kind();
        let reason = misplaced(previous, kind);
        if let Some(reason) = reason {
            return Err(ProgramError::OutOfPlace {
                index,
                kind,
                reason,
            });
        }
        previous = Some(kind);
    }
    if previous == Some(OperationKind::AddExtrude) {
        Ok(())
    } else {
        Err(ProgramError::Unfinished)
    }
}

/// What is wrong with `kind` right after `previous`.
fn misplaced(previous: Option<OperationKind>, kind: OperationKind) -> Option<&'static str> {
    use OperationKind::{AddExtrude, AddSketch};
    match (previous, kind) {
        (None, AddSketch) | (Some(AddExtrude), AddSketch | AddExtrude) => None,
        (None, _) => Some("a program starts with add_sketch"),
        (Some(AddSketch), AddSketch | AddExtrude) => Some("the sketch before it has no curve"),
        (Some(AddExtrude), _) => Some("curves belong between add_sketch and add_extrude"),
        (Some(_), AddSketch) => Some("the sketch before it is never extruded"),
        (Some(_), _) => None,
    }
}

fn check_numbers(index: usize, operation: &Operation) -> Result<(), ProgramError> {
    let number = |name, value: f64, limit: f64| {
        if value.abs() <= limit {
            Ok(())
        } else {
            Err(ProgramError::Number {
                index,
                name,
                value,
                limit,
            })
        }
    };
    let point = |x, y, point: DVec2| {
        number(x, point.x, MAX_COORDINATE)?;
        number(y, point.y, MAX_COORDINATE)
    };
    match operation {
        Operation::AddSketch(_) => Ok(()),
        Operation::AddLine(line) => {
            point("x0", "y0", line.start)?;
            point("x1", "y1", line.end)
        }
        Operation::AddArc(arc) => {
            point("x0", "y0", arc.start)?;
            number("cx", arc.center.x, MAX_CENTER)?;
            number("cy", arc.center.y, MAX_CENTER)?;
            number("angle", arc.sweep_deg, 360.0)?;
            let end = arc.end();
            point("end x", "end y", end)
        }
        Operation::AddCircle(circle) => {
            point("cx", "cy", circle.center)?;
            number("r", circle.radius, MAX_COORDINATE)?;
            if circle.radius > 0.0 {
                Ok(())
            } else {
                Err(ProgramError::Radius {
                    index,
                    value: circle.radius,
                })
            }
        }
        Operation::AddExtrude(extrude) => number("depth", extrude.depth, MAX_COORDINATE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Circle, Line};

    fn circle(radius: f64) -> Operation {
        Operation::AddCircle(Circle {
            center: DVec2::ZERO,
            radius,
        })
    }

    fn extrude(depth: f64) -> Operation {
        Operation::AddExtrude(Extrude {
            profile: 0,
            depth,
            operation: BooleanOperation::New,
        })
    }

    #[test]
    fn faults_are_named() {
        let sketch = Operation::AddSketch(Plane::XY);
        let check = |operations: Vec<Operation>, expected: &str| {
            let error = Program::new(operations).expect_err(expected);
            assert!(error.to_string().contains(expected), "{error}");
        };
        check(vec![], "empty");
        check(vec![circle(1.0)], "starts with add_sketch");
        check(vec![sketch, extrude(1.0)], "no curve");
        check(vec![sketch, circle(1.0)], "never extruded");
        check(vec![sketch, circle(f64::NAN), extrude(1.0)], "r = NaN");
        check(vec![sketch, circle(0.0), extrude(1.0)], "above 0");
        check(
            vec![sketch, circle(1.0), extrude(f64::INFINITY)],
            "depth = inf",
        );
        let line = Operation::AddLine(Line {
            start: DVec2::ZERO,
            end: DVec2::splat(1e308),
        });
        check(vec![sketch, line, extrude(1.0)], "x1 = 1");
    }

    #[test]
    fn single_extrude_is_taken_apart() {
        let program = Program::new(vec![
            Operation::AddSketch(Plane::YZ),
            circle(2.0),
            extrude(-1.0),
        ])
        .expect("well-formed");
        let (plane, curves, extrude) = program.as_single_extrude().expect("one sketch");
        assert_eq!((plane, curves.len(), extrude.depth), (Plane::YZ, 1, -1.0));
        assert_eq!(Program::prism(plane, curves, extrude.depth), Ok(program));
    }
}
