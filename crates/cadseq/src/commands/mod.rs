//! The commands, one a file: its arguments and what it does.

pub(crate) mod build;
pub(crate) mod card;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod convert;
pub(crate) mod evaluate;
pub(crate) mod experiment;
pub(crate) mod gym;
pub(crate) mod latent;
pub(crate) mod reconstruct;
pub(crate) mod render;
pub(crate) mod report;
pub(crate) mod see;
pub(crate) mod serve;
pub(crate) mod synth;
pub(crate) mod train;

mod device;
mod matrix_text;
mod network;
mod rules;
mod shard;
mod sight;
