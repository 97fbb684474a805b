//! Vectors in HDF5: the data set `vec` of DeepCAD's files, or `out_vec`, which its networks write.
//!
//! The data set has the shape (rows, 17) and integers or whole floating-point numbers of any size and
//! order of bytes (DeepCAD's are 64-bit integers), stored whole or in chunks, plain, packed with gzip, or
//! with checksums. The file is read from memory, and nothing that it says makes the reader take more than
//! the limits below.

use std::sync::Arc;

use hdf5_reader::error::Error;
use hdf5_reader::{ByteOrder, Dataset, Datatype, Hdf5File, OpenOptions};

use super::fault::VectorFault;
use super::number::{NumberClass, NumberType};
use super::{COLUMNS, Row};

/// What an HDF5 file starts with.
pub(crate) const MAGIC: &[u8] = b"\x89HDF\r\n\x1a\n";

/// The data sets that hold a program, the usual one first.
const DATA_SETS: [&str; 2] = ["vec", "out_vec"];

/// Most bytes that a chunk may have unpacked: far more than the longest program, and a bound on what a
/// packed file can make of itself.
const MAX_CHUNK_BYTES: usize = 16 << 20;

/// Most bytes of what describes a group or a data set.
const MAX_HEADER_BYTES: usize = 1 << 20;

/// Most bytes of a number.
const MAX_NUMBER_BYTES: usize = 8;

/// Most names of data sets that an error repeats, and characters of each.
const MAX_NAMES: usize = 5;
const MAX_NAME: usize = 40;

/// Most characters of what the decoder says.
const MAX_MESSAGE: usize = 200;

/// The rows of the file's program, at most `limit` of them.
///
/// # Errors
/// A file that is damaged or has no such data set, another shape than (rows, 17), and numbers that are
/// no integers.
pub(crate) fn read(bytes: &[u8], limit: usize) -> Result<Vec<Row>, VectorFault> {
    if !bytes.starts_with(MAGIC) {
        return Err(fault("it does not start as HDF5 files do"));
    }
    let options = OpenOptions::default()
        .with_max_read_bytes(limit * COLUMNS * MAX_NUMBER_BYTES)
        .with_max_chunk_bytes(MAX_CHUNK_BYTES)
        .with_max_object_header_bytes(MAX_HEADER_BYTES)
        .with_chunk_cache_bytes(0);
    let file = Hdf5File::from_shared_bytes_with_options(Arc::from(bytes), options)
        .map_err(|error| damaged(&error))?;
    let data_set = data_set(&file)?;
    check_shape(data_set.shape(), limit)?;
    let number = number_type(data_set.dtype())
        .ok_or_else(|| fault("its numbers are of no plain type; save them with astype(int)"))?;
    let data = data_set.read_raw_bytes().map_err(|error| damaged(&error))?;
    number.rows(&data)
}

/// The data set that holds the program.
fn data_set(file: &Hdf5File) -> Result<Dataset, VectorFault> {
    let root = file.root_group().map_err(|error| damaged(&error))?;
    let (_, names) = root.member_names().map_err(|error| damaged(&error))?;
    let found = DATA_SETS
        .into_iter()
        .find(|name| names.iter().any(|known| known == name));
    match found {
        Some(name) => root.dataset(name).map_err(|error| damaged(&error)),
        None => Err(fault(&format!(
            "it has no data set {}; {}",
            DATA_SETS.join(" or "),
            listed(&names)
        ))),
    }
}

/// Which data sets there are instead.
fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return "there is none at its top".to_owned();
    }
    let shown = |name: &String| name.escape_debug().take(MAX_NAME).collect::<String>();
    let first: Vec<String> = names.iter().take(MAX_NAMES).map(shown).collect();
    let rest = if names.len() > MAX_NAMES { ", ..." } else { "" };
    format!("those at its top are {}{rest}", first.join(", "))
}

fn check_shape(shape: &[u64], limit: usize) -> Result<(), VectorFault> {
    let sizes: Vec<usize> = shape
        .iter()
        .map(|&size| usize::try_from(size).unwrap_or(usize::MAX))
        .collect();
    match sizes.as_slice() {
        &[count, COLUMNS] if count > limit => Err(VectorFault::TooManyRows { count, limit }),
        [_, COLUMNS] => Ok(()),
        &[_, found] => Err(VectorFault::Columns { found }),
        _ => Err(fault("the shape of its data set must be (rows, 17)")),
    }
}

/// How the data set stores a number.
fn number_type(kind: &Datatype) -> Option<NumberType> {
    let (class, size, order) = match *kind {
        Datatype::FixedPoint {
            size,
            signed,
            byte_order,
        } => {
            let class = if signed {
                NumberClass::Signed
            } else {
                NumberClass::Unsigned
            };
            (class, size, byte_order)
        }
        Datatype::FloatingPoint { size, byte_order } => (NumberClass::Float, size, byte_order),
        _ => return None,
    };
    NumberType::new(class, usize::from(size), order == ByteOrder::BigEndian)
}

fn fault(reason: &str) -> VectorFault {
    VectorFault::Hdf5 {
        reason: reason.to_owned(),
    }
}

/// What the decoder says of a damaged file, or of one that it does not know how to read.
fn damaged(error: &Error) -> VectorFault {
    let message = error.to_string();
    let message: String = message.escape_debug().take(MAX_MESSAGE).collect();
    fault(&message)
}
