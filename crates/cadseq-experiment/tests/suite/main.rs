//! Experiments from file to outcome, and the latent spaces that they leave.

mod config;
mod latent;
mod miniature;
mod pictures;
mod run;
