//! Why rows are no program.

use thiserror::Error;

use super::{COLUMNS, NAMES};

/// Why rows are no program.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum VectorFault {
    /// A header that is not of NumPy's format.
    #[error("the NPY file cannot be read: {reason}")]
    Npy {
        /// What is wrong.
        reason: &'static str,
    },
    /// An archive of NumPy that is damaged, or in which no program is found.
    #[error("the NPZ file cannot be read: {reason}")]
    Npz {
        /// What is wrong.
        reason: &'static str,
    },
    /// A file that is not HDF5, is damaged, or holds no vectors.
    #[error("the HDF5 file cannot be read: {reason}")]
    Hdf5 {
        /// What is wrong.
        reason: String,
    },
    /// A row of another length.
    #[error("the row has {found} numbers; it must have {COLUMNS}: {}", NAMES.join(", "))]
    Columns {
        /// How many there are.
        found: usize,
    },
    /// More rows than a program holds.
    #[error("there are {count} rows; at most {limit} are read")]
    TooManyRows {
        /// How many there are.
        count: usize,
        /// How many are read.
        limit: usize,
    },
    /// What is no whole number in range.
    #[error("{token} is no integer of a vector")]
    Number {
        /// What stands there.
        token: String,
    },
    /// A command that is not there.
    #[error("there is no command {value}; it is 0 to 5")]
    Command {
        /// The command.
        value: i32,
    },
    /// An argument beyond its levels.
    #[error("{value} is out of range; it must be 0 to {highest}")]
    Level {
        /// The argument.
        value: i32,
        /// Its highest value.
        highest: i32,
    },
    /// A command where it makes no sense.
    #[error("{0}")]
    Order(&'static str),
    /// A sketch of no size.
    #[error("the sketch has size 0, so it is a point")]
    NoSize,
    /// An arc that does not turn.
    #[error("the arc's sweep is 0; write a line")]
    NoSweep,
}
