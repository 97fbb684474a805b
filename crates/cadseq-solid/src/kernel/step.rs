//! Kernel bodies as a STEP file.

use arris::io::step::{LengthUnit, WriteOptions, write_with};
use arris::topo::Model;

use super::{KernelBody, KernelError};

/// The text of a STEP file with all bodies, in centimetres.
///
/// # Errors
/// Where the kernel cannot write a body.
pub(crate) fn write(bodies: &[KernelBody]) -> Result<String, KernelError> {
    let mut model = Model::default();
    let mut all = Vec::with_capacity(bodies.len());
    for body in bodies {
        let (copy, _) = model
            .import(&body.model, body.body)
            .map_err(|error| KernelError::query("write", &error))?;
        all.push(copy);
    }
    let options = WriteOptions {
        length_unit: LengthUnit::Centimetre,
    };
    write_with(&model, &all, &options).map_err(|error| KernelError::query("write", &error))
}
