//! From a program to its feature matrix.

use glam::DVec2;
use thiserror::Error;

use super::{FeatureMatrix, Level, MatrixConfig, RowKind, Variable};
use crate::{BooleanOperation, Curve, Extent, Extrude, Operation, Program, SketchPlane};

/// Widest gap between a curve's start and the end before it that still counts as connected, in
/// levels: far below what quantization moves, far above the rounding of numbers in a text.
const CHAIN_TOLERANCE_LEVELS: f64 = 0.05;

/// How far a normalized value may exceed 1 through rounding.
const RANGE_TOLERANCE: f64 = 1e-9;

/// Why a feature matrix cannot carry a program. Indices count operations from 0.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EncodeError {
    /// SOP, operations and EOP do not fit.
    #[error("the program needs {needed} rows with its start and end marks; the matrix has {rows}")]
    TooLong {
        /// Rows that it needs.
        needed: usize,
        /// Rows that there are.
        rows: usize,
    },
    /// A value beyond the range of the levels.
    #[error(
        "operation {number}: {name} = {value} is beyond the matrix's range {low} to {high}",
        number = index + 1
    )]
    OutOfRange {
        /// Position of the operation.
        index: usize,
        /// Name of the parameter.
        name: &'static str,
        /// The offending value.
        value: f64,
        /// Smallest value that fits.
        low: f64,
        /// Largest value that fits.
        high: f64,
    },
    /// A line or arc that does not start where the matrix lets it start.
    #[error(
        "operation {number} starts at {found}, but the matrix keeps end points only and continues \
         at {expected} (the previous curve's end, or the origin)",
        number = index + 1
    )]
    Start {
        /// Position of the operation.
        index: usize,
        /// Where it would have to start.
        expected: DVec2,
        /// Where it starts.
        found: DVec2,
    },
    /// A line, arc or depth that vanishes between two levels.
    #[error(
        "operation {number}: {what} is shorter than a level of the matrix and would vanish",
        number = index + 1
    )]
    Vanishes {
        /// Position of the operation.
        index: usize,
        /// What would vanish.
        what: &'static str,
    },
    /// A sketch on a face, or on a plane that is none of the three origin planes.
    #[error(
        "operation {number}: the matrix carries sketches on XY, XZ and YZ only",
        number = index + 1
    )]
    Plane {
        /// Position of the operation.
        index: usize,
    },
    /// A symmetric or two-sided extrude.
    #[error(
        "operation {number}: the matrix carries one-sided extrudes only; draw the sketch where the \
         extrude starts",
        number = index + 1
    )]
    Extent {
        /// Position of the operation.
        index: usize,
    },
    /// An extrude of several profiles.
    #[error(
        "operation {number}: the matrix carries one profile an extrude, not {count}; to join or cut \
         them, write an extrude for each",
        number = index + 1
    )]
    Profiles {
        /// Position of the operation.
        index: usize,
        /// How many there are.
        count: usize,
    },
    /// A profile that the variables leave out, or beyond 255.
    #[error(
        "operation {number}: the matrix cannot carry profile {profile}; with the variable [I] it \
         carries 0 to 255, else 0",
        number = index + 1
    )]
    Profile {
        /// Position of the operation.
        index: usize,
        /// The profile.
        profile: usize,
    },
    /// An op other than new, which the variables leave out.
    #[error(
        "operation {number}: the matrix cannot carry op {}; add the variable O",
        op.name(), number = index + 1
    )]
    Boolean {
        /// Position of the operation.
        index: usize,
        /// The op.
        op: BooleanOperation,
    },
}

/// The feature matrix of a program.
///
/// # Errors
/// What the matrix cannot carry, see [`EncodeError`].
pub fn encode(program: &Program, config: &MatrixConfig) -> Result<FeatureMatrix, EncodeError> {
    let (needed, rows) = (program.operations().len() + 2, config.rows());
    if needed > rows {
        return Err(EncodeError::TooLong { needed, rows });
    }
    let mut encoder = Encoder {
        matrix: FeatureMatrix::blank(*config),
        scale: f64::from(config.scale()),
        index: 0,
        pen: Pen::AT_ORIGIN,
        has_body: false,
    };
    encoder.matrix.set(0, Variable::Type, RowKind::Start.code());
    for (index, operation) in program.operations().iter().enumerate() {
        encoder.index = index;
        encoder.operation(operation)?;
    }
    Ok(encoder.matrix)
}

/// The end of the latest line or arc.
struct Pen {
    point: DVec2,
    levels: [Level; 2],
}

impl Pen {
    const AT_ORIGIN: Self = Self {
        point: DVec2::ZERO,
        levels: [Level::ZERO; 2],
    };
}

struct Encoder {
    matrix: FeatureMatrix,
    /// Model units per normalized unit.
    scale: f64,
    /// Operation at hand.
    index: usize,
    pen: Pen,
    has_body: bool,
}

impl Encoder {
    fn operation(&mut self, operation: &Operation) -> Result<(), EncodeError> {
        self.set(Variable::Type, RowKind::Operation(operation.kind()).code());
        match operation {
            Operation::AddSketch(plane) => self.sketch(plane),
            Operation::AddLine(line) => self.path(&Curve::Line(*line)),
            Operation::AddArc(arc) => {
                self.path(&Curve::Arc(*arc))?;
                let sweep = self.signed("angle", arc.sweep_deg, 180.0)?;
                self.set(Variable::Sweep, sweep.entry());
                Ok(())
            }
            Operation::AddCircle(circle) => {
                self.point(["cx", "cy"], circle.center)?;
                let radius = self.normalized("r", circle.radius, 0.0, self.scale)?;
                self.set(Variable::Radius, Level::from_fraction(radius).entry());
                Ok(())
            }
            Operation::AddExtrude(extrude) => self.extrude(extrude),
        }
    }

    fn sketch(&mut self, plane: &SketchPlane) -> Result<(), EncodeError> {
        let index = self.index;
        let plane = plane.origin_plane().ok_or(EncodeError::Plane { index })?;
        self.pen = Pen::AT_ORIGIN;
        self.set(Variable::Plane, plane.index() as i16);
        self.set(Variable::Scale, i16::from(self.matrix.config().scale()));
        Ok(())
    }

    /// A line or arc: checks that it continues the chain and writes its end.
    fn path(&mut self, curve: &Curve) -> Result<(), EncodeError> {
        let index = self.index;
        let (expected, found) = (self.pen.point, curve.start());
        if expected.distance(found) > CHAIN_TOLERANCE_LEVELS * self.scale / 128.0 {
            return Err(EncodeError::Start {
                index,
                expected,
                found,
            });
        }
        let point = curve.end();
        let levels = self.point(["the end's x", "the end's y"], point)?;
        if levels == self.pen.levels {
            return Err(EncodeError::Vanishes {
                index,
                what: "the curve",
            });
        }
        self.pen = Pen { point, levels };
        Ok(())
    }

    fn extrude(&mut self, extrude: &Extrude) -> Result<(), EncodeError> {
        let (index, op) = (self.index, extrude.operation);
        let profile = self.profile(&extrude.profiles)?;
        let Extent::OneSide(depth) = extrude.extent else {
            return Err(EncodeError::Extent { index });
        };
        // The first extrude is `new` whatever it says, so nothing is lost there.
        let is_new = op == BooleanOperation::New || !self.has_body;
        if !is_new && !self.matrix.config().contains(Variable::Boolean) {
            return Err(EncodeError::Boolean { index, op });
        }
        self.has_body = true;
        let depth = self.signed("depth", depth, self.scale)?;
        if depth == Level::ZERO {
            return Err(EncodeError::Vanishes {
                index,
                what: "the depth",
            });
        }
        self.set(Variable::Profile, profile);
        self.set(Variable::Depth, depth.entry());
        self.set(Variable::Boolean, op.index() as i16);
        Ok(())
    }

    /// The entry of the one profile that a row can hold.
    fn profile(&self, profiles: &[usize]) -> Result<i16, EncodeError> {
        let index = self.index;
        let &[profile] = profiles else {
            let count = profiles.len();
            return Err(EncodeError::Profiles { index, count });
        };
        let has_column = self.matrix.config().contains(Variable::Profile);
        match u8::try_from(profile) {
            Ok(entry) if entry == 0 || has_column => Ok(i16::from(entry)),
            _ => Err(EncodeError::Profile { index, profile }),
        }
    }

    fn point(&mut self, names: [&'static str; 2], point: DVec2) -> Result<[Level; 2], EncodeError> {
        let levels = [
            self.signed(names[0], point.x, self.scale)?,
            self.signed(names[1], point.y, self.scale)?,
        ];
        self.set(Variable::X, levels[0].entry());
        self.set(Variable::Y, levels[1].entry());
        Ok(levels)
    }

    fn signed(&self, name: &'static str, value: f64, unit: f64) -> Result<Level, EncodeError> {
        self.normalized(name, value, -unit, unit)
            .map(Level::from_signed)
    }

    fn normalized(
        &self,
        name: &'static str,
        value: f64,
        low: f64,
        high: f64,
    ) -> Result<f64, EncodeError> {
        let slack = RANGE_TOLERANCE * high;
        if (low - slack..=high + slack).contains(&value) {
            Ok(value / high)
        } else {
            Err(EncodeError::OutOfRange {
                index: self.index,
                name,
                value,
                low,
                high,
            })
        }
    }

    /// Writes into the row of the operation at hand; row 0 is SOP.
    fn set(&mut self, variable: Variable, entry: i16) {
        self.matrix.set(self.index + 1, variable, entry);
    }
}
