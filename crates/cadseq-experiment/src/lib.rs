//! The experiments of the paper as files ([`Experiment`]), and the [`Runner`] that makes their data,
//! trains both stages and predicts the test share.

pub mod application;
mod cache;
mod config;
mod direct;
mod error;
pub mod pictures;
mod runner;

pub use application::Application;
pub use config::{ConfigError, DirectConfig, Experiment, Method, TestConfig};
pub use error::ExperimentError;
pub use runner::{Identity, Observer, Runner};
