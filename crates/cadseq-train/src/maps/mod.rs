//! Training of the [`Mapper`](cadseq_model::Mapper): fresh pictures of any part from anywhere, with
//! their true maps.

mod example;
mod loss;
mod packed;
mod target;
mod trainer;
mod validation;

pub use example::map_examples;
pub use loss::loss;
pub use packed::{MapBatch, Packed, map_batch};
pub use target::true_maps;
pub use trainer::{MapProgress, MapTrainConfig, Phase, train_mapper};
pub use validation::MapValidation;
