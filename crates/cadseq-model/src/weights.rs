//! Weights as safetensors bytes: f16 for convolutions and linear layers, f32 for normalization.

use burn::module::Module;
use burn::store::{HalfPrecisionAdapter, ModuleSnapshot, SafetensorsStore};
use thiserror::Error;

/// Why weights could not be written or read.
#[derive(Debug, Error)]
pub enum WeightsError {
    /// The bytes are no weights of this network.
    #[error(
        "these are no weights of this version's network ({0}); train again or take the built-in ones"
    )]
    Unreadable(String),
    /// The weights could not be put into bytes.
    #[error("the weights could not be written ({0})")]
    Unwritable(String),
}

/// A network's weights as bytes; the same bytes for the same weights.
///
/// # Errors
/// [`WeightsError::Unwritable`].
pub fn to_safetensors<M: Module>(network: &M) -> Result<Vec<u8>, WeightsError> {
    // One entry only: the store writes its metadata in the order of a hash map.
    let mut store = SafetensorsStore::from_bytes(None)
        .clear_metadata()
        .metadata("producer", "cadseq")
        .with_to_adapter(HalfPrecisionAdapter::new());
    network
        .save_into(&mut store)
        .map_err(|error| WeightsError::Unwritable(error.to_string()))?;
    store
        .get_bytes()
        .map_err(|error| WeightsError::Unwritable(error.to_string()))
}

/// `network`, freshly initialized, with the weights of [`to_safetensors`].
///
/// # Errors
/// [`WeightsError::Unreadable`].
pub fn from_safetensors<M: Module>(bytes: &[u8], mut network: M) -> Result<M, WeightsError> {
    let mut store = SafetensorsStore::from_bytes(Some(bytes.to_vec()))
        .with_from_adapter(HalfPrecisionAdapter::new());
    network
        .load_from(&mut store)
        .map_err(|error| WeightsError::Unreadable(error.to_string()))?;
    Ok(network)
}
