//! DeepCAD's vectors in HDF5, one program a file: the `.h5` files of its data set and of its networks; see
//! [`crate::vector`] for what the rows mean and [`deepcad_vector`] for what they
//! become.

use cadseq_program::MAX_OPERATIONS;

use super::deepcad_vector;
use super::{Imported, MAX_FILE_BYTES, ReadError, ReadFault, ReadOptions};
use crate::vector;

/// Reads the program of one vector sequence.
///
/// # Errors
/// A file that is damaged or has no such data set, and those of
/// [`deepcad_vector::read`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Imported, ReadError> {
    let count = bytes.len();
    if count > MAX_FILE_BYTES {
        return Err(ReadError::whole(ReadFault::TooLarge { bytes: count }));
    }
    let rows = vector::read_hdf5(bytes, MAX_OPERATIONS).map_err(ReadError::whole)?;
    deepcad_vector::program(&rows, *options)
}
