//! The experiments of the paper as files ([`Experiment`]), the [`Runner`] that makes their data,
//! trains both stages and predicts the test share, and what their trained [`latent`] spaces are good
//! for.

pub mod application;
mod cache;
mod config;
mod direct;
mod error;
pub mod latent;
pub mod pictures;
mod runner;
mod stages;

pub use application::Application;
pub use config::{ConfigError, DirectConfig, Experiment, Method, TestConfig};
pub use direct::prediction;
pub use error::ExperimentError;
pub use runner::{Identity, Observer, Runner};
