//! The program's own text.

use cadseq_program::TextError;

use super::{Imported, ReadError, ReadFault, ReadOptions};

/// Reads the text form; see [`cadseq_program::text`].
///
/// # Errors
/// Bytes that are no UTF-8, and the faults of the text with line and column.
pub fn read(bytes: &[u8], _options: &ReadOptions) -> Result<Imported, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let position = error.valid_up_to();
        ReadError::whole(ReadFault::Encoding { position })
    })?;
    let program = text
        .parse()
        .map_err(|fault: TextError| ReadError::whole(fault))?;
    Ok(Imported {
        program,
        notes: Vec::new(),
    })
}
