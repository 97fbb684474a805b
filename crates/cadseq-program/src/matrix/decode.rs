//! From a feature matrix to its program.

use glam::DVec2;
use thiserror::Error;

use super::{FeatureMatrix, Level, RowKind, UNUSED, Variable};
use crate::{
    BooleanOperation, Circle, Curve, Extrude, Operation, OperationKind, Plane, Program,
    ProgramError,
};

/// Why a feature matrix is no program. Rows count from 0, so operation `i` is row `i + 1`.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum DecodeError {
    /// The first row is not SOP.
    #[error("the first row must be SOP (type 5), not type {found}")]
    Start {
        /// Its type.
        found: i16,
    },
    /// No row is EOP.
    #[error("no row is EOP (type 6)")]
    End,
    /// A type that is none of the seven, SOP after the first row, or anything after EOP.
    #[error("row {row} has type {found}, which cannot stand there")]
    Type {
        /// The row.
        row: usize,
        /// Its type.
        found: i16,
    },
    /// A used slot whose entry is no value of its variable.
    #[error("row {row}: {} = {found} is not one of its {} values", variable.symbol(), variable.cardinality())]
    Entry {
        /// The row.
        row: usize,
        /// Which slot.
        variable: Variable,
        /// Its entry.
        found: i16,
    },
    /// A slot that the row's type does not use, but that is not -1.
    #[error("row {row} does not use {}, but its entry is {found}; mask it first", variable.symbol())]
    Unused {
        /// The row.
        row: usize,
        /// Which slot.
        variable: Variable,
        /// Its entry.
        found: i16,
    },
    /// A line or arc that ends where it starts.
    #[error("row {row}: the curve ends where it starts, at {point}")]
    NoLength {
        /// The row.
        row: usize,
        /// Where it starts and ends.
        point: DVec2,
    },
    /// An extrude of depth 0.
    #[error("row {row}: a depth of 0 gives no solid")]
    NoDepth {
        /// The row.
        row: usize,
    },
    /// A scale of 0.
    #[error("row {row}: a scale of 0 gives no sketch")]
    NoScale {
        /// The row.
        row: usize,
    },
    /// The operations are in no order that makes a program.
    #[error(transparent)]
    Program(#[from] ProgramError),
}

/// The program of a feature matrix.
///
/// Rows must be SOP, operations, EOP, EOP and so on, with [`UNUSED`] in every slot that the row
/// does not use (see [`FeatureMatrix::masked`]). An arc of sweep 0 becomes a line.
///
/// # Errors
/// See [`DecodeError`]; no entries whatever make it panic.
pub fn decode(matrix: &FeatureMatrix) -> Result<Program, DecodeError> {
    check_marks(matrix)?;
    let mut pen = Pen {
        point: DVec2::ZERO,
        scale: f64::from(matrix.config().scale()),
    };
    let mut operations = Vec::new();
    for row in 0..matrix.rows() {
        check_unused(matrix, row)?;
        if let Some(RowKind::Operation(kind)) = matrix.kind(row) {
            operations.push(operation(Row { matrix, row }, kind, &mut pen)?);
        }
    }
    Ok(Program::new(operations)?)
}

fn check_marks(matrix: &FeatureMatrix) -> Result<(), DecodeError> {
    let entry = |row| matrix.get(row, Variable::Type).unwrap_or(UNUSED);
    if matrix.kind(0) != Some(RowKind::Start) {
        return Err(DecodeError::Start { found: entry(0) });
    }
    let mut ended = false;
    for row in 1..matrix.rows() {
        match matrix.kind(row) {
            Some(RowKind::End) => ended = true,
            Some(RowKind::Operation(_)) if !ended => {}
            _ => {
                return Err(DecodeError::Type {
                    row,
                    found: entry(row),
                });
            }
        }
    }
    if ended { Ok(()) } else { Err(DecodeError::End) }
}

fn check_unused(matrix: &FeatureMatrix, row: usize) -> Result<(), DecodeError> {
    let parameters = matrix.kind(row).map_or(&[][..], RowKind::parameters);
    for (&variable, &found) in matrix.config().variables().iter().zip(matrix.row(row)) {
        let is_used = variable == Variable::Type || parameters.contains(&variable);
        if !is_used && found != UNUSED {
            return Err(DecodeError::Unused {
                row,
                variable,
                found,
            });
        }
    }
    Ok(())
}

/// Where the next line or arc starts, and the scale of the sketch.
struct Pen {
    point: DVec2,
    scale: f64,
}

fn operation(row: Row<'_>, kind: OperationKind, pen: &mut Pen) -> Result<Operation, DecodeError> {
    match kind {
        OperationKind::AddSketch => {
            let default = i16::from(row.matrix.config().scale());
            let scale = row.level_or(Variable::Scale, default)?;
            if scale.index() == 0 {
                return Err(DecodeError::NoScale { row: row.row });
            }
            *pen = Pen {
                point: DVec2::ZERO,
                scale: f64::from(scale.index()),
            };
            let plane = row.index(Variable::Plane, None, Plane::from_index)?;
            Ok(Operation::AddSketch(plane.into()))
        }
        OperationKind::AddLine => path(row, None, pen),
        OperationKind::AddArc => {
            let sweep = row.level(Variable::Sweep)?;
            path(
                row,
                (sweep != Level::ZERO).then(|| sweep.signed() * 180.0),
                pen,
            )
        }
        OperationKind::AddCircle => Ok(Operation::AddCircle(Circle {
            center: row.point(pen.scale)?,
            radius: row.level(Variable::Radius)?.fraction() * pen.scale,
        })),
        OperationKind::AddExtrude => extrude(row, pen.scale),
    }
}

/// A line, or with a sweep an arc, from the pen to the row's end point.
fn path(row: Row<'_>, sweep_deg: Option<f64>, pen: &mut Pen) -> Result<Operation, DecodeError> {
    let (start, end) = (pen.point, row.point(pen.scale)?);
    let curve = Curve::from_end(start, end, sweep_deg).ok_or(DecodeError::NoLength {
        row: row.row,
        point: start,
    })?;
    // The end of the levels, not the arc's end computed from centre and sweep.
    pen.point = end;
    Ok(Operation::from(curve))
}

fn extrude(row: Row<'_>, scale: f64) -> Result<Operation, DecodeError> {
    let depth = row.level(Variable::Depth)?;
    if depth == Level::ZERO {
        return Err(DecodeError::NoDepth { row: row.row });
    }
    let new = BooleanOperation::New;
    Ok(Operation::AddExtrude(Extrude::one_side(
        usize::from(row.level_or(Variable::Profile, 0)?.index()),
        depth.signed() * scale,
        row.index(Variable::Boolean, Some(new), BooleanOperation::from_index)?,
    )))
}

/// A row whose entries are read as values.
#[derive(Clone, Copy)]
struct Row<'a> {
    matrix: &'a FeatureMatrix,
    row: usize,
}

impl Row<'_> {
    fn entry(self, variable: Variable) -> Option<i16> {
        self.matrix.get(self.row, variable)
    }

    fn fault(self, variable: Variable, found: i16) -> DecodeError {
        DecodeError::Entry {
            row: self.row,
            variable,
            found,
        }
    }

    fn level(self, variable: Variable) -> Result<Level, DecodeError> {
        self.level_or(variable, UNUSED)
    }

    /// The level of a slot, or of `default` where the matrix leaves the variable out.
    fn level_or(self, variable: Variable, default: i16) -> Result<Level, DecodeError> {
        let entry = self.entry(variable).unwrap_or(default);
        Level::from_entry(entry).ok_or(self.fault(variable, entry))
    }

    /// The named value of a slot, or `default` where the matrix leaves the variable out.
    fn index<T>(
        self,
        variable: Variable,
        default: Option<T>,
        from_index: impl Fn(usize) -> Option<T>,
    ) -> Result<T, DecodeError> {
        let entry = self.entry(variable);
        let value = match entry {
            Some(entry) => usize::try_from(entry).ok().and_then(from_index),
            None => default,
        };
        value.ok_or(self.fault(variable, entry.unwrap_or(UNUSED)))
    }

    fn point(self, scale: f64) -> Result<DVec2, DecodeError> {
        let (x, y) = (self.level(Variable::X)?, self.level(Variable::Y)?);
        Ok(DVec2::new(x.signed(), y.signed()) * scale)
    }
}
