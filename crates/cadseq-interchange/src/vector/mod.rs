//! DeepCAD's vectors: a program as rows of 17 integers, one command a row.
//!
//! After Wu, Xiao, Zheng: "DeepCAD: A Deep Generative Network for Computer-Aided Design Models"
//! (ICCV 2021), section 3.1 and its supplement, and the code that goes with it, which decides where
//! the paper leaves something open.
//!
//! | command | columns in use |
//! |---|---|
//! | 0 line | x, y: its end |
//! | 1 arc | x, y: its end; alpha: sweep, 256 a turn; f: 1 counter-clockwise, 0 clockwise |
//! | 2 circle | x, y: its centre; r |
//! | 3 end of the program, and padding after it | |
//! | 4 start of a loop | |
//! | 5 extrude of the loops before it | theta to u |
//!
//! Columns not in use hold -1. A loop starts where its last curve ends. Points of a sketch are
//! levels 0 to 255, with (128, 128) in the middle, and 95 levels are as long as the sketch's size
//! `s`. An extrude's theta, phi and gamma turn its plane; px, py, pz are the world position of the
//! sketch's (128, 128); e1 and e2 are the distances, b is the Boolean (0 new, 1 join, 2 cut,
//! 3 intersect), u the extent (0 one side, 1 symmetric, 2 two sides). The part is scaled about the
//! world's origin so that its farthest coordinate is 0.75.

mod angles;
mod command;
mod fault;
mod hdf5;
mod level;
mod npy;
mod npz;
mod number;
mod table;

pub(crate) use angles::{angles, axes};
pub(crate) use command::{Command, ExtentKind, ExtrudeLevels};
pub use fault::VectorFault;
pub(crate) use hdf5::{MAGIC as HDF5_MAGIC, read as read_hdf5};
pub(crate) use level::{from_signed, from_size, nearest, signed, size};
pub(crate) use npy::MAGIC as NPY_MAGIC;
pub(crate) use npz::MAGIC as ZIP_MAGIC;
pub(crate) use table::read_line;

/// How many integers a row has.
pub const COLUMNS: usize = 17;

/// A command with its arguments.
pub type Row = [i32; COLUMNS];

/// Names of the columns, after the paper.
pub const NAMES: [&str; COLUMNS] = [
    "command", "x", "y", "alpha", "f", "r", "theta", "phi", "gamma", "px", "py", "pz", "s", "e1",
    "e2", "b", "u",
];

/// The level in the middle of a sketch: its point (0, 0).
pub(crate) const MIDDLE: f64 = 128.0;

/// Levels that are as long as the size of a sketch.
pub(crate) const LEVELS_A_SIZE: f64 = 95.0;

/// Levels of a whole turn of an arc.
pub(crate) const LEVELS_A_TURN: f64 = 256.0;

/// A program as rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vectors {
    /// The rows; the last is the program's end, command 3.
    pub rows: Vec<Row>,
}

/// How rows are laid out in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VectorLayout {
    /// An array of NumPy: (rows, 17) of 64-bit integers.
    #[default]
    Npy,
    /// An archive of NumPy with such an array, named `vec`.
    Npz,
    /// Lines of comma-separated values under a line of the columns' names.
    Csv,
    /// An array of arrays, one row a line.
    Json,
}

/// The rows of an NPY or NPZ file, at most `limit` of them; `None` where it is another kind of file.
///
/// # Errors
/// Another shape than (rows, 17), and numbers that are no integers.
pub(crate) fn read_npy(bytes: &[u8], limit: usize) -> Option<Result<Vec<Row>, VectorFault>> {
    if bytes.starts_with(ZIP_MAGIC) {
        return Some(npz::read(bytes, limit));
    }
    bytes
        .starts_with(NPY_MAGIC)
        .then(|| npy::read(bytes, limit))
}

impl VectorLayout {
    /// The layout of files with this extension (without its dot, in any case).
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "npy" => Some(Self::Npy),
            "npz" => Some(Self::Npz),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Vectors {
    /// The bytes of a file.
    pub fn to_bytes(&self, layout: VectorLayout) -> Vec<u8> {
        match layout {
            VectorLayout::Npy => npy::write(&self.rows),
            VectorLayout::Npz => npz::write(&self.rows),
            VectorLayout::Csv => table::write_csv(&self.rows).into_bytes(),
            VectorLayout::Json => table::write_json(&self.rows).into_bytes(),
        }
    }
}
