//! A row as a command with its arguments in their ranges.

use cadseq_program::BooleanOperation;

use super::fault::VectorFault;
use super::{COLUMNS, Row};

/// A command; numbers are levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Line {
        end: [u8; 2],
    },
    Arc {
        end: [u8; 2],
        sweep: u8,
        is_counter_clockwise: bool,
    },
    Circle {
        center: [u8; 2],
        radius: u8,
    },
    End,
    Loop,
    Extrude(ExtrudeLevels),
}

/// The arguments of an extrude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ExtrudeLevels {
    /// theta, phi, gamma.
    pub(crate) angles: [u8; 3],
    pub(crate) position: [u8; 3],
    pub(crate) size: u8,
    /// e1, e2.
    pub(crate) distances: [u8; 2],
    pub(crate) operation: BooleanOperation,
    pub(crate) extent: ExtentKind,
}

/// What the distances of an extrude mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExtentKind {
    /// From the plane by e1.
    OneSide,
    /// By e1 to either side.
    Symmetric,
    /// By e1 to one side and by e2 to the other.
    TwoSides,
}

/// The Booleans in the order of column b.
const OPERATIONS: [BooleanOperation; 4] = [
    BooleanOperation::New,
    BooleanOperation::Join,
    BooleanOperation::Cut,
    BooleanOperation::Intersect,
];

/// The extents in the order of column u.
const EXTENTS: [ExtentKind; 3] = [
    ExtentKind::OneSide,
    ExtentKind::Symmetric,
    ExtentKind::TwoSides,
];

/// What stands in a column that is not in use.
const UNUSED: i32 = -1;

/// Columns by their names in [`NAMES`](super::NAMES).
mod column {
    pub(super) const POINT: [usize; 2] = [1, 2];
    pub(super) const ALPHA: usize = 3;
    pub(super) const F: usize = 4;
    pub(super) const R: usize = 5;
    pub(super) const ANGLES: [usize; 3] = [6, 7, 8];
    pub(super) const POSITION: [usize; 3] = [9, 10, 11];
    pub(super) const S: usize = 12;
    pub(super) const DISTANCES: [usize; 2] = [13, 14];
    pub(super) const B: usize = 15;
    pub(super) const U: usize = 16;
}

impl Command {
    /// The command of a row; columns that it does not use are not looked at.
    ///
    /// # Errors
    /// With the column of a value that is out of range.
    pub(crate) fn from_row(row: &Row) -> Result<Self, (usize, VectorFault)> {
        let levels = Levels { row };
        match row[0] {
            0 => Ok(Self::Line {
                end: levels.all(column::POINT)?,
            }),
            1 => Ok(Self::Arc {
                end: levels.all(column::POINT)?,
                sweep: levels.one(column::ALPHA)?,
                is_counter_clockwise: levels.index(column::F, 2)? == 1,
            }),
            2 => Ok(Self::Circle {
                center: levels.all(column::POINT)?,
                radius: levels.one(column::R)?,
            }),
            3 => Ok(Self::End),
            4 => Ok(Self::Loop),
            5 => Ok(Self::Extrude(ExtrudeLevels {
                angles: levels.all(column::ANGLES)?,
                position: levels.all(column::POSITION)?,
                size: levels.one(column::S)?,
                distances: levels.all(column::DISTANCES)?,
                operation: OPERATIONS[levels.index(column::B, OPERATIONS.len())?],
                extent: EXTENTS[levels.index(column::U, EXTENTS.len())?],
            })),
            value => Err((0, VectorFault::Command { value })),
        }
    }

    /// The row of the command.
    pub(crate) fn to_row(self) -> Row {
        let mut row = [UNUSED; COLUMNS];
        let mut set = |columns: &[usize], levels: &[u8]| {
            for (&column, &level) in columns.iter().zip(levels) {
                row[column] = i32::from(level);
            }
        };
        let kind = match self {
            Self::Line { end } => {
                set(&column::POINT, &end);
                0
            }
            Self::Arc {
                end,
                sweep,
                is_counter_clockwise,
            } => {
                set(&column::POINT, &end);
                let turn = [sweep, u8::from(is_counter_clockwise)];
                set(&[column::ALPHA, column::F], &turn);
                1
            }
            Self::Circle { center, radius } => {
                set(&column::POINT, &center);
                set(&[column::R], &[radius]);
                2
            }
            Self::End => 3,
            Self::Loop => 4,
            Self::Extrude(levels) => {
                set(&column::ANGLES, &levels.angles);
                set(&column::POSITION, &levels.position);
                set(&[column::S], &[levels.size]);
                set(&column::DISTANCES, &levels.distances);
                set(&[column::B, column::U], &levels.indices());
                5
            }
        };
        row[0] = kind;
        row
    }
}

impl ExtrudeLevels {
    /// Columns b and u.
    fn indices(&self) -> [u8; 2] {
        let operation = OPERATIONS.iter().position(|&it| it == self.operation);
        let extent = EXTENTS.iter().position(|&it| it == self.extent);
        [operation, extent].map(|index| index.expect("all of them are listed") as u8)
    }
}

/// The levels of a row.
struct Levels<'a> {
    row: &'a Row,
}

impl Levels<'_> {
    fn one(&self, column: usize) -> Result<u8, (usize, VectorFault)> {
        let value = self.row[column];
        u8::try_from(value).map_err(|_| {
            (
                column,
                VectorFault::Level {
                    value,
                    highest: 255,
                },
            )
        })
    }

    fn all<const N: usize>(&self, columns: [usize; N]) -> Result<[u8; N], (usize, VectorFault)> {
        let mut levels = [0; N];
        for (level, column) in levels.iter_mut().zip(columns) {
            *level = self.one(column)?;
        }
        Ok(levels)
    }

    /// A number below `count`.
    fn index(&self, column: usize, count: usize) -> Result<usize, (usize, VectorFault)> {
        let value = self.row[column];
        let index = usize::try_from(value).ok().filter(|&index| index < count);
        let highest = count as i32 - 1;
        index.ok_or((column, VectorFault::Level { value, highest }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_commands_and_back() {
        let check = |row: Row| {
            let command = Command::from_row(&row).expect("a command");
            assert_eq!(command.to_row(), row, "{command:?}");
        };
        let mut row = [UNUSED; COLUMNS];
        row[..3].copy_from_slice(&[0, 223, 128]);
        check(row);
        row[..5].copy_from_slice(&[1, 223, 128, 64, 1]);
        check(row);
        row[..6].copy_from_slice(&[2, 223, 128, UNUSED, UNUSED, 48]);
        check(row);
        check([
            3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        ]);
        check([
            4, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
        ]);
        check([
            5, -1, -1, -1, -1, -1, 192, 64, 0, 255, 0, 128, 95, 130, 128, 3, 2,
        ]);
    }

    #[test]
    fn faults_name_their_column() {
        let check = |row: Row, expected| {
            assert_eq!(Command::from_row(&row), Err(expected));
        };
        let level = |value, highest| VectorFault::Level { value, highest };
        let mut row = [UNUSED; COLUMNS];
        row[0] = 6;
        check(row, (0, VectorFault::Command { value: 6 }));
        row[..5].copy_from_slice(&[1, 0, 256, 64, 2]);
        check(row, (2, level(256, 255)));
        row[2] = 255;
        check(row, (4, level(2, 1)));
        row[0] = 2;
        check(row, (5, level(-1, 255)));
        let row = [5, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 3];
        check(row, (16, level(3, 2)));
    }
}
