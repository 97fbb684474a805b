//! Training of the locator on fresh programs rendered on the fly.
//!
//! An [`Example`] is one rendered crop with its targets, made from a seed and an index alone; the
//! training stream, the validation set and every test set use different seeds and never mix.

pub mod appearance;
pub mod batch;
pub mod example;
pub mod loss;
pub mod maps;
mod muon;
pub mod run;
mod stream;
pub mod target;
pub mod task;
pub mod trainer;
pub mod two_stage;
pub mod validation;

pub use example::Example;
pub use run::{RunError, RunFolder};
pub use trainer::{Progress, TrainConfig, train};
pub use validation::Validation;
