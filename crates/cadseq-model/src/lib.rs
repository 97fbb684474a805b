//! The networks.
//!
//! The [`Locator`] says *where things are in the picture*: which pixels show the end face of the
//! prism that the camera sees, on which plane it lies, and where the corners of its outline are. It knows no
//! camera and no solid; turning places into parameters is geometry and happens elsewhere.
//!
//! The [`Mapper`] says what is seen of any part by any camera, pixel by pixel, as [`Maps`].
//!
//! This crate sees tensors and never meshes; it does no I/O (weights are bytes), but for
//! [`ResNet::load_torchvision`].

mod convolution;
pub mod input;
pub mod layers;
pub mod locator;
pub mod mapper;
pub mod maps;
mod normalization;
pub mod picture_input;
pub mod prediction;
pub mod processor;
pub mod resnet;
pub mod shuffle;
pub mod tea;
pub mod weights;

pub use burn::tensor::Device;
pub use input::{INPUT_CHANNELS, INPUT_GRID, INPUT_SIZE, LocatorInput, batch_input};
pub use locator::{Locator, LocatorConfig, LocatorOutput};
pub use mapper::{EXIT_FLOOR, EXIT_REACH, Mapper, MapperConfig, MapperOutput};
pub use maps::{EdgeAccuracy, EdgeClass, MapAccuracy, Maps, mask_iou};
pub use picture_input::{Crop, PictureInput, batch_pictures};
pub use prediction::{Label, LocatorPrediction, MAP_SIZE, PLACES, Place, Sequence};
pub use resnet::{ResNet, ResNetConfig, TorchvisionError};
pub use tea::{Latent, Tea, TeaConfig, TokenBatch};
pub use weights::{WeightsError, from_safetensors, to_safetensors};
